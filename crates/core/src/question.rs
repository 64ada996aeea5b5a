//! Owns the question, its kinds and the one dispatch from a kind to its rules.
//!
//! Never holds the rules of a kind: `question/<kind>.rs` does.

pub mod choice;
mod quote;

use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::mark::Mark;
use crate::prose::{Block, Inline};

pub use choice::Choice;
pub use quote::Quote;
#[cfg(feature = "author")]
pub(crate) use quote::{Proof, prove};

/// What a student is asked, with all that explains the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its stable name, unique in the bank.
    pub id: String,
    /// Changes exactly when what a student answers to changes: the kind, the prompt, the options and their key.
    pub revision: u64,
    /// What is asked.
    pub prompt: Vec<Inline>,
    /// What can be answered, and what is right.
    pub kind: Kind,
    /// Why the answer is what it is.
    pub explanation: Vec<Block>,
    /// What proves it; at least one.
    pub quotes: Vec<Quote>,
    /// The ids of its concepts.
    pub concepts: Vec<String>,
}

impl Question {
    /// What an answer earns; `None` where the answer does not fit the question's kind.
    #[must_use]
    pub fn mark(&self, answer: &Answer) -> Option<Mark> {
        self.kind.rules().mark(answer)
    }

    /// Whether the parts fit together, as they do in all that [`crate::bank`] has verified.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.kind.rules().is_sound()
    }
}

/// The kinds of question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Kind {
    /// One option of several.
    Choice(Choice),
}

impl Kind {
    /// The rules of this kind: the one dispatch.
    #[must_use]
    pub fn rules(&self) -> &dyn Rules {
        match self {
            Self::Choice(choice) => choice,
        }
    }
}

/// What every kind of question can do.
pub trait Rules {
    /// What an answer earns; `None` where its shape does not fit, or it names what is not there.
    fn mark(&self, answer: &Answer) -> Option<Mark>;

    /// An answer that earns everything.
    fn key(&self) -> Answer;

    /// Whether the parts fit together.
    fn is_sound(&self) -> bool;

    /// The words that a student answers to, and the key, each in the author's order: when one of them changes, an
    /// answer given before is an answer to another question.
    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String>;
}

/// How a kind is written in a set's file.
#[cfg(feature = "author")]
pub(crate) struct Authoring {
    /// Its name in `kind = "…"`.
    pub name: &'static str,
    /// The fields that it has beside those of every question.
    pub fields: &'static [crate::bank::shape::Field],
    /// Makes the kind out of a question's record, or says what is wrong.
    pub verify: fn(&crate::bank::draft::Record, &mut crate::diagnostic::Findings) -> Option<Kind>,
}

/// Every kind as an author writes it.
#[cfg(feature = "author")]
pub(crate) const AUTHORING: &[Authoring] = &[choice::AUTHORING];
