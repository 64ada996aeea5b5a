//! Owns the look of a quotation: the words, set apart, with who wrote them and where they stand.
//!
//! Never proves one: the build has.

use verbatim_core::bank::Original;
use verbatim_core::question::Stretch;
use verbatim_core::{Quote, Source};
use yew::{Html, html};

use crate::text::Messages;

/// Stands for words that are left out.
pub const OMISSION: &str = " … ";

/// A quotation with its attribution, the link to its place, and where the source is at hand the place itself.
pub fn quotation(quote: &Quote, original: &Original, text: &Messages) -> Html {
    let source = original.source();
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
                { in_place(quote, original, text) }
            </figcaption>
        </figure>
    }
}

fn publication(source: &Source) -> String {
    [&source.publisher, &source.published].into_iter().flatten().map(|part| format!(", {part}")).collect()
}

/// The paragraphs around a quotation, with its words marked.
fn in_place(quote: &Quote, original: &Original, text: &Messages) -> Html {
    let paragraphs: Vec<Html> = quote
        .stretches()
        .chunk_by(|one, next| one.paragraph == next.paragraph)
        .filter_map(|stretches| paragraph(stretches, original, text))
        .collect();
    if paragraphs.is_empty() {
        return Html::default();
    }
    html! {
        <details class="reader">
            <summary class="reader__summary">{ text.show_in_place }</summary>
            <div class="reader__text" lang={original.source().language.clone()}>{ paragraphs }</div>
        </details>
    }
}

/// A paragraph with the stretches of it that are quoted.
fn paragraph(stretches: &[Stretch], original: &Original, text: &Messages) -> Option<Html> {
    let mut from = 0;
    let mut pieces = Vec::new();
    let mut rest = "";
    for stretch in stretches {
        let [before, within, behind] = original.words(stretch)?;
        let before = before.get(from..).unwrap_or_default().to_owned();
        pieces.push(html! { <>{ before }<mark class="reader__words">{ within.to_owned() }</mark></> });
        (from, rest) = (stretch.end, behind);
    }
    let number = stretches.first()?.paragraph;
    Some(html! {
        <p class="reader__paragraph">
            <span class="reader__number">{ (text.paragraph)(number) }</span>{ " " }{ pieces }{ rest.to_owned() }
        </p>
    })
}
