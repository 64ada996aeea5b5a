//! Owns the kind `choice`: one option of several, exactly one of them right.
//!
//! Never shows it: the player's `field/choice.rs` does.

#[cfg(feature = "author")]
mod author;

use serde::{Deserialize, Serialize};

use super::Rules;
#[cfg(feature = "author")]
use super::authored::CHOOSE;
#[cfg(feature = "author")]
use super::guess;
use super::option::{self, ChoiceOption};
use crate::answer::Answer;
use crate::mark::{Mark, Reason};

#[cfg(feature = "author")]
pub(crate) use author::{AUTHORING, choice, one_key};

/// Options of which exactly one is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    options: Vec<ChoiceOption>,
    key: usize,
}

impl Choice {
    /// The options in the author's order; at least two.
    #[must_use]
    pub fn options(&self) -> &[ChoiceOption] {
        &self.options
    }

    /// The position of the right option, from 0.
    #[must_use]
    pub fn right(&self) -> usize {
        self.key
    }
}

impl Rules for Choice {
    /// 1 for the right option, 0 for another.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        let Answer::Option(chosen) = answer else { return None };
        self.options.get(*chosen)?;
        let right = *chosen == self.key;
        Some(if right { Mark::full(Reason::RightOption) } else { Mark::none(Reason::WrongOption) })
    }

    fn key(&self) -> Answer {
        Answer::Option(self.key)
    }

    fn is_sound(&self) -> bool {
        self.options.len() >= 2 && self.key < self.options.len()
    }

    fn movable(&self) -> Vec<bool> {
        option::movable(&self.options)
    }

    fn ways(&self) -> Option<usize> {
        Some(self.options.len())
    }

    /// 1/n: one of n options is right.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        guess::mean(self, (0..self.options.len()).map(Answer::Option))
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        let texts = self.options.iter().map(|option| crate::prose::plain(&option.text));
        texts.chain([self.key.to_string()]).collect()
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        super::Authored::of_options("options", &self.options, &[self.key], CHOOSE)
    }

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        super::told::chosen(answer, self.options.len())
    }

    #[cfg(feature = "lms")]
    fn told_entries(&self) -> super::Entries {
        super::Entries::options(&self.options)
    }
}

/// A choice of so many options without words, of which `key` is right.
#[cfg(test)]
pub(super) fn some(options: usize, key: usize) -> Choice {
    Choice { options: option::some(options), key }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(options: usize, key: usize) -> Choice {
        Choice { options: option::some(options), key }
    }

    fn check(chosen: usize, expect: Option<(f64, Reason)>) {
        let mark = choice(4, 2).mark(&Answer::Option(chosen));
        assert_eq!(mark.map(|mark| (mark.earned(), mark.reasons()[0].clone())), expect);
    }

    #[test]
    fn the_right_option_earns_everything() {
        check(2, Some((1.0, Reason::RightOption)));
    }

    #[test]
    fn another_option_earns_nothing() {
        check(0, Some((0.0, Reason::WrongOption)));
    }

    #[test]
    fn an_option_that_is_not_there_does_not_fit() {
        check(4, None);
    }

    #[test]
    fn the_key_earns_everything() {
        let choice = choice(3, 1);
        assert!(choice.mark(&choice.key()).is_some_and(|mark| mark.is_full()));
    }

    #[test]
    #[cfg(feature = "author")]
    fn guessing_hits_one_option_of_all() {
        assert_eq!([2, 4, 5].map(|options| choice(options, 1).guess()), [0.5, 0.25, 0.2]);
    }

    #[test]
    fn a_key_beyond_the_options_is_unsound() {
        assert!(choice(2, 1).is_sound());
        assert!(!choice(2, 2).is_sound());
        assert!(!choice(1, 0).is_sound());
    }
}
