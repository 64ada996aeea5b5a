//! Owns how `blanks` are written, and what an author may get wrong about a sentence and its blanks.
//!
//! Never marks an answer, and never knows the fields of a blank's kind.

mod sentence;

use super::{Blank, Blanks};
use crate::bank::draft::{Literal, Record};
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::prose::{Inline, plain};
use crate::question::authored::Authored;
use crate::question::{Authoring, Kind, Proof, choice, number, text};
use sentence::{Place, places, segments};

pub(crate) const AUTHORING: Authoring = Authoring { name: "blanks", fields: FIELDS, verify };

const FIELDS: &[Field] = &[
    Field {
        name: "sentence",
        shape: Shape::Text,
        need: Need::Required("`sentence = \"… {year} …\"`"),
        doc: "The sentence, or a few, with the name of each blank between braces. Inline Markdown.",
    },
    Field {
        name: "blanks",
        shape: Shape::Kinds("blank", BLANK, Some(KINDS)),
        need: Need::Required("`[[question.blanks]]` for each, with `name` and `kind`"),
        doc: "The blanks. Each has its place in the sentence.",
    },
];

/// The kinds that a blank may be of.
const KINDS: &[&str] = &["text", "number", "choice"];

const BLANK: &[Field] = &[
    Field {
        name: "name",
        shape: Shape::Text,
        need: Need::Required(""),
        doc: "What stands between the braces in `sentence`. Students do not see it.",
    },
    Field {
        name: "kind",
        shape: Shape::Text,
        need: Need::Required("`kind = \"text\"`"),
        doc: "How it is filled: text, number or choice.",
    },
];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    let records = question.records("blanks").unwrap_or_default();
    let mut blanks: Vec<(&str, Option<Blank>)> = Vec::new();
    for record in records {
        let blank = blank(record, findings);
        blanks.extend(name(record, &blanks, findings).map(|name| (name, blank)));
    }
    let sentence = question.text("sentence")?;
    let (places, segments) = (places(sentence), segments(sentence, findings));
    let named = records.iter().all(|record| record.text("name").is_some());
    let whole = question.whole && question.is_read("blanks") && named;
    if records.is_empty() && question.has("blanks") && whole {
        findings.add(diagnostic::no_blank(question.span_of("blanks")));
        return None;
    }
    if whole && question.has("blanks") {
        unknown(sentence, &places, records, findings);
    }
    unused(&places, records, findings);
    fill(&places, segments, blanks).map(Kind::Blanks)
}

/// One blank by the rules of its kind.
fn blank(record: &Record, findings: &mut Findings) -> Option<Blank> {
    let kind = record.text("kind")?;
    match kind.text() {
        "text" => text::text(record, findings).map(Blank::Text),
        "number" => number::number(record, findings).map(Blank::Number),
        "choice" => choice::choice(record, findings).map(Blank::Choice),
        other => {
            findings.add(diagnostic::unknown_blank_kind(kind.span(), other, KINDS.iter().copied()));
            None
        }
    }
}

/// A blank's name, if it can be one and no blank before has it.
fn name<'a>(record: &'a Record, before: &[(&str, Option<Blank>)], findings: &mut Findings) -> Option<&'a str> {
    let literal = record.text("name")?;
    let name = literal.text().trim();
    if name.contains(['{', '}']) {
        findings.add(diagnostic::bad_blank_name(literal.span(), name));
        return None;
    }
    if before.iter().any(|(earlier, _)| *earlier == name) {
        findings.add(diagnostic::repeated_blank(literal.span(), name));
        return None;
    }
    Some(name)
}

/// The literals of the names that blanks have.
fn names(records: &[Record]) -> impl Iterator<Item = &Literal> + Clone {
    records.iter().filter_map(|record| record.text("name"))
}

/// Reports places that name no blank, or one that has its place already.
fn unknown(sentence: &Literal, places: &[Place], records: &[Record], findings: &mut Findings) {
    let known = names(records).map(|name| name.text().trim());
    for (place, before) in places.iter().zip(0..) {
        let span = sentence.at(place.span);
        let earlier = || places.iter().take(before).map(|place| place.name.as_str());
        if place.name.is_empty() {
            findings.add(diagnostic::unnamed_blank(span));
        } else if earlier().any(|name| name == place.name) {
            findings.add(diagnostic::repeated_place(span, &place.name));
        } else if known.clone().all(|name| name != place.name) {
            let free = known.clone().filter(|name| places.iter().all(|place| place.name != *name));
            findings.add(diagnostic::unknown_blank(span, &place.name, free));
        }
    }
}

/// Reports blanks without a place, unless a place that was reported is likely meant for it.
fn unused(places: &[Place], records: &[Record], findings: &mut Findings) {
    let known = |name: &str| names(records).any(|literal| literal.text().trim() == name);
    let mut seen: Vec<&str> = Vec::new();
    for literal in names(records) {
        let name = literal.text().trim();
        let meant = places.iter().any(|place| {
            place.name == name || !known(&place.name) && diagnostic::likely(&place.name, [name]).is_some()
        });
        if !meant && !seen.contains(&name) && !name.contains(['{', '}']) {
            findings.add(diagnostic::unused_blank(literal.span(), name));
        }
        seen.push(name);
    }
}

/// The sentence with its blanks, if each place has one and each blank a place.
fn fill(places: &[Place], segments: Vec<Vec<Inline>>, blanks: Vec<(&str, Option<Blank>)>) -> Option<Blanks> {
    let (mut left, mut filled) = (blanks, Vec::new());
    for place in places {
        let at = left.iter().position(|(name, _)| *name == place.name)?;
        let (name, blank) = left.remove(at);
        filled.push((name.to_owned(), blank?));
    }
    (left.is_empty() && !filled.is_empty()).then_some(Blanks { segments, blanks: filled })
}

/// The words of each blank by its own kind, with what stands before it.
pub(super) fn authored(blanks: &Blanks) -> Authored {
    let before = |at: usize| blanks.segments.get(at).map(|segment| plain(segment)).unwrap_or_default();
    let part = |(at, (name, blank)): (usize, &(String, Blank))| {
        let words = blank.rules().authored();
        (name.clone(), Authored { before: before(at), asks: false, ..words })
    };
    let sentence: Vec<String> = blanks.segments.iter().map(|segment| plain(segment)).collect();
    let keys = blanks.blanks.iter().flat_map(|(_, blank)| blank.rules().authored().keys).collect();
    let parts = blanks.blanks.iter().enumerate().map(part).collect();
    Authored { keys, beside: sentence.join("…"), parts, ..Authored::default() }
}
