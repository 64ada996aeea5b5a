//! `verbatim-split SITE`: puts the player of a built site in two parts.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;
use verbatim_split::{Outcome, Way, functions, whole, write};

/// Puts the player of a built site in two parts: what a first answer needs, and the rest.
#[derive(Debug, Parser)]
struct Args {
    /// The folder of the built site.
    site: PathBuf,
    /// Lets the player tell which functions are called instead, and writes the names of all into this file.
    #[arg(long, value_name = "FILE")]
    mark: Option<PathBuf>,
    /// Leaves it whole, and writes it with the script that starts it into this folder.
    #[arg(long, value_name = "FOLDER", conflicts_with = "mark")]
    whole: Option<PathBuf>,
}

fn main() -> Result<()> {
    let Args { site, mark, whole: folder } = Args::parse();
    if let Some(folder) = folder {
        return whole(&site, &folder);
    }
    if let Some(list) = mark {
        let names = functions(&site)?.join("\n");
        std::fs::write(&list, names).with_context(|| format!("{} cannot be written", list.display()))?;
        write(&site, Way::Marked)?;
        return Ok(());
    }
    match write(&site, Way::Parts)? {
        Outcome::Parts(first, rest) => println!("the player comes in two parts: {first} bytes, then {rest}"),
        Outcome::Whole(known, all) => println!(
            "the player comes whole: {known} of the {all} functions that would come first are known \
             (`cargo xtask profile` finds them anew)"
        ),
        Outcome::Marked => {}
    }
    Ok(())
}
