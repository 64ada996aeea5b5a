//! Owns what is saved on the student's device: events, in the order in which they happened.
//!
//! Never overwrites what it cannot read, and never fails an answer: where the browser refuses, memory takes over.

mod database;
pub mod saved;

use std::cell::{Cell, RefCell};

use verbatim_core::Event;

use database::Database;
use saved::Entry;

/// Where events are kept.
#[derive(Debug)]
pub struct Store {
    database: Option<Database>,
    /// Whether the browser has refused something: from then on it is read as far as it lets itself, not written.
    refused: Cell<bool>,
    /// What could not be written to the browser's storage, by set.
    memory: RefCell<Vec<(String, Entry)>>,
}

/// What is known of a student's way through one set.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The events of the newest attempt.
    pub events: Vec<Event>,
    /// Whether entries were found that this version cannot read. They are left as they are.
    pub unreadable: bool,
}

impl Store {
    /// Opens the browser's storage, or memory where that is refused.
    pub async fn open() -> Self {
        let database = Database::open().await.ok();
        Self { refused: Cell::new(database.is_none()), database, memory: RefCell::default() }
    }

    /// Whether what is saved outlasts the page.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        !self.refused.get()
    }

    /// What is known of a set.
    pub async fn history(&self, set: &str) -> History {
        let lines = match &self.database {
            Some(database) => database.lines(set).await.unwrap_or_else(|_| {
                self.refused.set(true);
                Vec::new()
            }),
            None => Vec::new(),
        };
        let read: Vec<Option<Entry>> = lines.iter().map(|line| Entry::read(line)).collect();
        let unreadable = read.iter().any(Option::is_none);
        let memory = self.memory.borrow();
        let kept = memory.iter().filter(|(key, _)| key == set).map(|(_, entry)| entry.clone());
        History { events: newest_attempt(read.into_iter().flatten().chain(kept)), unreadable }
    }

    /// Saves an entry; once this returns it is saved as well as this browser lets it.
    pub async fn add(&self, set: &str, entry: Entry) {
        let saved = match &self.database {
            Some(database) if !self.refused.get() => database.add(set, &entry.write()).await.is_ok(),
            Some(_) | None => false,
        };
        if !saved {
            self.refused.set(true);
            self.memory.borrow_mut().push((set.to_owned(), entry));
        }
    }
}

/// The events since the last new start that was not taken back.
fn newest_attempt(entries: impl Iterator<Item = Entry>) -> Vec<Event> {
    let mut attempts: Vec<Vec<Event>> = vec![Vec::new()];
    for entry in entries {
        match entry {
            Entry::Started { .. } => attempts.push(Vec::new()),
            Entry::TookBack { .. } if attempts.len() > 1 => {
                attempts.pop();
            }
            Entry::TookBack { .. } => {}
            Entry::Happened { event, .. } => {
                if let Some(attempt) = attempts.last_mut() {
                    attempt.push(event);
                }
            }
        }
    }
    attempts.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests;
