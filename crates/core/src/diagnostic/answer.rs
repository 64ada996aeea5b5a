//! Owns the problems of answers that are written: texts, numbers and the blanks of a sentence.
//!
//! Never marks an answer.

use super::{Diagnostic, Span, listed, or_likely};

pub(crate) fn empty_list(span: Span, field: &str) -> Diagnostic {
    Diagnostic::error(
        "empty-list",
        span,
        format!("`{field}` lists nothing"),
        format!("write a text: `{field} = \"…\"`"),
    )
}

/// `hint` says from where else the answer might be removed.
pub(crate) fn wrong_is_right(span: Span, answer: &str, hint: &str) -> Diagnostic {
    Diagnostic::error("wrong-is-right", span, format!("“{answer}” is listed as wrong, and counts as right"), hint)
}

/// `hint` says why it is the same where that cannot be seen.
pub(crate) fn repeated_answer(span: Span, answer: &str, hint: &str) -> Diagnostic {
    Diagnostic::warning("repeated-answer", span, format!("“{answer}” is listed already"), hint)
}

pub(crate) fn no_blank(span: Span) -> Diagnostic {
    Diagnostic::error(
        "no-blank",
        span,
        "this sentence has no blank, so that nothing is asked",
        "write `{year}` in the sentence, and `[[question.blanks]]` with `name = \"year\"` and `kind = \"number\"`",
    )
}

pub(crate) fn unused_blank(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "unused-blank",
        span,
        format!("the sentence has no place for the blank `{name}`"),
        format!("write `{{{name}}}` where it belongs in `sentence`, or remove the blank"),
    )
}

pub(crate) fn unknown_blank<'a>(span: Span, name: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let else_hint = format!("add `[[question.blanks]]` with `name = \"{name}\"`");
    Diagnostic::error("unknown-blank", span, format!("there is no blank `{name}`"), or_likely(name, known, else_hint))
}

pub(crate) fn unnamed_blank(span: Span) -> Diagnostic {
    Diagnostic::error(
        "unknown-blank",
        span,
        "this place in the sentence names no blank",
        "write the name of a blank between the braces: `{year}`",
    )
}

pub(crate) fn repeated_place(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "repeated-blank",
        span,
        format!("the sentence has a place for the blank `{name}` already"),
        "give this place another name, and a blank of its own",
    )
}

pub(crate) fn repeated_blank(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "repeated-blank",
        span,
        format!("there is a blank `{name}` already"),
        "give this one another name, and a place of its own in the sentence",
    )
}

pub(crate) fn bad_blank_name(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "bad-blank-name",
        span,
        format!("no place in a sentence can name the blank “{name}”"),
        "write a name without braces",
    )
}

/// `known` are the kinds that a blank may be of.
pub(crate) fn unknown_blank_kind<'a>(
    span: Span,
    kind: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let else_hint = format!("a blank is of the kind {}", listed(known.clone()));
    Diagnostic::error(
        "unknown-kind",
        span,
        format!("a blank cannot be of the kind `{kind}`"),
        or_likely(kind, known, else_hint),
    )
}
