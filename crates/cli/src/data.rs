//! Owns the data of a site, in memory: the catalogue, one pack a set, one glossary a bank.
//!
//! Never touches the disk, and never decides what becomes of the data.

use sha2::{Digest, Sha256};
use verbatim_core::bank::{BankListing, Catalogue, Glossary, Listing, Pack, Unreadable};
use verbatim_core::{Bank, Set};

use crate::Failure;

/// The catalogue's name: the one file whose name does not change with its content.
pub const CATALOGUE: &str = "catalogue.bin";

/// The folder of the data within a site.
pub const FOLDER: &str = "data";

/// A bank, and which of its sets are meant.
#[derive(Clone, Debug)]
pub struct Chosen<'a> {
    /// The bank.
    pub bank: &'a Bank,
    /// Sets of it, in its order.
    pub sets: Vec<&'a Set>,
}

impl<'a> Chosen<'a> {
    /// A bank with all its sets.
    #[must_use]
    pub fn whole(bank: &'a Bank) -> Self {
        Self { bank, sets: bank.sets().iter().collect() }
    }
}

/// A file of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name within the data folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The data of these sets, with the catalogue as the last file.
///
/// # Errors
///
/// That something cannot be packed, which no bank brings about.
pub fn of(chosen: &[Chosen<'_>]) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    let banks = chosen.iter().map(|chosen| listing(chosen, &mut files)).collect::<Result<_, _>>()?;
    let mut catalogue = Catalogue { banks, abouts: None };
    if let Some(abouts) = catalogue.take_abouts() {
        catalogue.abouts = Some(hashed("_abouts", abouts.write().map_err(unwritten)?, &mut files));
    }
    let bytes = catalogue.write().map_err(unwritten)?;
    files.push(File { name: CATALOGUE.to_owned(), bytes });
    Ok(files)
}

fn listing(chosen: &Chosen<'_>, files: &mut Vec<File>) -> Result<BankListing, Failure> {
    let Chosen { bank, sets } = chosen;
    let ids: Vec<&str> = sets.iter().map(|set| set.id()).collect();
    let sets = sets.iter().map(|set| pack(bank, set, files)).collect::<Result<_, _>>()?;
    let glossary = Glossary::within(bank, &ids).map(|glossary| glossary.write().map_err(unwritten)).transpose()?;
    // No set can have this name: an underline stands in no id.
    let glossary = glossary.map(|bytes| hashed(&format!("{}/_glossary", bank.id()), bytes, files));
    let (id, title, source) = (bank.id().to_owned(), bank.title().to_owned(), bank.source().clone());
    let concepts = bank.concepts().iter().map(|concept| concept.term.clone()).collect();
    Ok(BankListing { id, title, source, concepts, sets, glossary })
}

/// Adds one set's pack.
fn pack(bank: &Bank, set: &Set, files: &mut Vec<File>) -> Result<Listing, Failure> {
    let bytes = Pack::new(bank, set).write().map_err(unwritten)?;
    let file = hashed(&format!("{}/{}", bank.id(), set.id()), bytes, files);
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

/// Adds data under a name that changes with its content, and gives that name.
fn hashed(name: &str, bytes: Vec<u8>, files: &mut Vec<File>) -> String {
    let hash: String = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{name}-{hash}.bin");
    files.push(File { name: name.clone(), bytes });
    name
}

fn unwritten(error: Unreadable) -> Failure {
    Failure::new(format!("a set cannot be packed: {error}"), "report this as a defect of verbatim")
}
