//! Owns the kind `match`: for each of several things the choice that belongs to it.
//!
//! Never shows it: the player's `field/matching.rs` does. (`match` is a word of Rust, hence the name.)

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

/// A thing and the choice that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The thing.
    pub left: Vec<Inline>,
    /// What belongs to it.
    pub right: Vec<Inline>,
    /// Why it does.
    pub why: Vec<Inline>,
}

/// A choice that belongs to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    /// What it says.
    pub text: Vec<Inline>,
    /// Why it fits nothing.
    pub why: Vec<Inline>,
}

/// Things and choices. The choices are those of the pairs, in their order, then the extras; the choice that belongs
/// to a thing has the thing's own position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matching {
    pairs: Vec<Pair>,
    extras: Vec<Extra>,
}

impl Matching {
    /// The things, each with what belongs to it; at least two.
    #[must_use]
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// The choices that belong to nothing.
    #[must_use]
    pub fn extras(&self) -> &[Extra] {
        &self.extras
    }

    /// What the choice at a position says.
    #[must_use]
    pub fn choice(&self, position: usize) -> Option<&[Inline]> {
        let extra = || position.checked_sub(self.pairs.len()).and_then(|extra| self.extras.get(extra));
        let right = self.pairs.get(position).map(|pair| pair.right.as_slice());
        right.or_else(|| extra().map(|extra| extra.text.as_slice()))
    }

    fn choices(&self) -> usize {
        self.pairs.len() + self.extras.len()
    }
}

impl Rules for Matching {
    /// The share of things with the choice that belongs to them; nothing is taken off for others.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        let Answer::Parts(parts) = answer else { return None };
        let known = |part: &Option<Answer>| match part {
            None => true,
            Some(Answer::Option(choice)) => *choice < self.choices(),
            Some(Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_)) => false,
        };
        if parts.len() != self.pairs.len() || !parts.iter().all(known) || parts.iter().all(Option::is_none) {
            return None;
        }
        let right = parts.iter().enumerate().filter(|(thing, part)| **part == Some(Answer::Option(*thing))).count();
        let all = self.pairs.len();
        Some(Mark::part(right as f64 / all as f64, Reason::Matched { right, all }))
    }

    fn key(&self) -> Answer {
        Answer::Parts((0..self.pairs.len()).map(|thing| Some(Answer::Option(thing))).collect())
    }

    fn is_sound(&self) -> bool {
        self.pairs.len() >= 2
    }

    fn movable(&self) -> Vec<bool> {
        vec![true; self.choices()]
    }

    fn gives_itself_away(&self, shown: &[usize]) -> bool {
        shown.is_sorted()
    }

    /// 1/m, where m choices are there for each thing. The mark is a mean over the things, so that only how often each
    /// of them meets its choice counts: the m answers that give one choice to all things show it as all m^n would, and
    /// as those that give no choice twice.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        let one_for_all = |choice| Answer::Parts(vec![Some(Answer::Option(choice)); self.pairs.len()]);
        guess::mean(self, (0..self.choices()).map(one_for_all))
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        let pairs = self.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]);
        let texts = pairs.chain(self.extras.iter().map(|extra| &extra.text)).map(|text| crate::prose::plain(text));
        texts.chain([self.pairs.len().to_string()]).collect()
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        author::authored(self)
    }

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        let Answer::Parts(parts) = answer else { return None };
        let pair = |(thing, part): (usize, &Option<Answer>)| match part {
            Some(Answer::Option(choice)) => Some((thing, *choice)),
            Some(Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_)) | None => None,
        };
        Some(super::Told::Matched(parts.iter().enumerate().filter_map(pair).collect()))
    }

    #[cfg(feature = "lms")]
    fn told_entries(&self) -> super::Entries {
        let things = super::Entries::of(self.pairs.iter().map(|pair| pair.left.as_slice()));
        let choices = self.pairs.iter().map(|pair| &pair.right).chain(self.extras.iter().map(|extra| &extra.text));
        super::Entries { given: choices.map(|words| crate::prose::plain(words)).collect(), ..things }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three things and four choices.
    fn matching() -> Matching {
        let pair = Pair { left: Vec::new(), right: Vec::new(), why: Vec::new() };
        Matching { pairs: vec![pair; 3], extras: vec![Extra { text: Vec::new(), why: Vec::new() }] }
    }

    fn check(given: &[Option<usize>], earned: Option<f64>) {
        let parts = given.iter().map(|choice| choice.map(Answer::Option)).collect();
        assert_eq!(matching().mark(&Answer::Parts(parts)).map(|mark| mark.earned()), earned, "{given:?}");
    }

    #[test]
    fn each_thing_with_its_choice_earns_its_share() {
        check(&[Some(0), Some(1), Some(2)], Some(1.0));
        check(&[Some(0), Some(2), Some(1)], Some(1.0 / 3.0));
        check(&[Some(0), Some(1), None], Some(2.0 / 3.0));
        check(&[Some(1), Some(2), Some(3)], Some(0.0));
    }

    #[test]
    fn a_choice_may_be_given_to_several_things() {
        check(&[Some(0), Some(0), Some(0)], Some(1.0 / 3.0));
    }

    #[test]
    #[cfg(feature = "author")]
    fn guessing_hits_one_choice_of_all() {
        assert_eq!(matching().guess(), 0.25);
    }

    #[test]
    fn nothing_and_what_is_not_there_do_not_fit() {
        check(&[None, None, None], None);
        check(&[Some(4), None, None], None);
        check(&[Some(0), Some(1)], None);
    }

    #[test]
    fn a_choice_that_belongs_to_nothing_follows_the_others() {
        let matching = matching();
        assert!(matching.choice(3).is_some() && matching.choice(4).is_none());
    }
}
