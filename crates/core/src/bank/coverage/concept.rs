//! Owns how many questions ask about a concept on each level of difficulty.
//!
//! Never says how many there should be.

use crate::bank::Bank;
use crate::question::{Difficulty, Question};

/// The questions about one concept, by how demanding they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The concept's id; empty for the questions that name none.
    pub concept: String,
    /// What a reader calls it; empty for the questions that name none.
    pub term: String,
    /// How many questions there are on each level, in the order of [`Difficulty::ALL`].
    pub levels: [usize; Difficulty::ALL.len()],
    /// How many there are whose author does not say how demanding they are.
    pub unrated: usize,
}

impl Row {
    /// How many questions there are.
    #[must_use]
    pub fn questions(&self) -> usize {
        self.levels.iter().sum::<usize>() + self.unrated
    }

    /// On how many levels there are any.
    #[must_use]
    pub fn levels_asked(&self) -> usize {
        self.levels.iter().filter(|count| **count > 0).count()
    }

    fn new<'a>(concept: &str, term: &str, questions: impl Iterator<Item = &'a Question>) -> Self {
        let asked: Vec<Option<Difficulty>> = questions.map(|question| question.difficulty).collect();
        let on = |level: Option<Difficulty>| asked.iter().filter(|own| **own == level).count();
        let levels = Difficulty::ALL.map(|level| on(Some(level)));
        Self { concept: concept.to_owned(), term: term.to_owned(), levels, unrated: on(None) }
    }
}

/// A row for each concept of a bank, and one for the questions that name none.
pub(super) fn rows(bank: &Bank) -> (Vec<Row>, Row) {
    let rows = bank.concepts.iter().map(|concept| {
        let about = bank.questions().filter(|question| question.concepts.contains(&concept.id));
        Row::new(&concept.id, &concept.term, about)
    });
    (rows.collect(), Row::new("", "", bank.questions().filter(|question| question.concepts.is_empty())))
}
