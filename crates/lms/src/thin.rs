//! Owns making an attempt shorter where an LMS has too little room for all of it.
//!
//! Never changes a mark, and never cuts: what is left out is tried first, and stays where anything would be another then.
//!
//! Three things are left out, in this order, as far as needed: what was taken back or given anew before it counted (flags,
//! answers of a test); what was done with a question in rounds between the first and the last; the words of tries that
//! others followed, which become a few characters that earn as much. The time that was worked may come out shorter.

use std::rc::Rc;

use verbatim_core::{Answer, Attempt, Event, Given, Mark, Pack};

use crate::log::{Log, Unicode, question};
use crate::packed::pack;

/// An attempt for which there is no room, however short it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// How many characters it takes.
    pub length: usize,
}

/// The packed attempt in at most so many characters.
///
/// # Errors
///
/// That it does not come out so short.
pub fn fit(of: &Rc<Pack>, log: &Log, unicode: Unicode, room: usize) -> Result<String, TooLong> {
    let whole = pack(of, log, unicode);
    if whole.len() <= room {
        return Ok(whole);
    }
    let mut thinned = Thinned { of, essence: essence(&log.replay(of)), log: log.clone() };
    for step in [Thinned::superseded, Thinned::rounds, Thinned::words] {
        step(&mut thinned, unicode);
        let text = pack(of, &thinned.log, unicode);
        if text.len() <= room {
            return Ok(text);
        }
    }
    Err(TooLong { length: pack(of, &thinned.log, unicode).len() })
}

struct Thinned<'a> {
    of: &'a Rc<Pack>,
    essence: Vec<Essence>,
    log: Log,
}

impl Thinned<'_> {
    /// Takes other events, where nothing that counts is another then.
    fn try_with(&mut self, events: Vec<(u64, Event)>) -> bool {
        let log = Log { start: self.log.start, events };
        let is_same = essence(&log.replay(self.of)) == self.essence;
        if is_same {
            self.log = log;
        }
        is_same
    }

    fn superseded(&mut self, _: Unicode) {
        for at in (0..self.log.events.len()).rev() {
            let mut events = self.log.events.clone();
            let (_, event) = events.remove(at);
            if matches!(event, Event::Flagged { .. } | Event::Answered { .. } | Event::Cleared { .. }) {
                self.try_with(events);
            }
        }
    }

    /// Of what was opened again more than once, the rounds between the first and the last.
    fn rounds(&mut self, _: Unicode) {
        let ids: Vec<String> = self.of.set().questions().iter().map(|question| question.id.clone()).collect();
        for id in &ids {
            while let Some(events) = without_a_round(&self.log.events, id) {
                if !self.try_with(events) {
                    break;
                }
            }
        }
    }

    fn words(&mut self, unicode: Unicode) {
        for at in 0..self.log.events.len() {
            for short in ["?", "?1", "?2", "?3", "?4", "?5", "?6", "?7", "?8", "?9", "0", "-1", "-2", "-3", "-4", "-5"]
            {
                let mut events = self.log.events.clone();
                let Some((_, Event::Answered { answer, .. })) = events.get_mut(at) else { break };
                let Some(shorter) = shortened(answer, short, unicode) else { break };
                *answer = shorter;
                if self.try_with(events) {
                    break;
                }
            }
        }
    }
}

/// The events without what was done with a question from one opening to the next, where there are two.
fn without_a_round(events: &[(u64, Event)], id: &str) -> Option<Vec<(u64, Event)>> {
    let opens =
        |event: &Event| matches!(event, Event::Retried { questions } if questions.iter().any(|named| named == id));
    let mut openings = events.iter().enumerate().filter(|(_, (_, event))| opens(event)).map(|(at, _)| at);
    let (first, second) = (openings.next()?, openings.next()?);
    let mut left = Vec::with_capacity(events.len());
    for (place, (at, event)) in events.iter().enumerate() {
        let is_between = first < place && place < second && question(event) == Some(id);
        let is_flag = matches!(event, Event::Flagged { .. });
        if is_between && !is_flag {
            continue;
        }
        let mut event = event.clone();
        if let Event::Retried { questions } = &mut event
            && place == second
        {
            questions.retain(|named| named != id);
            if questions.is_empty() {
                continue;
            }
        }
        left.push((*at, event));
    }
    Some(left)
}

/// The answer with other words, where it has longer ones.
fn shortened(answer: &Answer, short: &str, unicode: Unicode) -> Option<Answer> {
    match answer {
        Answer::Text(words) => (words.text().len() > short.len()).then(|| Answer::Text((unicode.written)(short))),
        Answer::Parts(parts) => {
            let is_long = |part: &Answer| matches!(part, Answer::Text(words) if words.text().len() > short.len());
            if !parts.iter().flatten().any(is_long) {
                return None;
            }
            let part = |part: &Answer| shortened(part, short, unicode).unwrap_or_else(|| part.clone());
            Some(Answer::Parts(parts.iter().map(|given| given.as_ref().map(part)).collect()))
        }
        Answer::Option(_) | Answer::Options(_) | Answer::Order(_) => None,
    }
}

/// What has to stay as it is, of each question: what it earned and how, what was given last, what is to be done.
#[derive(Debug, PartialEq)]
struct Essence {
    mark: Option<Mark>,
    first: Option<(Mark, Option<verbatim_core::Certainty>)>,
    last: Option<Given>,
    tries: usize,
    hints: usize,
    states: [bool; 5],
    whole: (Option<u64>, bool, bool, Option<usize>),
}

fn essence(attempt: &Attempt) -> Vec<Essence> {
    let course = |place: usize| {
        let course = attempt.course(place)?;
        let is_open = attempt.is_open(place);
        Some(Essence {
            mark: course.mark().cloned(),
            first: course.first().map(|first| (first.mark.clone(), first.certainty)),
            last: course.given().cloned(),
            tries: course.tries().len(),
            hints: course.hints(),
            states: [
                course.is_revealed(),
                course.is_flagged(),
                course.retries() > 0,
                attempt.is_settled(place),
                is_open,
            ],
            whole: (attempt.deadline(), attempt.is_submitted(), attempt.is_paused(), attempt.first_open()),
        })
    };
    (0..attempt.pack().set().questions().len()).filter_map(course).collect()
}
