//! Owns the command `check`: what is printed about banks, and the counts.
//!
//! Never finds a problem itself: `verbatim-core` does.

use std::path::{Path, PathBuf};

use serde::Serialize;
use verbatim_core::Bank;
use verbatim_core::bank::coverage::Coverage;
use verbatim_core::diagnostic::{Severity, any_error};
use verbatim_core::mark::percent;
use verbatim_core::source::Fingerprint;

use crate::args::Format;
use crate::files::Checked;
use crate::{Failure, Outcome, folder, lint, render};

/// The counts of a bank without errors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Sets.
    pub sets: usize,
    /// Questions in all sets.
    pub questions: usize,
    /// Quotations, every one of them proved.
    pub quotations: usize,
    /// Sentences of the source that a quotation touches.
    pub sentences_quoted: usize,
    /// Sentences of the source.
    pub sentences: usize,
}

impl Counts {
    /// Counts a bank.
    #[must_use]
    pub fn new(bank: &Bank, fingerprint: &Fingerprint) -> Self {
        let questions = || bank.sets().iter().flat_map(|set| set.questions());
        let coverage = Coverage::new(bank, fingerprint);
        Self {
            sets: bank.sets().len(),
            questions: questions().count(),
            quotations: questions().map(|question| question.quotes.len()).sum(),
            sentences_quoted: coverage.quoted(),
            sentences: coverage.sentences().len(),
        }
    }

    /// The share of the source's sentences that are quoted, in whole per cent.
    #[must_use]
    pub fn share(&self) -> u8 {
        let [quoted, all] = [self.sentences_quoted, self.sentences].map(|n| f64::from(u32::try_from(n).unwrap_or(0)));
        percent(if all > 0.0 { quoted / all } else { 0.0 })
    }
}

/// Checks all banks among `paths` and prints what is found.
///
/// # Errors
///
/// What cannot be read.
pub fn run(paths: &[PathBuf], source: Option<&Path>, format: Format) -> Result<Outcome, Failure> {
    let source = source.map(folder::source).transpose()?;
    let folders = folder::find(paths)?;
    let checked = folders.iter().map(|folder| folder::check(folder, source.as_ref())).collect::<Result<Vec<_>, _>>()?;
    print(&checked, format)?;
    let wrong = checked.iter().any(|checked| any_error(&checked.diagnostics));
    Ok(if wrong { Outcome::Problems } else { Outcome::Good })
}

/// Prints all that was found.
pub(crate) fn print(checked: &[Checked], format: Format) -> Result<(), Failure> {
    match format {
        Format::Human => render::human::print(checked),
        Format::Json => render::json::print(checked)?,
        Format::Github => render::github::print(checked),
    }
    Ok(())
}

/// The counts of a checked bank; `None` where it has errors.
#[must_use]
pub fn counts(checked: &Checked) -> Option<Counts> {
    Some(Counts::new(checked.bank.as_ref()?, checked.fingerprint.as_ref()?))
}

/// One line about a checked bank.
#[must_use]
pub fn summary(checked: &Checked) -> String {
    if let Some(allowed) = checked.allowed {
        return lint::summary(checked, allowed);
    }
    let folder = checked.folder.display();
    let problems = problems(checked);
    let Some(counts) = counts(checked) else {
        return format!("{folder}: {problems}");
    };
    let Counts { sets, questions, quotations, sentences_quoted, sentences } = counts;
    format!(
        "{folder}: {}, {}, {} proved, {} % of the source's sentences quoted ({sentences_quoted} of {sentences}); {problems}",
        several(sets, "set"),
        several(questions, "question"),
        several(quotations, "quotation"),
        counts.share(),
    )
}

fn problems(checked: &Checked) -> String {
    let count = |severity| checked.diagnostics.iter().filter(|d| d.severity == severity).count();
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "no problems".to_owned(),
        (errors, 0) => several(errors, "error"),
        (0, warnings) => several(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", several(errors, "error"), several(warnings, "warning")),
    }
}

/// A number with its noun: `1 set`, `2 sets`.
pub(crate) fn several(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
