//! Owns the command `stats`: a bank in numbers.
//!
//! Never counts: `verbatim-core` does.

use std::path::PathBuf;

use verbatim_core::bank::stats::Stats;

use crate::args::Form;
use crate::banks::{self, Verified};
use crate::{Failure, Outcome, render};

/// Prints the banks among `paths` in numbers.
///
/// # Errors
///
/// What cannot be read.
pub fn run(paths: &[PathBuf], form: Form) -> Result<Outcome, Failure> {
    let Some(banks) = banks::read(paths, None)? else { return Ok(Outcome::Problems) };
    let counted: Vec<(Verified, Stats)> = banks.into_iter().map(counted).collect();
    match form {
        Form::Human => anstream::print!("{}", render::stats::text(&counted)),
        Form::Json => anstream::println!("{:#}", render::stats::json::document(&counted)),
    }
    Ok(Outcome::Good)
}

fn counted(bank: Verified) -> (Verified, Stats) {
    let stats = Stats::new(&bank.bank);
    (bank, stats)
}
