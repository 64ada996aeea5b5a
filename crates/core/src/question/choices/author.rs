//! Owns how `choices` are written, and what an author may get wrong about them.
//!
//! Never marks an answer.

use super::Choices;
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::mark::Scheme;
use crate::question::option::author::{OPTION, keys, list, options};
use crate::question::{Authoring, Kind, Proof};

pub(crate) const AUTHORING: Authoring = Authoring { name: "choices", fields: FIELDS, verify };

const FIELDS: &[Field] = &[
    Field {
        name: "options",
        shape: Shape::Records("option", OPTION),
        need: Need::Required("`[[question.options]]` for each, with `text` and `why`"),
        doc: "The options. At least one is right, and at least one wrong.",
    },
    Field {
        name: "scheme",
        shape: Shape::Word(&["net", "balanced", "all", "each"]),
        need: Need::Optional,
        doc: "How picks are counted. net: a wrong one takes back a right one. balanced: right and wrong ones by their \
              shares, so that picking everything earns nothing. all: everything or nothing. each: every option by \
              itself.",
    },
];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    let (records, whole) = list(question, ("options", "options", 2), findings)?;
    let options = options(records, findings);
    let keys = keys(records);
    let scheme = match question.text("scheme").map(|word| word.text()) {
        Some("balanced") => Scheme::Balanced,
        Some("all") => Scheme::All,
        Some("each") => Scheme::Each,
        Some(_) | None => Scheme::Net,
    };
    let others = records.len().saturating_sub(keys.len());
    let span = question.span_of("options");
    if whole && records.len() > 1 && records.iter().all(|record| record.is_read("correct")) {
        if keys.is_empty() {
            findings.add(diagnostic::none_right(span));
        } else if others == 0 {
            findings.add(diagnostic::all_options_right(span));
        } else if scheme == Scheme::Net && keys.len() > others && question.is_read("scheme") {
            findings.add(diagnostic::picking_all_pays(span, keys.len(), others));
        }
    }
    (!keys.is_empty() && others > 0).then_some(Kind::Choices(Choices { options, keys, scheme }))
}
