//! Owns the command `coverage`: which sentences of a source are quoted, which levels its concepts are asked on, and
//! whether that is enough.
//!
//! Never counts: `verbatim-core` does.

use std::fs;
use std::path::{Path, PathBuf};

use verbatim_core::bank::coverage::Coverage;

use crate::args::Form;
use crate::banks::{self, Verified};
use crate::{Failure, Outcome, render};

/// What is told about banks, and what is demanded of them.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The source's text, to show its sentences.
    pub source: Option<&'a Path>,
    /// The page to write.
    pub html: Option<&'a Path>,
    /// How to print.
    pub form: Form,
    /// The share of the sentences that has to be quoted, in per cent.
    pub min: Option<f64>,
    /// On how many levels every concept has to be asked about.
    pub min_levels: Option<usize>,
}

/// A bank and how far it covers its source.
#[derive(Debug)]
pub struct Covered {
    /// The bank with its folder.
    pub of: Verified,
    /// What it covers.
    pub coverage: Coverage,
}

/// Tells what the banks among `paths` cover.
///
/// # Errors
///
/// What cannot be read or written.
pub fn run(paths: &[PathBuf], wanted: Wanted<'_>) -> Result<Outcome, Failure> {
    let Some(banks) = banks::read(paths, wanted.source)? else { return Ok(Outcome::Problems) };
    let covered: Vec<Covered> = banks.into_iter().map(covered).collect();
    if let Some(path) = wanted.html {
        fs::write(path, render::coverage::html::page(&covered)).map_err(|e| Failure::file("write", path, &e))?;
    }
    match wanted.form {
        Form::Human => anstream::print!("{}", render::coverage::text(&covered)),
        Form::Json => anstream::println!("{:#}", render::coverage::json::document(&covered)),
    }
    let lacks: Vec<String> = covered.iter().flat_map(|covered| lacks(covered, wanted)).collect();
    lacks.iter().for_each(|lack| anstream::eprintln!("error: {lack}"));
    Ok(if lacks.is_empty() { Outcome::Good } else { Outcome::Problems })
}

/// A bank with what it covers.
#[must_use]
pub fn covered(of: Verified) -> Covered {
    let coverage = Coverage::new(&of.bank, &of.fingerprint);
    Covered { of, coverage }
}

/// What is demanded and not met.
fn lacks(covered: &Covered, wanted: Wanted<'_>) -> Vec<String> {
    let (folder, coverage) = (covered.of.folder.display(), &covered.coverage);
    let share = coverage.share() * 100.0;
    // A share of 19 in 20 is 95 per cent, whatever its last digit in binary.
    let short = wanted.min.filter(|min| share + 1e-9 < *min);
    let sentences =
        short.map(|min| format!("{folder}: {share:.1} % of the sentences are quoted, and {min} % are demanded"));
    let few = coverage.concepts().iter().filter(|row| wanted.min_levels.is_some_and(|min| row.levels_asked() < min));
    let concepts = few.map(|row| {
        let (asked, min) = (row.levels_asked(), wanted.min_levels.unwrap_or_default());
        format!("{folder}: `{}` is asked about on {asked} of {min} levels of difficulty", row.concept)
    });
    sentences.into_iter().chain(concepts).collect()
}
