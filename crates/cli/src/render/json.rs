//! Owns the JSON that `check --format json` prints: for editors and scripts.
//!
//! Never leaves anything out that a person would be shown.

use std::path::Path;

use serde::Serialize;
use verbatim_core::diagnostic::{Diagnostic, Severity};

use super::{inside, position};
use crate::Failure;
use crate::check::{Counts, counts};
use crate::files::Checked;

/// The version of this form: it grows by one when a field is renamed or removed.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    banks: Vec<BankEntry>,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct BankEntry {
    folder: String,
    counts: Option<Counts>,
    /// How many flaws are allowed with a reason; only of the linter.
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<usize>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    label: &'a str,
    notes: &'a [String],
    hint: &'a str,
}

/// Prints one JSON document about all banks.
///
/// # Errors
///
/// Where the document cannot be written out.
pub fn print(checked: &[Checked]) -> Result<(), Failure> {
    let text = document(checked)
        .map_err(|error| Failure::new(format!("cannot write JSON: {error}"), "use `--format human` and report this"))?;
    anstream::println!("{text}");
    Ok(())
}

/// The document as text.
///
/// # Errors
///
/// Where it does not serialise.
pub fn document(checked: &[Checked]) -> Result<String, serde_json::Error> {
    let entry_of = |bank: &Checked| {
        let (folder, counts) = (shown(&bank.folder), counts(bank));
        BankEntry { folder, counts, allowed: bank.allowed }
    };
    let banks = checked.iter().map(entry_of).collect();
    let diagnostics = checked
        .iter()
        .flat_map(|bank| bank.diagnostics.iter().map(|d| entry(d, bank.texts.get(&d.file).map_or("", String::as_str))))
        .collect();
    serde_json::to_string_pretty(&Document { version: VERSION, banks, diagnostics })
}

fn shown(folder: &Path) -> String {
    folder.to_string_lossy().replace('\\', "/")
}

/// The word for a severity in every machine-readable form.
pub(super) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn entry<'a>(diagnostic: &'a Diagnostic, text: &str) -> Entry<'a> {
    let span = inside(text, diagnostic.span);
    let (start, end) = (position(text, span.start), position(text, span.end));
    Entry {
        code: diagnostic.code,
        severity: word(diagnostic.severity),
        file: &diagnostic.file,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: &diagnostic.message,
        label: &diagnostic.label,
        notes: &diagnostic.notes,
        hint: &diagnostic.hint,
    }
}
