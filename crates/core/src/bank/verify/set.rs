//! Owns the verification of one set within its bank.
//!
//! Never looks into a question: [`super::question`] does.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{is_id, question, settings, trimmed};
use crate::bank::draft::{FileDraft, Record};
use crate::bank::{Concept, Set};
use crate::diagnostic::{self, Diagnostic, Findings};
use crate::question::{Proof, Question};

/// Ids that are pages of a bank, so that no set can have them.
const RESERVED: &[&str] = &["glossary"];

/// What the sets of one bank are verified against.
pub(super) struct Ground<'a> {
    /// `None` where there is no fingerprint: that is reported once, and no quotation is looked for.
    pub proof: Option<Proof<'a>>,
    pub concepts: &'a [Concept],
    /// Whether `bank.toml` was read as a whole, so that a concept that it lacks is really missing.
    pub all_concepts: bool,
    /// Where each question id of the bank was first used.
    ids: BTreeMap<String, String>,
}

impl<'a> Ground<'a> {
    pub fn new(proof: Option<Proof<'a>>, concepts: &'a [Concept], all_concepts: bool) -> Self {
        Self { proof, concepts, all_concepts, ids: BTreeMap::new() }
    }

    /// Verifies one set; what is wrong with it is added to the list.
    pub fn set(&mut self, draft: &FileDraft, list: &mut Vec<Diagnostic>) -> Option<Set> {
        let mut findings = Findings::new(&draft.file);
        if !is_id(&draft.stem) {
            findings.add(diagnostic::bad_file_name(&draft.stem));
        }
        if RESERVED.contains(&draft.stem.as_str()) {
            findings.add(diagnostic::reserved_file_name(&draft.stem));
        }
        let records = draft.record.records("question");
        if records.is_some_and(<[Record]>::is_empty) {
            findings.add(diagnostic::no_questions());
        }
        let settings = settings::settings(&draft.record, &mut findings);
        let questions: Vec<Option<Question>> = (1..)
            .zip(records.unwrap_or_default())
            .map(|(number, record)| self.question(draft, number, record, &mut findings))
            .collect();
        list.extend(findings.into_list());
        Some(Set {
            id: draft.stem.clone(),
            title: draft.record.text("title").map(trimmed).unwrap_or_default(),
            about: draft.record.text("about").map(trimmed).unwrap_or_default(),
            settings,
            questions: questions.into_iter().collect::<Option<_>>()?,
        })
    }

    fn question(
        &mut self,
        draft: &FileDraft,
        number: usize,
        record: &Record,
        findings: &mut Findings,
    ) -> Option<Question> {
        if let Some(id) = record.text("id") {
            match self.ids.entry(id.text().to_owned()) {
                Entry::Occupied(first) => findings.add(diagnostic::duplicate_id(id.span(), id.text(), first.get())),
                Entry::Vacant(free) => {
                    free.insert(format!("question {number} of {}", draft.file));
                }
            }
        }
        question::verify(self, record, findings)
    }
}
