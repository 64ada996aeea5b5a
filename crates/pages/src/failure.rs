//! Owns why pages were not written.

use std::fmt;
use std::io;
use std::path::Path;

use verbatim_core::bank::Unreadable;

/// Why pages were not written, for whoever builds the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    pub(crate) fn file(doing: &str, path: &Path, why: &io::Error) -> Self {
        Self(format!("could not {doing} {}: {why}", path.display()))
    }

    pub(crate) fn unreadable(file: &str, why: Unreadable) -> Self {
        Self(format!("the site's data/{file} is {why}: build the site anew"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
