//! Owns the command `export`: which sets are meant, and what they are packed into.
//!
//! Never writes anything when a bank has an error: what is handed out has passed the same check as `verbatim check`.

mod cmi5;
mod html;
mod package;
mod packed;
mod player;
mod scorm;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use verbatim_core::{Bank, Set};
use verbatim_lms::Standard;

use crate::banks::{self, Verified};
use crate::check::several;
use crate::data::{self, Chosen};
use crate::folder::BANK_FILE;
use crate::{Failure, Outcome};
use player::Player;

/// The form in which sets leave the repository, and where to.
#[derive(Clone, Copy, Debug)]
pub enum Form<'a> {
    /// One file that opens by a double click.
    Html(&'a Path),
    /// A package of one set for an LMS, by a version of SCORM; in a file with a name of its own where none is named.
    Scorm(Standard, Option<&'a Path>),
    /// The same by cmi5.
    Cmi5(Option<&'a Path>),
}

/// Packs the sets among `paths` with the player of a built site, and tells what was written.
///
/// # Errors
///
/// What cannot be read or written, and a site without a player, or with one of another version.
pub fn run(paths: &[PathBuf], form: Form<'_>, site: &Path) -> Result<Outcome, Failure> {
    let Some(told) = write(paths, form, site)? else { return Ok(Outcome::Problems) };
    anstream::println!("{told}");
    Ok(Outcome::Good)
}

/// The same without a word; gives what there is to tell, and nothing where a bank has an error, which is then printed.
///
/// # Errors
///
/// As [`run`].
pub fn write(paths: &[PathBuf], form: Form<'_>, site: &Path) -> Result<Option<String>, Failure> {
    let Some(banks) = banks::read(paths, None)? else { return Ok(None) };
    let chosen = banks.iter().map(|of| chosen(of, paths)).collect::<Result<Vec<_>, _>>()?;
    let (file, bytes) = match form {
        Form::Html(file) => {
            let player = Player::of(site, player::ALONE)?;
            (file.to_owned(), html::page(&chosen, &data::of(&chosen)?, &player, None)?.into_bytes())
        }
        Form::Scorm(standard, file) => {
            let set = package::one(&chosen)?;
            let name = || PathBuf::from(format!("{}-scorm-{}.zip", set.id(), standard.name()));
            (file.map_or_else(name, Path::to_owned), scorm::package(&chosen, set, standard, site)?)
        }
        Form::Cmi5(file) => {
            let set = package::one(&chosen)?;
            let name = || PathBuf::from(format!("{}-cmi5.zip", set.id()));
            (file.map_or_else(name, Path::to_owned), cmi5::package(&chosen, set, site)?)
        }
    };
    fs::write(&file, &bytes).map_err(|error| Failure::file("write", &file, &error))?;
    Ok(Some(format!("{}: {}, {} bytes", file.display(), told(&chosen), bytes.len())))
}

/// What is meant of a bank: the sets whose files are named, or all where its folder is, or one above it.
fn chosen<'a>(of: &'a Verified, paths: &[PathBuf]) -> Result<Chosen<'a>, Failure> {
    let mut named = BTreeSet::new();
    for path in paths {
        let is_within = path.parent().is_some_and(|folder| folder == of.folder)
            || of.folder == Path::new(".") && path.parent() == Some(Path::new(""));
        if path.is_dir() && of.folder.starts_with(path) || is_within && path.ends_with(BANK_FILE) {
            return Ok(Chosen::whole(&of.bank));
        }
        if is_within {
            named.insert(set(&of.bank, path)?.id());
        }
    }
    let sets: Vec<&Set> = of.bank.sets().iter().filter(|set| named.contains(set.id())).collect();
    // A folder may be written in several ways: `bank`, `./bank`.
    Ok(if sets.is_empty() { Chosen::whole(&of.bank) } else { Chosen { bank: &of.bank, sets } })
}

/// The set of a file.
fn set<'a>(bank: &'a Bank, path: &Path) -> Result<&'a Set, Failure> {
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let is_set = path.extension().is_some_and(|ending| ending == "toml");
    bank.sets().iter().find(|set| is_set && set.id() == id).ok_or_else(|| {
        let message = format!("{} is no set of its bank", path.display());
        Failure::new(message, "name a bank's folder, or a file that `sets` in its `bank.toml` names")
    })
}

/// What is in a file, for whoever has it written.
fn told(chosen: &[Chosen<'_>]) -> String {
    let sets = || chosen.iter().flat_map(|chosen| &chosen.sets);
    let questions = sets().map(|set| set.questions().len()).sum();
    format!("{}, {}", several(sets().count(), "set"), several(questions, "question"))
}
