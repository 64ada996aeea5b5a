//! Owns judging a bank from the bytes of its files: decode, parse, verify, and all diagnostics in one order.
//!
//! Never touches the disk: [`crate::folder`] reads.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;

use verbatim_core::Bank;
use verbatim_core::bank::draft::{Draft, FileDraft};
use verbatim_core::bank::parse;
use verbatim_core::bank::verify::{Evidence, Written, verify_each};
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
    /// How many flaws are allowed with a reason, where the linter has looked.
    pub allowed: Option<usize>,
    /// The texts of the files that diagnostics are about, by name, to show marked lines.
    pub texts: BTreeMap<Rc<str>, String>,
}

impl Files {
    /// Parses and verifies them, against the source's text if it is at hand. A set's draft is held no longer than it
    /// takes to verify it, so that a bank may have thousands.
    #[must_use]
    pub fn check(&self, source: Option<&SourceText>) -> Checked {
        let sets = self.sets.iter().map(|file| FileDraft::unread(&file.name)).collect();
        self.verified(Reading::default(), sets, source, |reading, set| {
            let file = self.sets.iter().find(|file| file.name == set.file);
            Cow::Owned(file.map_or_else(|| set.clone(), |file| reading.file(file, parse::set)))
        })
        .0
    }

    /// The same, with what all files say, where the linter has to find its places.
    #[must_use]
    pub fn check_and_draft(&self) -> (Checked, Draft) {
        let mut reading = Reading::default();
        let sets = self.sets.iter().map(|file| reading.file(file, parse::set)).collect();
        self.verified(reading, sets, None, |_, set| Cow::Borrowed(set))
    }

    fn verified(
        &self,
        mut reading: Reading,
        sets: Vec<FileDraft>,
        source: Option<&SourceText>,
        mut read: impl for<'a> FnMut(&mut Reading, &'a FileDraft) -> Cow<'a, FileDraft>,
    ) -> (Checked, Draft) {
        let bank = reading.file(&self.bank, parse::bank);
        let file = &self.fingerprint_name;
        let print = self.fingerprint.as_ref().map(|bytes| reading.text(file, bytes));
        let fingerprint = match &print {
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
        let evidence = Evidence { file, fingerprint, text: source, texts: &texts };
        let (bank, found) = verify_each(&draft, evidence, |set| read(&mut reading, set));
        let fingerprint = print.flatten().and_then(|text| text.parse().ok());
        let mut diagnostics = reading.diagnostics;
        diagnostics.extend(found);
        let bank = bank.filter(|_| !any_error(&diagnostics));
        let (folder, texts) = (self.folder.clone(), BTreeMap::new());
        let mut checked = Checked { folder, bank, fingerprint, diagnostics: Vec::new(), allowed: None, texts };
        checked.show(in_order(diagnostics), self);
        (checked, draft)
    }
}

impl Checked {
    /// Takes these diagnostics in the place of those that there were, with the texts that they are about.
    pub(crate) fn show(&mut self, diagnostics: Vec<Diagnostic>, files: &Files) {
        let named: BTreeSet<&Rc<str>> = diagnostics.iter().map(|found| &found.file).collect();
        self.texts = files
            .all()
            .filter(|(name, _)| named.contains(name))
            .map(|(name, bytes)| (Rc::clone(name), shown(bytes)))
            .collect();
        self.diagnostics = diagnostics;
    }
}

impl Files {
    /// All files, by name, with what is in them.
    fn all(&self) -> impl Iterator<Item = (&Rc<str>, &[u8])> {
        let files = [&self.bank].into_iter().chain(&self.sets).chain(&self.texts);
        let fingerprint = self.fingerprint.iter().map(|bytes| (&self.fingerprint_name, bytes.as_slice()));
        files.map(|file| (&file.name, file.bytes.as_slice())).chain(fingerprint)
    }

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

/// What of a file can be shown, whatever its bytes are.
fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.get(..LARGEST_FILE.min(bytes.len())).unwrap_or_default()).into_owned()
}

/// What has been found in reading so far.
#[derive(Default)]
struct Reading {
    diagnostics: Vec<Diagnostic>,
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
        let text = decode(name, bytes).map(str::to_owned);
        text.map_err(|diagnostic| self.diagnostics.push(*diagnostic)).ok()
    }
}
