//! Owns what a kind of question says in words, beside its prompt: what it offers, why, and what is right; and how long its
//! answer takes to think of.
//!
//! Never judges the words, nor knows a reading rate: [`crate::lint`] and [`crate::bank::stats`] do.
//!
//! The seconds are assumptions that were set down, not measured: they hold a question of four options at about half a
//! minute together with its reading. Let what students took replace them where there is any of it.

use super::option::ChoiceOption;
use crate::bank::draft::Record;
use crate::prose::{Inline, plain};
use crate::source::Span;

/// Seconds to decide on one of several options, once they are read.
pub const CHOOSE: f64 = 10.0;
/// Seconds to judge one option, or one sentence, by itself.
pub const JUDGE: f64 = 5.0;
/// Seconds to find the place of one item, or what belongs to one thing.
pub const PLACE: f64 = 8.0;
/// Seconds to recall one answer and write it.
pub const WRITE: f64 = 15.0;

/// The list of answers that an author expects and that are wrong: few students read what is said to them.
const WRONG: &str = "wrong";

/// The words of a question, or of one of its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Authored {
    /// What there is to choose from, in the author's order; empty where nothing is offered, or where its words are the
    /// source's own.
    pub offers: Vec<Offer>,
    /// The reasons that the author gives.
    pub whys: Vec<Why>,
    /// What is right, in words, each of which tells an answer or a part of it; empty where no words do.
    pub keys: Vec<String>,
    /// What stands before the place of the answer, where that is within a sentence.
    pub before: String,
    /// What a student reads beside the prompt and the offers.
    pub beside: String,
    /// What a student reads in the source's own words.
    pub sourced: String,
    /// How long the answer takes to think of and to give, beside the reading, in seconds; its parts have their own.
    pub seconds: f64,
    /// Whether the prompt has to ask: a statement to be judged and a sentence to be completed need not.
    pub asks: bool,
    /// Whether the prompt is a statement that is false.
    pub denies: bool,
    /// Parts that are answered by themselves, by the name of their table among `blanks`.
    pub parts: Vec<(String, Authored)>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Where the author writes it.
    pub place: Place,
    /// What it says, without its formatting.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// Whether it keeps its place.
    pub fixed: bool,
}

/// Why something is right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Where the author writes it.
    pub place: Place,
    /// What it says, without its formatting.
    pub text: String,
    /// Whether it speaks of what is right.
    pub right: bool,
}

/// A field of a question's table, or of an entry of a list in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    list: Option<(&'static str, usize)>,
    field: &'static str,
}

impl Place {
    /// A field of the question itself.
    #[must_use]
    pub fn own(field: &'static str) -> Self {
        Self { list: None, field }
    }

    /// A field of an entry (from 0) of a list.
    #[must_use]
    pub fn entry(list: &'static str, entry: usize, field: &'static str) -> Self {
        Self { list: Some((list, entry)), field }
    }

    /// Whether another field belongs to the same entry.
    #[must_use]
    pub fn is_beside(&self, other: Self) -> bool {
        self.list == other.list
    }

    /// Where it stands in the file; the whole table's place where it cannot be found.
    #[must_use]
    pub fn span(&self, record: &Record) -> Span {
        let inner = self.list.and_then(|(list, entry)| record.records(list)?.get(entry));
        let record = inner.unwrap_or(record);
        record.text(self.field).map_or_else(|| record.span_of(self.field), |literal| literal.span())
    }
}

impl Authored {
    /// The words of options that the author writes in the list of this name, those right whose positions are among `keys`.
    #[must_use]
    pub fn of_options(list: &'static str, options: &[ChoiceOption], keys: &[usize], seconds: f64) -> Self {
        let each = || options.iter().enumerate().map(|(at, option)| (at, option, keys.contains(&at)));
        let offers = each().map(|(at, option, right)| Offer {
            place: Place::entry(list, at, "text"),
            text: plain(&option.text),
            right,
            fixed: option.fixed,
        });
        let whys = each().map(|(at, option, right)| Why::new(Place::entry(list, at, "why"), &option.why, right));
        let keys = each().filter(|(_, _, right)| *right).map(|(_, option, _)| plain(&option.text));
        let (offers, whys, keys) = (offers.collect(), whys.collect(), keys.collect());
        Self { offers, whys, keys, seconds, asks: true, ..Self::default() }
    }

    /// The words of what is written rather than chosen: the right answers, and why expected wrong ones are wrong.
    #[must_use]
    pub fn of_writing<'a>(keys: Vec<String>, wrong: impl Iterator<Item = &'a [Inline]>) -> Self {
        let whys = wrong.enumerate().map(|(at, why)| Why::new(Place::entry(WRONG, at, "why"), why, false));
        Self { keys, whys: whys.collect(), seconds: WRITE, asks: true, ..Self::default() }
    }

    /// What is read before the answer, each thing once.
    pub fn read(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().flat_map(|(_, part)| &part.offers);
        let offers = self.offers.iter().chain(parts).map(|offer| offer.text.as_str());
        let offers = offers.filter(|offer| !self.beside.contains(offer));
        offers.chain([self.beside.as_str(), self.sourced.as_str()])
    }

    /// What is read after the answer, whatever it is: why each thing is right or wrong.
    pub fn reasons(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().flat_map(|(_, part)| &part.whys);
        let all = |why: &&Why| why.place.list.is_none_or(|(list, _)| list != WRONG);
        self.whys.iter().chain(parts).filter(all).map(|why| why.text.as_str())
    }

    /// How long the answer takes to think of and to give, beside the reading, in seconds.
    #[must_use]
    pub fn thought(&self) -> f64 {
        self.seconds + self.parts.iter().map(|(_, part)| part.seconds).sum::<f64>()
    }
}

impl Why {
    /// A reason at its place.
    #[must_use]
    pub fn new(place: Place, why: &[Inline], right: bool) -> Self {
        Self { place, text: plain(why), right }
    }
}
