//! Owns a package for an LMS: a zip with the page of one set and the manifest that says what it is.
//!
//! Never writes a set of which an attempt might not fit into what the LMS keeps.

mod manifest;

use std::io::{Cursor, Write};
use std::path::Path;

use verbatim_core::question::Told;
use verbatim_core::{Pack, Set};
use verbatim_lms::{LONGEST, Standard, bound};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::html;
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

/// The zip. The same set and player always give the same bytes.
pub(super) fn package(chosen: &[Chosen<'_>], set: &Set, standard: Standard, site: &Path) -> Result<Vec<u8>, Failure> {
    let Some(bank) = chosen.first().map(|chosen| chosen.bank) else { return Err(defect("no bank")) };
    let pack = Pack::new(bank, set);
    fits(&pack, standard)?;
    let player = Player::of(site, player::LMS)?;
    let page = html::page(chosen, &data::of(chosen)?, &player, Some(standard))?;
    let manifest = manifest::of(&pack, standard).map_err(|why| defect(&why.to_string()))?;
    zipped(&[("imsmanifest.xml", manifest.as_bytes()), ("index.html", page.as_bytes())])
}

fn zipped(files: &[(&str, &[u8])]) -> Result<Vec<u8>, Failure> {
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

/// Whether every attempt that is to be expected can be kept, and every right answer be written.
fn fits(pack: &Pack, standard: Standard) -> Result<(), Failure> {
    let (length, room, id) = (bound::length(pack), standard.room(), pack.set().id());
    if length > room {
        let other =
            if standard == Standard::Scorm12 { ", or export it with `--scorm 2004`, which keeps 64000" } else { "" };
        let message = format!(
            "an attempt at `{id}` can take {length} characters, and an LMS keeps {room} by SCORM {}",
            standard.name()
        );
        let hint = format!("part the set in two, take hints or lines to write in from it{other}");
        return Err(Failure::new(message, hint));
    }
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

fn defect(why: &str) -> Failure {
    Failure::new(format!("the package cannot be written: {why}"), "report this as a defect of verbatim")
}
