//! Owns the kind `number`: a number that is written, and how near to the right one it has to be.
//!
//! Never shows it: the player's `field/writing.rs` does.

#[cfg(feature = "author")]
mod author;
mod reading;

use serde::{Deserialize, Serialize};

use super::Rules;
use crate::answer::{Answer, Written};
use crate::mark::{Mark, Reason};
use crate::prose::Inline;
use reading::{parse, parse_grouped};

#[cfg(feature = "author")]
pub(crate) use author::{AUTHORING, number};

/// A number, and what counts as it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    value: f64,
    /// The value as the author writes it.
    written: String,
    /// How far from the value an answer may be.
    absolute: f64,
    /// The same as a share of the value; both allowances add up.
    relative: f64,
    unit: Option<String>,
    wrong: Vec<Wrong>,
}

/// A number that is expected and wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wrong {
    value: f64,
    why: Vec<Inline>,
}

impl Wrong {
    /// The number; finite.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }

    /// Why it is wrong.
    #[must_use]
    pub fn why(&self) -> &[Inline] {
        &self.why
    }
}

impl Number {
    /// The right number; finite.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The right number, as the author writes it.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What stands behind the number, such as `km`.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// How far from the right number an answer may be: 0 or more, finite.
    #[must_use]
    pub fn limit(&self) -> f64 {
        self.absolute + self.relative * self.value.abs()
    }

    /// The wrong numbers that the author expects, in the author's order; often none.
    #[must_use]
    pub fn wrong(&self) -> &[Wrong] {
        &self.wrong
    }

    /// Why an answer is wrong, if it is one that the author expects.
    #[must_use]
    pub fn feedback(&self, answer: &Answer) -> Option<&[Inline]> {
        let given = read(answer, parse)?;
        let listed = self.wrong.iter().find(|wrong| is_same(given, wrong.value));
        listed.filter(|_| !self.is_near(given)).map(Wrong::why)
    }

    fn is_near(&self, given: f64) -> bool {
        let whole = self.relative == 0.0 && is_whole(self.absolute);
        (given - self.value).abs() <= self.limit() + slack(given, self.value, whole)
    }
}

fn read(answer: &Answer, parse: fn(&str) -> Option<f64>) -> Option<f64> {
    let Answer::Text(given) = answer else { return None };
    parse(given.text())
}

fn is_same(given: f64, value: f64) -> bool {
    (given - value).abs() <= slack(given, value, true)
}

/// What binary rounding may add to a difference: 0.4 - 0.3 is a little more than 0.1. Whole numbers as far as they are
/// exact (2^53) have no such error and are compared exactly; of all others a billionth part of a thousandth is nothing.
fn slack(given: f64, value: f64, whole: bool) -> f64 {
    const NOTHING: f64 = 1e-12;
    if whole && is_whole(given) && is_whole(value) {
        return 0.0;
    }
    NOTHING * given.abs().max(value.abs())
}

fn is_whole(number: f64) -> bool {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.fract() == 0.0 && number.abs() < EXACT
}

impl Rules for Number {
    /// 1 where |x - c| <= absolute + relative * |c|, both 0 by default, else 0. What is no number is no answer, and
    /// `1,889` is right where either of the numbers is that people write so.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        let given = read(answer, parse)?;
        let grouped = read(answer, parse_grouped);
        let is = |fits: &dyn Fn(f64) -> bool| fits(given) || grouped.is_some_and(fits);
        Some(if is(&|given| is_same(given, self.value)) {
            Mark::full(Reason::RightNumber)
        } else if is(&|given| self.is_near(given)) {
            Mark::full(Reason::NearNumber { key: self.written.clone() })
        } else {
            Mark::none(Reason::WrongNumber)
        })
    }

    fn key(&self) -> Answer {
        Answer::Text(Written::new(self.written.clone(), self.written.clone()))
    }

    fn is_sound(&self) -> bool {
        let finite = self.value.is_finite() && self.limit().is_finite();
        let apart = self.wrong.iter().all(|wrong| wrong.value.is_finite() && !self.is_near(wrong.value));
        let reads = parse(&self.written).is_some_and(|written| is_same(written, self.value));
        finite && self.absolute >= 0.0 && self.relative >= 0.0 && apart && reads
    }

    /// 0: what has to be written is not hit by chance.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        0.0
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        let numbers = [self.value, self.absolute, self.relative].map(|number| number.to_string());
        numbers.into_iter().chain([self.unit.clone().unwrap_or_default()]).collect()
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        super::Authored::of_writing(vec![self.written.clone()], self.wrong.iter().map(|wrong| wrong.why.as_slice()))
    }

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        Some(super::Told::Number(read(answer, parse)?, super::told::words(answer)?))
    }

    #[cfg(feature = "lms")]
    fn told_keys(&self) -> Vec<super::Told> {
        let (value, limit) = (self.value, self.limit());
        vec![match limit > 0.0 {
            true => super::Told::Range(value - limit, value + limit),
            false => super::Told::Number(value, self.written.clone()),
        }]
    }
}

#[cfg(test)]
mod tests;
