//! Owns reading banks for those commands that tell about them: only what is free of errors can be told about.
//!
//! Never prints anything but what is wrong.

use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use verbatim_core::Bank;
use verbatim_core::source::{Fingerprint, SourceText};

use crate::{Failure, folder, render};

/// A bank without errors.
#[derive(Debug)]
pub struct Verified {
    /// Its folder, as it was given.
    pub folder: PathBuf,
    /// The bank.
    pub bank: Bank,
    /// The fingerprint that it was verified against.
    pub fingerprint: Fingerprint,
    /// The source's text: the one that was given, or that the bank ships.
    pub text: Option<SourceText>,
}

/// All banks among `paths`; `None` where one has an error, which is then printed.
///
/// # Errors
///
/// What cannot be read.
pub fn read(paths: &[PathBuf], source: Option<&Path>) -> Result<Option<Vec<Verified>>, Failure> {
    let source = source.map(folder::source).transpose()?;
    let folders = folder::find(paths)?;
    let checked = folders.iter().map(|folder| folder::check(folder, source.as_ref())).collect::<Result<Vec<_>, _>>()?;
    if checked.iter().any(|checked| checked.bank.is_none() || checked.fingerprint.is_none()) {
        anstream::eprint!("{}", render::human::text(&checked, &Renderer::styled()));
        return Ok(None);
    }
    let banks = checked.into_iter().filter_map(|checked| {
        let (bank, fingerprint) = (checked.bank?, checked.fingerprint?);
        let text = source.clone().or_else(|| shipped(&bank));
        // Not one of another bank that is told about in the same run.
        let text = text.filter(|text| Fingerprint::of(text, bank.id()) == fingerprint);
        Some(Verified { folder: checked.folder, bank, fingerprint, text })
    });
    Ok(Some(banks.collect()))
}

fn shipped(bank: &Bank) -> Option<SourceText> {
    let paragraphs = bank.original().paragraphs();
    (!paragraphs.is_empty()).then(|| SourceText::new(&paragraphs.join("\n\n")))
}
