//! Owns the verification of one question: what every kind has in common, and its revision.
//!
//! Never knows the fields of a kind: the kind's own file does.

use sha2::{Digest, Sha256};

use super::set::Ground;
use super::{is_id, quotes};
use crate::bank::draft::Record;
use crate::bank::shape;
use crate::diagnostic::{self, Findings};
use crate::prose::markdown;
use crate::question::{AUTHORING, Difficulty, Kind, Question};

/// Ids that are pages of a set, so that no question can have them.
const RESERVED: &[&str] = &["overview", "results"];

/// A question, or `None` where something in it was reported.
pub(super) fn verify(ground: &Ground<'_>, record: &Record, findings: &mut Findings) -> Option<Question> {
    let id = id(record, findings);
    let prompt = record.text("prompt").map(|literal| markdown::line(literal, findings));
    let kind = kind(ground, record, findings);
    let explanation = record.text("explanation").map(|literal| markdown::blocks(literal, findings));
    let concepts = concepts(ground, record, findings);
    let quotes = quotes::verify(ground.proof.as_ref(), record, "question", findings);
    let hints = record.texts("hints").iter().map(|literal| markdown::line(literal, findings)).collect();
    let difficulty = difficulty(record);
    let shuffled = record.truth("shuffle").unwrap_or(true);
    let (id, prompt, kind) = (id?, prompt?, kind?);
    let (revision, stream) = (revision(&prompt, &kind)?, number(id.as_bytes()));
    let (explanation, quotes) = (explanation?, quotes?);
    Some(Question { id, revision, prompt, kind, explanation, quotes, concepts, difficulty, hints, shuffled, stream })
}

fn id(record: &Record, findings: &mut Findings) -> Option<String> {
    let id = record.text("id")?;
    if !is_id(id.text()) {
        findings.add(diagnostic::bad_id(id.span(), "question", id.text()));
    }
    if RESERVED.contains(&id.text()) {
        findings.add(diagnostic::reserved_id(id.span(), id.text()));
    }
    Some(id.text().to_owned())
}

fn kind(ground: &Ground<'_>, record: &Record, findings: &mut Findings) -> Option<Kind> {
    let name = record.text("kind")?;
    match AUTHORING.iter().find(|authoring| authoring.name == name.text()) {
        Some(authoring) => (authoring.verify)(ground.proof.as_ref(), record, findings),
        None => {
            findings.add(diagnostic::unknown_kind(name.span(), name.text(), shape::kinds()));
            None
        }
    }
}

fn concepts(ground: &Ground<'_>, record: &Record, findings: &mut Findings) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for concept in record.texts("concepts") {
        let known = ground.concepts.iter().map(|known| known.id.as_str());
        if ground.all_concepts && known.clone().all(|id| id != concept.text()) {
            findings.add(diagnostic::unknown_concept(concept.span(), concept.text(), known));
        }
        if list.iter().any(|earlier| earlier == concept.text()) {
            findings.add(diagnostic::repeated_concept(concept.span(), concept.text()));
        }
        list.push(concept.text().to_owned());
    }
    list
}

fn difficulty(record: &Record) -> Option<Difficulty> {
    let name = record.text("difficulty")?;
    Difficulty::ALL.into_iter().find(|difficulty| difficulty.name() == name.text())
}

/// A hash of what a student answers to.
fn revision(prompt: &[crate::prose::Inline], kind: &Kind) -> Option<u64> {
    let answered_to = postcard::to_allocvec(&(prompt, kind.rules().answered_to())).ok()?;
    Some(number(&answered_to))
}

/// The first 64 bits of SHA-256.
fn number(bytes: &[u8]) -> u64 {
    Sha256::digest(bytes).iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}
