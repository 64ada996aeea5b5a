//! Owns an attempt as what happened in it, and the forms of words that its answers need.
//!
//! Never decides what may happen: the attempt does.

use std::rc::Rc;

use verbatim_core::{Attempt, Event, Pack, Start, Written};

/// An attempt as what happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// How it began. Its seed is its name.
    pub start: Start,
    /// What happened, in order, with the moment.
    pub events: Vec<(u64, Event)>,
}

/// What makes Unicode's forms of words, for which there are no tables here.
#[derive(Clone, Copy, Debug)]
pub struct Unicode {
    /// Composed words (form NFC), which take the fewest bytes.
    pub composed: fn(&str) -> String,
    /// Words as marking takes them.
    pub written: fn(&str) -> Written,
}

impl Log {
    /// The attempt that it comes to.
    #[must_use]
    pub fn replay(&self, pack: &Rc<Pack>) -> Attempt {
        Attempt::replay(Rc::clone(pack), self.start, &self.events).0
    }

    /// What two devices know of a student's newest attempt: of one attempt all that happened, of two the later.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        if self.start.seed != other.start.seed {
            return if other.start.at > self.start.at { other } else { self };
        }
        let Self { start, mut events } = self;
        for happened in other.events {
            if !events.contains(&happened) {
                events.push(happened);
            }
        }
        events.sort_by_key(|(at, _)| *at);
        Self { start, events }
    }
}

/// The question that an event is about, if it is about one.
#[must_use]
pub fn question(event: &Event) -> Option<&str> {
    match event {
        Event::Answered { question, .. }
        | Event::Cleared { question }
        | Event::Flagged { question, .. }
        | Event::Hinted { question, .. }
        | Event::Revealed { question, .. } => Some(question),
        Event::Paused | Event::Resumed | Event::Submitted | Event::Retried { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use verbatim_core::Mode;

    use super::*;

    fn log(seed: u64, moments: &[u64]) -> Log {
        let start = Start { at: seed, mode: Mode::Practice, seed: Some(seed) };
        Log { start, events: moments.iter().map(|at| (*at, Event::Paused)).collect() }
    }

    #[test]
    fn what_two_devices_know_comes_together() {
        assert_eq!(log(1, &[2, 5]).merged(log(1, &[2, 3])), log(1, &[2, 3, 5]));
        assert_eq!(log(1, &[2]).merged(log(4, &[5])), log(4, &[5]));
        assert_eq!(log(4, &[5]).merged(log(1, &[2])), log(4, &[5]));
    }
}
