//! Owns the command `fingerprint`.
//!
//! Never writes a word of the article.

use std::fs;
use std::path::Path;

use verbatim_core::source::Fingerprint;
use verbatim_core::source::fingerprint::RUN;

use crate::check::several;
use crate::folder::{self, FINGERPRINT_FILE};
use crate::{Failure, Outcome};

/// Writes the fingerprint of an article into a bank's folder.
///
/// # Errors
///
/// What cannot be read or written, and a text too short to have a fingerprint.
pub fn run(article: &Path, bank: &Path) -> Result<Outcome, Failure> {
    let text = folder::source(article)?;
    if text.tokens().len() < RUN {
        let message = format!("{} has fewer than {RUN} words", article.display());
        return Err(Failure::new(message, "give the whole article as plain text"));
    }
    if !bank.is_dir() {
        fs::create_dir_all(bank).map_err(|error| Failure::file("create", bank, &error))?;
        // A name that was mistyped shows.
        anstream::println!("{}: a new folder", bank.display());
    }
    let print = Fingerprint::of(&text, &folder::id(bank)?);
    let path = bank.join(FINGERPRINT_FILE);
    fs::write(&path, print.to_string()).map_err(|error| Failure::file("write", &path, &error))?;
    let sentences = several(print.sentences().len(), "sentence");
    let last = print.sentences().last().map_or(0, |sentence| sentence.paragraph);
    let paragraphs = several(usize::try_from(last).unwrap_or(usize::MAX), "paragraph");
    let tokens = print.token_count();
    anstream::println!("{}: {tokens} words and marks in {sentences} and {paragraphs}", path.display());
    Ok(Outcome::Good)
}
