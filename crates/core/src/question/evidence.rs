//! Owns the kind `evidence`: the passage of the source that proves a statement.
//!
//! Never shows it: the player's `field/evidence.rs` does.

#[cfg(feature = "author")]
mod author;

use serde::{Deserialize, Serialize};

use super::{Quote, Rules};
use crate::answer::Answer;
use crate::mark::{Mark, Reason};
use crate::prose::Inline;

#[cfg(feature = "author")]
pub(crate) use author::AUTHORING;

/// Where a student looks for the proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// Among passages, one of which proves the statement.
    Passages(Passages),
    /// In paragraphs, one or more sentences of which prove it.
    Sentences(Sentences),
}

/// Quoted passages, one of which proves the statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passages {
    passages: Vec<Passage>,
    key: usize,
}

/// A passage to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its words, which stand in the source.
    pub quote: Quote,
    /// Why it does or does not prove the statement.
    pub why: Vec<Inline>,
}

/// The sentences of some paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentences {
    sentences: Vec<Sentence>,
}

/// A sentence to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// How many of the source's tokens it has: words and marks.
    tokens: usize,
    /// Whether it is part of the proof.
    proves: bool,
}

impl Passages {
    /// The passages in the author's order; at least two.
    #[must_use]
    pub fn list(&self) -> &[Passage] {
        &self.passages
    }

    /// The position of the one that proves the statement.
    #[must_use]
    pub fn right(&self) -> usize {
        self.key
    }
}

impl Sentences {
    /// The sentences in the order of the source.
    #[must_use]
    pub fn list(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Token F1 between what was picked and what proves the statement: 2 * found / (picked + needed), where each
    /// counts tokens of the source (van Rijsbergen 1979).
    fn mark(&self, picked: &[usize]) -> Option<Mark> {
        let once = picked.iter().enumerate().all(|(place, one)| !picked.iter().take(place).any(|other| other == one));
        let chosen: Vec<&Sentence> = picked.iter().map(|one| self.sentences.get(*one)).collect::<Option<_>>()?;
        if chosen.is_empty() || !once {
            return None;
        }
        let count = |list: &mut dyn Iterator<Item = &Sentence>| list.map(|sentence| sentence.tokens).sum::<usize>();
        let found = count(&mut chosen.iter().copied().filter(|sentence| sentence.proves));
        let needed = count(&mut self.sentences.iter().filter(|sentence| sentence.proves));
        let picked = count(&mut chosen.iter().copied());
        let earned = 2.0 * found as f64 / (picked + needed) as f64;
        Some(Mark::part(earned, Reason::Evidence { found, needed, picked }))
    }
}

impl Sentence {
    /// Whether it is part of the proof.
    #[must_use]
    pub fn proves(&self) -> bool {
        self.proves
    }
}

impl Rules for Evidence {
    /// Among passages 1 or 0; in paragraphs the token F1 of the sentences picked.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        match (self, answer) {
            (Self::Passages(passages), Answer::Option(chosen)) => {
                passages.passages.get(*chosen)?;
                let right = *chosen == passages.key;
                Some(if right { Mark::full(Reason::RightOption) } else { Mark::none(Reason::WrongOption) })
            }
            (Self::Sentences(sentences), Answer::Options(picked)) => sentences.mark(picked),
            (Self::Passages(_) | Self::Sentences(_), _) => None,
        }
    }

    fn key(&self) -> Answer {
        match self {
            Self::Passages(passages) => Answer::Option(passages.key),
            Self::Sentences(Sentences { sentences }) => {
                let proving = sentences.iter().enumerate().filter(|(_, sentence)| sentence.proves);
                Answer::Options(proving.map(|(position, _)| position).collect())
            }
        }
    }

    fn is_sound(&self) -> bool {
        match self {
            Self::Passages(passages) => passages.passages.len() >= 2 && passages.key < passages.passages.len(),
            Self::Sentences(Sentences { sentences }) => {
                sentences.iter().any(|sentence| sentence.proves) && sentences.iter().all(|sentence| sentence.tokens > 0)
            }
        }
    }

    fn movable(&self) -> Vec<bool> {
        match self {
            Self::Passages(passages) => vec![true; passages.passages.len()],
            // Sentences stand where they stand.
            Self::Sentences(_) => Vec::new(),
        }
    }

    fn ways(&self) -> Option<usize> {
        match self {
            Self::Passages(passages) => Some(passages.passages.len()),
            Self::Sentences(_) => None,
        }
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        match self {
            Self::Passages(passages) => {
                let texts = passages.passages.iter().map(|passage| passage.quote.fragments().join(" … "));
                texts.chain([passages.key.to_string()]).collect()
            }
            Self::Sentences(Sentences { sentences }) => {
                sentences.iter().map(|sentence| format!("{} {}", sentence.proves, sentence.text)).collect()
            }
        }
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        author::authored(self)
    }
}

#[cfg(test)]
mod tests;
