//! What a learning management system (LMS) is told of an attempt, and what it keeps of it: an attempt as a short text, and
//! as values of the data model of SCORM 1.2 and of SCORM 2004, or as statements of xAPI by the rules of cmi5.
//!
//! Owns formats, vocabularies and limits of the standards. Never calls an LMS, and never looks at a clock: moments enter
//! as data. Uses core alone. [`cmi5`] has rules of its own, and takes packed attempts and [`told`] as they are.

pub mod bound;
pub mod cmi5;
pub mod json;
pub mod log;
pub mod packed;
pub mod state;
pub mod thin;
pub mod told;

pub use log::{Log, Unicode};
pub use state::Session;

/// The most characters (UTF-16 code units, as browsers count) that a student can write into one line, so that the longest
/// attempt is known beforehand.
pub const LONGEST: usize = 80;

/// A version of SCORM by which an LMS is talked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// SCORM 1.2 (2001).
    Scorm12,
    /// SCORM 2004, third and fourth edition.
    Scorm2004,
}

impl Standard {
    /// Every standard.
    pub const ALL: [Self; 2] = [Self::Scorm12, Self::Scorm2004];

    /// Its name on the command line and in a page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scorm12 => "1.2",
            Self::Scorm2004 => "2004",
        }
    }

    /// The standard of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standard| standard.name() == name)
    }

    /// The most characters that an LMS has to keep of an attempt: 1.2 RTE 3.4.4, 2004 RTE 4.2.23.
    #[must_use]
    pub fn room(self) -> usize {
        match self {
            Self::Scorm12 => 4_096,
            Self::Scorm2004 => 64_000,
        }
    }
}
