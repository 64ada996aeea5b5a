//! `verbatim`, the author's tool: reads files and prints.
//!
//! Holds no rule about sets: `verbatim-core` does.

pub mod args;
pub mod banks;
pub mod check;
pub mod coverage;
pub mod data;
pub mod export;
pub mod files;
pub mod fingerprint;
pub mod folder;
pub mod lint;
pub mod render;
pub mod schema;
mod shell;
pub mod site;
pub mod stats;

use std::fmt;
use std::path::Path;

/// How a run ended, as the process tells its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is wrong: exit code 0.
    Good,
    /// There are problems in the files: exit code 1.
    Problems,
}

/// Why a command could not do its work: exit code 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    message: String,
    hint: String,
}

impl Failure {
    /// A failure with what to do about it.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }

    /// A file or folder that cannot be read or written.
    pub fn file(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(format!("cannot {doing} {}: {error}", path.display()), "check the path and its permissions")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}\n  help: {}", self.message, self.hint)
    }
}
