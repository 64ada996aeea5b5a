//! Owns the compact data that the build hands to the player.
//!
//! Never holds anything unverified: it is written from a [`Bank`], and reading checks form and version.
//!
//! The form: four bytes of name and version, then postcard. Player and data are built together, so there is
//! no older form to read; data of another version is refused, and the page asks for a reload.

use core::fmt;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Abouts, Bank, Catalogue, Concept, Mode, Original, Set, Settings, original};
use crate::question::Question;
use crate::source::Source;

const NAME_AND_VERSION: &[u8; 4] = b"vbm6";

/// One set with all that a page needs to show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    bank: String,
    #[serde(deserialize_with = "original::read")]
    original: Original,
    concepts: Vec<Concept>,
    set: Set,
}

impl Pack {
    /// The pack of one set of a bank.
    #[must_use]
    pub fn new(bank: &Bank, set: &Set) -> Self {
        let used = |concept: &&Concept| set.questions.iter().any(|q| q.concepts.contains(&concept.id));
        Self {
            bank: bank.id.clone(),
            original: bank.original.clone(),
            concepts: bank.concepts.iter().filter(used).cloned().collect(),
            set: set.clone(),
        }
    }

    /// The same with these questions alone, in this order, and in this mode where one is named. An id that no question
    /// has is passed over, one that comes again counts once; where none is left, all questions stay.
    #[must_use]
    pub fn chosen(mut self, ids: &[String], mode: Option<Mode>) -> Self {
        let rest = &mut self.set.questions;
        let mut questions = Vec::new();
        for id in ids {
            if let Some(position) = rest.iter().position(|question| question.id == *id) {
                questions.push(rest.remove(position));
            }
        }
        if !questions.is_empty() {
            self.concepts.retain(|concept| questions.iter().any(|question| question.concepts.contains(&concept.id)));
            self.set.questions = questions;
        }
        self.set.settings.mode = mode.or(self.set.settings.mode);
        self
    }

    /// The same, passed with this share of all marks, whatever the set says: an LMS has the last word.
    #[cfg(feature = "lms")]
    #[must_use]
    pub fn passed_with(mut self, share: f64) -> Self {
        self.set.settings.pass = Some(share);
        self
    }

    /// The id of the bank that the set belongs to.
    #[must_use]
    pub fn bank(&self) -> &str {
        &self.bank
    }

    /// The text that the set is about.
    #[must_use]
    pub fn original(&self) -> &Original {
        &self.original
    }

    /// How that text is cited.
    #[must_use]
    pub fn source(&self) -> &Source {
        self.original.source()
    }

    /// The concepts of the set's questions, in the bank's order.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The set.
    #[must_use]
    pub fn set(&self) -> &Set {
        &self.set
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// `Unreadable::Damaged` where the data does not serialise, which no bank brings about.
    pub fn write(&self) -> Result<Vec<u8>, Unreadable> {
        write(self)
    }

    /// Reads it back.
    ///
    /// # Errors
    ///
    /// Another version, or bytes that are no pack.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let pack: Self = read(bytes)?;
        let questions = pack.set.questions();
        let sound = !questions.is_empty() && questions.iter().all(Question::is_sound);
        let settings = &pack.set.settings;
        let sound = sound
            && (0.0..=1.0).contains(&settings.hint_cost)
            && settings.pass.is_none_or(Settings::is_pass)
            && questions.iter().flat_map(|question| &question.quotes).all(|quote| pack.original.shows(quote));
        sound.then_some(pack).ok_or(Unreadable::Damaged)
    }
}

impl Catalogue {
    /// Writes it.
    ///
    /// # Errors
    ///
    /// `Unreadable::Damaged` where the data does not serialise, which no catalogue brings about.
    pub fn write(&self) -> Result<Vec<u8>, Unreadable> {
        write(self)
    }

    /// Reads it back.
    ///
    /// # Errors
    ///
    /// Another version, or bytes that are no catalogue.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        read(bytes)
    }
}

impl Abouts {
    /// Writes them.
    ///
    /// # Errors
    ///
    /// `Unreadable::Damaged` where the data does not serialise, which no texts bring about.
    pub fn write(&self) -> Result<Vec<u8>, Unreadable> {
        write(self)
    }

    /// Reads them back.
    ///
    /// # Errors
    ///
    /// Another version, or other bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        read(bytes)
    }
}

/// Why bytes are not what the build wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// They are of another version of Verbatim, or not of Verbatim at all.
    OtherVersion,
    /// They are cut short or altered.
    Damaged,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::OtherVersion => "data of another version",
            Self::Damaged => "damaged data",
        })
    }
}

pub(super) fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, Unreadable> {
    postcard::to_extend(value, NAME_AND_VERSION.to_vec()).map_err(|_| Unreadable::Damaged)
}

pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    let body = bytes.strip_prefix(NAME_AND_VERSION).ok_or(Unreadable::OtherVersion)?;
    match postcard::take_from_bytes(body) {
        Ok((value, [])) => Ok(value),
        Ok(_) | Err(_) => Err(Unreadable::Damaged),
    }
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::bank::fixture;

    fn check(ids: &[&str], expected: &[&str]) {
        let pack = Rc::unwrap_or_clone(fixture::pack());
        let chosen = pack.chosen(&ids.iter().map(|&id| id.to_owned()).collect::<Vec<_>>(), Some(Mode::Test));
        let questions: Vec<&str> = chosen.set().questions().iter().map(|question| question.id.as_str()).collect();
        assert_eq!(questions, expected);
        assert_eq!(chosen.set().settings().mode, Some(Mode::Test));
    }

    #[test]
    fn chosen_questions_stand_in_the_order_in_which_they_are_chosen() {
        check(&["c", "a"], &["c", "a"]);
    }

    #[test]
    fn who_chooses_nothing_that_there_is_gets_all() {
        check(&["b", "b", "nothing"], &["b"]);
        check(&["nothing"], &["a", "b", "c"]);
        check(&[], &["a", "b", "c"]);
    }

    #[test]
    fn concepts_that_no_chosen_question_carries_are_left_out() {
        let chosen = Rc::unwrap_or_clone(fixture::pack()).chosen(&["a".to_owned()], None);
        assert_eq!(chosen.concepts().iter().map(|concept| concept.id.as_str()).collect::<Vec<_>>(), ["cats"]);
    }
}
