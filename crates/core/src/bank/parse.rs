//! Owns reading: from the text of a file to a draft and every diagnostic.
//!
//! Never fails: what cannot be read is reported and left out. Never verifies what is read.

mod value;

use std::rc::Rc;

use toml::de::DeTable;

use super::draft::FileDraft;
use super::shape::{BANK, Field, SET};
use crate::diagnostic::{self, Diagnostic, Findings, Severity};
use crate::source::Span;

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

fn parse(file: &Rc<str>, text: &str, shape: &'static [Field], what: &str) -> (FileDraft, Vec<Diagnostic>) {
    let mut findings = Findings::new(file);
    let mut draft = FileDraft::unread(file);
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        findings.add(diagnostic::file_empty());
        return (draft, findings.into_list());
    }
    // The parser takes no byte-order mark; a space for each of its bytes keeps all places.
    let text = &text.replacen('\u{feff}', "   ", usize::from(text.starts_with('\u{feff}')));
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().map_or_else(Span::default, Span::from);
        findings.add(diagnostic::toml_syntax(span, error.message()));
    }
    draft.whole = errors.is_empty();
    let reader = value::Reader { text, whole: draft.whole };
    draft.record = reader.record(table.get_ref(), Span::new(0, 0), shape, what, &mut findings);
    let list = findings.into_list();
    draft.whole &= !list.iter().any(|found| found.severity == Severity::Error);
    (draft, list)
}
