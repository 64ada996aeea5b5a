//! Owns how a `choice` is written, and what an author may get wrong about it.
//!
//! Never marks an answer.

use std::collections::BTreeMap;

use super::{Choice, ChoiceOption};
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::prose::{markdown, plain};
use crate::question::{Authoring, Kind};

/// More options than this no student weighs against each other, and no alphabet letters.
const MOST_OPTIONS: usize = 26;

pub(crate) const AUTHORING: Authoring = Authoring { name: "choice", fields: FIELDS, verify };

const FIELDS: &[Field] = &[Field {
    name: "options",
    shape: Shape::Records("option", OPTION),
    need: Need::Required("`[[question.options]]` for each, with `text` and `why`"),
    doc: "The options, in the order in which they are shown. Exactly one is right.",
}];

const OPTION: &[Field] = &[
    Field { name: "text", shape: Shape::Text, need: Need::Required(""), doc: "What the option says. Inline Markdown." },
    Field { name: "correct", shape: Shape::Flag, need: Need::Optional, doc: "Whether this is the right option." },
    Field {
        name: "why",
        shape: Shape::Text,
        need: Need::Required(""),
        doc: "Why the option is right or wrong, in words that teach. Inline Markdown.",
    },
];

fn verify(question: &Record, findings: &mut Findings) -> Option<Kind> {
    let records = question.records("options")?;
    let span = question.span_of("options");
    // What was left out may have been an option, or what makes one right.
    let whole = question.whole && question.is_read("options") && records.iter().all(|record| record.whole);
    if records.len() < 2 && whole {
        findings.add(diagnostic::too_few_options(span, records.len()));
    } else if records.len() > MOST_OPTIONS {
        findings.add(diagnostic::too_many_options(span, records.len(), MOST_OPTIONS));
    }
    let options: Vec<ChoiceOption> = records.iter().filter_map(|record| option(record, findings)).collect();
    repeated(records, findings);
    let key = key(question, records, whole, findings);
    Some(Kind::Choice(Choice { options, key: key? }))
}

fn option(record: &Record, findings: &mut Findings) -> Option<ChoiceOption> {
    let text = record.text("text").map(|literal| markdown::line(literal, findings));
    let why = record.text("why").map(|literal| markdown::line(literal, findings));
    Some(ChoiceOption { text: text?, why: why? })
}

fn repeated(records: &[Record], findings: &mut Findings) {
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    for literal in records.iter().filter_map(|record| record.text("text")) {
        let words = plain(&markdown::line(literal, &mut findings.muted())).trim().to_lowercase();
        if !words.is_empty() && seen.insert(words, ()).is_some() {
            findings.add(diagnostic::repeated_option(literal.span(), literal.text().trim()));
        }
    }
}

/// The position of the one right option; `whole` is whether every option could be read.
fn key(question: &Record, records: &[Record], whole: bool, findings: &mut Findings) -> Option<usize> {
    let mut right = records.iter().zip(0..).filter(|(record, _)| record.flag("correct"));
    let Some((first, key)) = right.next() else {
        if whole && records.len() > 1 && records.iter().all(|record| record.is_read("correct")) {
            findings.add(diagnostic::no_right_option(question.span_of("options")));
        }
        return None;
    };
    let first = first.text("text").map_or("", |literal| literal.text());
    for (second, _) in right {
        findings.add(diagnostic::several_right_options(second.span_of("correct"), first));
    }
    Some(key)
}
