//! Owns a SCORM package: the page of one set, and the manifest that says what it is.
//!
//! Never writes a set of which an attempt might not fit into what the LMS keeps.

mod manifest;

use std::path::Path;

use verbatim_core::{Pack, Set};
use verbatim_lms::{Standard, bound};

use super::html::Lms;
use super::package::{self, defect};
use crate::Failure;
use crate::data::Chosen;

/// The zip. The same set and player always give the same bytes.
pub(super) fn package(chosen: &[Chosen<'_>], set: &Set, standard: Standard, site: &Path) -> Result<Vec<u8>, Failure> {
    let pack = package::pack(chosen, set)?;
    fits(&pack, standard)?;
    package::takes_all_answers(&pack)?;
    let lms = Lms { name: standard.name(), is_asked: false };
    let page = package::page(chosen, lms, site)?;
    let manifest = manifest::of(&pack, standard).map_err(|why| defect(&why.to_string()))?;
    package::zipped(&[("imsmanifest.xml", manifest.as_bytes()), ("index.html", page.as_bytes())])
}

/// Whether every attempt that is to be expected can be kept.
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
    Ok(())
}
