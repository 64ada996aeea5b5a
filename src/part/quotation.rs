//! Owns the look of a quotation: the words, set apart, with who wrote them and where they stand.
//!
//! Never proves one: the build has.

use verbatim_core::bank::Original;
use verbatim_core::question::Stretch;
use verbatim_core::{Quote, Source};

use super::element::{Attr, Node, el, list};
use super::link::outward;
use crate::text::Messages;

/// Stands for words that are left out.
pub const OMISSION: &str = " … ";

/// A quotation with its attribution, the link to its place, and where the source is at hand the place itself.
pub fn quotation(quote: &Quote, original: &Original, text: &Messages) -> Node {
    let source = original.source();
    let words = quote.fragments().join(OMISSION);
    let paragraph = (text.paragraph)(quote.place().paragraph);
    let link = quote.address().map(|address| {
        let label = if quote.opens_at_words() { text.open_at_words } else { text.read_source };
        outward("a.quotation__link", address).with(label)
    });
    let (language, address) = (source.language.as_str(), source.address.as_deref());
    let passage = el("blockquote.quotation__words").attr(Attr::Lang, language).attr(Attr::Cite, address);
    let title = el("cite.quotation__title").attr(Attr::Lang, language).with(source.title.as_str());
    el("figure.quotation")
        .with(passage.with(el("p").with(words)))
        .with(quote.sic().map(|note| el("p.quotation__note").with((text.sic)(note))))
        .with(
            el("figcaption.quotation__source")
                .with(title)
                .with(publication(source))
                .with(", ")
                .with(paragraph)
                .with(link)
                .with(in_place(quote, original, text)),
        )
}

fn publication(source: &Source) -> String {
    [&source.publisher, &source.published].into_iter().flatten().map(|part| format!(", {part}")).collect()
}

/// The paragraphs around a quotation, with its words marked.
fn in_place(quote: &Quote, original: &Original, text: &Messages) -> Option<Node> {
    let paragraphs: Vec<Node> = quote
        .stretches()
        .chunk_by(|one, next| one.paragraph == next.paragraph)
        .filter_map(|stretches| paragraph(stretches, original, text))
        .collect();
    let language = original.source().language.as_str();
    (!paragraphs.is_empty()).then(|| {
        el("details.reader")
            .with(el("summary.reader__summary").with(text.show_in_place))
            .with(el("div.reader__text").attr(Attr::Lang, language).with_all(paragraphs))
    })
}

/// A paragraph with the stretches of it that are quoted.
fn paragraph(stretches: &[Stretch], original: &Original, text: &Messages) -> Option<Node> {
    let mut from = 0;
    let mut pieces = list();
    let mut rest = "";
    for stretch in stretches {
        let [before, within, behind] = original.words(stretch)?;
        pieces = pieces.with(before.get(from..).unwrap_or_default()).with(el("mark.reader__words").with(within));
        (from, rest) = (stretch.end, behind);
    }
    let number = stretches.first()?.paragraph;
    let number = el("span.reader__number").with((text.paragraph)(number));
    Some(el("p.reader__paragraph").with(number).with(" ").with(pieces).with(rest))
}
