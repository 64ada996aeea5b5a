//! Owns the problems of quotations.
//!
//! Never looks for one.

use super::{Diagnostic, Span};
use crate::source::Place;

pub(crate) fn quote_missing(span: Span) -> Diagnostic {
    Diagnostic::error(
        "quote-missing",
        span,
        "this question has no quotation",
        "add `quote = \"…\"` with the words of the source that prove the answer",
    )
}

pub(crate) fn quote_and_quotes(span: Span) -> Diagnostic {
    Diagnostic::error(
        "quote-and-quotes",
        span,
        "this question has both `quote` and `[[question.quotes]]`",
        "move the words of `quote` into a `[[question.quotes]]` of their own, as its `text`",
    )
}

pub(crate) fn quote_too_short(span: Span, tokens: usize, least: usize) -> Diagnostic {
    Diagnostic::error(
        "quote-too-short",
        span,
        format!("a quotation of {tokens} words and marks cannot be proved"),
        format!("quote at least {least} words or marks in a row, better a whole clause"),
    )
}

pub(crate) fn quote_not_unique(span: Span, first: Place, again: Place) -> Diagnostic {
    Diagnostic::warning(
        "quote-not-unique",
        span,
        "these words stand more than once in the source, so no link can open at them",
        "quote a few words more on either side",
    )
    .note(format!("they stand in {} and in {}", place(first), place(again)))
}

pub(crate) fn quote_order(span: Span, found: Place) -> Diagnostic {
    Diagnostic::error(
        "quote-order",
        span,
        "this part of the quotation stands before the part quoted ahead of it",
        "put the parts into the order in which the source has them, without overlap",
    )
    .note(format!("it stands in {}", place(found)))
}

/// How far a failed quotation does stand in the source.
pub(crate) struct Part<'a> {
    /// The words that do stand there.
    pub words: &'a str,
    /// Where they stand.
    pub place: Place,
    /// The token that does not.
    pub wrong: &'a str,
    /// Whether the standing words come before that token.
    pub before: bool,
}

pub(crate) fn quote_not_found(span: Span, part: Option<&Part<'_>>, nearest: Option<&str>) -> Diagnostic {
    let hint = match nearest {
        Some(words) => format!("the nearest wording of the source is “{words}”"),
        None => "copy the words from the source with their own spelling and marks; \
                 `--source ARTICLE.txt` shows the nearest wording"
            .to_owned(),
    };
    let diagnostic = Diagnostic::error("quote-not-found", span, "these words do not stand in the source", hint);
    let Some(part) = part else {
        return diagnostic.note("no four words of it stand there in a row");
    };
    let (what, order) = if part.before { ("as far as", "behind it") } else { ("only from", "before it") };
    diagnostic.label(format!("`{}` does not stand {order}", part.wrong)).note(format!(
        "it stands in {} {what} “{}”",
        place(part.place),
        shortened(part.words, part.before)
    ))
}

fn place(place: Place) -> String {
    format!("paragraph {}, sentence {}", place.paragraph, place.sentence)
}

/// The last words of what comes before the failing token, or the first words of what comes behind it.
fn shortened(words: &str, last: bool) -> String {
    let list: Vec<&str> = words.split_whitespace().collect();
    if list.len() <= 8 {
        return words.to_owned();
    }
    let take = |range: &[&str]| range.join(" ");
    if last {
        format!("… {}", take(list.get(list.len() - 8..).unwrap_or_default()))
    } else {
        format!("{} …", take(list.get(..8).unwrap_or_default()))
    }
}
