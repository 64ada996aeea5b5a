//! Owns how demanding a question is, by the names of Bloom's taxonomy.
//!
//! Never changes a mark.

use serde::{Deserialize, Serialize};

/// What a question asks of whoever answers it: the first four classes of the revised taxonomy of Bloom (Anderson and
/// Krathwohl 2001), from the least demanding on. The two above them, to evaluate and to create, are not for questions
/// that a machine marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Difficulty {
    /// To find or recall what the source says.
    Remember,
    /// To say what it means in other words, to compare, to tell the reason that it gives.
    Understand,
    /// To use one of its ideas on a case that it does not mention.
    Apply,
    /// To tell the parts of its argument apart: claim, evidence, judgement, loaded words.
    Analyse,
}

impl Difficulty {
    /// All of them, from the least demanding on.
    pub const ALL: [Self; 4] = [Self::Remember, Self::Understand, Self::Apply, Self::Analyse];

    /// Its name in files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Remember => "remember",
            Self::Understand => "understand",
            Self::Apply => "apply",
            Self::Analyse => "analyse",
        }
    }
}
