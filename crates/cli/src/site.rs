//! Owns the command `site`: the data of a site, written from verified banks.
//!
//! Never writes any data when a bank has an error.

use std::fs;
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;

use crate::data::{self, Chosen};
use crate::files::Checked;
use crate::{Failure, Outcome, folder, render};

/// The file in which a page that is served finds what is wrong.
const PROBLEMS: &str = "problems.txt";

/// Writes the catalogue and a pack for each set into the data folder of the site in `out`; where a bank has an error, what is
/// wrong beside it, if that is to be told.
///
/// # Errors
///
/// What cannot be read or written.
pub fn run(paths: &[PathBuf], out: &Path, tell: bool) -> Result<Outcome, Failure> {
    let folders = folder::find(paths)?;
    let checked = folders.iter().map(|folder| folder::check(folder, None)).collect::<Result<Vec<_>, _>>()?;
    render::human::print(&checked);
    let Some(banks) = checked.iter().map(|checked: &Checked| checked.bank.as_ref()).collect::<Option<Vec<_>>>() else {
        if tell {
            write(&out.join(PROBLEMS), render::human::text(&checked, &Renderer::plain()).as_bytes())?;
        }
        return Ok(Outcome::Problems);
    };
    let banks: Vec<Chosen<'_>> = banks.into_iter().map(Chosen::whole).collect();
    for file in data::of(&banks)? {
        write(&out.join(data::FOLDER).join(&file.name), &file.bytes)?;
    }
    Ok(Outcome::Good)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| Failure::file("write", path, &error))
}
