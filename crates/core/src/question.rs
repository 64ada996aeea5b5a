//! Owns the question, its kinds and the one dispatch from a kind to its rules.
//!
//! Never holds the rules of a kind: `question/<kind>.rs` does.

#[cfg(feature = "author")]
pub mod authored;
pub mod blanks;
pub mod choice;
pub mod choices;
mod difficulty;
pub mod evidence;
#[cfg(feature = "author")]
mod guess;
pub mod matching;
pub mod number;
pub mod option;
pub mod order;
mod quote;
pub mod text;
#[cfg(feature = "lms")]
pub mod told;
pub mod truth;
mod words;

use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::mark::Mark;
use crate::prose::{Block, Inline};

#[cfg(feature = "author")]
pub use authored::Authored;
pub use blanks::{Blank, Blanks};
pub use choice::Choice;
pub use choices::Choices;
pub use difficulty::Difficulty;
pub use evidence::Evidence;
pub use matching::Matching;
pub use number::Number;
pub use order::Order;
#[cfg(feature = "author")]
pub(crate) use quote::{Proof, prove};
pub use quote::{Quote, Stretch};
pub use text::Text;
#[cfg(feature = "lms")]
pub use told::{Entries, Told};
pub use truth::Truth;

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
    /// How demanding it is, if its author says so.
    pub difficulty: Option<Difficulty>,
    /// Steps towards the answer, from the vaguest on; often none.
    pub hints: Vec<Vec<Inline>>,
    /// Whether what has no order of its own is drawn anew for each attempt.
    pub shuffled: bool,
    /// A number that stays the same as long as its id does: what is drawn for the question depends on it.
    pub stream: u64,
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
    /// Several options of several.
    Choices(Choices),
    /// Whether a statement is true.
    Truth(Truth),
    /// A word or a few that are written.
    Text(Text),
    /// A number that is written.
    Number(Number),
    /// Items to be put in order.
    Order(Order),
    /// Things to be matched.
    Match(Matching),
    /// The blanks of a sentence.
    Blanks(Blanks),
    /// The passage that proves a statement.
    Evidence(Evidence),
}

impl Kind {
    /// The rules of this kind: the one dispatch.
    #[must_use]
    pub fn rules(&self) -> &dyn Rules {
        match self {
            Self::Choice(choice) => choice,
            Self::Choices(choices) => choices,
            Self::Truth(truth) => truth,
            Self::Text(text) => text,
            Self::Number(number) => number,
            Self::Order(order) => order,
            Self::Match(matching) => matching,
            Self::Blanks(blanks) => blanks,
            Self::Evidence(evidence) => evidence,
        }
    }
}

/// What every kind of question can do.
pub trait Rules {
    /// What an answer earns; `None` where its shape does not fit, it names what is not there, or it says nothing.
    fn mark(&self, answer: &Answer) -> Option<Mark>;

    /// An answer that earns everything.
    fn key(&self) -> Answer;

    /// Whether the parts fit together.
    fn is_sound(&self) -> bool;

    /// The list whose order means nothing, or must not be the author's: for each entry whether its place may be drawn.
    /// Empty for kinds without such a list.
    fn movable(&self) -> Vec<bool> {
        Vec::new()
    }

    /// Whether that list, shown in this order, says which answer is right, so that another has to be drawn. Such an
    /// order becomes harmless by putting its first entry last.
    fn gives_itself_away(&self, _shown: &[usize]) -> bool {
        false
    }

    /// How many different answers there are to choose from, one alone of which is right; `None` where they are not
    /// counted. With more than one try the last of them is no merit.
    fn ways(&self) -> Option<usize> {
        None
    }

    /// What an answer says to a learning management system; `None` where it does not fit.
    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<Told>;

    /// The answers that earn everything, as far as they can be told: the first is the model answer.
    #[cfg(feature = "lms")]
    fn told_keys(&self) -> Vec<Told> {
        self.told(&self.key()).into_iter().collect()
    }

    /// What the positions in told answers stand for.
    #[cfg(feature = "lms")]
    fn told_entries(&self) -> Entries {
        Entries::default()
    }

    /// What authors call it: `kind = "…"`.
    #[cfg(feature = "author")]
    fn name(&self) -> &'static str;

    /// What blind guessing earns on average at the first try, from 0 to 1, where each answer that could be given is as
    /// likely as another, and every part of the question is answered. Nothing is guessed that has to be written.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64;

    /// The words that a student answers to, and the key, each in the author's order: when one of them changes, an
    /// answer given before is an answer to another question.
    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String>;

    /// What it says in words, beside the prompt, and how long the answer takes to think of.
    #[cfg(feature = "author")]
    fn authored(&self) -> Authored;
}

/// How a kind is written in a set's file.
#[cfg(feature = "author")]
pub(crate) struct Authoring {
    /// Its name in `kind = "…"`.
    pub name: &'static str,
    /// The fields that it has beside those of every question.
    pub fields: &'static [crate::bank::shape::Field],
    /// Makes the kind out of a question's record, or says what is wrong.
    pub verify: fn(Option<&Proof<'_>>, &crate::bank::draft::Record, &mut crate::diagnostic::Findings) -> Option<Kind>,
}

/// Every kind as an author writes it.
#[cfg(feature = "author")]
pub(crate) const AUTHORING: &[Authoring] = &[
    choice::AUTHORING,
    choices::AUTHORING,
    truth::AUTHORING,
    text::AUTHORING,
    number::AUTHORING,
    order::AUTHORING,
    matching::AUTHORING,
    blanks::AUTHORING,
    evidence::AUTHORING,
];
