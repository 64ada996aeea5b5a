//! Owns what is said of flaws of options.
//!
//! Never finds one: `crate::lint` does.

use super::flaw;
use crate::diagnostic::{Diagnostic, Span};

/// Lengths are in characters.
pub(crate) fn longest_option(span: Span, key: usize, longest: usize) -> Diagnostic {
    flaw(
        span,
        format!("the right option has {key} characters, and the longest wrong one {longest}"),
        "move what qualifies it into `why`, or say as much in a wrong option",
    )
    .label("stands out by its length")
}

pub(crate) fn longest_options(span: Span, count: usize, all: usize) -> Diagnostic {
    flaw(
        span,
        format!("the right option is the longest in {count} of this set’s {all} questions with one right option"),
        "shorten right options, or lengthen wrong ones, until the longest is right no more often than the others",
    )
}

/// `place` counts from 1; `expected` is how often chance would put the right option there.
pub(crate) fn key_position(span: Span, place: usize, count: usize, all: usize, expected: f64) -> Diagnostic {
    flaw(
        span,
        format!(
            "the right option stands in place {place} in {count} of this set’s {all} questions that have such a place"
        ),
        "write the options of some questions in another order",
    )
    .note(format!("by chance it would be about {expected:.0}"))
}

pub(crate) fn above_under_shuffle(span: Span, text: &str) -> Diagnostic {
    flaw(
        span,
        format!("“{text}” points at places, and the options are shown in any order"),
        "say what it means in words, or write `shuffle = false` in this question",
    )
}

/// `marked` wrong options of `wrong` have an absolute word, the first of them `word`.
pub(crate) fn absolute_words(span: Span, word: &str, marked: usize, wrong: usize) -> Diagnostic {
    flaw(
        span,
        format!("{marked} of {wrong} wrong options have an absolute word such as “{word}”, and no right one has"),
        "word them as carefully as the right option, so that knowledge is needed to exclude them",
    )
}

/// `how` is what this option does to the other.
pub(crate) fn overlapping_options(span: Span, text: &str, other: &str, how: &str) -> Diagnostic {
    flaw(span, format!("“{text}” {how} “{other}”"), "part the two, so that no answer makes both right")
}

pub(crate) fn stem_clue(span: Span, shared: &[String]) -> Diagnostic {
    let words: Vec<String> = shared.iter().map(|stem| format!("“{stem}”")).collect();
    flaw(
        span,
        format!("the prompt and the right option alone share {}", words.join(", ")),
        "use another word in one of the two, or the same word in a wrong option",
    )
    .note("words are compared by their stems")
}

pub(crate) fn grammatical_cue(span: Span, cue: &str) -> Diagnostic {
    flaw(
        span,
        format!("“{cue}” fits this option, and none of the others"),
        "word the prompt so that every option could follow it: as a question, say, or with “a or an”",
    )
}

/// `how` is what this option alone does.
pub(crate) fn uneven_form(span: Span, text: &str, how: &str) -> Diagnostic {
    flaw(span, format!("“{text}” {how}, unlike all the others"), "give all options one form")
}
