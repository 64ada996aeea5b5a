//! Owns what is known of the text that a bank is about, and places in it.
//!
//! Never holds the text itself on a student's device: an article is often not ours to republish.

#[cfg(feature = "author")]
pub mod fingerprint;
#[cfg(feature = "author")]
pub mod text;
#[cfg(feature = "author")]
pub mod token;
pub(crate) mod variant;

use serde::{Deserialize, Serialize};

#[cfg(feature = "author")]
pub use fingerprint::Fingerprint;
#[cfg(feature = "author")]
pub use text::SourceText;

/// The text that a bank is about, as a reader would cite it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The title of the text.
    pub title: String,
    /// Who published it, if known.
    pub publisher: Option<String>,
    /// When it was published, in the words a reader would use (`January 2016`).
    pub published: Option<String>,
    /// Where it is read: an `https:` or `http:` address.
    pub address: Option<String>,
    /// The language of the text, a BCP 47 tag such as `en`.
    pub language: String,
}

/// Where a quotation stands in its source, counted as a reader would, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// The sentence within the whole source, from 1.
    pub sentence: u32,
}

/// A stretch of an author's file, in bytes from its beginning; `end` is not part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to `end`, which is moved up to `start` if it lies before.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<core::ops::Range<usize>> for Span {
    fn from(range: core::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
