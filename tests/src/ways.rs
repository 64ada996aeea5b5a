//! Owns ways to answer whole sets: rightly, wrongly, partly, and mixed.
//!
//! Never marks: what an answer earns is said by core, and in the cases by literal words. Never knows a kind: its case
//! in `kind/` does.

use verbatim_core::{Answer, Question};

use crate::kind::played;

/// A way to answer a question, given the number of questions answered before it.
pub type Choose = fn(&Question, usize) -> Answer;

/// Answers rightly, in the author's words.
#[must_use]
pub fn rightly(question: &Question, _before: usize) -> Answer {
    played(&question.kind).rightly()
}

/// Answers wrongly, at each position of a set in another way where there are several. It earns nothing.
#[must_use]
pub fn wrongly(question: &Question, before: usize) -> Answer {
    played(&question.kind).wrongly(before)
}

/// Answers so that a part is earned; `None` where the kind knows no parts.
#[must_use]
pub fn partly(question: &Question) -> Option<Answer> {
    played(&question.kind).partly()
}

/// The first answer is wrong, the others are right.
#[must_use]
pub fn mixed(question: &Question, before: usize) -> Answer {
    if before == 0 { wrongly(question, before) } else { rightly(question, before) }
}
