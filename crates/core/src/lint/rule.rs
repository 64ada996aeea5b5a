//! Owns what a rule of the linter is: its name, what it tells an author, and where it looks.
//!
//! Never holds a rule: each has a file of its own.

use super::scene::{Asked, Scene};
use crate::diagnostic::Diagnostic;

/// A flaw of item writing that can be found.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its stable name, in files and in diagnostics.
    pub name: &'static str,
    /// What is wrong, in a sentence.
    pub summary: &'static str,
    /// Why that matters, and when exactly the rule speaks.
    pub reason: &'static str,
    /// What it finds.
    pub bad: &'static str,
    /// The same without the flaw.
    pub good: &'static str,
    /// Where it is from.
    pub reference: &'static str,
    pub(crate) reads: Reads,
    pub(crate) look: Look,
}

/// What a rule can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reads {
    /// Any language: it counts, or compares words.
    Any,
    /// English: it knows words.
    English,
}

/// Where a rule looks.
#[derive(Clone, Copy)]
pub(crate) enum Look {
    /// At one question in its set.
    Question(fn(&Scene<'_>, &Asked<'_>) -> Vec<Diagnostic>),
    /// At a set as a whole.
    Set(fn(&Scene<'_>) -> Vec<Diagnostic>),
    /// At both.
    Both(fn(&Scene<'_>, &Asked<'_>) -> Vec<Diagnostic>, fn(&Scene<'_>) -> Vec<Diagnostic>),
    /// At what authors allow, when everything else is known.
    Allowances,
}

impl Rule {
    /// Whether it looks only at banks whose source is in English.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.reads == Reads::English
    }
}

/// What becomes of what a rule finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is not said.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

impl Level {
    /// All levels.
    pub const ALL: [Self; 3] = [Self::Allow, Self::Warn, Self::Deny];

    /// Its name in bank.toml.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}
