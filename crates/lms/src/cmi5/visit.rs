//! Owns a visit: which statements are due, in the order and as often as cmi5 lets them be (9.3).
//!
//! Never sends them, and never looks at a clock.

use verbatim_core::{Attempt, Event, Pack, Report};

use super::statement::{self, Parts, Statement, Verb, duration, number};
use super::{Launch, Launched, Marks, activity};
use crate::Standard;
use crate::json::Json;
use crate::log::{Log, Unicode};
use crate::told::{Interaction, interactions};

/// Marks that differ by less are the same: seven places are written.
const PLACES: f64 = 1e7;

/// One launch of a set, from its first statement to its last.
#[derive(Clone, Debug)]
pub struct Visit {
    launched: Launched,
    launch: Launch,
    /// When it began, in milliseconds since 1970.
    opened: u64,
    /// What has been told, in this and in earlier visits.
    marks: Marks,
    /// The attempt that this is about, by its seed.
    seed: Option<u64>,
    /// That this visit was judged: once, by one verb (cmi5, 9.3).
    is_judged: bool,
    /// What was too little so far. It is told at the end, since nothing could be passed behind it in the same visit.
    failed: Option<Judged>,
    /// The moment of the last statement.
    last: u64,
}

/// What an attempt came to.
#[derive(Clone, Copy, Debug)]
struct Judged {
    earned: f64,
    worked: u64,
    at: u64,
    /// How many events had earned it.
    events: usize,
}

impl Visit {
    /// A visit that began at a moment, with what was told before it.
    #[must_use]
    pub fn new(launched: Launched, launch: Launch, opened: u64, marks: Marks) -> Self {
        Self { launched, launch, opened, marks, seed: None, is_judged: false, failed: None, last: opened }
    }

    /// What the LMS said of the launch.
    #[must_use]
    pub fn launch(&self) -> &Launch {
        &self.launch
    }

    /// Who does what.
    #[must_use]
    pub fn launched(&self) -> &Launched {
        &self.launched
    }

    /// When it began.
    #[must_use]
    pub fn opened(&self) -> u64 {
        self.opened
    }

    /// What has been told.
    #[must_use]
    pub fn marks(&self) -> Marks {
        self.marks
    }

    /// What another device has told is not told again.
    pub fn has_heard(&mut self, marks: Marks) {
        self.marks.completed |= marks.completed;
        self.marks.passed |= marks.passed;
    }

    /// An earlier visit told of this attempt, so far.
    pub fn goes_on(&mut self, seed: Option<u64>, marks: Marks) {
        self.seed = seed;
        (self.marks.told, self.marks.judged) = (marks.told, marks.judged);
    }

    /// The first statement.
    #[must_use]
    pub fn begin(&mut self) -> Statement {
        let id = self.launched.id(&format!("initialized {}", self.launch.session()));
        self.write(Parts { id, verb: Verb::Initialized, object: None, result: None, at: self.opened })
    }

    /// What is due now, in order.
    #[must_use]
    pub fn tell(&mut self, attempt: &Attempt, log: &Log, unicode: Unicode) -> Vec<Statement> {
        if !self.launch.is_normal {
            return Vec::new();
        }
        if self.seed != log.start.seed {
            self.seed = log.start.seed;
            (self.marks.told, self.marks.judged) = (0, 0);
        }
        let pack = attempt.pack();
        let told = interactions(Standard::Scorm2004, pack, log, self.marks.told, unicode);
        let mut list: Vec<Statement> = told.iter().filter_map(|told| self.answered(pack, told, unicode)).collect();
        self.marks.told = log.events.len();
        let events = log.events.iter().filter(|(_, event)| can_earn(event)).count();
        if attempt.is_finished() && self.marks.judged != events {
            let report = attempt.report();
            let at = log.events.last().map_or(self.opened, |(at, _)| *at);
            list.extend(self.finished(
                &report,
                pack,
                Judged { earned: report.earned, worked: report.worked, at, events },
            ));
        }
        list
    }

    /// The last statements, in order.
    #[must_use]
    pub fn end(&mut self, now: u64) -> Vec<Statement> {
        let mut list = Vec::new();
        if let Some(judged) = self.failed.take().filter(|_| !self.is_judged && !self.marks.passed) {
            list.push(self.judge(Verb::Failed, judged));
        }
        let at = now.max(self.last);
        let id = self.launched.id(&format!("terminated {}", self.launch.session()));
        let result = Json::object([("duration", duration(at - self.opened))]);
        list.push(self.write(Parts { id, verb: Verb::Terminated, object: None, result: Some(result), at }));
        list
    }

