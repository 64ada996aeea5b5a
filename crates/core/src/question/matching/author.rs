//! Owns how a `match` is written, and what an author may get wrong about it.
//!
//! Never marks an answer.

use super::{Extra, Matching, Pair};
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::prose::{Inline, plain};
use crate::question::authored::{Authored, Offer, Place, Why};
use crate::question::option::author::{line, list, repeated};
use crate::question::{Authoring, Kind, Proof};

pub(crate) const AUTHORING: Authoring = Authoring { name: "match", fields: FIELDS, verify };

const FIELDS: &[Field] = &[
    Field {
        name: "pairs",
        shape: Shape::Records("pair", PAIR),
        need: Need::Required("`[[question.pairs]]` for each, with `left`, `right` and `why`"),
        doc: "What belongs together. The right sides are the choices, shown in any order.",
    },
    Field {
        name: "extras",
        shape: Shape::Records("extra", EXTRA),
        need: Need::Optional,
        doc: "Choices that fit nothing, so that the last thing does not fall by elimination.",
    },
];

const PAIR: &[Field] = &[
    Field { name: "left", shape: Shape::Text, need: Need::Required(""), doc: "The thing. Inline Markdown." },
    Field { name: "right", shape: Shape::Text, need: Need::Required(""), doc: "What belongs to it. Plain words." },
    Field { name: "why", shape: Shape::Text, need: Need::Required(""), doc: "Why it does. Inline Markdown." },
];

const EXTRA: &[Field] = &[
    Field { name: "text", shape: Shape::Text, need: Need::Required(""), doc: "What it says. Plain words." },
    Field { name: "why", shape: Shape::Text, need: Need::Required(""), doc: "Why it fits nothing. Inline Markdown." },
];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    let (pairs, whole) = list(question, ("pairs", "pairs", 2), findings)?;
    let extras = question.records("extras").unwrap_or_default();
    repeated(pairs.iter().filter_map(|record| record.text("left")), findings);
    let rights = pairs.iter().filter_map(|record| record.text("right"));
    repeated(rights.chain(extras.iter().filter_map(|record| record.text("text"))), findings);
    if whole && pairs.len() > 1 && question.lacks("extras") {
        findings.add(diagnostic::last_falls(question.span_of("pairs")));
    }
    let pairs: Option<Vec<Pair>> = pairs.iter().map(|record| pair(record, findings)).collect();
    let extras: Option<Vec<Extra>> = extras.iter().map(|record| extra(record, findings)).collect();
    Some(Kind::Match(Matching { pairs: pairs?, extras: extras? }))
}

fn pair(record: &Record, findings: &mut Findings) -> Option<Pair> {
    let [left, right, why] = ["left", "right", "why"].map(|name| line(record, name, findings));
    Some(Pair { left: left?, right: right?, why: why? })
}

fn extra(record: &Record, findings: &mut Findings) -> Option<Extra> {
    let [text, why] = ["text", "why"].map(|name| line(record, name, findings));
    Some(Extra { text: text?, why: why? })
}

/// The choices and the reasons; what belongs together stands beside the prompt, since no choice alone is the answer.
pub(super) fn authored(matching: &Matching) -> Authored {
    let (pairs, extras) = (|| matching.pairs.iter().enumerate(), || matching.extras.iter().enumerate());
    let offer = |place, text: &[Inline], right| Offer { place, text: plain(text), right, fixed: false };
    let rights = pairs().map(|(at, pair)| offer(Place::entry("pairs", at, "right"), &pair.right, true));
    let others = extras().map(|(at, extra)| offer(Place::entry("extras", at, "text"), &extra.text, false));
    let whys = pairs().map(|(at, pair)| Why::new(Place::entry("pairs", at, "why"), &pair.why, true));
    let why_nots = extras().map(|(at, extra)| Why::new(Place::entry("extras", at, "why"), &extra.why, false));
    let things: Vec<String> = pairs().flat_map(|(_, pair)| [plain(&pair.left), plain(&pair.right)]).collect();
    Authored {
        offers: rights.chain(others).collect(),
        whys: whys.chain(why_nots).collect(),
        beside: things.join(". "),
        asks: true,
        ..Authored::default()
    }
}
