//! Owns reading: from the text of a file to a draft and every diagnostic.
//!
//! Never fails: what cannot be read is reported and left out. Never verifies what is read.

mod lost;
mod mistake;
mod recover;
mod statement;
mod table;
mod value;

use std::rc::Rc;

use toml::de::DeTable;

use super::draft::FileDraft;
use super::shape::{BANK, Field, SET};
use crate::diagnostic::{self, Diagnostic, Findings, any_error};
use crate::source::Span;
use recover::Readable;
use table::Table;

/// Reads `bank.toml`. `file` is its name as diagnostics show it.
#[must_use]
pub fn bank(file: &Rc<str>, text: &str) -> (FileDraft, Vec<Diagnostic>) {
    parse(file, text, BANK, "bank")
}

/// Reads a set's file. `file` is its name as diagnostics show it; the stem of the name is the set's id.
#[must_use]
pub fn set(file: &Rc<str>, text: &str) -> (FileDraft, Vec<Diagnostic>) {
    parse(file, text, SET, "set")
}

fn parse(file: &Rc<str>, text: &str, shape: &'static [Field], what: &'static str) -> (FileDraft, Vec<Diagnostic>) {
    let mut findings = Findings::new(file);
    let mut draft = FileDraft::unread(file);
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        findings.add(diagnostic::file_empty(what));
        return (draft, findings.into_list());
    }
    // The parser takes no byte-order mark; a space for each of its bytes keeps all places.
    let readable = Readable::new(&text.replacen('\u{feff}', "   ", usize::from(text.starts_with('\u{feff}'))));
    readable.diagnostics.iter().cloned().for_each(|found| findings.add(found));
    // Whatever the parser still has to say is about what was left out.
    let (table, _) = DeTable::parse_recoverable(&readable.text);
    let root = Table {
        readable: &readable,
        table: table.get_ref(),
        span: Span::default(),
        what,
        header: String::new(),
        outer: None,
    };
    draft.record = root.read(shape.iter(), &[], &mut findings);
    let list = findings.into_list();
    draft.whole = !any_error(&list);
    (draft, list)
}
