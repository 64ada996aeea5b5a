//! Owns the one file that a teacher hands out: written by the tool from the built site, and opened from disk.
//!
//! Never looks into it but as a browser does; what it has to hold is for the suite to say.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use tempfile::TempDir;
use verbatim_cli::export::{self, Form};

use crate::surroundings::Need;

/// The variable that names who serves the site, and what it is where nobody does.
const CHOICE: (&str, &str) = ("VERBATIM_HOST", "file");

/// A file in a folder of its own, which goes when it is dropped.
#[derive(Debug)]
pub struct OneFile {
    folder: TempDir,
}

impl OneFile {
    /// Whether the whole suite is played from such a file.
    #[must_use]
    pub fn is_chosen() -> bool {
        std::env::var(CHOICE.0).is_ok_and(|chosen| chosen == CHOICE.1)
    }

    /// The file of these sets or banks, by their paths among the questions of the repository; of all where none is named.
    ///
    /// # Errors
    ///
    /// What the tool says against it.
    pub fn of(paths: &[&str]) -> Result<Self> {
        let file = Self { folder: TempDir::with_prefix("verbatim-file-").context("no folder for the file")? };
        let questions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions");
        let named = if paths.is_empty() { &[""] } else { paths };
        let named: Vec<PathBuf> = named.iter().map(|path| questions.join(path)).collect();
        let told = export::write(&named, Form::Html(&file.path()), &Need::Site.path()?);
        let told = told.map_err(|failure| anyhow!("{failure}"))?;
        ensure!(told.is_some(), "the questions have errors: run `verbatim check questions`");
        Ok(file)
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("quiz.html")
    }

    /// Its address, as a browser has it after a double click.
    #[must_use]
    pub fn address(&self) -> String {
        format!("file://{}", self.path().display())
    }

    /// What is in it.
    ///
    /// # Errors
    ///
    /// That it cannot be read.
    pub fn text(&self) -> Result<String> {
        fs::read_to_string(self.path()).context("the file cannot be read")
    }
}
