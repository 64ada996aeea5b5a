//! Owns what a kind of question says in words, beside its prompt: what it offers, why, and what is right.
//!
//! Never judges the words: [`crate::lint`] does.

use super::option::ChoiceOption;
use crate::bank::draft::Record;
use crate::prose::{Inline, plain};
use crate::source::Span;

/// The words of a question, or of one of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The words of a list of options, those with a right position among `keys`.
    #[must_use]
    pub fn of_options(options: &[ChoiceOption], keys: &[usize]) -> Self {
        let each = || options.iter().enumerate().map(|(at, option)| (at, option, keys.contains(&at)));
        let offers = each().map(|(at, option, right)| Offer {
            place: Place::entry("options", at, "text"),
            text: plain(&option.text),
            right,
            fixed: option.fixed,
        });
        let whys = each().map(|(at, option, right)| Why::new(Place::entry("options", at, "why"), &option.why, right));
        let keys = each().filter(|(_, _, right)| *right).map(|(_, option, _)| plain(&option.text));
        Self { offers: offers.collect(), whys: whys.collect(), keys: keys.collect(), asks: true, ..Self::default() }
    }

    /// The words of what is written rather than chosen: the right answers, and why expected wrong ones are wrong.
    #[must_use]
    pub fn of_writing<'a>(keys: Vec<String>, wrong: impl Iterator<Item = &'a [Inline]>) -> Self {
        let whys = wrong.enumerate().map(|(at, why)| Why::new(Place::entry("wrong", at, "why"), why, false));
        Self { keys, whys: whys.collect(), asks: true, ..Self::default() }
    }
}

impl Why {
    /// A reason at its place.
    #[must_use]
    pub fn new(place: Place, why: &[Inline], right: bool) -> Self {
        Self { place, text: plain(why), right }
    }
}
