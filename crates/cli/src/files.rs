//! Owns judging a bank from the bytes of its files: decode, parse, verify, and all diagnostics in one order.
//!
//! Never touches the disk: [`crate::folder`] reads.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;

use verbatim_core::Bank;
use verbatim_core::bank::draft::{Draft, FileDraft};
use verbatim_core::bank::parse;
use verbatim_core::bank::verify::{Evidence, Written, verify};
use verbatim_core::diagnostic::{Diagnostic, LARGEST_FILE, any_error, decode, in_order};
use verbatim_core::source::{Fingerprint, SourceText};

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as diagnostics show it.
    pub name: Rc<str>,
    /// What is in it; of a file that is too large as much as shows that it is.
    pub bytes: Vec<u8>,
}

/// All files of a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The bank's folder, as it was given.
    pub folder: PathBuf,
    /// The bank's id.
    pub id: String,
    /// `bank.toml`.
    pub bank: File,
    /// The files of its sets, by name.
    pub sets: Vec<File>,
    /// The name of its fingerprint's file.
    pub fingerprint_name: Rc<str>,
    /// What is in that, if there is one.
    pub fingerprint: Option<Vec<u8>>,
    /// The texts beside it, one of which may be the source.
    pub texts: Vec<File>,
}

/// A bank's folder with everything that was found in it.
#[derive(Debug)]
pub struct Checked {
    /// The folder, as it was given.
    pub folder: PathBuf,
    /// The bank, where nothing is wrong with it.
    pub bank: Option<Bank>,
    /// Its fingerprint, where it reads.
    pub fingerprint: Option<Fingerprint>,
    /// What is wrong, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// What its files say, to find the places of what the linter finds.
    pub draft: Draft,
    /// How many flaws are allowed with a reason, where the linter has looked.
    pub allowed: Option<usize>,
    /// The texts of the files, by name, to show marked lines.
    pub texts: BTreeMap<Rc<str>, String>,
}

impl Files {
    /// Parses and verifies them, against the source's text if it is at hand.
    #[must_use]
    pub fn check(&self, source: Option<&SourceText>) -> Checked {
        let mut reading = Reading::default();
        let bank = reading.file(&self.bank, parse::bank);
        let sets = self.sets.iter().map(|file| reading.file(file, parse::set)).collect();
        let file = &self.fingerprint_name;
        let print = self.fingerprint.as_ref().map(|bytes| reading.text(file, bytes));
        let written = match &print {
            None => Written::Missing,
            Some(None) => Written::Unreadable,
            Some(Some(text)) => Written::Text(text),
        };
        let texts = self.texts_for(&bank, &mut reading);
        let texts: Vec<(String, Written<'_>)> = texts
            .iter()
            .map(|(name, text)| (name.clone(), text.as_deref().map_or(Written::Unreadable, Written::Text)))
            .collect();
        let draft = Draft { id: self.id.clone(), bank, sets };
        let (bank, found) = verify(&draft, Evidence { file, fingerprint: written, text: source, texts: &texts });
        let fingerprint = print.flatten().and_then(|text| text.parse().ok());
        let mut diagnostics = reading.diagnostics;
        diagnostics.extend(found);
        let bank = bank.filter(|_| !any_error(&diagnostics));
        let diagnostics = in_order(diagnostics);
        let (folder, texts) = (self.folder.clone(), reading.texts);
        Checked { folder, bank, fingerprint, diagnostics, draft, allowed: None, texts }
    }
}

impl Files {
    /// The texts beside `bank.toml` by name; only what the bank names as its source is read.
    fn texts_for(&self, bank: &FileDraft, reading: &mut Reading) -> Vec<(String, Option<String>)> {
        let source = bank.record.records("source").and_then(<[_]>::first);
        let named = source.and_then(|source| source.text("text")).map(|literal| literal.text());
        let text = |file: &File| {
            let name = stem(&file.name);
            let text = if named == Some(name.as_str()) { reading.text(&file.name, &file.bytes) } else { None };
            (name, text)
        };
        self.texts.iter().map(text).collect()
    }
}

/// A file's name without its folder.
fn stem(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).to_owned()
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    diagnostics: Vec<Diagnostic>,
    texts: BTreeMap<Rc<str>, String>,
}

type Parse = fn(&Rc<str>, &str) -> (FileDraft, Vec<Diagnostic>);

impl Reading {
    fn file(&mut self, file: &File, parse: Parse) -> FileDraft {
        let Some(text) = self.text(&file.name, &file.bytes) else {
            return FileDraft::unread(&file.name);
        };
        let (draft, found) = parse(&file.name, &text);
        self.diagnostics.extend(found);
        draft
    }

    /// The text of a file; `None` where its bytes are not text, which is then among the diagnostics.
    fn text(&mut self, name: &Rc<str>, bytes: &[u8]) -> Option<String> {
        let shown = String::from_utf8_lossy(bytes.get(..LARGEST_FILE.min(bytes.len())).unwrap_or_default());
        let text = decode(name, bytes).map(str::to_owned);
        self.texts.insert(Rc::clone(name), shown.into_owned());
        text.map_err(|diagnostic| self.diagnostics.push(*diagnostic)).ok()
    }
}
