//! Owns the command `site`: the data of a site, written from verified banks.
//!
//! Never writes anything when a bank has an error.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use verbatim_core::bank::{BankListing, Catalogue, Glossary, Listing, Pack, Unreadable};
use verbatim_core::{Bank, Set};

use crate::files::Checked;
use crate::{Failure, Outcome, folder, render};

/// The catalogue's name: the one file whose name does not change with its content.
pub const CATALOGUE: &str = "catalogue.bin";

/// The folder of the data within a site.
pub const FOLDER: &str = "data";

/// Writes the catalogue and a pack for each set into the data folder of the site in `out`.
///
/// # Errors
///
/// What cannot be read or written.
pub fn run(paths: &[PathBuf], out: &Path) -> Result<Outcome, Failure> {
    let out = &out.join(FOLDER);
    let folders = folder::find(paths)?;
    let checked = folders.iter().map(|folder| folder::check(folder, None)).collect::<Result<Vec<_>, _>>()?;
    render::human::print(&checked);
    let Some(banks) = checked.iter().map(|checked: &Checked| checked.bank.as_ref()).collect::<Option<Vec<_>>>() else {
        return Ok(Outcome::Problems);
    };
    let banks = banks.into_iter().map(|bank| listing(bank, out)).collect::<Result<_, _>>()?;
    let mut catalogue = Catalogue { banks, abouts: None };
    if let Some(abouts) = catalogue.take_abouts() {
        catalogue.abouts = Some(hashed("_abouts", &abouts.write().map_err(unwritten)?, out)?);
    }
    let catalogue = catalogue.write().map_err(unwritten)?;
    write(&out.join(CATALOGUE), &catalogue)?;
    Ok(Outcome::Good)
}

fn listing(bank: &Bank, out: &Path) -> Result<BankListing, Failure> {
    let sets = bank.sets().iter().map(|set| pack(bank, set, out)).collect::<Result<_, _>>()?;
    let glossary = Glossary::new(bank).map(|glossary| glossary.write().map_err(unwritten)).transpose()?;
    // No set can have this name: an underline stands in no id.
    let glossary = glossary.map(|bytes| hashed(&format!("{}/_glossary", bank.id()), &bytes, out)).transpose()?;
    let (id, title, source) = (bank.id().to_owned(), bank.title().to_owned(), bank.source().clone());
    let concepts = bank.concepts().iter().map(|concept| concept.term.clone()).collect();
    Ok(BankListing { id, title, source, concepts, sets, glossary })
}

/// Writes one set's pack.
fn pack(bank: &Bank, set: &Set, out: &Path) -> Result<Listing, Failure> {
    let bytes = Pack::new(bank, set).write().map_err(unwritten)?;
    let file = hashed(&format!("{}/{}", bank.id(), set.id()), &bytes, out)?;
    let asked = |id: &str| set.questions().iter().any(|question| question.concepts.iter().any(|other| other == id));
    let places = bank.concepts().iter().zip(0_u16..).filter(|(concept, _)| asked(&concept.id));
    Ok(Listing {
        id: set.id().to_owned(),
        title: set.title().to_owned(),
        about: set.about().to_owned(),
        questions: u32::try_from(set.questions().len()).unwrap_or(u32::MAX),
        concepts: places.map(|(_, place)| place).collect(),
        file,
    })
}

/// Writes data under a name that changes with its content, and gives that name.
fn hashed(name: &str, bytes: &[u8], out: &Path) -> Result<String, Failure> {
    let hash: String = Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let file = format!("{name}-{hash}.bin");
    write(&out.join(&file), bytes)?;
    Ok(file)
}

fn unwritten(error: Unreadable) -> Failure {
    Failure::new(format!("a set cannot be packed: {error}"), "report this as a defect of verbatim")
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| Failure::file("write", path, &error))
}
