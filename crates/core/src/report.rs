//! Owns what an attempt came to: marks by question and by concept.
//!
//! Never shows it.

use crate::attempt::Course;
use crate::bank::{Concept, Pack};
use crate::mark::{Mark, certainty_points};
use crate::question::Question;

/// What the mean of marks may lack by rounding.
const ROUNDING: f64 = 1e-9;

/// What an attempt came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The mean of the marks over all questions, from 0 to 1; a question without an answer counts 0.
    pub earned: f64,
    /// Whether that is enough to have passed; `None` where the set names no pass mark.
    pub passed: Option<bool>,
    /// How many questions were asked.
    pub asked: usize,
    /// How many have an answer.
    pub answered: usize,
    /// How many earned everything.
    pub right: usize,
    /// The mean of what the very first answers earned by themselves, from 0 to 1: what a retry, another try or a hint
    /// does not change.
    pub first: f64,
    /// What the answers came to under certainty-based marking, and the most that they could have; `None` where no
    /// answer says how sure the student was.
    pub certainty: Option<(f64, f64)>,
    /// How long was worked, in milliseconds: from one event to the next at most five minutes, and nothing in a pause.
    pub worked: u64,
    /// By concept, in the bank's order; only concepts that a question of the set carries.
    pub concepts: Vec<ConceptReport>,
}

/// What an attempt came to in one concept.
#[derive(Clone, Debug, PartialEq)]
pub struct ConceptReport {
    /// The concept.
    pub concept: Concept,
    /// The mean of the marks over the questions that carry it, from 0 to 1.
    pub earned: f64,
    /// How many questions carry it.
    pub asked: usize,
    /// How many of them earned everything.
    pub right: usize,
}

impl Report {
    /// The report on the questions of an attempt, with what was done with each. `worked` is in milliseconds.
    #[must_use]
    pub fn new<'a>(pack: &Pack, asked: impl Iterator<Item = (&'a Question, &'a Course)>, worked: u64) -> Self {
        let asked: Vec<(&Question, &Course)> = asked.collect();
        let marks: Vec<Option<&Mark>> = asked.iter().map(|(_, course)| course.mark()).collect();
        let first: Vec<Option<&Mark>> =
            asked.iter().map(|(_, course)| course.first().map(|given| &given.mark)).collect();
        let of = |concept: &Concept| {
            let carries = |question: &Question| question.concepts.contains(&concept.id);
            let list: Vec<_> = asked.iter().zip(&marks).filter(|((q, _), _)| carries(q)).map(|(_, m)| *m).collect();
            ConceptReport { concept: concept.clone(), earned: mean(&list), asked: list.len(), right: full(&list) }
        };
        let earned = mean(&marks);
        // Of thirds and sevenths the sum may end a little below what they come to.
        let passed = pack.set().settings().pass.map(|share| earned + ROUNDING >= share);
        Self {
            earned,
            passed,
            asked: marks.len(),
            answered: asked.iter().filter(|(_, course)| course.given().is_some()).count(),
            right: full(&marks),
            first: mean(&first),
            certainty: certainty(&asked),
            worked,
            concepts: pack.concepts().iter().map(of).collect(),
        }
    }
}

/// The points of the answers that say how sure the student was, and the most that as many answers can earn.
fn certainty(asked: &[(&Question, &Course)]) -> Option<(f64, f64)> {
    let sure = || asked.iter().filter_map(|(_, course)| Some((course.first()?, course.first()?.certainty?)));
    let points = sure().map(|(given, certainty)| certainty_points(given.mark.earned(), certainty)).sum();
    let most = 3.0 * sure().count() as f64;
    (most > 0.0).then_some((points, most))
}

fn full(marks: &[Option<&Mark>]) -> usize {
    marks.iter().flatten().filter(|mark| mark.is_full()).count()
}

/// The mean of marks, where a missing one counts 0; 0 of none.
fn mean(marks: &[Option<&Mark>]) -> f64 {
    let sum: f64 = marks.iter().flatten().map(|mark| mark.earned()).sum();
    let count = marks.len().max(1) as f64;
    sum / count
}

#[cfg(test)]
#[cfg(feature = "author")]
mod tests;
