//! Owns the kind `choices`: several options of several, at least one of them right and one wrong.
//!
//! Never shows it: the player's `field/choices.rs` does.

#[cfg(feature = "author")]
mod author;

use serde::{Deserialize, Serialize};

use super::Rules;
#[cfg(feature = "author")]
use super::authored::JUDGE;
#[cfg(feature = "author")]
use super::guess;
use super::option::{self, ChoiceOption};
use crate::answer::Answer;
use crate::mark::{Mark, Reason, Scheme};

#[cfg(feature = "author")]
pub(crate) use author::AUTHORING;

/// Options of which any number but all is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    options: Vec<ChoiceOption>,
    keys: Vec<usize>,
    scheme: Scheme,
}

impl Choices {
    /// The options in the author's order; at least two.
    #[must_use]
    pub fn options(&self) -> &[ChoiceOption] {
        &self.options
    }

    /// Whether the option at a position is right.
    #[must_use]
    pub fn is_right(&self, position: usize) -> bool {
        self.keys.contains(&position)
    }
}

impl Rules for Choices {
    /// Of K right and D wrong options t and f are picked: `net` max(0, (t - f) / K), `balanced` max(0, t/K - f/D),
    /// `all` 1 for exactly the right ones, `each` (t + D - f) / (K + D). Nothing picked is no answer.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        let Answer::Options(picked) = answer else { return None };
        let known = picked.iter().all(|position| *position < self.options.len());
        let once = picked.iter().enumerate().all(|(place, position)| !picked.iter().take(place).any(|p| p == position));
        if picked.is_empty() || !known || !once {
            return None;
        }
        let right = picked.iter().filter(|position| self.is_right(**position)).count();
        let (keys, wrong) = (self.keys.len(), picked.len() - right);
        let (k, d) = (keys as f64, (self.options.len() - keys) as f64);
        let (t, f) = (right as f64, wrong as f64);
        let earned = match self.scheme {
            Scheme::Net => (t - f) / k,
            Scheme::Balanced => t / k - f / d,
            Scheme::All => f64::from(u8::from(right == keys && wrong == 0)),
            Scheme::Each => (t + d - f) / (k + d),
        };
        Some(Mark::part(earned, Reason::Picked { right, keys, wrong, scheme: self.scheme }))
    }

    fn key(&self) -> Answer {
        Answer::Options(self.keys.clone())
    }

    fn is_sound(&self) -> bool {
        let all = self.options.len();
        let rising = self.keys.iter().zip(self.keys.iter().skip(1)).all(|(one, next)| one < next);
        !self.keys.is_empty() && self.keys.len() < all && rising && self.keys.iter().all(|key| *key < all)
    }

    fn movable(&self) -> Vec<bool> {
        option::movable(&self.options)
    }

    /// The mean over all 2^n - 1 sets of at least one option, which a guesser gives who leaves each option to a coin.
    /// Sets with as many right and as many wrong options earn the same, so that one of each stands for the others.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        let (right, wrong): (Vec<usize>, Vec<usize>) =
            (0..self.options.len()).partition(|option| self.is_right(*option));
        let picked = |t, f| right.iter().take(t).chain(wrong.iter().take(f)).copied().collect();
        let ones = |list: &[usize]| vec![1; list.len()];
        guess::picks(&ones(&right), &ones(&wrong), |t, f| guess::mean(self, [Answer::Options(picked(t, f))]))
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        let texts = self.options.iter().map(|option| crate::prose::plain(&option.text));
        texts.chain(self.keys.iter().map(ToString::to_string)).chain([format!("{:?}", self.scheme)]).collect()
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        super::Authored::of_options("options", &self.options, &self.keys, JUDGE * self.options.len() as f64)
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

#[cfg(test)]
mod tests;
