//! Owns a later state of the site: a set that its author has edited, built and put on the host.
//!
//! Never changes the repository's files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use tempfile::TempDir;
use verbatim_core::{Bank, Catalogue, Pack, Set};

use crate::bank;
use crate::host::Host;
use crate::surroundings::Need;

/// Puts a set on the host as it is after an edit, under the new name that a build would give it.
///
/// # Errors
///
/// That the edit changes nothing, or makes no bank.
pub fn publish(host: &Host, bank: &Bank, set: &Set, edit: impl Fn(&str) -> String) -> Result<(Bank, Set)> {
    let folder = TempDir::new()?;
    let copy = folder.path().join(bank.id());
    fs::create_dir(&copy)?;
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions").join(bank.id());
    for file in fs::read_dir(&original)? {
        let path = file?.path();
        fs::copy(&path, copy.join(path.file_name().context("a file without a name")?))?;
    }
    let file = copy.join(format!("{}.toml", set.id()));
    let before = fs::read_to_string(&file)?;
    let after = edit(&before);
    ensure!(before != after, "the edit changes nothing");
    fs::write(&file, after)?;
    let edited = bank::read(&copy)?;
    let new = edited.sets().iter().find(|other| other.id() == set.id()).cloned().context("the set is gone")?;
    serve(host, &edited, &new)?;
    Ok((edited, new))
}

fn serve(host: &Host, bank: &Bank, set: &Set) -> Result<()> {
    const CATALOGUE: &str = "data/catalogue.bin";
    let unreadable = |error| anyhow!("{error:?}");
    let mut catalogue = Catalogue::read(&fs::read(Need::Site.path()?.join(CATALOGUE))?).map_err(unreadable)?;
    let listings = catalogue.banks.iter_mut().filter(|listing| listing.id == bank.id()).flat_map(|bank| &mut bank.sets);
    let listing = listings.into_iter().find(|listing| listing.id == set.id()).context("the set is not listed")?;
    listing.file = format!("{}/{}-edited.bin", bank.id(), set.id());
    listing.title = set.title().to_owned();
    host.replaces_data(&format!("data/{}", listing.file), Pack::new(bank, set).write().map_err(unreadable)?)?;
    host.replaces_data(CATALOGUE, catalogue.write().map_err(unreadable)?)?;
    Ok(())
}
