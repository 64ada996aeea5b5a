//! Owns the verified collection: one Source and its Sets.
//!
//! Never reads an author's file itself. A `Bank` value can only come out of [`verify::verify`].

#[cfg(feature = "author")]
pub mod coverage;
#[cfg(feature = "author")]
pub mod draft;
#[cfg(test)]
#[cfg(feature = "author")]
pub(crate) mod fixture;
pub mod glossary;
mod original;
pub mod pack;
#[cfg(feature = "author")]
pub mod parse;
mod settings;
#[cfg(feature = "author")]
pub mod shape;
#[cfg(feature = "author")]
pub mod stats;
#[cfg(feature = "author")]
pub mod verify;

use core::ops::Range;

use serde::{Deserialize, Serialize};

use crate::attempt::draw;
use crate::question::Question;
use crate::source::Source;

pub use glossary::Glossary;
pub use original::Original;
pub use pack::{Pack, Unreadable};
pub use settings::{Mode, Settings};

/// A theme that questions share, and by which a report is broken down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concept {
    /// Its stable name in files.
    pub id: String,
    /// What a reader calls it.
    pub term: String,
    /// Whether the bank's glossary says what it means.
    pub defined: bool,
}

/// How many orders of what a first question lists are tried: six things have 720.
const LISTINGS: usize = 5_000;

/// An ordered list of questions on one theme: what a student opens. Its question ids are unique.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Set {
    id: String,
    title: String,
    about: String,
    settings: Settings,
    questions: Vec<Question>,
}

impl Set {
    /// Its stable name within the bank: the name of its file.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What a student reads as its name.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it is about, in a sentence or two; may be empty.
    #[must_use]
    pub fn about(&self) -> &str {
        &self.about
    }

    /// How it is gone through.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Its questions in the author's order; at least one.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The first of these seeds with which an attempt begins as a page shows the set that knows of no attempt: with the
    /// author's first question, and what it lists in the order of an attempt without a seed. None where that is not found
    /// soon.
    #[must_use]
    pub fn opens_as_written(&self, seeds: Range<u64>) -> Option<u64> {
        let (first, others) = self.questions.split_first()?;
        let is_first = |seed: &u64| {
            let lot = draw::lot(first, *seed);
            !self.settings.shuffle_questions || others.iter().all(|other| draw::lot(other, *seed) >= lot)
        };
        let listed = |seed| draw::shown(&self.settings, first, seed);
        let written = listed(None);
        seeds.filter(is_first).take(LISTINGS).find(|seed| listed(Some(*seed)) == written)
    }

    /// Where the question with this id stands, from 0.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }
}

/// A verified collection: one Source and its Sets, every quotation of which stands in the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Bank {
    id: String,
    title: String,
    original: Original,
    concepts: Vec<Concept>,
    glossary: Vec<glossary::Entry>,
    sets: Vec<Set>,
}

impl Bank {
    /// Its stable name: the name of its folder.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What a student reads as its name.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The text that it is about.
    #[must_use]
    pub fn source(&self) -> &Source {
        self.original.source()
    }

    /// The text that it is about, with its words where the bank ships them.
    #[must_use]
    pub fn original(&self) -> &Original {
        &self.original
    }

    /// Its concepts in the author's order.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// What its glossary says of its concepts, in the author's order; often not of all.
    #[must_use]
    pub fn glossary(&self) -> &[glossary::Entry] {
        &self.glossary
    }

    /// Its sets in the author's order; at least one.
    #[must_use]
    pub fn sets(&self) -> &[Set] {
        &self.sets
    }

    /// The paragraphs of its source; empty where the bank does not ship them.
    #[cfg(feature = "author")]
    pub(crate) fn paragraphs(&self) -> &[String] {
        self.original.paragraphs()
    }

    /// All questions, set by set.
    pub fn questions(&self) -> impl Iterator<Item = &Question> + Clone {
        self.sets.iter().flat_map(|set| &set.questions)
    }
}

/// What the catalogue says of one set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The set's id within its bank.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// How many questions it has.
    pub questions: u32,
    /// The concepts that it asks about, by their places in its bank's list, in that order.
    pub concepts: Vec<u16>,
    /// Where its pack lies, relative to the catalogue's folder.
    pub file: String,
}

/// What the catalogue says of one bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankListing {
    /// The bank's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The text that it is about.
    pub source: Source,
    /// Its concepts, by the words that a student reads.
    pub concepts: Vec<String>,
    /// Its sets in the author's order.
    pub sets: Vec<Listing>,
    /// Where its glossary lies, relative to the catalogue's folder, if it has one.
    pub glossary: Option<String>,
}

/// So many sets of a catalogue are listed with what they are about. What those behind them are about is read when
/// somebody comes so far: it is most of a long catalogue.
pub const TOLD: usize = 50;

/// Everything that can be opened on a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The banks, by id.
    pub banks: Vec<BankListing>,
    /// Where the [`Abouts`] of the sets behind the first lie, relative to the catalogue's folder; `None` where there are
    /// no such sets.
    pub abouts: Option<String>,
}

/// What the sets of a catalogue behind the first [`TOLD`] are about, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abouts(Vec<String>);

impl Catalogue {
    /// Takes out what the sets behind the first ones are about; `None` where there are no such sets.
    pub fn take_abouts(&mut self) -> Option<Abouts> {
        let abouts: Vec<String> = self.behind().map(|set| core::mem::take(&mut set.about)).collect();
        (!abouts.is_empty()).then_some(Abouts(abouts))
    }

    /// Puts back what was taken out.
    pub fn put_abouts(&mut self, Abouts(abouts): Abouts) {
        self.behind().zip(abouts).for_each(|(set, about)| set.about = about);
    }

    fn behind(&mut self) -> impl Iterator<Item = &mut Listing> {
        self.banks.iter_mut().flat_map(|bank| &mut bank.sets).skip(TOLD)
    }

    /// The listing of a set.
    #[must_use]
    pub fn find(&self, bank: &str, set: &str) -> Option<(&BankListing, &Listing)> {
        let bank = self.banks.iter().find(|listing| listing.id == bank)?;
        let set = bank.sets.iter().find(|listing| listing.id == set)?;
        Some((bank, set))
    }
}
