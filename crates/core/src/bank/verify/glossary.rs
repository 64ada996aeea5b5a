//! Owns the verification of what a bank says its concepts mean.
//!
//! Never decides which concepts there are: [`super::head`] does.

use super::{quotes, trimmed};
use crate::bank::Set;
use crate::bank::draft::Record;
use crate::bank::glossary::Entry;
use crate::diagnostic::{self, Findings};
use crate::prose::markdown;
use crate::question::Proof;

/// The concepts that say what they mean; none of those in which something was reported.
pub(super) fn verify(bank: &Record, proof: Option<&Proof<'_>>, findings: &mut Findings) -> Vec<Entry> {
    let concepts = bank.records("concept").unwrap_or_default();
    concepts.iter().filter_map(|concept| entry(concept, proof, findings)).collect()
}

fn entry(concept: &Record, proof: Option<&Proof<'_>>, findings: &mut Findings) -> Option<Entry> {
    let Some(definition) = concept.text("definition") else {
        let quoted = ["quote", "quotes"].into_iter().find(|name| concept.has(name));
        if let Some(quoted) = quoted.filter(|_| concept.lacks("definition")) {
            findings.add(diagnostic::undefined_concept(concept.span_of(quoted)));
        }
        return None;
    };
    let definition = markdown::blocks(definition, findings);
    let quotes = quotes::verify(proof, concept, "concept", findings);
    let (id, term) = (concept.text("id")?, concept.text("term")?);
    let (concept, term) = (id.text().to_owned(), trimmed(term));
    Some(Entry { concept, term, definition, quotes: quotes?, sets: Vec::new() })
}

/// The same entries with the sets that ask about them.
pub(super) fn with_sets(entries: Vec<Entry>, sets: &[Set]) -> Vec<Entry> {
    let asks = |set: &Set, concept: &String| set.questions.iter().any(|question| question.concepts.contains(concept));
    let with = |entry: Entry| {
        let asking = sets.iter().filter(|set| asks(set, &entry.concept));
        let sets = asking.map(|set| (set.id.clone(), set.title.clone())).collect();
        Entry { sets, ..entry }
    };
    entries.into_iter().map(with).collect()
}
