//! Owns what an attempt came to: marks by question and by concept.
//!
//! Never shows it.

use crate::bank::{Concept, Pack};
use crate::mark::Mark;

/// What an attempt came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The mean of the marks over all questions, from 0 to 1; a question without an answer counts 0.
    pub earned: f64,
    /// How many questions were asked.
    pub asked: usize,
    /// How many have an answer.
    pub answered: usize,
    /// How many earned everything.
    pub right: usize,
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
    /// The report on the marks of a set's questions, in the set's order; `None` where there is no answer.
    #[must_use]
    pub fn new<'a>(pack: &Pack, marks: impl IntoIterator<Item = Option<&'a Mark>>) -> Self {
        let marks: Vec<Option<&Mark>> = marks.into_iter().collect();
        let questions = pack.set().questions();
        let of = |concept: &Concept| {
            let carries = |question: &&crate::Question| question.concepts.contains(&concept.id);
            let list: Vec<_> = questions.iter().zip(&marks).filter(|(q, _)| carries(q)).map(|(_, m)| *m).collect();
            ConceptReport { concept: concept.clone(), earned: mean(&list), asked: list.len(), right: full(&list) }
        };
        Self {
            earned: mean(&marks),
            asked: marks.len(),
            answered: marks.iter().flatten().count(),
            right: full(&marks),
            concepts: pack.concepts().iter().map(of).collect(),
        }
    }
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
