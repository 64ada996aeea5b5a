//! Owns what the suites have to know of a kind of question, and the list of those who know it: the files of `kind/`, one
//! a kind.
//!
//! Never names a kind itself: `build.rs` lists the files.

use anyhow::Result;
use verbatim_core::question::Rules;
use verbatim_core::{Answer, Kind, Source};

use crate::given::Step;
use crate::worked::Worked;

include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// What the suites know of one kind: the constant `CASE` of its file.
#[derive(Debug)]
pub struct Case {
    /// What an author calls it, in `kind = "…"`.
    pub name: &'static str,
    /// A kind as it is played, where it is this one.
    pub of: fn(&Kind) -> Option<&dyn Played>,
    /// Marks that are worked out by hand. A right answer and a wrong one to each question of the kind in the set `kinds`
    /// of the tour are among them, and an answer to each in its set `options`.
    pub worked: fn() -> Vec<Worked>,
}

/// A kind with the eyes of the person who is asked: what to answer, with which controls, and what is read then.
pub trait Played: Rules {
    /// An answer that is right, in the author's words.
    fn rightly(&self) -> Answer {
        self.key()
    }

    /// An answer that earns nothing, after each number of answers before it another one where there are several.
    fn wrongly(&self, before: usize) -> Answer;

    /// An answer that earns a part; `None` where the kind knows no parts.
    fn partly(&self) -> Option<Answer> {
        None
    }

    /// What is said when nothing has been given; `None` where something is given from the beginning.
    fn missing(&self) -> Option<&'static str>;

    /// What has to be done for an answer.
    ///
    /// # Errors
    ///
    /// That the answer does not fit.
    fn steps(&self, answer: &Answer) -> Result<Vec<Step>>;

    /// The entries of the review, each with its sign, its words, what it is and why, in no order.
    ///
    /// # Errors
    ///
    /// That the answer does not fit.
    fn entries(&self, answer: &Answer, source: &Source) -> Result<Vec<String>>;

    /// What the review has as running text, beside its entries.
    ///
    /// # Errors
    ///
    /// That the answer does not fit.
    fn running(&self, _answer: &Answer) -> Result<Vec<String>> {
        Ok(Vec::new())
    }

    /// How many quotations the review itself shows, before those of the explanation.
    fn quotations(&self) -> usize {
        0
    }
}

/// A kind as it is played.
///
/// # Panics
///
/// Where the kind has no case.
#[must_use]
#[expect(clippy::panic, reason = "a test fails by panicking")]
pub fn played(kind: &Kind) -> &dyn Played {
    let known = CASES.iter().find_map(|case| (case.of)(kind));
    known.unwrap_or_else(|| panic!("no file of tests/src/kind/ is the case of this kind: {kind:?}"))
}
