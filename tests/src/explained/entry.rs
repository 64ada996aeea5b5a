//! Owns the form of one entry of a review as it is read, whatever the kind: sign, words, what it is, why.
//!
//! Never looks at the page.

use verbatim_core::prose::Inline;
use verbatim_core::question::option::ChoiceOption;
use verbatim_core::{Answer, Quote, Source};

use crate::bank::words;
use crate::person::one_line;
use crate::shape::chooses;

/// What opens the article at the words of a quotation.
pub(super) const OPEN_AT_WORDS: &str = "Read these words in the article";
/// What opens the article.
pub(super) const READ: &str = "Read the article";
/// What unfolds the paragraph of a quotation.
pub const READER: &str = "Show it in its place";

/// One entry: its sign, its words, what it is, and why.
#[must_use]
pub fn entry(sign: &str, text: &str, tag: &str, why: &str) -> String {
    one_line(&format!("{sign} {text} {tag} {why}"))
}

/// An option that is right or not and was chosen or not.
#[must_use]
pub fn option(right: bool, chosen: bool, text: &str, why: &str) -> String {
    let (sign, tag) = match (right, chosen) {
        (true, true) => ("✓", "Your answer · Right answer"),
        (true, false) => ("•", "Right answer"),
        (false, true) => ("✗", "Your answer"),
        (false, false) => ("–", ""),
    };
    entry(sign, text, tag, why)
}

/// A list of options, of which some are right.
pub fn options(list: &[ChoiceOption], is_right: impl Fn(usize) -> bool, answer: &Answer) -> Vec<String> {
    let all = list.iter().enumerate();
    all.map(|(at, one)| option(is_right(at), chooses(answer, at), &words(&one.text), &words(&one.why))).collect()
}

/// What was written, right or wrong and why, and what is right.
#[must_use]
pub fn written(right: bool, given: &str, why: Option<&[Inline]>, key: &str) -> Vec<String> {
    let sign = if right { "✓" } else { "✗" };
    let given = entry(sign, given, "Your answer", &why.map(words).unwrap_or_default());
    vec![given, entry("•", key, "Right answer", "")]
}

/// Who wrote the words, where they stand, and the ways there.
#[must_use]
pub fn citation(quote: &Quote, source: &Source) -> String {
    let parts = [Some(&source.title), source.publisher.as_ref(), source.published.as_ref()];
    let parts = parts.into_iter().flatten().cloned();
    let place = format!("paragraph {}", quote.place().paragraph);
    let cited = parts.chain([place]).collect::<Vec<_>>().join(", ");
    let note = quote.sic().map_or(String::new(), |note| format!("Sic: {note} "));
    // A number must end here: paragraph 1 is not paragraph 12.
    let link = quote.address().map_or("", |_| if quote.opens_at_words() { OPEN_AT_WORDS } else { READ });
    let reader = if quote.stretches().is_empty() { "" } else { READER };
    one_line(&format!("{note}{cited} {link} {reader}"))
}
