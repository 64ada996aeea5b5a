//! Owns the case of the kind `choices`.
//!
//! Never marks: the worked examples are literal.

use anyhow::Result;
use verbatim_core::question::{Choices, Rules};
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::explained::entry::options;
use crate::given::step::{Step, option};
use crate::shape::{positions, some};
use crate::worked::{Worked, worked};

pub(super) const CASE: Case = Case {
    name: "choices",
    of: |kind| if let Kind::Choices(choices) = kind { Some(choices) } else { None },
    worked: marks,
};

impl Played for Choices {
    /// All that is wrong.
    fn wrongly(&self, _: usize) -> Answer {
        Answer::Options((0..self.options().len()).filter(|option| !self.is_right(*option)).collect())
    }

    /// All that is right but the first.
    fn partly(&self) -> Option<Answer> {
        let key = self.key();
        let keys = positions(&key).unwrap_or_default();
        (keys.len() > 1).then(|| Answer::Options(keys.iter().skip(1).copied().collect()))
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Choose at least one of the answers first.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        let names: Result<_> = positions(answer)?.iter().map(|position| option(self.options(), *position)).collect();
        Ok(vec![Step::Check(names?)])
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        Ok(options(self.options(), |at| self.is_right(at), answer))
    }
}

fn marks() -> Vec<Worked> {
    worked([
        // Two keys: net is (t - f) / 2.
        ("change-of-1983", some(&[0, 3]), "✓ Right 2 of 2 right answers, 0 wrong: 1 of 1 point."),
        ("change-of-1983", some(&[0]), "◐ Partly right 1 of 2 right answers, 0 wrong: 1/2 of 1 point."),
        ("change-of-1983", some(&[0, 1, 3]), "◐ Partly right 2 of 2 right answers, less 1 wrong: 1/2 of 1 point."),
        ("change-of-1983", some(&[0, 1]), "✗ Not right 1 of 2 right answers, less 1 wrong: 0 of 1 point."),
        ("aims-of-1791", some(&[0, 2, 3]), "✓ Right 3 of 3 right answers, 0 wrong (all or nothing): 1 of 1 point."),
        ("aims-of-1791", some(&[0, 2]), "✗ Not right 2 of 3 right answers, 0 wrong (all or nothing): 0 of 1 point."),
        // Net: (2 - 1) / 3.
        ("survey-of-two", some(&[0, 1, 2]), "◐ Partly right 2 of 3 right answers, less 1 wrong: 1/3 of 1 point."),
        // Balanced: 3/4 - 1/2, and 4/4 - 2/2 for picking everything.
        (
            "true-of-the-prototype",
            some(&[0, 1, 2, 3]),
            "◐ Partly right 3 of 4 right answers, 1 wrong (by their shares): 1/4 of 1 point.",
        ),
        (
            "true-of-the-prototype",
            some(&[0, 1, 2, 3, 4, 5]),
            "✗ Not right 4 of 4 right answers, 2 wrong (by their shares): 0 of 1 point.",
        ),
        // Each: (1 + 3 - 1) / 6.
        (
            "definition-of-today",
            some(&[0, 1]),
            "◐ Partly right 1 of 3 right answers, 1 wrong (each option by itself): 1/2 of 1 point.",
        ),
    ])
}
