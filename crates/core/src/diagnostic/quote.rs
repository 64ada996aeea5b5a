//! Owns the problems of quotations.
//!
//! Never looks for one.

use super::{Diagnostic, Span};
use crate::source::Place;

/// `what` is what has to have one: a question, or a concept that is defined.
pub(crate) fn quote_missing(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(
        "quote-missing",
        span,
        format!("this {what} has no quotation"),
        "add `quote = \"…\"` with the words of the source that prove it",
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
        "in the source this part of the quotation comes before the part ahead of it",
        "put the parts into the order in which the source has them",
    )
    .note(format!("it stands in {}", place(found)))
}

pub(crate) fn quote_overlap(span: Span, found: Place) -> Diagnostic {
    Diagnostic::error(
        "quote-order",
        span,
        "in the source this part of the quotation overlaps the part ahead of it",
        "quote each word once: join the two parts, or shorten one",
    )
    .note(format!("it stands in {}", place(found)))
}

/// How far a failed quotation does stand in the source.
pub(crate) struct Part {
    /// The words that do stand there.
    pub words: String,
    /// Where they stand.
    pub place: Place,
    /// Whether the quotation begins with them.
    pub before: bool,
}

/// What mends a quotation that was not found.
pub(crate) enum Mend<'a> {
    /// To take the source's own words, which are not at hand.
    Copied,
    /// To take these words of the source.
    Nearest(&'a str),
    /// To write as a list what stands before and behind an ellipsis, in parts of at least so many words and marks.
    InParts {
        /// How many.
        least: usize,
    },
    /// To leave off an ellipsis at the beginning or the end.
    WithoutEllipsis,
}

pub(crate) fn quote_not_found(span: Span, mend: &Mend<'_>) -> Diagnostic {
    let hint = match mend {
        Mend::Nearest(words) => format!("the nearest wording of the source is “{}”", spaced(words)),
        Mend::Copied => "copy the words from the source with their own spelling and marks; \
                         `--source ARTICLE.txt` shows the nearest wording"
            .to_owned(),
        Mend::InParts { least } => format!(
            "where words are left out, write a list of the parts, without the mark: `[\"one part\", \"the next part\"]`, \
             each of at least {least} words or marks"
        ),
        Mend::WithoutEllipsis => "leave off the mark: a quotation may begin and end anywhere in a sentence".to_owned(),
    };
    Diagnostic::error("quote-not-found", span, "these words do not stand in the source", hint)
}

impl Diagnostic {
    /// Says how far a quotation that was not found does stand.
    pub(crate) fn standing_as_far_as(self, part: &Part) -> Self {
        let what = if part.before { "as far as" } else { "only from" };
        let words = shortened(&part.words, part.before);
        self.note(format!("it stands in {} {what} “{words}”", place(part.place)))
    }

    /// Says in which words a quotation that was not found differs from its source, in order.
    pub(crate) fn differing(self, stretches: &[String]) -> Self {
        let named = |stretch: &String| format!("`{}`", shortened(stretch, false));
        match stretches {
            [] => self,
            [one] => self.label(format!("the source has something else than {} here", named(one))),
            [some @ .., last] if some.len() < 4 => {
                let some = some.iter().map(named).collect::<Vec<_>>().join(", ");
                self.label(format!("the source has something else than {some} and {} here", named(last)))
            }
            [first, rest @ ..] => {
                let rest = rest.len();
                self.label(format!(
                    "the source has something else than {} here, and in {rest} places more",
                    named(first)
                ))
            }
        }
    }

    /// Says that nothing of a quotation stands; `run` is how many tokens in a row are looked for.
    pub(crate) fn nowhere(self, tokens: usize, run: usize) -> Self {
        let note = self.note(format!("no {run} words or marks of it stand there in a row"));
        if tokens < 2 * run {
            return note.note("in a quotation as short as this, one wrong word is enough for that");
        }
        note
    }

    /// Says where the source's nearest wording of a quotation stands.
    pub(crate) fn nearest_in(self, there: Place) -> Self {
        self.note(format!("the nearest wording is in {}", place(there)))
    }
}

/// Words with single spaces for all white space.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn place(place: Place) -> String {
    format!("paragraph {}, sentence {}", place.paragraph, place.sentence)
}

/// The last words of what comes before the failing token, or the first words of what comes behind it.
fn shortened(words: &str, last: bool) -> String {
    let list: Vec<&str> = words.split_whitespace().collect();
    if list.len() <= 8 {
        return list.join(" ");
    }
    let take = |range: &[&str]| range.join(" ");
    if last {
        format!("… {}", take(list.get(list.len() - 8..).unwrap_or_default()))
    } else {
        format!("{} …", take(list.get(..8).unwrap_or_default()))
    }
}
