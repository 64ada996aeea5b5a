//! Runs the author's tool and turns its outcome into an exit code: 0 good, 1 problems in the files, 2 wrong usage
//! or unreadable input.

use std::process::ExitCode;

use clap::Parser;
use verbatim_cli::Outcome;
use verbatim_cli::args::Args;

fn main() -> ExitCode {
    match Args::parse().run() {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(failure) => {
            anstream::eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}
