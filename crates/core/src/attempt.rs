//! Owns one student's way through one set: a pure fold over events.
//!
//! Never saves, shuffles or looks at a clock: those enter as events.

use std::rc::Rc;

use crate::answer::Answer;
use crate::bank::Pack;
use crate::mark::Mark;
use crate::question::Question;
use crate::report::Report;

/// A past fact about an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A question was answered.
    Answered {
        /// The question's id.
        question: String,
        /// The question's revision at that time: an answer holds only for what it was given to.
        revision: u64,
        /// What was given.
        answer: Answer,
    },
}

/// Why an event cannot have happened in this attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// The set has no such question (any more).
    UnknownQuestion,
    /// The question has been revised since.
    Revised,
    /// The question has an answer, and its verdict has been seen.
    AnsweredAlready,
    /// The answer is not one to this kind of question.
    Unfitting,
}

/// One student's way through one set.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    pack: Rc<Pack>,
    /// By the question's position; marks are kept beside the answers that earned them.
    given: Vec<Option<(Answer, Mark)>>,
}

impl Attempt {
    /// An attempt in which nothing has happened yet.
    #[must_use]
    pub fn new(pack: Rc<Pack>) -> Self {
        let given = vec![None; pack.set().questions().len()];
        Self { pack, given }
    }

    /// The attempt after one more event.
    ///
    /// # Errors
    ///
    /// Why the event cannot have happened; the attempt is as it was.
    pub fn apply(&self, event: Event) -> Result<Self, Rejected> {
        let mut next = self.clone();
        next.take(event)?;
        Ok(next)
    }

    /// The attempt after all of these events that could have happened, and why others could not.
    #[must_use]
    pub fn replay(pack: Rc<Pack>, events: impl IntoIterator<Item = Event>) -> (Self, Vec<Rejected>) {
        let mut attempt = Self::new(pack);
        let rejected = events.into_iter().filter_map(|event| attempt.take(event).err()).collect();
        (attempt, rejected)
    }

    /// The set with all that it needs.
    #[must_use]
    pub fn pack(&self) -> &Rc<Pack> {
        &self.pack
    }

    /// The question at a position, from 0.
    #[must_use]
    pub fn question(&self, position: usize) -> Option<&Question> {
        self.pack.set().questions().get(position)
    }

    /// What was given to the question at a position, and what it earned.
    #[must_use]
    pub fn given(&self, position: usize) -> Option<(&Answer, &Mark)> {
        self.given.get(position)?.as_ref().map(|(answer, mark)| (answer, mark))
    }

    /// How many questions have an answer.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.given.iter().flatten().count()
    }

    /// The position of the first question without an answer.
    #[must_use]
    pub fn first_open(&self) -> Option<usize> {
        self.given.iter().position(Option::is_none)
    }

    /// What it has come to so far.
    #[must_use]
    pub fn report(&self) -> Report {
        Report::new(&self.pack, self.given.iter().map(|given| given.as_ref().map(|(_, mark)| mark)))
    }

    fn take(&mut self, event: Event) -> Result<(), Rejected> {
        let Event::Answered { question: id, revision, answer } = event;
        let position = self.pack.set().position(&id).ok_or(Rejected::UnknownQuestion)?;
        let question = self.question(position).ok_or(Rejected::UnknownQuestion)?;
        if question.revision != revision {
            return Err(Rejected::Revised);
        }
        let mark = question.mark(&answer).ok_or(Rejected::Unfitting)?;
        match self.given.get_mut(position) {
            Some(given @ None) => *given = Some((answer, mark)),
            Some(Some(_)) => return Err(Rejected::AnsweredAlready),
            None => return Err(Rejected::UnknownQuestion),
        }
        Ok(())
    }
}

#[cfg(test)]
#[cfg(feature = "author")]
mod tests;
