//! Owns the look of a quotation: the words, set apart, with who wrote them and where they stand.
//!
//! Never proves one: the build has.

use verbatim_core::{Quote, Source};
use yew::{Html, html};

use crate::text::Messages;

/// Stands for words that are left out.
const OMISSION: &str = " … ";

/// A quotation with its attribution and the link to its place.
pub fn quotation(quote: &Quote, source: &Source, text: &Messages) -> Html {
    let words = quote.fragments().join(OMISSION);
    let paragraph = (text.paragraph)(quote.place().paragraph);
    let link = quote.address().map(|address| {
        let label = if quote.opens_at_words() { text.open_at_words } else { text.read_source };
        html! { <a class="quotation__link" href={address.to_owned()} rel="noreferrer">{ label }</a> }
    });
    html! {
        <figure class="quotation">
            <blockquote class="quotation__words" lang={source.language.clone()} cite={source.address.clone()}>
                <p>{ words }</p>
            </blockquote>
            if let Some(note) = quote.sic() {
                <p class="quotation__note">{ (text.sic)(note) }</p>
            }
            <figcaption class="quotation__source">
                <cite class="quotation__title" lang={source.language.clone()}>{ &source.title }</cite>
                { publication(source) }{ ", " }{ paragraph }
                { link }
            </figcaption>
        </figure>
    }
}

fn publication(source: &Source) -> String {
    [&source.publisher, &source.published].into_iter().flatten().map(|part| format!(", {part}")).collect()
}
