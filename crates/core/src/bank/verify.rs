//! Owns the step from a draft to a [`Bank`]: every check that needs more than one value.
//!
//! Never reads a file. A `Bank` comes out exactly when no diagnostic is an error.

mod question;
mod set;

use std::rc::Rc;

use super::draft::{Draft, FileDraft, Literal, Record};
use super::{Bank, Concept};
use crate::diagnostic::{self, Diagnostic, Findings, any_error};
use crate::source::{Fingerprint, Source, SourceText, Span};

/// What a draft is verified against.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The name of the fingerprint's file, as diagnostics show it.
    pub file: &'a Rc<str>,
    /// The text of that file, if there is one.
    pub fingerprint: Option<&'a str>,
    /// The source's text, if the author has it at hand: for better hints, and to check the fingerprint itself.
    pub text: Option<&'a SourceText>,
}

/// Verifies a draft.
#[must_use]
pub fn verify(draft: &Draft, evidence: Evidence<'_>) -> (Option<Bank>, Vec<Diagnostic>) {
    let mut list = Vec::new();
    let fingerprint = fingerprint(draft, evidence, &mut list);
    let mut findings = Findings::new(&draft.bank.file);
    let source = source(&draft.bank.record, &mut findings);
    let concepts = concepts(&draft.bank.record, &mut findings);
    let order = set_order(draft, &mut findings);
    list.extend(findings.into_list());
    let mut ground = set::Ground::new(&source, fingerprint.as_ref(), evidence.text, &concepts, draft.bank.whole);
    let sets: Vec<_> = order.iter().filter_map(|set| ground.set(set, &mut list)).collect();
    unlisted(draft, &mut list);
    let whole = draft.bank.whole && draft.sets.iter().all(|set| set.whole) && !any_error(&list);
    let title = draft.bank.record.text("title").map(trimmed).unwrap_or_default();
    let bank = whole.then(|| Bank { id: draft.id.clone(), title, source, concepts, sets });
    (bank, list)
}

/// Whether `id` may stand in an address: at most 64 lower-case letters, digits and single hyphens.
#[must_use]
pub fn is_id(id: &str) -> bool {
    id.len() <= 64
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

fn trimmed(literal: &Literal) -> String {
    literal.text().trim().to_owned()
}

fn fingerprint(draft: &Draft, evidence: Evidence<'_>, list: &mut Vec<Diagnostic>) -> Option<Fingerprint> {
    let mut findings = Findings::new(evidence.file);
    let found = match evidence.fingerprint.map(str::parse::<Fingerprint>) {
        None => Err(diagnostic::fingerprint_missing()),
        Some(Err(damage)) => {
            let line = Span::new(0, 0);
            Err(diagnostic::fingerprint_damaged(line, damage.line, damage.expected))
        }
        Some(Ok(print)) if print.bank() != draft.id => {
            Err(diagnostic::fingerprint_other_bank(Span::default(), print.bank(), &draft.id))
        }
        Some(Ok(print)) => Ok(print),
    };
    let found = found.map_err(|diagnostic| findings.add(diagnostic)).ok();
    if let (Some(print), Some(text)) = (&found, evidence.text)
        && *print != Fingerprint::of(text, print.bank())
    {
        findings.add(diagnostic::fingerprint_other_text());
    }
    list.extend(findings.into_list());
    found
}

fn source(bank: &Record, findings: &mut Findings) -> Source {
    let empty = Record::default();
    let record = bank.records("source").and_then(<[Record]>::first).unwrap_or(&empty);
    let text = |name| record.text(name).map(trimmed);
    if let Some(address) = record.text("address") {
        let web = address.text().starts_with("https://") || address.text().starts_with("http://");
        if !web {
            findings.add(diagnostic::address_not_allowed(address.span(), address.text()));
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

fn concepts(bank: &Record, findings: &mut Findings) -> Vec<Concept> {
    let mut list: Vec<Concept> = Vec::new();
    for record in bank.records("concept").unwrap_or_default() {
        let (Some(id), Some(term)) = (record.text("id"), record.text("term")) else { continue };
        if !is_id(id.text()) {
            findings.add(diagnostic::bad_id(id.span(), "concept", id.text()));
        }
        if list.iter().any(|known| known.id == id.text()) {
            findings.add(diagnostic::duplicate_id(id.span(), "concept", id.text(), "an earlier `[[concept]]`"));
        }
        list.push(Concept { id: id.text().to_owned(), term: trimmed(term) });
    }
    list
}

/// The set files in the order that `bank.toml` gives.
fn set_order<'a>(draft: &'a Draft, findings: &mut Findings) -> Vec<&'a FileDraft> {
    let names = draft.bank.record.texts("sets");
    if names.is_empty() && draft.bank.whole {
        findings.add(diagnostic::no_sets(draft.bank.record.span_of("sets")));
    }
    let mut order: Vec<&FileDraft> = Vec::new();
    for name in names {
        match draft.sets.iter().find(|set| set.stem == name.text()) {
            None => findings.add(diagnostic::set_missing(name.span(), name.text())),
            Some(set) if order.iter().any(|known| known.stem == set.stem) => {
                findings.add(diagnostic::set_repeated(name.span(), name.text()));
            }
            Some(set) => order.push(set),
        }
    }
    order
}

fn unlisted(draft: &Draft, list: &mut Vec<Diagnostic>) {
    let names = draft.bank.record.texts("sets");
    for set in draft.sets.iter().filter(|set| draft.bank.whole && names.iter().all(|name| name.text() != set.stem)) {
        list.push(diagnostic::set_unlisted(&set.stem).within(&set.file));
    }
}

#[cfg(test)]
mod tests;
