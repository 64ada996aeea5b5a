//! Owns what is said of flaws of prompts, explanations, reasons and quotations, and of what authors allow.
//!
//! Never finds one: `crate::lint` does.

use super::flaw;
use crate::diagnostic::{Diagnostic, Span};

pub(crate) fn negative_stem(span: Span, word: &str) -> Diagnostic {
    flaw(
        span,
        format!("“{word}” turns the question round, and is easily overlooked"),
        format!("ask for what is so, or emphasise the word: `*{word}*`"),
    )
}

pub(crate) fn no_question(span: Span) -> Diagnostic {
    flaw(span, "this prompt asks nothing", "end with a question, or say what to do: `Match …`, `Put … in order`")
}

/// `quoted` says that what is new in it stands in the quotation.
pub(crate) fn empty_explanation(span: Span, quoted: bool) -> Diagnostic {
    let message = match quoted {
        true => "the explanation says nothing that is not in the prompt, the key or the quotation",
        false => "the explanation hardly says more than the prompt and the key",
    };
    flaw(span, message, "say how the quotation leads to the answer, or what is easily confused here")
}

/// `of` is what it repeats.
pub(crate) fn copied_why(span: Span, of: &str) -> Diagnostic {
    flaw(
        span,
        format!("this `why` only repeats {of}"),
        "say what a student who chose this has mistaken, or what makes it right",
    )
}

pub(crate) fn quote_without_key(span: Span) -> Diagnostic {
    flaw(
        span,
        "the quotation has no word of the right answer, of the prompt or of the reason",
        "quote the words that prove the answer; `quotes` takes several passages",
    )
}

pub(crate) fn answer_elsewhere(span: Span, id: &str, key: &str) -> Diagnostic {
    flaw(
        span,
        format!("this prompt gives the answer to `{id}`: “{key}”"),
        "word it without that answer, or move one of the two questions into another set",
    )
}

/// Both are grades of the Automated Readability Index.
pub(crate) fn reading_level(span: Span, own: f64, source: f64) -> Diagnostic {
    flaw(
        span,
        format!("this question reads like grade {own:.0}, and its source like grade {source:.0}"),
        "write shorter sentences and plainer words in prompt, explanation and reasons",
    )
}

pub(crate) fn useless_allow(span: Span, rule: &str) -> Diagnostic {
    flaw(span, format!("`{rule}` finds nothing here that could be allowed"), "remove it")
}
