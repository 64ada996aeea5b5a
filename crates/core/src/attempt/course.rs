//! Owns what a student did with one question.
//!
//! Never decides whether something may be done: the attempt does.

use crate::answer::Answer;
use crate::mark::{Certainty, Mark};

/// One answer with what it earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// What was given.
    pub answer: Answer,
    /// What it earned by itself, before tries and hints.
    pub mark: Mark,
    /// How sure the student was, where that is asked.
    pub certainty: Option<Certainty>,
}

/// What a student did with one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// The tries of this round, in order.
    pub(super) tries: Vec<Given>,
    /// What the tries and hints came to.
    pub(super) mark: Option<Mark>,
    /// The very first answer, which a retry leaves as it is.
    pub(super) first: Option<Given>,
    pub(super) hints: usize,
    pub(super) is_revealed: bool,
    pub(super) is_flagged: bool,
    /// How often it was opened again.
    pub(super) retries: usize,
}

impl Course {
    /// The last answer of this round.
    #[must_use]
    pub fn given(&self) -> Option<&Given> {
        self.tries.last()
    }

    /// The answers of this round, in order.
    #[must_use]
    pub fn tries(&self) -> &[Given] {
        &self.tries
    }

    /// What the answers came to: the best of them, lowered for tries and hints.
    #[must_use]
    pub fn mark(&self) -> Option<&Mark> {
        self.mark.as_ref()
    }

    /// The very first answer.
    #[must_use]
    pub fn first(&self) -> Option<&Given> {
        self.first.as_ref()
    }

    /// How many hints are shown.
    #[must_use]
    pub fn hints(&self) -> usize {
        self.hints
    }

    /// Whether the student has asked for the answer.
    #[must_use]
    pub fn is_revealed(&self) -> bool {
        self.is_revealed
    }

    /// Whether the student wants to come back to it.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.is_flagged
    }

    /// How often it was opened again to mend a mistake.
    #[must_use]
    pub fn retries(&self) -> usize {
        self.retries
    }

    /// Begins it again; what was done first is kept.
    pub(super) fn reopen(&mut self) {
        *self = Self {
            first: self.first.take(),
            retries: self.retries + 1,
            is_flagged: self.is_flagged,
            ..Self::default()
        };
    }

    /// Computes the mark anew: the best try, each halved for the tries before it, then lowered for the hints.
    pub(super) fn judge(&mut self, hint_cost: f64) {
        let judged = (1..).zip(&self.tries).map(|(number, given)| (number, given.mark.clone().after_tries(number)));
        let best = judged.reduce(|best, next| if next.1.earned() > best.1.earned() { next } else { best });
        let told = |(number, mark): (usize, Mark)| if number < self.tries.len() { mark.of_try(number) } else { mark };
        self.mark = best.map(told).map(|mark| mark.after_hints(self.hints, hint_cost));
    }
}
