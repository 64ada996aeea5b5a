//! Owns what is saved on the student's device: events, in the order in which they happened.
//!
//! Never overwrites what it cannot read, and never fails an answer: where the browser refuses, memory takes over.
//!
//! An entry goes into the journal first, which is written before the call returns, and from there into the database,
//! which takes a moment. What is found in the journal when a page opens is what an end of the browser cut off.

pub mod begun;
mod database;
pub mod history;
mod journal;
pub mod saved;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use database::Database;
use history::History;
use journal::Journal;

/// A line with the set that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The set, as its address writes it.
    pub set: String,
    /// The saved form of an entry.
    pub line: String,
}

/// Where events are kept.
#[derive(Debug)]
pub struct Store {
    database: Option<Database>,
    /// Whether the database has refused something: from then on it is read as far as it lets itself, not written.
    refused: Cell<bool>,
    journal: Journal,
    /// What could be written nowhere.
    memory: RefCell<Vec<Line>>,
    /// The LMS that keeps everything in place of the device.
    #[cfg(feature = "lms")]
    lms: Result<crate::lms::Lms, crate::lms::Absent>,
}

impl Store {
    /// Opens the browser's storage, or memory where that is refused.
    pub async fn open() -> Rc<Self> {
        #[cfg(feature = "lms")]
        let absent = match crate::lms::Lms::launch().await {
            Ok(lms) => return Rc::new(Self::within(lms)),
            Err(absent) => absent,
        };
        let database = Database::open().await.ok();
        let refused = Cell::new(database.is_none());
        Rc::new(Self {
            database,
            refused,
            journal: Journal::open(),
            memory: RefCell::default(),
            #[cfg(feature = "lms")]
            lms: Err(absent),
        })
    }

    /// Whether everything that was to be saved outlasts the page, and what comes next will, too.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        #[cfg(feature = "lms")]
        if self.lms.is_ok() {
            return true;
        }
        self.memory.borrow().is_empty() && (!self.refused.get() || self.journal.works())
    }

    /// What is known of a set.
    pub async fn history(&self, set: &str) -> History {
        // Before the database: what is moved there meanwhile is found twice, and not missed.
        let elsewhere = self.elsewhere();
        let mut lines = match &self.database {
            Some(database) => database.lines(set).await.unwrap_or_else(|_| {
                self.refused.set(true);
                Vec::new()
            }),
            None => Vec::new(),
        };
        lines.extend(elsewhere.into_iter().filter(|line| line.set == set).map(|line| line.line));
        History::read(lines)
    }

    /// Everything that is saved, of all sets.
    pub async fn everything(&self) -> Vec<Line> {
        let elsewhere = self.elsewhere();
        let mut lines = match &self.database {
            Some(database) => database.everything().await.unwrap_or_default(),
            None => Vec::new(),
        };
        let elsewhere: Vec<Line> = elsewhere.into_iter().filter(|line| !lines.contains(line)).collect();
        lines.extend(elsewhere);
        lines
    }

    /// Writes lines where an end of the browser does not reach them, before it returns; whether that was possible.
    /// Either way [`Self::keep`] has to follow.
    #[must_use]
    pub fn note(&self, lines: &[Line]) -> bool {
        #[cfg(feature = "lms")]
        if self.lms.is_ok() {
            self.memory.borrow_mut().extend_from_slice(lines);
            return true;
        }
        self.journal.write(lines)
    }

    /// Keeps lines: the browser begins to write them before this returns, so that it does while what they say is being
    /// drawn. Once what it returns is done, they are saved as well as this browser lets it.
    pub fn keep(self: &Rc<Self>, lines: Vec<Line>) -> impl Future<Output = ()> + use<> {
        let store = Rc::clone(self);
        let adding = match &self.database {
            Some(database) if !self.refused.get() => database.add(&lines).ok(),
            Some(_) | None => None,
        };
        async move {
            #[cfg(feature = "lms")]
            if store.lms.is_ok() {
                return;
            }
            let kept = match adding {
                Some(adding) => adding.await.is_ok(),
                None => false,
            };
            if kept {
                store.journal.remove(&lines);
                return;
            }
            store.refused.set(true);
            let noted = store.journal.lines();
            store.memory.borrow_mut().extend(lines.into_iter().filter(|line| !noted.contains(line)));
        }
    }

    /// Adds those lines that are not there yet, and says how many that were.
    pub async fn merge(self: &Rc<Self>, lines: Vec<Line>) -> usize {
        let there = self.everything().await;
        let new: Vec<Line> = lines.into_iter().filter(|line| !there.contains(line)).collect();
        let count = new.len();
        let mut marked: Vec<&str> = Vec::new();
        for line in &new {
            if !marked.contains(&line.set.as_str()) {
                // How far it is is known when it is next opened.
                begun::mark(&line.set, None);
                marked.push(&line.set);
            }
        }
        let _ = self.note(&new);
        self.keep(new).await;
        count
    }

    /// Erases everything, and gives back what it was; `None` where the browser refuses.
    pub async fn erase(&self) -> Option<Vec<Line>> {
        let lines = self.everything().await;
        if let Some(database) = &self.database
            && database.erase().await.is_err()
        {
            self.refused.set(true);
            return None;
        }
        self.journal.remove(&lines);
        self.memory.borrow_mut().clear();
        #[cfg(feature = "lms")]
        if let Ok(lms) = &self.lms {
            lms.forget();
        }
        begun::clear();
        Some(lines)
    }

    /// What is not, or not only, in the database.
    fn elsewhere(&self) -> Vec<Line> {
        [self.journal.lines(), self.memory.borrow().clone()].concat()
    }

    /// Moves into the database what an earlier page, or this one before the player ran, could only note.
    pub async fn settle(self: &Rc<Self>) {
        let noted = self.journal.lines();
        if !noted.is_empty() && self.database.is_some() {
            self.keep(noted).await;
        }
    }
}

