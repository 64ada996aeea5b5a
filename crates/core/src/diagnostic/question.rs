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

pub(crate) fn too_few_options(span: Span, found: usize) -> Diagnostic {
    Diagnostic::error(
        "too-few-options",
        span,
        format!("a choice needs at least 2 options, and this one has {found}"),
        "add a `[[question.options]]` with `text` and `why`",
    )
}

pub(crate) fn too_many_options(span: Span, found: usize, most: usize) -> Diagnostic {
    Diagnostic::error(
        "too-many-options",
        span,
        format!("a choice has at most {most} options, and this one has {found}"),
        "keep the options that a student would really consider; three to five serve best",
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
