//! Owns the kind `truth`: whether a statement is true or false.
//!
//! Never shows it: the player's `field/truth.rs` does.

#[cfg(feature = "author")]
mod author;

use serde::{Deserialize, Serialize};

use super::Rules;
#[cfg(feature = "author")]
use super::guess;
use crate::answer::Answer;
use crate::mark::{Mark, Reason};
use crate::prose::Inline;

#[cfg(feature = "author")]
pub(crate) use author::AUTHORING;

/// Where "true" stands among the two options, and "false".
pub const TRUE: usize = 0;
/// Where "false" stands.
pub const FALSE: usize = 1;

/// A statement, which is the prompt, and whether it is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Truth {
    is_true: bool,
    why_true: Vec<Inline>,
    why_false: Vec<Inline>,
}

impl Truth {
    /// The position of the right option: [`TRUE`] or [`FALSE`].
    #[must_use]
    pub fn right(&self) -> usize {
        if self.is_true { TRUE } else { FALSE }
    }

    /// Whether the statement is true.
    #[must_use]
    pub fn is_true(&self) -> bool {
        self.is_true
    }

    /// Why each of the options is right or wrong, in their order.
    #[must_use]
    pub fn whys(&self) -> [&[Inline]; 2] {
        [&self.why_true, &self.why_false]
    }
}

impl Rules for Truth {
    /// 1 or 0.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        match answer {
            Answer::Option(chosen) if *chosen == self.right() => Some(Mark::full(Reason::RightOption)),
            Answer::Option(TRUE | FALSE) => Some(Mark::none(Reason::WrongOption)),
            Answer::Option(_) | Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => None,
        }
    }

    fn key(&self) -> Answer {
        Answer::Option(self.right())
    }

    fn is_sound(&self) -> bool {
        true
    }

    fn ways(&self) -> Option<usize> {
        Some(2)
    }

    /// 1/2.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        guess::mean(self, [TRUE, FALSE].map(Answer::Option))
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        vec![self.is_true.to_string()]
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        author::authored(self)
    }

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        let Answer::Option(chosen) = answer else { return None };
        Some(super::Told::Truth(*chosen == TRUE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(is_true: bool, chosen: usize, earned: Option<f64>) {
        let truth = Truth { is_true, why_true: Vec::new(), why_false: Vec::new() };
        assert_eq!(truth.mark(&Answer::Option(chosen)).map(|mark| mark.earned()), earned, "{is_true} {chosen}");
    }

    #[test]
    fn a_statement_is_true_or_it_is_false() {
        check(true, TRUE, Some(1.0));
        check(true, FALSE, Some(0.0));
        check(false, FALSE, Some(1.0));
        check(false, TRUE, Some(0.0));
    }

    #[test]
    #[cfg(feature = "author")]
    fn guessing_hits_every_other_statement() {
        let truth = |is_true| Truth { is_true, why_true: Vec::new(), why_false: Vec::new() };
        assert_eq!([true, false].map(|is_true| truth(is_true).guess()), [0.5, 0.5]);
    }

    #[test]
    fn there_is_no_third_way() {
        check(true, 2, None);
    }
}
