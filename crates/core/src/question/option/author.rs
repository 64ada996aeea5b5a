//! Owns how options are written, and what an author may get wrong about a list of them.
//!
//! Never says how many of them may be right: the kind does.

use std::collections::BTreeSet;

use super::ChoiceOption;
use crate::bank::draft::{Literal, Record};
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::prose::{Inline, markdown, plain};

/// More than this no student weighs against each other, and no alphabet letters.
pub(crate) const MOST: usize = 26;

/// The words with which an option that speaks of the others begins. Such an option is at home in its place.
const ABOUT_OTHERS: &[&str] = &["all of", "none of", "both of", "all the above", "none the above", "neither of"];

/// The fields of an option.
pub(crate) const OPTION: &[Field] = &[
    Field { name: "text", shape: Shape::Text, need: Need::Required(""), doc: "What the option says. Inline Markdown." },
    Field { name: "correct", shape: Shape::Flag, need: Need::Optional, doc: "Whether this option is right." },
    Field {
        name: "why",
        shape: Shape::Text,
        need: Need::Required(""),
        doc: "Why the option is right or wrong, in words that teach. Inline Markdown.",
    },
    Field {
        name: "fixed",
        shape: Shape::Flag,
        need: Need::Optional,
        doc: "Whether it keeps its place when the other options change theirs, as “All of these” must.",
    },
];

/// The tables of a list, if it is there, and whether all of them could be read: what was left out may have been one
/// of them, or what makes one right. Reports a list that is too short or too long.
pub(crate) fn list<'a>(
    question: &'a Record,
    (field, what, fewest): (&'static str, &'static str, usize),
    findings: &mut Findings,
) -> Option<(&'a [Record], bool)> {
    let records = question.records(field)?;
    let whole = question.whole && question.is_read(field) && records.iter().all(|record| record.whole);
    let span = question.span_of(field);
    if records.len() < fewest && whole {
        findings.add(diagnostic::too_few_options(
            span,
            &format!("{}.{field}", question.path),
            what,
            records.len(),
            fewest,
        ));
    } else if records.len() > MOST {
        findings.add(diagnostic::too_many_options(span, what, records.len(), MOST));
    }
    Some((records, whole))
}

/// The options of a list.
pub(crate) fn options(records: &[Record], findings: &mut Findings) -> Vec<ChoiceOption> {
    let list = records.iter().filter_map(|record| option(record, findings)).collect();
    repeated(records.iter().filter_map(|record| record.text("text")), findings);
    list
}

fn option(record: &Record, findings: &mut Findings) -> Option<ChoiceOption> {
    let text = line(record, "text", findings);
    let why = line(record, "why", findings);
    let fixed = record.truth("fixed");
    if let (Some(literal), None) = (record.text("text"), fixed) {
        let words = literal.text().trim().to_lowercase();
        if ABOUT_OTHERS.iter().any(|about| words.starts_with(about)) {
            findings.add(diagnostic::unfixed_option(literal.span(), literal.text().trim()));
        }
    }
    Some(ChoiceOption { text: text?, why: why?, fixed: fixed == Some(true) })
}

/// A field of inline Markdown.
pub(crate) fn line(record: &Record, name: &str, findings: &mut Findings) -> Option<Vec<Inline>> {
    record.text(name).map(|literal| markdown::line(literal, findings))
}

/// Reports what says the same as something before it.
pub(crate) fn repeated<'a>(literals: impl Iterator<Item = &'a Literal>, findings: &mut Findings) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for literal in literals {
        let words = plain(&markdown::line(literal, &mut findings.muted())).trim().to_lowercase();
        if !words.is_empty() && !seen.insert(words) {
            findings.add(diagnostic::repeated_option(literal.span(), literal.text().trim()));
        }
    }
}

/// The positions of the options that are said to be right, and whether all could be read.
pub(crate) fn keys(records: &[Record]) -> Vec<usize> {
    records.iter().zip(0..).filter(|(record, _)| record.flag("correct")).map(|(_, position)| position).collect()
}
