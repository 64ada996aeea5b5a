//! Owns the problems of a question and its options.
//!
//! Never marks an answer.

use super::{Diagnostic, Span, listed, or_likely};

pub(crate) fn unknown_kind<'a>(span: Span, kind: &str, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let else_hint = format!("the kinds are {}", listed(known.clone()));
    Diagnostic::error(
        "unknown-kind",
        span,
        format!("there is no kind of question `{kind}`"),
        or_likely(kind, known, else_hint),
    )
}

/// `table` is what stands between the brackets over one of them.
pub(crate) fn too_few_options(span: Span, table: &str, what: &str, found: usize, fewest: usize) -> Diagnostic {
    Diagnostic::error(
        "too-few-options",
        span,
        format!("this needs at least {fewest} {what}, and has {found}"),
        format!("add a `[[{table}]]`"),
    )
}

pub(crate) fn too_many_options(span: Span, what: &str, found: usize, most: usize) -> Diagnostic {
    Diagnostic::error(
        "too-many-options",
        span,
        format!("this has {found} {what}, and {most} are the most there may be"),
        "keep those that a student would really consider; three to five serve best",
    )
}

pub(crate) fn unfixed_option(span: Span, text: &str) -> Diagnostic {
    Diagnostic::warning(
        "unfixed-option",
        span,
        format!("“{text}” speaks of the other options, and is shown among them in any order"),
        "add `fixed = true`, so that it keeps its place, or `fixed = false`, if it may stand anywhere",
    )
}

pub(crate) fn no_right_option(span: Span) -> Diagnostic {
    Diagnostic::error(
        "no-right-option",
        span,
        "no option of this question is right",
        "add `correct = true` to the right one",
    )
}

pub(crate) fn several_right_options(span: Span, first: &str) -> Diagnostic {
    Diagnostic::error(
        "several-right-options",
        span,
        "this is a second right option, and a `choice` has exactly one",
        "remove `correct = true` here, or reword the options so that one alone is right",
    )
    .note(format!("the first right option is “{first}”"))
}

pub(crate) fn repeated_option(span: Span, text: &str) -> Diagnostic {
    Diagnostic::error(
        "repeated-option",
        span,
        format!("“{text}” is an option already"),
        "replace one of the two by something that a student might believe",
    )
}

pub(crate) fn repeated_concept(span: Span, concept: &str) -> Diagnostic {
    Diagnostic::error(
        "repeated-concept",
        span,
        format!("the concept `{concept}` is named twice"),
        "keep one of the two",
    )
}

pub(crate) fn all_options_right(span: Span) -> Diagnostic {
    Diagnostic::error(
        "all-options-right",
        span,
        "every option of this question is right, so that nothing is asked",
        "add an option that a student might believe, and that is wrong",
    )
}

/// `earned` is what a student who picks everything earns under the scheme `net`.
pub(crate) fn picking_all_pays(span: Span, keys: usize, others: usize) -> Diagnostic {
    Diagnostic::warning(
        "picking-all-pays",
        span,
        format!(
            "picking everything earns ({keys} - {others})/{keys} of the mark, since more options are right than wrong"
        ),
        "add wrong options that a student might believe, or write `scheme = \"balanced\"`, under which it earns nothing",
    )
}

pub(crate) fn last_falls(span: Span) -> Diagnostic {
    Diagnostic::warning(
        "last-falls",
        span,
        "there are as many choices as things to match, so that the last falls by elimination",
        "add a choice that fits nothing: `[[question.extras]]` with `text` and `why`",
    )
}

pub(crate) fn all_dates_tie(span: Span) -> Diagnostic {
    Diagnostic::error(
        "all-dates-tie",
        span,
        "all items have the same date, so that every order is right",
        "correct the dates, or leave them out",
    )
}

pub(crate) fn dates_part(span: Span, date: &str) -> Diagnostic {
    Diagnostic::error(
        "dates-part",
        span,
        format!("items of the date “{date}” stand apart, with another between them"),
        "put them next to each other: items of the same date may stand in either order",
    )
}

pub(crate) fn no_shipped_text(span: Span) -> Diagnostic {
    Diagnostic::error(
        "no-shipped-text",
        span,
        "this bank does not ship its source's text, so that there are no paragraphs to show",
        "write the passages to choose from as `[[question.passages]]`, or name the text in bank.toml: `text = \"source.txt\"`",
    )
}

pub(crate) fn no_such_paragraph(span: Span, number: &str, last: u32) -> Diagnostic {
    Diagnostic::error(
        "no-such-paragraph",
        span,
        format!("the source has no paragraph {number}"),
        format!("name paragraphs from 1 to {last}: `paragraphs = [2, 3]`"),
    )
}

pub(crate) fn not_whole_sentences(span: Span, paragraphs: &str) -> Diagnostic {
    Diagnostic::error(
        "not-whole-sentences",
        span,
        "the quotation that proves it is not whole sentences of the paragraphs shown",
        format!("quote from the beginning of a sentence to the end of one, within {paragraphs}"),
    )
}

pub(crate) fn passages_or_paragraphs(span: Span) -> Diagnostic {
    Diagnostic::error(
        "passages-or-paragraphs",
        span,
        "evidence is chosen either among passages or in paragraphs, and this has both or neither",
        "write `[[question.passages]]` with `text` and `why`, or `paragraphs = [2, 3]`",
    )
}

pub(crate) fn none_right(span: Span) -> Diagnostic {
    Diagnostic::error(
        "no-right-option",
        span,
        "no option of this question is right",
        "add `correct = true` to those that are; where none is, add an option “None of these” with `correct = true` and \
         `fixed = true`",
    )
}
