//! Owns events as bytes.
//!
//! Never knows when one happened: the time since the one before enters beside it.

use verbatim_core::{Certainty, Event, Question};

use super::bytes::{Reader, count, number};
use super::{Named, answer};
use crate::log::Unicode;

const ANSWERED: u8 = 0;
const CLEARED: u8 = 1;
const FLAGGED: u8 = 2;
const UNFLAGGED: u8 = 3;
const HINTED: u8 = 4;
const REVEALED: u8 = 5;
const PAUSED: u8 = 6;
const RESUMED: u8 = 7;
const SUBMITTED: u8 = 8;
const RETRIED: u8 = 9;

/// The bits of what happened; behind them stands how sure the student was.
const WHAT: u8 = 0x0f;
const SURE: u32 = 4;
/// The question was another then.
const REVISED: u8 = 0x40;

/// Writes an event; whether it is about something that is there.
pub(super) fn write(
    to: &mut Vec<u8>,
    event: &Event,
    gap: u64,
    place: &dyn Fn(&str) -> Option<usize>,
    current: Option<&Question>,
    unicode: Unicode,
) -> bool {
    let revised = |revision: &u64| if current.is_some_and(|now| now.revision == *revision) { 0 } else { REVISED };
    let (what, id) = match event {
        Event::Answered { question, revision, certainty, .. } => {
            (ANSWERED | certainty.map_or(0, sure) << SURE | revised(revision), Some(question))
        }
        Event::Cleared { question } => (CLEARED, Some(question)),
        Event::Flagged { question, flagged } => (if *flagged { FLAGGED } else { UNFLAGGED }, Some(question)),
        Event::Hinted { question, revision } => (HINTED | revised(revision), Some(question)),
        Event::Revealed { question, revision } => (REVEALED | revised(revision), Some(question)),
        Event::Paused => (PAUSED, None),
        Event::Resumed => (RESUMED, None),
        Event::Submitted => (SUBMITTED, None),
        Event::Retried { .. } => (RETRIED, None),
    };
    let named = id.map(|id| place(id));
    if named == Some(None) {
        return false;
    }
    to.push(what);
    number(to, folded(gap));
    if let Some(place) = named.flatten() {
        count(to, place);
    }
    if let Event::Answered { answer, .. } = event {
        answer::write(to, answer, unicode);
    }
    if let Event::Retried { questions } = event {
        let places: Vec<usize> = questions.iter().filter_map(|id| place(id)).collect();
        count(to, places.len());
        places.into_iter().for_each(|place| count(to, place));
    }
    true
}

/// Reads an event with the time since the one before; no event where the set has its question no more.
pub(super) fn read(
    from: &mut Reader<'_>,
    table: &[Option<Named<'_>>],
    unicode: Unicode,
) -> Option<(u64, Option<Event>)> {
    let byte = from.byte()?;
    let gap = unfolded(from.number()?);
    let event = match byte & WHAT {
        PAUSED => Some(Event::Paused),
        RESUMED => Some(Event::Resumed),
        SUBMITTED => Some(Event::Submitted),
        RETRIED => {
            let length = from.count()?;
            let places = (0..length).map(|_| from.count()).collect::<Option<Vec<usize>>>()?;
            let named = places.iter().filter_map(|place| table.get(*place)?.as_ref());
            Some(Event::Retried { questions: named.map(|named| named.question.id.clone()).collect() })
        }
        what => {
            let named = table.get(from.count()?)?.as_ref();
            let answer = if what == ANSWERED { Some(answer::read(from, unicode)?) } else { None };
            match named {
                Some(named) => Some(about(byte, named, answer)?),
                None => None,
            }
        }
    };
    Some((gap, event))
}

/// An event about one question.
fn about(byte: u8, named: &Named<'_>, answer: Option<verbatim_core::Answer>) -> Option<Event> {
    let question = named.question.id.clone();
    let is_same = named.is_same && byte & REVISED == 0;
    // What it was then is not known; it was another.
    let revision = if is_same { named.question.revision } else { named.question.revision.wrapping_add(1) };
    Some(match (byte & WHAT, answer) {
        (ANSWERED, Some(answer)) => {
            let certainty = certainty(byte >> SURE & 3);
            Event::Answered { question, revision, answer, certainty }
        }
        (CLEARED, _) => Event::Cleared { question },
        (FLAGGED, _) => Event::Flagged { question, flagged: true },
        (UNFLAGGED, _) => Event::Flagged { question, flagged: false },
        (HINTED, _) => Event::Hinted { question, revision },
        (REVEALED, _) => Event::Revealed { question, revision },
        _ => return None,
    })
}

/// A difference that may be negative, so that small ones of both signs are small numbers.
fn folded(gap: u64) -> u64 {
    let signed = gap as i64;
    ((signed << 1) ^ (signed >> 63)) as u64
}

fn unfolded(number: u64) -> u64 {
    (number >> 1) ^ (number & 1).wrapping_neg()
}

fn sure(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Low => 1,
        Certainty::Middle => 2,
        Certainty::High => 3,
    }
}

fn certainty(bits: u8) -> Option<Certainty> {
    Certainty::ALL.into_iter().find(|certainty| sure(*certainty) == bits)
}
