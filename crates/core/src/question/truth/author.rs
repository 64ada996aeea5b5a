//! Owns how a `truth` is written.
//!
//! Never marks an answer.

use super::Truth;
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::Findings;
use crate::question::authored::{Authored, Place, Why};
use crate::question::option::author::line;
use crate::question::{Authoring, Kind, Proof};

pub(crate) const AUTHORING: Authoring = Authoring { name: "truth", fields: FIELDS, verify };

const FIELDS: &[Field] = &[
    Field {
        name: "answer",
        shape: Shape::Flag,
        need: Need::Required("`answer = true` or `answer = false`"),
        doc: "Whether the statement in `prompt` is true.",
    },
    Field {
        name: "why_true",
        shape: Shape::Text,
        need: Need::Required(""),
        doc: "Why “true” is right or wrong. Inline Markdown.",
    },
    Field {
        name: "why_false",
        shape: Shape::Text,
        need: Need::Required(""),
        doc: "Why “false” is right or wrong. Inline Markdown.",
    },
];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    let (why_true, why_false) = (line(question, "why_true", findings), line(question, "why_false", findings));
    Some(Kind::Truth(Truth { is_true: question.truth("answer")?, why_true: why_true?, why_false: why_false? }))
}

/// The reasons; the statement itself is the prompt.
pub(super) fn authored(truth: &Truth) -> Authored {
    let why_true = Why::new(Place::own("why_true"), &truth.why_true, truth.is_true);
    let why_false = Why::new(Place::own("why_false"), &truth.why_false, !truth.is_true);
    Authored { whys: vec![why_true, why_false], denies: !truth.is_true, ..Authored::default() }
}
