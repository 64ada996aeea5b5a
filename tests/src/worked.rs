//! Owns the form of worked examples: an answer, and what has to be said of it, in literal words and worked out by hand
//! from the rules of marking; and the words that several kinds share.
//!
//! Never holds an example: the kinds' own files do.

use verbatim_core::Answer;

/// One answer to one question of the tour, and what is said of it.
#[derive(Clone, Debug)]
pub struct Worked {
    /// The question's id.
    pub question: &'static str,
    /// What is answered.
    pub answer: Answer,
    /// What is said: sign, verdict, reasons and worth.
    pub said: &'static str,
}

/// What is said of the one right option.
pub const RIGHT: &str = "✓ Right You chose the right answer: 1 of 1 point.";
/// What is said of another option.
pub const WRONG: &str = "✗ Not right Another answer is the right one: 0 of 1 point.";

/// Worked examples, a row each.
#[must_use]
pub fn worked<const N: usize>(rows: [(&'static str, Answer, &'static str); N]) -> Vec<Worked> {
    rows.map(|(question, answer, said)| Worked { question, answer, said }).into()
}
