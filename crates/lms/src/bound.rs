//! Owns the longest attempt at a set that is to be expected, so that a set is known beforehand to fit into an LMS.
//!
//! Never says that no attempt is longer: whoever retries without end is thinned, and told in the end.
//!
//! What is expected: every hint, a flag set and taken back, every try, every question wrong and mended in a second round,
//! each answer as long as its controls let it, a test that is paused twice, five minutes from each of these to the next.

use verbatim_core::{Answer, Event, Mode, Pack, Question, Start, Written};

use crate::LONGEST;
use crate::log::{Log, Unicode};
use crate::packed::pack;

/// What lies between two events, in milliseconds.
const GAP: u64 = 5 * 60 * 1000;
/// The tries at a question whose answers are not counted, where it may be tried until it is right.
const TRIES: usize = 5;
/// A character that takes the most bytes: no character takes more for each of its UTF-16 code units.
const WIDEST: &str = "€";

/// The characters that the longest expected attempt takes.
#[must_use]
pub fn length(of: &Pack) -> usize {
    let questions = of.set().questions();
    let mut events = Vec::new();
    for question in questions {
        way(of, question, &mut events);
    }
    if of.set().settings().pausable {
        events.extend([Event::Paused, Event::Resumed, Event::Paused, Event::Resumed]);
    }
    events.extend([
        Event::Submitted,
        Event::Retried { questions: questions.iter().map(|question| question.id.clone()).collect() },
    ]);
    for question in questions {
        way(of, question, &mut events);
    }
    // A moment of our time, a seed of full length.
    let start = Start { at: 1 << 41, mode: Mode::Test, seed: Some(u64::MAX) };
    let events = (1..).zip(events).map(|(number, event)| (start.at + number * GAP, event)).collect();
    let unicode =
        Unicode { composed: str::to_owned, written: |words| Written::new(words.to_owned(), words.to_owned()) };
    pack(of, &Log { start, events }, unicode).len()
}

/// Everything that can be done with a question in one round.
fn way(of: &Pack, question: &Question, events: &mut Vec<Event>) {
    let (id, revision) = (question.id.clone(), question.revision);
    let flagged = |flagged| Event::Flagged { question: id.clone(), flagged };
    events.extend([flagged(true), flagged(false)]);
    events.extend(question.hints.iter().map(|_| Event::Hinted { question: id.clone(), revision }));
    let rules = question.kind.rules();
    let tries = match (of.set().settings().until_right, rules.ways()) {
        (false, _) => 1,
        (true, Some(ways)) => ways.saturating_sub(1),
        (true, None) => TRIES,
    };
    let last = longest(question, &rules.key(), LONGEST);
    // The words of earlier tries are shortened where there is no room for them.
    let earlier = longest(question, &rules.key(), 1);
    for number in 1..=tries {
        let answer = if number == tries { last.clone() } else { earlier.clone() };
        events.push(Event::Answered {
            question: id.clone(),
            revision,
            answer,
            certainty: Some(verbatim_core::Certainty::High),
        });
    }
}

/// An answer of the same shape as this one, as long as it can be.
fn longest(question: &Question, answer: &Answer, letters: usize) -> Answer {
    match answer {
        Answer::Option(_) | Answer::Order(_) => answer.clone(),
        Answer::Options(_) => {
            let told = question.kind.rules().told(answer);
            let all = if let Some(verbatim_core::question::Told::Chosen { of, .. }) = told { of } else { 0 };
            Answer::Options((0..all).collect())
        }
        Answer::Text(_) => {
            let words = WIDEST.repeat(letters);
            Answer::Text(Written::new(words.clone(), words))
        }
        Answer::Parts(parts) => {
            let part = |part: &Answer| longest(question, part, letters);
            Answer::Parts(parts.iter().map(|given| given.as_ref().map(part)).collect())
        }
    }
}
