//! Owns the case of the kind `number`.
//!
//! Never marks: the worked examples are literal.

use anyhow::Result;
use verbatim_core::question::{Number, Rules};
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::explained::entry;
use crate::given::Step;
use crate::shape::{composed, text, written};
use crate::worked::{Worked, worked};

pub(super) const CASE: Case = Case {
    name: "number",
    of: |kind| if let Kind::Number(number) = kind { Some(number) } else { None },
    worked: marks,
};

impl Played for Number {
    fn rightly(&self) -> Answer {
        text(self.written())
    }

    /// A number well beyond what is near enough.
    fn wrongly(&self, _: usize) -> Answer {
        text(&(self.value() + 2.0 * self.limit() + 1.0).to_string())
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Write a number first, such as 12, 0.5 or 3/4.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        Ok(vec![Step::Write("Your answer, as a number".to_owned(), written(answer)?)])
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        let right = self.mark(answer).is_some_and(|mark| mark.is_full());
        Ok(entry::written(right, &composed(answer)?, self.feedback(answer), &key(self)))
    }
}

/// The right number with its unit, as it is read.
pub(super) fn key(number: &Number) -> String {
    number.unit().map_or(number.written().to_owned(), |unit| format!("{} {unit}", number.written()))
}

const NUMBER: &str = "✓ Right Your number is right: 1 of 1 point.";
const OTHER_NUMBER: &str = "✗ Not right It is another number: 0 of 1 point.";

fn marks() -> Vec<Worked> {
    worked([
        ("states-in-1875", text("17"), NUMBER),
        ("states-in-1875", text("34/2"), NUMBER),
        ("states-in-1875", text("1.7e1"), NUMBER),
        ("states-in-1875", text("16"), OTHER_NUMBER),
        ("year-of-the-prototype", text("1889"), NUMBER),
        ("year-of-the-prototype", text("1875"), OTHER_NUMBER),
        ("millions-of-wavelengths", text("1,65"), NUMBER),
        // 0.05 away, and 0.06 is allowed.
        (
            "millions-of-wavelengths",
            text("1.7"),
            "✓ Right Your number is near enough; exactly it is 1.65: 1 of 1 point.",
        ),
        ("millions-of-wavelengths", text("1650763.73"), OTHER_NUMBER),
        ("speed-of-light", text("299 792 458"), NUMBER),
        // 0.07 per cent away, and 1 per cent is allowed.
        ("speed-of-light", text("3e8"), "✓ Right Your number is near enough; exactly it is 299792458: 1 of 1 point."),
        ("speed-of-light", text("300000"), OTHER_NUMBER),
    ])
}
