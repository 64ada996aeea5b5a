//! Owns the glossary of a bank: what its concepts mean, each with the words of the source that it rests on.
//!
//! Never explains an answer: a question's own explanation does.

use serde::{Deserialize, Serialize};

use super::pack::{self, Unreadable};
use super::{Bank, Original, Set, original};
use crate::prose::Block;
use crate::question::Quote;

/// What the glossary says of one concept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The concept's id.
    pub concept: String,
    /// What a reader calls it.
    pub term: String,
    /// What it means, in the author's words.
    pub definition: Vec<Block>,
    /// The words of the source that it rests on; at least one.
    pub quotes: Vec<Quote>,
    /// The ids and titles of the sets that ask about it, in the bank's order.
    pub sets: Vec<(String, String)>,
}

/// The glossary of one bank with all that a page needs to show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glossary {
    bank: String,
    title: String,
    #[serde(deserialize_with = "original::read")]
    original: Original,
    entries: Vec<Entry>,
}

impl Glossary {
    /// The glossary of a bank; `None` where it defines no concept.
    #[must_use]
    pub fn new(bank: &Bank) -> Option<Self> {
        let all: Vec<&str> = bank.sets.iter().map(Set::id).collect();
        Self::within(bank, &all)
    }

    /// As much of it as is of use with these of the bank's sets, by id: what none of them asks about is left out, unless
    /// none of the bank's does, and so is every word on the other sets.
    #[must_use]
    pub fn within(bank: &Bank, sets: &[&str]) -> Option<Self> {
        let entry = |entry: &Entry| {
            let mut entry = entry.clone();
            let is_asked = !entry.sets.is_empty();
            entry.sets.retain(|(id, _)| sets.contains(&id.as_str()));
            (!is_asked || !entry.sets.is_empty()).then_some(entry)
        };
        let entries: Vec<Entry> = bank.glossary.iter().filter_map(entry).collect();
        let (id, title) = (bank.id.clone(), bank.title.clone());
        (!entries.is_empty()).then(|| Self { bank: id, title, original: bank.original.clone(), entries })
    }

    /// The id of its bank.
    #[must_use]
    pub fn bank(&self) -> &str {
        &self.bank
    }

    /// The title of its bank.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The text that the bank is about.
    #[must_use]
    pub fn original(&self) -> &Original {
        &self.original
    }

    /// What it says of each concept, in the bank's order; at least one.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// `Unreadable::Damaged` where the data does not serialise, which no bank brings about.
    pub fn write(&self) -> Result<Vec<u8>, Unreadable> {
        pack::write(self)
    }

    /// Reads it back.
    ///
    /// # Errors
    ///
    /// Another version, or bytes that are no glossary.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let glossary: Self = pack::read(bytes)?;
        let mut quotes = glossary.entries.iter().flat_map(|entry| &entry.quotes);
        let sound = !glossary.entries.is_empty() && quotes.all(|quote| glossary.original.shows(quote));
        sound.then_some(glossary).ok_or(Unreadable::Damaged)
    }
}
