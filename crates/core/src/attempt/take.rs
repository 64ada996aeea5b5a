//! Owns which event can happen when, and what it changes.
//!
//! Never half a change: an event is taken as a whole or rejected.

use std::rc::Rc;

use super::{Attempt, Course, Event, Given, Rejected};
use crate::answer::Answer;
use crate::bank::Mode;
use crate::mark::Certainty;
use crate::question::Question;

impl Attempt {
    pub(super) fn take(&mut self, at: u64, event: &Event) -> Result<(), Rejected> {
        match event {
            Event::Answered { question, revision, answer, certainty } => {
                self.answer(at, question, *revision, answer, *certainty)
            }
            Event::Cleared { question } => self.clear(at, question),
            Event::Flagged { question, flagged } => self.flag(question, *flagged),
            Event::Hinted { question, revision } => self.hint(at, question, *revision),
            Event::Revealed { question, revision } => self.reveal(question, *revision),
            Event::Paused => self.pause(at),
            Event::Resumed => self.resume(at),
            Event::Submitted => self.submit(at),
            Event::Retried { questions } => self.retry(questions),
        }?;
        self.clock.tick(at);
        Ok(())
    }

    fn answer(
        &mut self,
        at: u64,
        id: &str,
        revision: u64,
        answer: &Answer,
        certainty: Option<Certainty>,
    ) -> Result<(), Rejected> {
        let (place, question) = self.unrevised(id, revision)?;
        let mark = question.kind.rules().mark(answer).ok_or(Rejected::Unfitting)?;
        self.may_answer(at, place)?;
        let settings = self.pack.set().settings();
        let certainty = certainty.filter(|_| settings.certainty);
        let (cost, is_test) = (settings.hint_cost, self.mode() == Mode::Test);
        let course = self.course_mut(place)?;
        if course.tries.iter().any(|earlier| !is_test && earlier.answer.says_the_same(answer)) {
            return Err(Rejected::TriedAlready);
        }
        let given = Given { answer: answer.clone(), mark, certainty };
        if is_test {
            // In a test the answer that is handed in is the first one.
            course.tries.clear();
            course.first = None;
        }
        if course.retries == 0 {
            // Who retries may have seen the answer, even without one of their own.
            course.first.get_or_insert_with(|| given.clone());
        }
        course.tries.push(given);
        course.judge(cost);
        Ok(())
    }

    /// Whether an answer to the question at a place can be taken at this moment.
    fn may_answer(&self, at: u64, place: usize) -> Result<(), Rejected> {
        match self.mode() {
            Mode::Practice if self.is_settled(place) => Err(Rejected::AnsweredAlready),
            Mode::Practice => Ok(()),
            Mode::Test => self.is_running(at),
        }
    }

    /// Whether a test is under way at this moment.
    fn is_running(&self, at: u64) -> Result<(), Rejected> {
        let limit = self.pack.set().settings().time_limit;
        match () {
            () if self.is_submitted => Err(Rejected::Submitted),
            () if self.clock.is_stopped() => Err(Rejected::Paused),
            () if limit.is_some_and(|limit| self.clock.elapsed(at) > limit) => Err(Rejected::TimeUp),
            () => Ok(()),
        }
    }

    fn clear(&mut self, at: u64, id: &str) -> Result<(), Rejected> {
        let place = self.place(id).ok_or(Rejected::UnknownQuestion)?;
        if self.mode() != Mode::Test {
            return Err(Rejected::OutOfPlace);
        }
        self.is_running(at)?;
        let course = self.course_mut(place)?;
        (course.tries, course.first, course.mark) = (Vec::new(), None, None);
        Ok(())
    }

    fn flag(&mut self, id: &str, flagged: bool) -> Result<(), Rejected> {
        let place = self.place(id).ok_or(Rejected::UnknownQuestion)?;
        self.course_mut(place)?.is_flagged = flagged;
        Ok(())
    }

    fn hint(&mut self, at: u64, id: &str, revision: u64) -> Result<(), Rejected> {
        let (place, question) = self.unrevised(id, revision)?;
        let hints = question.hints.len();
        self.may_answer(at, place)?;
        let cost = self.pack.set().settings().hint_cost;
        let course = self.course_mut(place)?;
        if course.hints >= hints {
            return Err(Rejected::NoHint);
        }
        course.hints += 1;
        course.judge(cost);
        Ok(())
    }

    fn reveal(&mut self, id: &str, revision: u64) -> Result<(), Rejected> {
        let (place, _) = self.unrevised(id, revision)?;
        if self.mode() != Mode::Practice || self.is_settled(place) {
            return Err(Rejected::OutOfPlace);
        }
        self.course_mut(place)?.is_revealed = true;
        Ok(())
    }

    fn pause(&mut self, at: u64) -> Result<(), Rejected> {
        let settings = self.pack.set().settings();
        if self.mode() != Mode::Test || !settings.pausable || settings.time_limit.is_none() {
            return Err(Rejected::OutOfPlace);
        }
        self.is_running(at)?;
        self.clock.stop(at);
        Ok(())
    }

    fn resume(&mut self, at: u64) -> Result<(), Rejected> {
        if !self.clock.is_stopped() {
            return Err(Rejected::OutOfPlace);
        }
        self.clock.go(at);
        Ok(())
    }

    /// A test can be handed in at any moment: what runs out ends with it, too.
    fn submit(&mut self, at: u64) -> Result<(), Rejected> {
        if self.mode() != Mode::Test || self.is_submitted {
            return Err(Rejected::OutOfPlace);
        }
        // What is over cannot be paused.
        self.clock.hand_in(at);
        self.is_submitted = true;
        Ok(())
    }

    fn retry(&mut self, ids: &[String]) -> Result<(), Rejected> {
        // What the set has no more is left out; what is right stays as it is, and what is open stays open.
        let mistakes = self.mistakes();
        let again = |place: &usize| {
            self.question(*place).is_some_and(|question| ids.contains(&question.id) && mistakes.contains(&question.id))
        };
        let places = || 0..self.order.len();
        let round: Vec<usize> = places().filter(|place| again(place) || !self.is_settled(*place)).collect();
        let again: Vec<usize> = places().filter(again).collect();
        if again.is_empty() {
            return Err(Rejected::OutOfPlace);
        }
        for place in again {
            self.course_mut(place)?.reopen();
        }
        self.round = Some(round.into());
        Ok(())
    }

    /// The question with this id and its place, if it still is as it was then.
    fn unrevised(&self, id: &str, revision: u64) -> Result<(usize, &Question), Rejected> {
        let place = self.place(id).ok_or(Rejected::UnknownQuestion)?;
        let question = self.question(place).ok_or(Rejected::UnknownQuestion)?;
        if question.revision == revision { Ok((place, question)) } else { Err(Rejected::Revised) }
    }

    fn course_mut(&mut self, place: usize) -> Result<&mut Course, Rejected> {
        self.courses.get_mut(place).map(Rc::make_mut).ok_or(Rejected::UnknownQuestion)
    }
}
