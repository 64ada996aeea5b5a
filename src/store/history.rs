//! Owns the step from saved lines to the newest attempt.
//!
//! Never drops what it cannot read: it is counted, and left where it is.

use verbatim_core::{Event, Mode, Start};

use super::saved::{Entry, Fact};

/// What is known of a student's way through one set.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The newest attempt.
    pub attempt: Option<Kept>,
    /// Whether lines were found that this version cannot read.
    pub unreadable: bool,
    /// The moment of the last entry: what comes is later, whatever the clock says.
    pub last: u64,
}

/// An attempt as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub id: u64,
    /// How it began.
    pub start: Start,
    /// What happened, in order, with the moment.
    pub events: Vec<(u64, Event)>,
}

impl Kept {
    /// Whether what began of itself in this mode may have happened in it: not where a test was handed in, or is another
    /// matter than a practice, as when progress comes from another device.
    fn takes(&self, mode: Mode) -> bool {
        self.start.mode == mode && self.events.iter().all(|(_, event)| *event != Event::Submitted)
    }
}

impl History {
    /// What lines say, in whatever order they were found. A line that is there twice counts once.
    #[must_use]
    pub fn read(lines: impl IntoIterator<Item = String>) -> Self {
        let mut unreadable = false;
        let mut entries: Vec<Entry> = Vec::new();
        for line in lines {
            match Entry::read(&line) {
                Some(entry) => insert(&mut entries, entry),
                None => unreadable = true,
            }
        }
        entries.dedup();
        let last = entries.iter().map(|entry| entry.at).max().unwrap_or(0);
        let mut log = Log::default();
        for entry in entries {
            unreadable |= !log.take(entry);
        }
        Self { attempt: log.attempts.pop(), unreadable, last }
    }
}

/// Puts an entry behind all that are not later; most come in their order. Entries of version 1 are in order, and older
/// than all others.
fn insert(entries: &mut Vec<Entry>, entry: Entry) {
    let moment = |entry: &Entry| entry.attempt.map(|_| entry.at);
    let behind = entries.iter().rposition(|earlier| moment(earlier) <= moment(&entry)).map_or(0, |place| place + 1);
    entries.insert(behind, entry);
}

/// The attempts up to an entry.
#[derive(Default)]
struct Log {
    /// By beginning; the last is the newest.
    attempts: Vec<Kept>,
    /// Attempts that began of themselves while there was another: what happened in them happened in that one.
    joined: Vec<(u64, u64)>,
    taken_back: Vec<u64>,
}

impl Log {
    /// Takes an entry; whether it fits what came before.
    fn take(&mut self, entry: Entry) -> bool {
        let Entry { at, attempt, fact } = entry;
        match fact {
            Fact::Started { mode, by_itself } => self.start(at, attempt, mode, by_itself),
            Fact::TookBack => self.take_back(attempt),
            Fact::Happened(event) => return self.happen(at, attempt, event),
        }
        true
    }

    fn start(&mut self, at: u64, attempt: Option<u64>, mode: Mode, by_itself: bool) {
        // An attempt of version 1 has no seed, and so keeps the author's order.
        let id = attempt.unwrap_or(self.attempts.len() as u64);
        match self.attempts.last() {
            Some(newest) if by_itself && newest.takes(mode) => {
                self.joined.push((id, newest.id));
            }
            Some(_) | None => {
                let start = Start { at, mode, seed: attempt };
                self.attempts.push(Kept { id, start, events: Vec::new() });
            }
        }
    }

    fn take_back(&mut self, attempt: Option<u64>) {
        let newest = self.attempts.last().map(|newest| (newest.id, newest.events.is_empty()));
        let goes = match (attempt, newest) {
            // Something that has happened since, as in another tab, is not taken back with it.
            (Some(id), Some((newest, is_empty))) => id == newest && is_empty,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if goes && self.attempts.len() > 1 {
            self.taken_back.extend(self.attempts.pop().map(|gone| gone.id));
        }
    }

    fn happen(&mut self, at: u64, attempt: Option<u64>, event: Event) -> bool {
        let Some(id) = attempt else {
            if self.attempts.is_empty() {
                self.start(at, None, Mode::Practice, false);
            }
            if let Some(newest) = self.attempts.last_mut() {
                newest.events.push((at, event));
            }
            return true;
        };
        let id = self.joined.iter().find(|(tab, _)| *tab == id).map_or(id, |(_, attempt)| *attempt);
        // What another tab did in an attempt that this one has just taken back belongs to the one before it.
        let gone = self.taken_back.contains(&id);
        if self.attempts.is_empty() {
            // Its beginning was erased from under it: nothing that was answered is lost for that.
            self.start(at, attempt, Mode::Practice, false);
        }
        let found = if gone { self.attempts.last_mut() } else { self.attempts.iter_mut().rfind(|kept| kept.id == id) };
        found.map(|kept| kept.events.push((at, event))).is_some()
    }
}

#[cfg(test)]
mod tests;
