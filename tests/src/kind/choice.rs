//! Owns the case of the kind `choice`.
//!
//! Never marks: the worked examples are literal.

use anyhow::Result;
use verbatim_core::question::Choice;
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::explained::entry::options;
use crate::given::step::{Step, option};
use crate::shape::{one, other, position};
use crate::worked::{RIGHT, WRONG, Worked, worked};

pub(super) const CASE: Case = Case {
    name: "choice",
    of: |kind| if let Kind::Choice(choice) = kind { Some(choice) } else { None },
    worked: marks,
};

impl Played for Choice {
    fn wrongly(&self, before: usize) -> Answer {
        other(self.right(), self.options().len(), before)
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Choose one of the answers first.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        Ok(vec![Step::Choose(option(self.options(), position(answer)?)?)])
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        Ok(options(self.options(), |at| at == self.right(), answer))
    }
}

fn marks() -> Vec<Worked> {
    worked([
        ("pendulum-set-aside", one(2), RIGHT),
        ("pendulum-set-aside", one(0), WRONG),
        ("fraction-of-the-earth", one(2), RIGHT),
        ("drawbacks-of-a-bar", one(3), RIGHT),
    ])
}
