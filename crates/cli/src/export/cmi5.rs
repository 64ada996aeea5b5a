//! Owns a cmi5 package: the page of one set, and the course structure that says what it is.
//!
//! Never names an LMS: the launch does.

mod structure;

use std::path::Path;

use verbatim_core::Set;
use verbatim_lms::cmi5::NAME;

use super::html::Lms;
use super::package::{self, defect};
use crate::Failure;
use crate::data::Chosen;

/// The zip. The same set and player always give the same bytes.
pub(super) fn package(chosen: &[Chosen<'_>], set: &Set, site: &Path) -> Result<Vec<u8>, Failure> {
    let pack = package::pack(chosen, set)?;
    package::takes_all_answers(&pack)?;
    let page = package::page(chosen, Lms { name: NAME, is_asked: true }, site)?;
    let structure = structure::of(&pack).map_err(|why| defect(&why.to_string()))?;
    package::zipped(&[("cmi5.xml", structure.as_bytes()), ("index.html", page.as_bytes())])
}
