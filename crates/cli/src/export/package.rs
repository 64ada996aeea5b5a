//! Owns what packages for LMSs have in common: one set, its page, a zip.
//!
//! Never knows what a standard wants in it beside the page.

use std::io::{Cursor, Write};
use std::path::Path;

use verbatim_core::question::Told;
use verbatim_core::{Pack, Set};
use verbatim_lms::LONGEST;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::html::{self, Lms};
use super::player::{self, Player};
use crate::Failure;
use crate::data::{self, Chosen};

/// The one set that is meant: an LMS has a status and a score for one.
pub(super) fn one<'a>(chosen: &[Chosen<'a>]) -> Result<&'a Set, Failure> {
    match chosen {
        [Chosen { sets, .. }] if sets.len() == 1 => sets.first().copied(),
        _ => None,
    }
    .ok_or_else(|| {
        let count: usize = chosen.iter().map(|chosen| chosen.sets.len()).sum();
        let hint = "name the file of one set, as in `verbatim export questions/BANK/SET.toml --scorm 1.2`, and call it once for each";
        Failure::new(format!("a package has one set, since an LMS has one score for it, and {count} are meant"), hint)
    })
}

/// The one set, with what it needs of its bank.
pub(super) fn pack(chosen: &[Chosen<'_>], set: &Set) -> Result<Pack, Failure> {
    let bank = chosen.first().map(|chosen| chosen.bank).ok_or_else(|| defect("no bank"))?;
    Ok(Pack::new(bank, set))
}

/// The page, with the player that talks to an LMS.
pub(super) fn page(chosen: &[Chosen<'_>], lms: Lms, site: &Path) -> Result<String, Failure> {
    let player = Player::of(site, player::LMS)?;
    html::page(chosen, &data::of(chosen)?, &player, Some(lms))
}

/// Files as a zip.
pub(super) fn zipped(files: &[(&str, &[u8])]) -> Result<Vec<u8>, Failure> {
    let failed = |why: String| defect(&why);
    // The first moment that a zip can name: no package tells when it was made.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, options).map_err(|why| failed(why.to_string()))?;
        zip.write_all(bytes).map_err(|why| failed(why.to_string()))?;
    }
    Ok(zip.finish().map_err(|why| failed(why.to_string()))?.into_inner())
}

/// Whether every right answer can be written: lines take no more than so many characters.
pub(super) fn takes_all_answers(pack: &Pack) -> Result<(), Failure> {
    let long = |words: &String| words.encode_utf16().count() > LONGEST;
    for question in pack.set().questions() {
        let keys = question.kind.rules().told_keys();
        let is_long = |key: &Told| match key {
            Told::Words(words) | Told::Number(_, words) => long(words),
            Told::Filled(list) => list.iter().any(long),
            Told::Chosen { .. } | Told::Truth(_) | Told::Range(..) | Told::Ordered(_) | Told::Matched(_) => false,
        };
        if keys.iter().any(is_long) {
            let message = format!("`{}` accepts an answer of more than {LONGEST} characters", question.id);
            return Err(Failure::new(message, "accept a shorter one: in an LMS a line takes no more"));
        }
    }
    Ok(())
}

/// What only a mistake of this program brings about.
pub(super) fn defect(why: &str) -> Failure {
    Failure::new(format!("the package cannot be written: {why}"), "report this as a defect of verbatim")
}
