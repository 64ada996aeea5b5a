//! Owns the facts about an attempt: one file a theme, and what they share. Never looks at a bank's files.

mod certainty;
mod drawn;
mod hints;
mod practice;
mod retry;
mod revised;
mod time;
mod under_test;
mod until_right;

use super::*;
use crate::answer::Answer;
use crate::bank::fixture;
use crate::mark::Certainty;

type Outcome = Result<(), Rejected>;

/// When every attempt here begins, in milliseconds since 1970; the moments in tests count from there.
const BEGIN: u64 = 1_000_000;

fn start(mode: Mode) -> Start {
    Start { at: BEGIN, mode, seed: None }
}

/// An answer to the question with this id, at its present revision.
fn given(pack: &Pack, id: &str, answer: Answer, certainty: Option<Certainty>) -> Event {
    Event::Answered { question: id.to_owned(), revision: revision(pack, id), answer, certainty }
}

/// One option of a question; `yes`, option 0, is right in the fixture's.
fn option(pack: &Pack, id: &str, option: usize) -> Event {
    given(pack, id, Answer::Option(option), None)
}

fn picks(pack: &Pack, id: &str, options: &[usize]) -> Event {
    given(pack, id, Answer::Options(options.to_vec()), None)
}

fn cleared(id: &str) -> Event {
    Event::Cleared { question: id.to_owned() }
}

/// Asked for at whatever revision the question has then.
fn hinted(id: &str) -> Event {
    Event::Hinted { question: id.to_owned(), revision: 0 }
}

/// Asked for at whatever revision the question has then.
fn revealed(id: &str) -> Event {
    Event::Revealed { question: id.to_owned(), revision: 0 }
}

fn revision(pack: &Pack, id: &str) -> u64 {
    pack.set().questions().iter().find(|question| question.id == id).map_or(0, |question| question.revision)
}

/// The event as it would be noted now.
fn noted(pack: &Pack, event: &Event) -> Event {
    let mut noted = event.clone();
    if let Event::Hinted { question, revision: then } | Event::Revealed { question, revision: then } = &mut noted {
        *then = revision(pack, question);
    }
    noted
}

fn flagged(id: &str, flagged: bool) -> Event {
    Event::Flagged { question: id.to_owned(), flagged }
}

fn retried(ids: &[&str]) -> Event {
    Event::Retried { questions: ids.iter().map(|id| (*id).to_owned()).collect() }
}

/// Lets events happen one after another, one a second, and compares what became of each with what is expected.
fn check(pack: &Rc<Pack>, mode: Mode, events: &[(Event, Outcome)]) -> Attempt {
    let timed: Vec<_> =
        (1..).zip(events).map(|(second, (event, expect))| (second * 1000, event.clone(), *expect)).collect();
    check_at(pack, start(mode), &timed)
}

/// The same at these milliseconds from the start on. Every step leaves what a replay gives.
fn check_at(pack: &Rc<Pack>, start: Start, events: &[(u64, Event, Outcome)]) -> Attempt {
    let mut attempt = Attempt::new(Rc::clone(pack), start);
    let mut happened = Vec::new();
    for (number, (at, event, expect)) in events.iter().enumerate() {
        let event = &noted(pack, event);
        let after = attempt.apply(BEGIN + at, event);
        assert_eq!(after.as_ref().map(|_| ()).map_err(|rejected| *rejected), *expect, "event {number}: {event:?}");
        attempt = after.unwrap_or(attempt);
        happened.push((BEGIN + at, event.clone()));
        let (replayed, _) = Attempt::replay(Rc::clone(pack), start, &happened);
        assert_eq!(replayed, attempt, "event {number}: {event:?}");
    }
    attempt
}

/// What the question with this id has earned.
fn earned(attempt: &Attempt, id: &str) -> Option<f64> {
    Some(attempt.course(attempt.place(id)?)?.mark()?.earned())
}

fn is_settled(attempt: &Attempt, id: &str) -> bool {
    attempt.place(id).is_some_and(|place| attempt.is_settled(place))
}
