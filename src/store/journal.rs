//! Owns the journal: lines in the browser's local storage, which are written before the call returns.
//!
//! Never keeps them for long: the database does. Each line has a key of its own, so that no tab writes over another's.

use web_sys::Storage;

use super::Line;
use crate::page;

/// What the keys of lines begin with. What follows is the line itself, so that one line has one key.
const PREFIX: &str = "verbatim line ";

/// Lines in local storage, if there is one.
#[derive(Debug)]
pub(super) struct Journal(Option<Storage>);

impl Journal {
    pub fn open() -> Self {
        Self(page::local_storage().filter(takes))
    }

    /// One that takes nothing.
    #[cfg(feature = "lms")]
    pub fn closed() -> Self {
        Self(None)
    }

    /// Whether it takes lines.
    pub fn works(&self) -> bool {
        self.0.is_some()
    }

    /// Writes lines; whether all of them are written.
    pub fn write(&self, lines: &[Line]) -> bool {
        let Some(storage) = &self.0 else { return false };
        lines.iter().all(|line| storage.set_item(&key(line), &line.set).is_ok())
    }

    /// All lines, in no particular order.
    pub fn lines(&self) -> Vec<Line> {
        let Some(storage) = &self.0 else { return Vec::new() };
        let line = |key: String| {
            let line = key.strip_prefix(PREFIX)?.split_once('\n')?.1.to_owned();
            Some(Line { set: storage.get_item(&key).ok().flatten()?, line })
        };
        page::keys(storage).into_iter().filter_map(line).collect()
    }

    /// Removes lines that are kept elsewhere now.
    pub fn remove(&self, lines: &[Line]) {
        let Some(storage) = &self.0 else { return };
        // What cannot be removed is found again, and is known as what is there twice.
        lines.iter().for_each(|line| drop(storage.remove_item(&key(line))));
    }
}

fn key(line: &Line) -> String {
    format!("{PREFIX}{}\n{}", line.set, line.line)
}

/// Whether a storage takes anything: some browsers have one that is always full.
fn takes(storage: &Storage) -> bool {
    let probe = format!("{PREFIX}probe");
    storage.set_item(&probe, "").and_then(|()| storage.remove_item(&probe)).is_ok()
}
