//! Owns how a `choice` is written, and what an author may get wrong about it.
//!
//! Never marks an answer.

use super::Choice;
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::question::option::author::{OPTION, list, options};
use crate::question::{Authoring, Kind, Proof};

pub(crate) const AUTHORING: Authoring = Authoring { name: "choice", fields: FIELDS, verify };

const FIELDS: &[Field] = &[Field {
    name: "options",
    shape: Shape::Records("option", OPTION),
    need: Need::Required("`[[question.options]]` for each, with `text` and `why`"),
    doc: "The options. Exactly one is right.",
}];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    choice(question, findings).map(Kind::Choice)
}

/// A choice, as a question or as a part of one.
pub(crate) fn choice(question: &Record, findings: &mut Findings) -> Option<Choice> {
    let (records, whole) = list(question, ("options", "options", 2), findings)?;
    let options = options(records, findings);
    let key = one_key(question, "options", (records, whole), findings);
    Some(Choice { options, key: key? })
}

/// The position of the one right entry of a list.
pub(crate) fn one_key(
    question: &Record,
    field: &str,
    (records, whole): (&[Record], bool),
    findings: &mut Findings,
) -> Option<usize> {
    let mut right = records.iter().zip(0..).filter(|(record, _)| record.flag("correct"));
    let Some((first, key)) = right.next() else {
        if whole && records.len() > 1 && records.iter().all(|record| record.is_read("correct")) {
            findings.add(diagnostic::no_right_option(question.span_of(field)));
        }
        return None;
    };
    let first = first.text("text").map_or("", |literal| literal.text());
    for (second, _) in right {
        findings.add(diagnostic::several_right_options(second.span_of("correct"), first));
    }
    Some(key)
}