    /// A statement of an earlier visit that the LMS takes no more, told in this one, where that is still due.
    #[must_use]
    pub fn tell_again(&mut self, text: &Json, now: u64) -> Option<Statement> {
        let (verb, again) = statement::told_again(text, &self.launched, &self.launch, now.max(self.last))?;
        let is_due = match verb {
            Verb::Completed => !core::mem::replace(&mut self.marks.completed, true),
            Verb::Passed | Verb::Failed if self.is_judged || self.marks.passed => false,
            Verb::Passed | Verb::Failed => {
                self.is_judged = true;
                self.marks.passed |= verb == Verb::Passed;
                true
            }
            Verb::Initialized | Verb::Answered | Verb::Scored | Verb::Terminated => true,
        };
        (is_due && self.launch.is_normal).then_some(again)
    }

    fn answered(&mut self, pack: &Pack, told: &Interaction, unicode: Unicode) -> Option<Statement> {
        let question = pack.set().questions().get(told.position)?;
        let object = activity::question(&self.launched.activity, question, told, unicode);
        let id = self.launched.id(&format!("answered {:?} {} {}", self.seed, told.at, question.id));
        let result = Json::object([
            ("response", Json::text(&told.response)),
            ("success", Json::Truth(told.earned >= 1.0)),
            ("score", Json::object([("scaled", number(told.earned))])),
            ("duration", duration(told.latency)),
        ]);
        let (object, result) = (Some(object), Some(result));
        Some(self.write(Parts { id, verb: Verb::Answered, object, result, at: told.at }))
    }

    fn finished(&mut self, report: &Report, pack: &Pack, judged: Judged) -> Vec<Statement> {
        let mut list = Vec::new();
        if !core::mem::replace(&mut self.marks.completed, true) {
            let id = self.launched.id("completed");
            let result = [("completion", Json::Truth(true)), ("duration", duration(report.worked))];
            let result = Some(Json::object(result));
            list.push(self.write(Parts { id, verb: Verb::Completed, object: None, result, at: judged.at }));
        }
        let needed = self.launch.mastery.as_ref().map(|(score, _)| *score).or(pack.set().settings().pass);
        let has_passed = needed.map(|needed| (judged.earned * PLACES).round() >= (needed * PLACES).round());
        match has_passed {
            // Nobody judges it, or nothing can be judged any more: the score alone is told.
            None => list.push(self.scored(judged)),
            Some(_) if self.marks.passed => list.push(self.scored(judged)),
            // What is judged once in a visit is not judged again; the next visit tells it.
            Some(_) if self.is_judged => {}
            Some(true) => list.push(self.judge(Verb::Passed, judged)),
            Some(false) => self.failed = Some(judged),
        }
        list
    }

    /// A statement that cmi5 merely allows: those that it defines have no score but where they judge (cmi5, 9.5.1).
    fn scored(&mut self, judged: Judged) -> Statement {
        self.marks.judged = judged.events;
        let id = self.launched.id(&format!("scored {:?} {}", self.seed, judged.at));
        let result = Json::object([("score", statement::score(judged.earned)), ("duration", duration(judged.worked))]);
        self.write(Parts { id, verb: Verb::Scored, object: None, result: Some(result), at: judged.at })
    }

    fn judge(&mut self, verb: Verb, judged: Judged) -> Statement {
        let has_passed = verb == Verb::Passed;
        self.is_judged = true;
        self.marks.passed |= has_passed;
        self.marks.judged = judged.events;
        // Passed is told once for ever, and known by that.
        let id = if has_passed { "passed".to_owned() } else { format!("failed {:?} {}", self.seed, judged.at) };
        let result = Json::object([
            ("success", Json::Truth(has_passed)),
            ("score", statement::score(judged.earned)),
            ("duration", duration(judged.worked)),
        ]);
        let id = self.launched.id(&id);
        self.write(Parts { id, verb, object: None, result: Some(result), at: judged.at })
    }

    /// Nothing happened before the visit, as far as it is told in it (cmi5, 9.3: the order is that of the moments).
    fn write(&mut self, parts: Parts) -> Statement {
        let at = parts.at.max(self.opened);
        self.last = self.last.max(at);
        Parts { at, ..parts }.write(&self.launched, &self.launch)
    }
}

/// Whether an event can change what was earned.
fn can_earn(event: &Event) -> bool {
    match event {
        Event::Answered { .. }
        | Event::Cleared { .. }
        | Event::Revealed { .. }
        | Event::Submitted
        | Event::Retried { .. } => true,
        Event::Flagged { .. } | Event::Hinted { .. } | Event::Paused | Event::Resumed => false,
    }
}
