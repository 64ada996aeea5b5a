//! Owns the step from a draft to a [`Bank`]: every check that needs more than one value.
//!
//! Never reads a file. A `Bank` comes out exactly when no diagnostic is an error.

mod fingerprint;
mod glossary;
mod head;
mod question;
mod quotes;
mod set;
mod settings;

use std::borrow::Cow;
use std::rc::Rc;

use super::draft::{Draft, FileDraft, Literal};
use super::{Bank, Original, Set};
use crate::diagnostic::{self, Diagnostic, Findings, any_error};
use crate::question::Proof;
use crate::source::SourceText;

/// What a draft is verified against.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The name of the fingerprint's file, as diagnostics show it.
    pub file: &'a Rc<str>,
    /// What that file says.
    pub fingerprint: Written<'a>,
    /// The source's text, if the author has it at hand: for better hints, and to check the fingerprint itself.
    pub text: Option<&'a SourceText>,
    /// The texts beside bank.toml, by name: one of them may be the source, to be shipped.
    pub texts: &'a [(String, Written<'a>)],
}

/// What is known of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written<'a> {
    /// There is none.
    Missing,
    /// There is one that is no text, as has been reported.
    Unreadable,
    /// Its text.
    Text(&'a str),
}

/// Verifies a draft.
#[must_use]
pub fn verify(draft: &Draft, evidence: Evidence<'_>) -> (Option<Bank>, Vec<Diagnostic>) {
    verify_each(draft, evidence, Cow::Borrowed)
}

/// Verifies a draft of which the sets are read one at a time, so that a large bank's need not be held all at once:
/// `read` is given each set that the draft names and gives what it says.
pub fn verify_each<'a>(
    draft: &'a Draft,
    evidence: Evidence<'_>,
    mut read: impl FnMut(&'a FileDraft) -> Cow<'a, FileDraft>,
) -> (Option<Bank>, Vec<Diagnostic>) {
    let mut list = Vec::new();
    let fingerprint = fingerprint::verify(&draft.id, evidence, &mut list);
    let mut findings = Findings::new(&draft.bank.file);
    let source = head::source(&draft.bank.record, &mut findings);
    let shipped = head::text(&draft.bank.record, evidence.texts, fingerprint.as_ref(), &mut findings);
    let (concepts, all_concepts) = head::concepts(&draft.bank.record, &mut findings);
    let files = head::sets(draft, &mut findings);
    let (text, shipped) = (evidence.text.or(shipped.as_ref()), shipped.as_ref());
    let proof = fingerprint.as_ref().map(|fingerprint| Proof { source: &source, fingerprint, text, shipped });
    let entries = glossary::verify(&draft.bank.record, proof.as_ref(), &mut findings);
    list.extend(findings.into_list());
    let mut ground = set::Ground::new(proof, &concepts, all_concepts);
    let mut whole = draft.bank.whole;
    let mut verified = |set, is_listed: bool| {
        let set = read(set);
        whole &= set.whole;
        if !is_listed && !set.is_no_set() {
            list.push(diagnostic::set_unlisted(&set.stem).within(&set.file));
        }
        ground.set(&set, &mut list)
    };
    let sets: Vec<Option<Set>> = files.listed.into_iter().map(|set| verified(set, true)).collect();
    // A set that no student would see is checked all the same, so that one run reports everything.
    for set in &files.unlisted {
        verified(set, !files.all_listed);
    }
    let proved = fingerprint.is_some() && files.unlisted.is_empty() && !any_error(&list);
    let title = draft.bank.record.text("title").map(trimmed).unwrap_or_default();
    let sets = sets.into_iter().collect::<Option<Vec<Set>>>().filter(|_| whole && proved);
    let paragraphs = shipped.iter().flat_map(|text| text.paragraphs()).map(str::to_owned).collect();
    let original = Original { source, paragraphs };
    let bank = sets.map(|sets| {
        let glossary = glossary::with_sets(entries, &sets);
        Bank { id: draft.id.clone(), title, original, concepts, glossary, sets }
    });
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

#[cfg(test)]
mod tests;
