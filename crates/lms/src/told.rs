//! Owns answers as interactions: what is told of each answer, in the words of a standard.
//!
//! Never says which index an interaction has: the LMS counts them.
//!
//! The forms are those of the SCORM 1.2 run-time environment, 3.4.4 (`CMIFeedback`), and of SCORM 2004, 4.2.9.

pub(crate) mod response;
pub mod span;

use verbatim_core::prose::plain;
use verbatim_core::{Answer, Event, Mark, Mode, Pack, Question};

use crate::Standard;
use crate::log::{Log, Unicode};
use crate::state::decimal;
use response::response;

/// A longer time from one event to the next is no thought any more, in milliseconds; as the attempt's own clock has it.
const LONGEST_THOUGHT: u64 = 5 * 60 * 1000;
/// The most patterns that say what is right: 2004, 4.2.9 (`fill-in`).
const MOST_PATTERNS: usize = 5;

/// One answer as an LMS is told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Interaction {
    /// Its name: short, and the same for each answer to one question.
    pub id: String,
    /// The position of the question in its set.
    pub position: usize,
    /// The question, in short.
    pub description: String,
    /// The form of the answer, as the standard calls it.
    pub kind: &'static str,
    /// What was answered.
    pub response: String,
    /// What is right.
    pub patterns: Vec<String>,
    /// What it earned by itself, in a word of the standard.
    pub result: String,
    /// The same from 0 to 1.
    pub earned: f64,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// How long it took, in milliseconds.
    pub latency: u64,
}

/// What is to be told from the event at a place of the log on. The answers of a test are told when it is handed in: until
/// then they can be changed, and are not marked.
#[must_use]
pub fn interactions(standard: Standard, of: &Pack, log: &Log, from: usize, unicode: Unicode) -> Vec<Interaction> {
    let mut is_test = log.start.mode == Mode::Test;
    let mut waiting: Vec<(u64, u64, &Event)> = Vec::new();
    let mut list = Vec::new();
    let mut last = log.start.at;
    for (place, (at, event)) in log.events.iter().enumerate() {
        let latency = at.saturating_sub(last).min(LONGEST_THOUGHT);
        last = *at;
        let told = |(at, latency, event)| interaction(standard, of, event, (at, latency), unicode);
        match event {
            Event::Answered { question, .. } | Event::Cleared { question } if is_test => {
                waiting.retain(|(_, _, earlier)| crate::log::question(earlier) != Some(question));
                waiting.push((*at, latency, event));
            }
            Event::Submitted => {
                is_test = false;
                let told = waiting.drain(..).filter_map(told);
                list.extend(told.filter(|_| place >= from));
            }
            Event::Answered { .. } if place >= from => list.extend(told((*at, latency, event))),
            Event::Answered { .. }
            | Event::Cleared { .. }
            | Event::Flagged { .. }
            | Event::Hinted { .. }
            | Event::Revealed { .. }
            | Event::Paused
            | Event::Resumed
            | Event::Retried { .. } => {}
        }
    }
    list
}

/// An answer as it is told; nothing where the event is none, or one that the attempt did not take.
fn interaction(
    standard: Standard,
    of: &Pack,
    event: &Event,
    (at, latency): (u64, u64),
    unicode: Unicode,
) -> Option<Interaction> {
    let Event::Answered { question: id, answer, revision, .. } = event else { return None };
    let position = of.set().position(id)?;
    let question = of.set().questions().get(position).filter(|question| question.revision == *revision)?;
    let mark = question.mark(answer)?;
    let (kind, response) = told(standard, question, answer, unicode)?;
    let keys = question.kind.rules().told_keys();
    let key = |key| self::response::key(standard, &key, unicode).filter(|(of, _)| *of == kind).map(|(_, words)| words);
    let mut patterns: Vec<String> = Vec::new();
    for pattern in keys.into_iter().filter_map(key).take(MOST_PATTERNS) {
        if !patterns.contains(&pattern) {
            patterns.push(pattern);
        }
    }
    let id = format!("q{}", position + 1);
    let description = response::short(&(unicode.composed)(&plain(&question.prompt)), 250);
    let result = result(standard, &mark);
    let earned = mark.earned();
    Some(Interaction { id, position, description, kind, response, patterns, result, earned, at, latency })
}

fn told(standard: Standard, question: &Question, answer: &Answer, unicode: Unicode) -> Option<(&'static str, String)> {
    response(standard, &question.kind.rules().told(answer)?, unicode)
}

/// The word for what an answer earned; a number where it is a part.
fn result(standard: Standard, mark: &Mark) -> String {
    match (mark.is_full(), mark.earned() > 0.0, standard) {
        (true, _, _) => "correct".to_owned(),
        (false, true, _) => decimal(mark.earned()).unwrap_or_default(),
        (false, false, Standard::Scorm12) => "wrong".to_owned(),
        (false, false, Standard::Scorm2004) => "incorrect".to_owned(),
    }
}

impl Interaction {
    /// What an LMS is to be given of it, as the interaction at an index; `zone` is how many minutes local time is before
    /// the world's.
    #[must_use]
    pub fn values(&self, standard: Standard, index: usize, zone: i64) -> Vec<(String, String)> {
        let element = |name: &str| format!("cmi.interactions.{index}.{name}");
        let mut values = vec![(element("id"), self.id.clone()), (element("type"), self.kind.to_owned())];
        for (number, pattern) in self.patterns.iter().enumerate() {
            values.push((element(&format!("correct_responses.{number}.pattern")), pattern.clone()));
        }
        let (time, answer, latency) = match standard {
            Standard::Scorm12 => {
                (("time", span::time_of_day(self.at, zone)), "student_response", span::clock(self.latency))
            }
            Standard::Scorm2004 => {
                (("timestamp", span::moment(self.at)), "learner_response", span::period(self.latency))
            }
        };
        values.extend([
            (element(time.0), time.1),
            (element("weighting"), "1".to_owned()),
            (element(answer), self.response.clone()),
            (element("result"), self.result.clone()),
            (element("latency"), latency),
        ]);
        if standard == Standard::Scorm2004 {
            values.push((element("description"), self.description.clone()));
        }
        values
    }
}
