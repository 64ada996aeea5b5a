//! What lets a built site be kept on a device.
//!
//! Owns two steps of a build: the first makes scripts as small as they can be, before any other page is made after the
//! site's own; the last writes icons, then the list of what is kept, then the worker that goes by the list. Nothing of the
//! site may be changed after that.

mod bare;
mod icons;
mod list;
mod worker;

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

pub use list::{HOSTING, LIST, WHOLE, hash};
pub use worker::{WORKER, Worker};

/// Why the step failed, as it is meant to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// A file that could not be used.
    fn file(what: &str, path: &Path, error: &io::Error) -> Self {
        Self(format!("could not {what} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Makes the scripts of a site smaller, and what its page says of them true again; the page's icon goes into it.
///
/// # Errors
///
/// What cannot be read or written.
pub fn lighten(site: &Path) -> Result<(), Failure> {
    bare::write(site)
}

/// Writes icons, list and worker into a site.
///
/// # Errors
///
/// What cannot be read or written, or an icon that is none.
pub fn write(site: &Path, worker: Worker) -> Result<(), Failure> {
    icons::write(site)?;
    let list = list::list(site)?;
    put(&site.join(LIST), list.as_bytes())?;
    put(&site.join(WORKER), worker.script(&list).as_bytes())
}

/// Writes a file.
fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| Failure::file("write", path, &error))
}
