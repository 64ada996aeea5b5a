//! Owns the sentences of some paragraphs, of which those are picked that prove a statement.
//!
//! Never cuts a text into sentences: the source's own are these.

use serde::{Deserialize, Serialize};

use crate::mark::{Mark, Reason};
#[cfg(feature = "author")]
use crate::question::guess;
#[cfg(feature = "author")]
use crate::question::wording::{JUDGE, Wording};

/// The sentences of some paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentences {
    pub(super) sentences: Vec<Sentence>,
}

/// A sentence to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// How many of the source's tokens it has: words and marks.
    pub(super) tokens: usize,
    /// Whether it is part of the proof.
    pub(super) proves: bool,
}

impl Sentences {
    /// The sentences in the order of the source.
    #[must_use]
    pub fn list(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Token F1 between what was picked and what proves the statement: 2 * found / (picked + needed), where each
    /// counts tokens of the source (van Rijsbergen 1979).
    pub(super) fn mark(&self, picked: &[usize]) -> Option<Mark> {
        let once = picked.iter().enumerate().all(|(place, one)| !picked.iter().take(place).any(|other| other == one));
        let chosen: Vec<&Sentence> = picked.iter().map(|one| self.sentences.get(*one)).collect::<Option<_>>()?;
        if chosen.is_empty() || !once {
            return None;
        }
        let count = |list: &mut dyn Iterator<Item = &Sentence>| list.map(|sentence| sentence.tokens).sum::<usize>();
        let found = count(&mut chosen.iter().copied().filter(|sentence| sentence.proves));
        let needed = count(&mut self.sentences.iter().filter(|sentence| sentence.proves));
        let picked = count(&mut chosen.iter().copied());
        Some(Mark::part(f1(found, picked, needed), Reason::Evidence { found, needed, picked }))
    }

    /// The mean over all 2^n - 1 sets of at least one sentence.
    #[cfg(feature = "author")]
    pub(super) fn guess(&self) -> f64 {
        let tokens = |proves: bool| -> Vec<usize> {
            self.sentences.iter().filter(|sentence| sentence.proves == proves).map(|sentence| sentence.tokens).collect()
        };
        let (right, wrong) = (tokens(true), tokens(false));
        guess::picks(&right, &wrong, |found, other| f1(found, found + other, right.iter().sum()))
    }

    /// What is read, and how long it takes to judge.
    #[cfg(feature = "author")]
    pub(super) fn wording(&self) -> Wording {
        let options = self.sentences.iter().map(|sentence| sentence.text.clone()).collect();
        Wording { options, reasons: Vec::new(), seconds: JUDGE * self.sentences.len() as f64 }
    }
}

/// The harmonic mean of precision and recall.
fn f1(found: usize, picked: usize, needed: usize) -> f64 {
    2.0 * found as f64 / (picked + needed) as f64
}

impl Sentence {
    /// Whether it is part of the proof.
    #[must_use]
    pub fn proves(&self) -> bool {
        self.proves
    }
}
