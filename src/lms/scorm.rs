//! Owns one session by SCORM: what the LMS is told, when it writes that down, and that the session ends once.
//!
//! Never loses an answer over an error: what the LMS refuses is said to the student, and the quiz goes on.

mod api;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Date;
use verbatim_core::{Attempt, Pack};
use verbatim_lms::packed::unpack;
use verbatim_lms::state::{KEPT, ending, is_finished, location, status, values};
use verbatim_lms::told::interactions;
use verbatim_lms::{Log, Session, Standard, thin};

use super::UNICODE;
use crate::page;
use crate::text::LmsMessages;
use api::Api;

/// So long it is waited for more before the LMS writes down what it was told, in milliseconds.
const PAUSE: u32 = 50;

/// A session.
#[derive(Clone, Debug)]
pub(super) struct Scorm(Rc<Talk>);

#[derive(Debug)]
struct Talk {
    api: Api,
    standard: Standard,
    /// Whether it only shows what was done.
    is_review: bool,
    state: RefCell<State>,
}

#[derive(Debug)]
struct State {
    session: Session,
    /// What was set last, by element.
    set: Vec<(String, String)>,
    /// How many events of each attempt have been told, by its seed.
    told: Vec<(Option<u64>, usize)>,
    /// How many interactions there are.
    interactions: usize,
    is_full: bool,
    is_damaged: bool,
    has_ended: bool,
    committing: Option<Timeout>,
}

impl Scorm {
    /// Begins a session, where an LMS is found and lets it begin.
    pub fn launch(standard: Standard) -> Option<Self> {
        let api = Api::find(standard)?;
        if !api.initialize() {
            return None;
        }
        let get = |name: &str| api.get(name);
        let mode = get(if standard == Standard::Scorm12 { "cmi.core.lesson_mode" } else { "cmi.mode" });
        let was_finished = is_finished(&get(status(standard)));
        let state = State {
            session: Session { opened: page::now(), was_finished },
            set: Vec::new(),
            told: Vec::new(),
            interactions: get("cmi.interactions._count").parse().unwrap_or(0),
            is_full: false,
            is_damaged: false,
            has_ended: false,
            committing: None,
        };
        let is_review = ["browse", "review"].contains(&mode.as_str());
        let talk = Talk { api, standard, is_review, state: RefCell::new(state) };
        Some(Self(Rc::new(talk)))
    }

    /// What it has kept of an attempt at this set.
    pub fn resume(&self, pack: &Pack) -> Option<Log> {
        let Talk { api, standard, state, .. } = &*self.0;
        // Where nothing was kept, asking for it is an error in 2004.
        let entry = if *standard == Standard::Scorm12 { "cmi.core.entry" } else { "cmi.entry" };
        if *standard == Standard::Scorm2004 && api.get(entry) != "resume" {
            return None;
        }
        let kept = api.get(KEPT);
        if kept.is_empty() {
            return None;
        }
        let read = unpack(pack, &kept, UNICODE);
        let mut state = state.borrow_mut();
        state.is_damaged = read.as_ref().is_none_or(|read| !read.is_whole);
        let log = read?.log;
        // All of it was told in earlier sessions.
        state.told.push((log.start.seed, log.events.len()));
        Some(log)
    }

    /// Tells how an attempt stands, as far as that is another than before; `log` is what happened in it, once it has begun.
    pub fn tell(&self, attempt: &Attempt, log: Option<&Log>, at: &str) {
        let talk = &*self.0;
        if talk.is_review || talk.state.borrow().has_ended {
            return;
        }
        if let Some(log) = log {
            talk.keep(attempt, log);
            talk.answers(attempt.pack(), log);
        }
        let session = talk.state.borrow().session;
        for (name, value) in values(talk.standard, attempt, session) {
            talk.set(name, &value);
        }
        talk.set(location(talk.standard).0, at);
        let mut state = talk.state.borrow_mut();
        state.session.was_finished |= attempt.is_finished();
        let again = self.clone();
        state.committing = Some(Timeout::new(PAUSE, move || again.commit()));
    }

    /// Has it write down what it was told.
    pub fn commit(&self) {
        let talk = &*self.0;
        talk.state.borrow_mut().committing = None;
        if talk.is_review || talk.state.borrow().has_ended {
            return;
        }
        talk.endings();
        talk.api.commit();
    }

    /// Ends the session, once.
    pub fn end(&self) {
        let talk = &*self.0;
        if talk.state.borrow().has_ended {
            return;
        }
        self.commit();
        talk.state.borrow_mut().has_ended = true;
        talk.api.finish();
    }

    /// Has it forget the attempt: the student has erased everything.
    pub fn forget(&self) {
        self.0.set(KEPT, "");
        self.commit();
    }

    /// What the student should know.
    pub fn says(&self, text: &LmsMessages) -> Option<String> {
        let state = self.0.state.borrow();
        match self.0.api.trouble() {
            Some(reason) => Some((text.trouble)(&reason)),
            None if state.is_full => Some(text.full.to_owned()),
            None => state.is_damaged.then(|| text.damaged.to_owned()),
        }
    }
}

impl Talk {
    /// Sets an element, unless it is so already.
    fn set(&self, name: &str, value: &str) {
        let mut state = self.state.borrow_mut();
        if let Some((_, known)) = state.set.iter_mut().find(|(known, _)| known == name) {
            if known == value {
                return;
            }
            value.clone_into(known);
        } else {
            state.set.push((name.to_owned(), value.to_owned()));
        }
        self.api.set(name, value);
    }

    /// Has the attempt kept; where it takes too much room, what was kept last stays.
    fn keep(&self, attempt: &Attempt, log: &Log) {
        let fitting = thin::fit(attempt.pack(), log, UNICODE, self.standard.room());
        self.state.borrow_mut().is_full = fitting.is_err();
        if let Ok(text) = fitting {
            self.set(KEPT, &text);
        }
    }

    /// Tells of the answers that have not been told.
    fn answers(&self, pack: &Pack, log: &Log) {
        let mut state = self.state.borrow_mut();
        let seed = log.start.seed;
        let known = state.told.iter().find(|(attempt, _)| *attempt == seed).map_or(0, |(_, known)| *known);
        let list = interactions(self.standard, pack, log, known, UNICODE);
        state.told.retain(|(attempt, _)| *attempt != seed);
        state.told.push((seed, log.events.len()));
        // Whole minutes, at most a day.
        let zone = -(Date::new_0().get_timezone_offset() as i64);
        for told in list {
            for (name, value) in told.values(self.standard, state.interactions, zone) {
                self.api.set(&name, &value);
            }
            state.interactions += 1;
        }
    }

    fn endings(&self) {
        let state = self.state.borrow();
        let list = ending(self.standard, state.session, page::now());
        drop(state);
        for (name, value) in list {
            self.set(name, &value);
        }
    }
}
