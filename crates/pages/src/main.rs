//! `verbatim-pages SITE`: writes the pages of a built site into it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Writes the pages of a built site into it: one for the catalogue, one a set, one a glossary.
#[derive(Debug, Parser)]
struct Args {
    /// The folder of the built site.
    site: PathBuf,
}

fn main() -> ExitCode {
    match verbatim_pages::write(&Args::parse().site) {
        Ok(_) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
