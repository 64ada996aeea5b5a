//! Owns the verification of what `bank.toml` says: the source, the concepts, and which sets there are.
//!
//! Never looks into a set.

use super::{Written, is_id, trimmed};
use crate::bank::Concept;
use crate::bank::draft::{Draft, FileDraft, Literal, Record};
use crate::diagnostic::{self, Findings};
use crate::source::{Fingerprint, Source, SourceText};

pub(super) fn source(bank: &Record, findings: &mut Findings) -> Source {
    let empty = Record::default();
    let record = bank.records("source").and_then(<[Record]>::first).unwrap_or(&empty);
    let text = |name| record.text(name).map(trimmed);
    if let Some(address) = record.text("address") {
        let begins = |scheme: &str| address.text().trim().starts_with(scheme);
        if !begins("https://") && !begins("http://") {
            findings.add(diagnostic::source_address(address.span(), address.text()));
        }
    }
    Source {
        title: text("title").unwrap_or_default(),
        publisher: text("publisher"),
        published: text("published"),
        address: text("address"),
        language: text("language").unwrap_or_else(|| "en".to_owned()),
    }
}

/// The source's text, where the bank ships it and it is the one that the fingerprint was made from.
pub(super) fn text(
    bank: &Record,
    texts: &[(String, Written<'_>)],
    fingerprint: Option<&Fingerprint>,
    findings: &mut Findings,
) -> Option<SourceText> {
    let name = bank.records("source").and_then(<[Record]>::first)?.text("text")?;
    let Some((_, written)) = texts.iter().find(|(known, _)| known == name.text()) else {
        findings.add(diagnostic::text_missing(name.span(), name.text(), texts.iter().map(|(known, _)| known.as_str())));
        return None;
    };
    let Written::Text(written) = written else { return None };
    let text = SourceText::new(written);
    let same = fingerprint.is_none_or(|print| *print == Fingerprint::of(&text, print.bank()));
    if !same {
        findings.add(diagnostic::text_differs(name.span(), name.text()));
    }
    same.then_some(text)
}

/// The concepts, and whether they are all that the author meant to list.
pub(super) fn concepts(bank: &Record, findings: &mut Findings) -> (Vec<Concept>, bool) {
    let records = bank.records("concept").unwrap_or_default();
    let mut all = bank.whole && bank.is_read("concept");
    let mut list = Vec::new();
    for (position, record) in records.iter().enumerate() {
        let Some(id) = record.text("id") else {
            all = false;
            continue;
        };
        let same = |other: &Record| other.text("id").is_some_and(|other| other.text() == id.text());
        let first = records.iter().position(same).filter(|first| *first < position);
        if !is_id(id.text()) {
            findings.add(diagnostic::bad_id(id.span(), "concept", id.text()));
        } else if let Some(first) = first {
            findings.add(diagnostic::duplicate_concept(id.span(), id.text(), first + 1));
        }
        all &= record.whole && is_id(id.text()) && first.is_none();
        let term = record.text("term").map(trimmed).unwrap_or_default();
        list.push(Concept { id: id.text().to_owned(), term, defined: record.has("definition") });
    }
    (list, all)
}

/// Which set files there are.
pub(super) struct Files<'a> {
    /// In the order that `bank.toml` gives.
    pub listed: Vec<&'a FileDraft>,
    /// Those that it does not list.
    pub unlisted: Vec<&'a FileDraft>,
    /// Whether that list could be read, so that what it lacks is really missing.
    pub all_listed: bool,
}

/// The set files that `bank.toml` lists, and the others.
pub(super) fn sets<'a>(draft: &'a Draft, findings: &mut Findings) -> Files<'a> {
    let bank = &draft.bank.record;
    let names = bank.texts("sets");
    let complete = bank.is_read("sets");
    if names.is_empty() && complete && bank.has("sets") {
        findings.add(diagnostic::no_sets(bank.span_of("sets")));
    }
    let mut listed: Vec<&FileDraft> = Vec::new();
    for name in names {
        let stem = stem(name);
        if stem != name.text() {
            findings.add(diagnostic::set_with_ending(name.span(), stem));
        }
        match draft.sets.iter().find(|set| set.stem == stem) {
            None if stem != name.text() => {}
            None => findings.add(diagnostic::set_missing(name.span(), stem)),
            Some(set) if listed.iter().any(|known| known.stem == set.stem) => {
                findings.add(diagnostic::set_repeated(name.span(), stem));
            }
            Some(set) => listed.push(set),
        }
    }
    let is_listed = |set: &&FileDraft| names.iter().any(|name| stem(name) == set.stem);
    let unlisted = draft.sets.iter().filter(|set| !is_listed(set)).collect();
    Files { listed, unlisted, all_listed: complete && !names.is_empty() }
}

/// The set that is meant where a file is named, as has to be reported.
fn stem(name: &Literal) -> &str {
    name.text().strip_suffix(diagnostic::ENDING).unwrap_or(name.text())
}
