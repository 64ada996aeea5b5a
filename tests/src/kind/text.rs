//! Owns the case of the kind `text`.
//!
//! Never marks: the worked examples are literal.

use anyhow::Result;
use verbatim_core::question::{Rules, Text};
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::explained::entry;
use crate::given::Step;
use crate::shape::{composed, decomposed, text, written};
use crate::worked::{Worked, worked};

pub(super) const CASE: Case =
    Case { name: "text", of: |kind| if let Kind::Text(text) = kind { Some(text) } else { None }, worked: marks };

impl Played for Text {
    fn rightly(&self) -> Answer {
        text(&self.accepted().into_iter().next().unwrap_or_default())
    }

    /// A mistake that is expected, where there is one.
    fn wrongly(&self, _: usize) -> Answer {
        let listed = self.wrong().first().and_then(|wrong| wrong.texts().into_iter().next());
        text(&listed.unwrap_or_else(|| "something else altogether".to_owned()))
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Write an answer first.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        Ok(vec![Step::Write("Your answer".to_owned(), written(answer)?)])
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        let given = decomposed(answer);
        let right = self.mark(&given).is_some_and(|mark| mark.is_full());
        Ok(entry::written(right, &composed(answer)?, self.feedback(&given), &key(self)))
    }
}

/// All that is accepted, as it is read.
pub(super) fn key(text: &Text) -> String {
    match text.accepted().as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first, others @ ..] => format!("{first} (also accepted: {})", others.join(", ")),
    }
}

const ACCEPTED: &str = "✓ Right Your answer is right: 1 of 1 point.";
const NOT_ACCEPTED: &str = "✗ Not right Your answer is not right: 0 of 1 point.";

fn marks() -> Vec<Worked> {
    plain().into_iter().chain(finer()).collect()
}

fn plain() -> Vec<Worked> {
    worked([
        ("origin-of-the-name", text("metron"), ACCEPTED),
        ("origin-of-the-name", text("METRON "), ACCEPTED),
        // One typo in more than three letters.
        (
            "origin-of-the-name",
            text("metrom"),
            "✓ Right Your answer counts as right; the spelling is “metron”: 1 of 1 point.",
        ),
        // A missing accent.
        (
            "origin-of-the-name",
            text("μετρον"),
            "✓ Right Your answer counts as right; the spelling is “μέτρον”: 1 of 1 point.",
        ),
        ("origin-of-the-name", text("measure"), NOT_ACCEPTED),
    ])
}

fn finer() -> Vec<Worked> {
    worked([
        ("name-of-the-treaty", text("Metre Convention"), ACCEPTED),
        ("name-of-the-treaty", text("metre convention"), NOT_ACCEPTED),
        (
            "name-of-the-treaty",
            text("Metre Convenion"),
            "✓ Right Your answer counts as right; the spelling is “Metre Convention”: 1 of 1 point.",
        ),
        ("seat-of-the-bureau", text("Sèvres"), ACCEPTED),
        // The same, written as e and a combining accent.
        ("seat-of-the-bureau", text("Se\u{300}vres"), ACCEPTED),
        ("seat-of-the-bureau", text("Sevres"), NOT_ACCEPTED),
        ("second-metal", text("iridium"), ACCEPTED),
        ("second-metal", text("iridum"), NOT_ACCEPTED),
        ("atoms-of-1960", text("Krypton 86"), ACCEPTED),
        (
            "atoms-of-1960",
            text("kripton"),
            "✓ Right Your answer counts as right; the spelling is “krypton”: 1 of 1 point.",
        ),
        ("atoms-of-1960", text("laser"), NOT_ACCEPTED),
    ])
}
