//! Owns the case of the kind `truth`.
//!
//! Never marks: the worked examples are literal.

use anyhow::Result;
use verbatim_core::question::Truth;
use verbatim_core::question::truth::TRUE;
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::bank::words;
use crate::explained::entry::option;
use crate::given::Step;
use crate::shape::{chooses, one, other, position};
use crate::worked::{RIGHT, WRONG, Worked, worked};

pub(super) const CASE: Case =
    Case { name: "truth", of: |kind| if let Kind::Truth(truth) = kind { Some(truth) } else { None }, worked: marks };

impl Played for Truth {
    fn wrongly(&self, before: usize) -> Answer {
        other(self.right(), 2, before)
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Choose one of the answers first.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        Ok(vec![Step::Choose(word(position(answer)?).to_owned())])
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        let all = self.whys().into_iter().enumerate();
        Ok(all.map(|(at, why)| option(at == self.right(), chooses(answer, at), word(at), &words(why))).collect())
    }
}

/// What an option of a statement is called on screen.
fn word(position: usize) -> &'static str {
    if position == TRUE { "True" } else { "False" }
}

fn marks() -> Vec<Worked> {
    worked([
        ("short-bar-replaced", one(1), RIGHT),
        ("short-bar-replaced", one(0), WRONG),
        ("atoms-of-one-kind", one(1), RIGHT),
    ])
}
