//! Owns how a `text` is written, and what an author may get wrong about it.
//!
//! Never marks an answer.

use unicode_normalization::UnicodeNormalization;

use super::{Text, Words, Wrong};
use crate::bank::draft::{Literal, Record};
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::prose::{markdown, plain};
use crate::question::option::author::line;
use crate::question::{Authoring, Kind, Proof, words};

pub(crate) const AUTHORING: Authoring = Authoring { name: "text", fields: FIELDS, verify };

const FIELDS: &[Field] = &[
    Field {
        name: "accept",
        shape: Shape::TextOrTexts,
        need: Need::Required(""),
        doc: "The right answer, or a list of right answers, of which the first is shown as the model. Case, white space \
              and the sort of quotation marks, apostrophes and dashes make no difference.",
    },
    Field { name: "exact", shape: Shape::Flag, need: Need::Optional, doc: "Whether capital and small letters differ." },
    Field {
        name: "diacritics",
        shape: Shape::Word(&["strict"]),
        need: Need::Optional,
        doc: "strict: `cafe` is no answer where `café` is right. Left out, it counts, with a note on the spelling.",
    },
    Field {
        name: "typos",
        shape: Shape::Flag,
        need: Need::Optional,
        doc: "Whether typos are forgiven, with a note on the spelling: one in answers of more than 3 characters, two in \
              those of more than 9, none in digits. true is the default.",
    },
    Field {
        name: "wrong",
        shape: Shape::Records("wrong answer", WRONG),
        need: Need::Optional,
        doc: "Wrong answers that you expect, each with words that say why it is wrong.",
    },
];

const WRONG: &[Field] = &[
    Field {
        name: "text",
        shape: Shape::TextOrTexts,
        need: Need::Required(""),
        doc: "The wrong answer, or several that are wrong for the same reason.",
    },
    Field { name: "why", shape: Shape::Text, need: Need::Required(""), doc: "Why it is wrong. Inline Markdown." },
];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    text(question, findings).map(Kind::Text)
}

/// A text, as a question or as a part of one.
pub(crate) fn text(record: &Record, findings: &mut Findings) -> Option<Text> {
    let exact = record.flag("exact");
    let accept = spellings(record, "accept", exact, findings);
    let listed = record.records("wrong").unwrap_or_default();
    let wrong: Vec<Option<Wrong>> = listed.iter().map(|record| wrong(record, exact, findings)).collect();
    let accept = accept?;
    let mut known: Vec<String> = Vec::new();
    for literal in record.texts("accept") {
        repeated(literal, exact, &mut known, findings);
    }
    let accepted = known.len();
    for literal in listed.iter().flat_map(|record| record.texts("text")) {
        let form = words(literal, exact, findings.muted()).form;
        if known.iter().take(accepted).any(|key| *key == form) {
            let hint = "remove it here, or from `accept`";
            findings.add(diagnostic::wrong_is_right(literal.span(), literal.text().trim(), hint));
        } else {
            repeated(literal, exact, &mut known, findings);
        }
    }
    let wrong: Option<Vec<Wrong>> = wrong.into_iter().collect();
    let strict = record.text("diacritics").is_some();
    Some(Text { accept, wrong: wrong?, exact, strict, typos: record.truth("typos").unwrap_or(true) })
}

fn wrong(record: &Record, exact: bool, findings: &mut Findings) -> Option<Wrong> {
    let words = spellings(record, "text", exact, findings);
    let why = line(record, "why", findings);
    Some(Wrong { words: words?, why: why? })
}

/// The ways to write an answer that a field lists; `None` where there is none, or one was reported.
fn spellings(record: &Record, field: &'static str, exact: bool, findings: &mut Findings) -> Option<Vec<Words>> {
    let literals = record.texts(field);
    if record.has(field) && literals.is_empty() && record.is_read(field) {
        findings.add(diagnostic::empty_list(record.span_of(field), field));
    }
    let mut list = Vec::new();
    for literal in literals {
        // Its Markdown is reported here, and nowhere else.
        markdown::line(literal, findings);
        let words = words(literal, exact, findings.muted());
        if words.form.is_empty() {
            findings.add(diagnostic::empty_text(literal.span(), field));
            return None;
        }
        list.push(words);
    }
    (!list.is_empty()).then_some(list)
}

fn words(literal: &Literal, exact: bool, mut muted: Findings) -> Words {
    let written = plain(&markdown::line(literal, &mut muted)).trim().to_owned();
    let decomposed: String = written.nfd().collect();
    let lower = decomposed.to_lowercase();
    let form = words::fold(if exact { &decomposed } else { &lower }, exact);
    Words { form, loose: words::loose(&lower), written }
}

/// Reports what is the same as something before it.
fn repeated(literal: &Literal, exact: bool, known: &mut Vec<String>, findings: &mut Findings) {
    let form = words(literal, exact, findings.muted()).form;
    if known.contains(&form) {
        let hint = "remove one of the two: white space and the sort of quotation marks, apostrophes and dashes make no \
                    difference, and case does only where `exact = true`";
        findings.add(diagnostic::repeated_answer(literal.span(), literal.text().trim(), hint));
    }
    known.push(form);
}

#[cfg(test)]
mod tests;
