//! Owns what a student's device knows of the source: how it is cited and, where the bank ships it, its text.
//!
//! Never proves a quotation: the build has.

use serde::{Deserialize, Deserializer, Serialize};

use crate::question::{Quote, Stretch};
use crate::source::Source;

/// The source, with its text where the bank ships it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    pub(super) source: Source,
    pub(super) paragraphs: Vec<String>,
}

/// Reads it, in one place for all that has it: the player would else hold what reads it more than once.
#[inline(never)]
pub(super) fn read<'de, D: Deserializer<'de>>(data: D) -> Result<Original, D::Error> {
    Original::deserialize(data)
}

impl Original {
    /// How it is cited.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Its paragraphs; empty where the bank does not ship them.
    #[must_use]
    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }

    /// A paragraph parted by a stretch of it: what stands before, within, and behind.
    #[must_use]
    pub fn words(&self, stretch: &Stretch) -> Option<[&str; 3]> {
        let number = usize::try_from(stretch.paragraph).ok()?.checked_sub(1)?;
        let paragraph = self.paragraphs.get(number)?;
        let within = paragraph.get(stretch.start..stretch.end)?;
        Some([paragraph.get(..stretch.start)?, within, paragraph.get(stretch.end..)?])
    }

    /// Whether what a quotation marks stands in the text.
    pub(super) fn shows(&self, quote: &Quote) -> bool {
        quote.stretches().iter().all(|stretch| self.words(stretch).is_some())
    }
}
