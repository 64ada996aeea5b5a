//! Owns statements that wait to be sent, in their order: in the browser's storage, so that they outlast the page, and in
//! memory where there is none.
//!
//! Never sends them.

use web_sys::Storage;

use crate::page;

/// A statement that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    /// Its place, later than that of all before it.
    place: u64,
    /// The session that it tells of.
    pub session: String,
    pub id: String,
    /// All of it, as JSON.
    pub text: String,
    is_stored: bool,
}

/// All that wait.
#[derive(Debug)]
pub(super) struct Queue {
    prefix: String,
    storage: Option<Storage>,
    list: Vec<Waiting>,
}

impl Queue {
    /// Those about a student's enrolment and a set, with what earlier pages could not send.
    pub fn open(of: &str) -> Self {
        let (prefix, storage) = (format!("verbatim statement {of}\n"), page::local_storage());
        let keys = storage.as_ref().map(page::keys).unwrap_or_default();
        let read = |key: &String| {
            let place = key.strip_prefix(&prefix)?.parse().ok()?;
            let value = storage.as_ref()?.get_item(key).ok().flatten()?;
            let (session, rest) = value.split_once('\n')?;
            let (id, text) = rest.split_once('\n')?;
            let (session, id, text) = (session.to_owned(), id.to_owned(), text.to_owned());
            Some(Waiting { place, session, id, text, is_stored: true })
        };
        let mut list: Vec<Waiting> = keys.iter().filter_map(read).collect();
        list.sort_by_key(|waiting| waiting.place);
        Self { prefix, storage, list }
    }

    /// Adds a statement behind all others.
    pub fn add(&mut self, session: &str, id: String, text: String) {
        // Thousandths of a millisecond, so that pages that run at once hardly ever take the same place.
        let now = page::now() * 1000;
        let place = self.list.last().map_or(now, |last| now.max(last.place + 1));
        let key = format!("{}{place}", self.prefix);
        let stored = self.storage.as_ref().map(|storage| storage.set_item(&key, &format!("{session}\n{id}\n{text}")));
        let is_stored = stored.is_some_and(|stored| stored.is_ok());
        self.list.push(Waiting { place, session: session.to_owned(), id, text, is_stored });
    }

    pub fn list(&self) -> &[Waiting] {
        &self.list
    }

    /// Whether all of them outlast the page.
    pub fn is_lasting(&self) -> bool {
        self.list.iter().all(|waiting| waiting.is_stored)
    }

    /// Those that can be sent together: of one session, at most so many characters, and at least one.
    pub fn batch(&self, most: usize) -> Vec<Waiting> {
        let mut left = most;
        let session = self.list.first().map(|first| first.session.clone()).unwrap_or_default();
        let fits = |(number, waiting): &(usize, &Waiting)| {
            let is_it = waiting.session == session && (*number == 0 || waiting.text.len() < left);
            left = left.saturating_sub(waiting.text.len());
            is_it
        };
        self.list.iter().enumerate().take_while(fits).map(|(_, waiting)| waiting.clone()).collect()
    }

    /// Leaves one to a later page.
    pub fn put_off(&mut self, late: &Waiting) {
        self.list.retain(|waiting| waiting.place != late.place);
    }

    /// Takes those away that have arrived.
    pub fn remove(&mut self, arrived: &[Waiting]) {
        for waiting in arrived {
            let key = format!("{}{}", self.prefix, waiting.place);
            // What cannot be removed is sent once more, and known there by its name.
            let _ = self.storage.as_ref().map(|storage| storage.remove_item(&key));
        }
        self.list.retain(|waiting| arrived.iter().all(|gone| gone.place != waiting.place));
    }
}