#[cfg(feature = "lms")]
impl Store {
    /// A place in an LMS. Nothing is kept on the device, which may be another student's tomorrow: the LMS knows who is who.
    fn within(lms: crate::lms::Lms) -> Self {
        let refused = Cell::new(true);
        Self { database: None, refused, journal: Journal::closed(), memory: RefCell::default(), lms: Ok(lms) }
    }

    /// The LMS, or why there is none.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub fn lms(&self) -> Result<&crate::lms::Lms, &crate::lms::Absent> {
        self.lms.as_ref()
    }

    /// Takes up what the LMS has kept of a set, once, and what it takes for passed.
    #[must_use]
    pub fn resume(&self, set: &str, pack: verbatim_core::Pack) -> verbatim_core::Pack {
        let Ok(lms) = &self.lms else { return pack };
        let pack = match lms.mastery() {
            Some(share) => pack.passed_with(share),
            None => pack,
        };
        let Some(log) = lms.resume(&pack) else { return pack };
        let attempt = log.start.seed;
        let entry = |at, fact| saved::Entry { at, attempt, fact };
        let begun = saved::Fact::Started { mode: log.start.mode, by_itself: false };
        let happened = log.events.into_iter().map(|(at, event)| entry(at, saved::Fact::Happened(event)));
        let entries = core::iter::once(entry(log.start.at, begun)).chain(happened);
        let lines = entries.map(|entry| Line { set: set.to_owned(), line: entry.write() });
        self.memory.borrow_mut().extend(lines);
        pack
    }

    /// What is known of a set's newest attempt, where an LMS keeps it.
    #[must_use]
    pub fn log(&self, set: &str) -> Option<verbatim_lms::Log> {
        let lines = self.elsewhere().into_iter().filter(|line| line.set == set).map(|line| line.line);
        let kept = History::read(lines).attempt?;
        Some(verbatim_lms::Log { start: kept.start, events: kept.events })
    }
}
