//! Owns the quotation: words of the Source, proved to stand there.
//!
//! Never exists unproved: only [`prove`] makes one.

#[cfg(feature = "author")]
mod link;
#[cfg(feature = "author")]
mod proof;

use serde::{Deserialize, Serialize};

use crate::source::Place;

#[cfg(feature = "author")]
pub(crate) use proof::{Proof, prove};

/// Words of the Source, proved to stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    fragments: Vec<String>,
    place: Place,
    tokens: Vec<(u32, u32)>,
    address: Option<String>,
    opens_at_words: bool,
    sic: Option<String>,
    stretches: Vec<Stretch>,
}

/// A part of a paragraph of a source that ships with its bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// Its first byte, in the paragraph's text.
    pub start: usize,
    /// The byte behind its last one.
    pub end: usize,
}

impl Quote {
    /// The quoted words in the source's order; more than one fragment where words in between are left out.
    #[must_use]
    pub fn fragments(&self) -> &[String] {
        &self.fragments
    }

    /// Where it begins.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// For each fragment the source's tokens that it covers: the first and the one behind the last, from 0.
    #[must_use]
    pub fn tokens(&self) -> &[(u32, u32)] {
        &self.tokens
    }

    /// Where it can be read in the source, if the source has an address.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Whether the address opens at the very words, as it does where they stand only once in the source.
    #[must_use]
    pub fn opens_at_words(&self) -> bool {
        self.opens_at_words
    }

    /// Where its words stand in the source's text; empty where that is not shipped.
    #[must_use]
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// A note on a slip that the source makes and the quotation keeps.
    #[must_use]
    pub fn sic(&self) -> Option<&str> {
        self.sic.as_deref()
    }
}
