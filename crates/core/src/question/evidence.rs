//! Owns the kind `evidence`: the passage of the source that proves a statement.
//!
//! Never shows it: the player's `field/evidence.rs` does.

#[cfg(feature = "author")]
mod author;
mod sentences;

use serde::{Deserialize, Serialize};

#[cfg(feature = "author")]
use super::guess;
use super::{Quote, Rules};
use crate::answer::Answer;
use crate::mark::{Mark, Reason};
use crate::prose::Inline;

#[cfg(feature = "author")]
pub(crate) use author::AUTHORING;
pub use sentences::{Sentence, Sentences};

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

    /// Among n passages 1/n; in paragraphs the mean over all 2^n - 1 sets of at least one sentence.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        match self {
            Self::Passages(passages) => guess::mean(self, (0..passages.passages.len()).map(Answer::Option)),
            Self::Sentences(sentences) => sentences.guess(),
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

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        let of = match self {
            Self::Passages(passages) => passages.passages.len(),
            Self::Sentences(Sentences { sentences }) => sentences.len(),
        };
        super::told::chosen(answer, of)
    }

    #[cfg(feature = "lms")]
    fn told_entries(&self) -> super::Entries {
        let listed = match self {
            Self::Passages(passages) => {
                passages.passages.iter().map(|passage| passage.quote.fragments().join(" … ")).collect()
            }
            Self::Sentences(Sentences { sentences }) => {
                sentences.iter().map(|sentence| sentence.text.clone()).collect()
            }
        };
        super::Entries { listed, given: Vec::new() }
    }
}

#[cfg(test)]
mod tests;
