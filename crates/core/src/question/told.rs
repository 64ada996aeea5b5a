//! Owns what an answer says to a learning management system: a closed enum of few forms.
//!
//! Never writes it as a standard wants it: `verbatim-lms` does.

use crate::answer::Answer;
use crate::prose::{Inline, plain};

/// An answer, or a key, in the words of neither kind nor standard. Entries are named by their positions in the author's
/// order, from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Some of so many entries.
    Chosen {
        /// Which.
        chosen: Vec<usize>,
        /// Of how many.
        of: usize,
    },
    /// That a statement is true, or is not.
    Truth(bool),
    /// Words.
    Words(String),
    /// A number, as it was written.
    Number(f64, String),
    /// A key that is every number from one to another.
    Range(f64, f64),
    /// Entries from first to last.
    Ordered(Vec<usize>),
    /// Things, each with the choice that was given to it.
    Matched(Vec<(usize, usize)>),
    /// What was put into each of several blanks; nothing where one was left.
    Filled(Vec<String>),
}

/// What an answer names by position: of each entry its words, in the author's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    /// What is chosen, put in order, or given something to; empty where answers name nothing.
    pub listed: Vec<String>,
    /// What can be given to each of them; empty where nothing is.
    pub given: Vec<String>,
}

impl Entries {
    /// Entries to which nothing is given.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a [Inline]>) -> Self {
        Self { listed: lines.map(plain).collect(), given: Vec::new() }
    }

    /// Options.
    pub(super) fn options(options: &[super::option::ChoiceOption]) -> Self {
        Self::of(options.iter().map(|option| option.text.as_slice()))
    }
}

/// What was written, if anything was.
pub(super) fn words(answer: &Answer) -> Option<String> {
    let Answer::Text(words) = answer else { return None };
    Some(words.text().to_owned())
}

/// The one entry that was chosen of so many, or those that were.
pub(super) fn chosen(answer: &Answer, of: usize) -> Option<Told> {
    let chosen = match answer {
        Answer::Option(one) => vec![*one],
        Answer::Options(several) => {
            let mut sorted = several.clone();
            sorted.sort_unstable();
            sorted
        }
        Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => return None,
    };
    Some(Told::Chosen { chosen, of })
}

/// What an option says that was put into a blank.
pub(super) fn option(options: &[super::option::ChoiceOption], answer: &Answer) -> Option<String> {
    let Answer::Option(chosen) = answer else { return None };
    options.get(*chosen).map(|option| plain(&option.text))
}
