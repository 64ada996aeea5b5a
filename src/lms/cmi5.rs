//! Owns one session by cmi5: which statements and which document an LMS has still to get, and what a student is told of it.
//!
//! Never loses a statement over an error, and never has one counted twice: each waits in the browser's storage until the LMS
//! has taken it, and is known there by its name, however often it is sent.

mod http;
mod launch;
mod queue;
mod send;
mod value;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use verbatim_core::{Attempt, Pack};
use verbatim_lms::cmi5::{Kept, Marks, ROOM, Statement, Visit};
use verbatim_lms::packed::{pack, unpack};
use verbatim_lms::{Log, thin};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::{Absent, UNICODE};
use crate::page;
use crate::text::LmsMessages;
use launch::{Documents, Opened, Tab};
use queue::Queue;

/// A session.
#[derive(Clone, Debug)]
pub(super) struct Cmi5(Rc<Talk>);

#[derive(Debug)]
struct Talk {
    store: Documents,
    tab: Tab,
    /// Where the document waits that the LMS has not taken.
    draft: String,
    visit: RefCell<Visit>,
    queue: RefCell<Queue>,
    state: RefCell<State>,
    /// The page is being loaded anew, and goes on in the same session.
    is_reloading: Cell<bool>,
    /// The page goes, and all that could be sent has been.
    has_gone: Cell<bool>,
}

#[derive(Debug, Default)]
struct State {
    /// What was kept: by the LMS, and by the device where that did not come to its sending.
    found: (Option<Kept>, Option<Kept>),
    /// Whether it is known what the LMS keeps.
    is_known: bool,
    /// Which edition of it that is.
    edition: Option<String>,
    /// Whether requests may have conditions: an LMS may let pages make none.
    without_conditions: bool,
    /// The attempt as it is kept, packed, and the set that it is of.
    attempt: String,
    pack: Option<Rc<Pack>>,
    /// What happened on another device meanwhile.
    elsewhere: Option<Log>,
    /// Whether the document has to be sent.
    is_due: bool,
    /// How much of what is told has arrived.
    arrived: Marks,
    has_begun: bool,
    has_ended: bool,
    connection: Connection,
    refused: Option<String>,
    is_full: bool,
    is_damaged: bool,
    is_sending: bool,
    /// How often in a row nobody has answered.
    failures: u32,
    retry: Option<Timeout>,
    news: Callback<()>,
}

/// What is known of the way to the LMS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Connection {
    /// It works, as far as is known.
    #[default]
    Good,
    /// Nobody answers, or not as it should be.
    Away,
    /// The session is not allowed anything any more, by this status.
    Closed(u16),
}

impl Cmi5 {
    /// Begins a session, where the page was launched and the LMS lets it begin.
    pub async fn launch() -> Result<Self, Absent> {
        let Opened { store, launched, launch, tab, found } = launch::launch().await?;
        let of = format!("{} {}", launched.registration, launched.activity);
        let draft = format!("verbatim attempt {of}");
        let waiting = page::local_storage().and_then(|storage| storage.get_item(&draft).ok().flatten());
        let waiting = waiting.and_then(|text| Kept::read(&text));
        let is_known = found.is_some();
        let found = found.unwrap_or_default();
        let known = [&found.kept, &waiting].map(|kept| kept.as_ref().map(|kept| kept.marks).unwrap_or_default());
        let done = known.into_iter().fold(Marks::default(), Marks::or);
        let opened = tab.get("opened").and_then(|opened| opened.parse().ok());
        let kept = waiting.clone().or_else(|| found.kept.clone());
        let state = State {
            is_known,
            edition: found.edition,
            is_damaged: found.is_damaged,
            is_due: waiting.is_some(),
            attempt: kept.map(|kept| kept.attempt).unwrap_or_default(),
            arrived: found.kept.as_ref().map(|kept| kept.marks).unwrap_or_default(),
            found: (found.kept, waiting),
            has_begun: opened.is_some(),
            has_ended: tab.get("ended").is_some(),
            ..State::default()
        };
        let marks = Marks { told: 0, judged: 0, ..done };
        let visit = Visit::new(launched, launch, opened.unwrap_or_else(page::now), marks);
        let session = Self(Rc::new(Talk {
            store,
            tab,
            draft,
            visit: RefCell::new(visit),
            queue: RefCell::new(Queue::open(&of)),
            state: RefCell::new(state),
            is_reloading: Cell::new(false),
            has_gone: Cell::new(false),
        }));
        session.listens();
        Ok(session)
    }

    /// What was kept of an attempt at this set: by the LMS and, where that had not come to its sending, by the device.
    pub fn resume(&self, of: &Pack) -> Option<Log> {
        let talk = &*self.0;
        let mut state = talk.state.borrow_mut();
        let (remote, local) = core::mem::take(&mut state.found);
        let mut is_damaged = false;
        let mut read = |kept: Option<Kept>| {
            let kept = kept.filter(|kept| !kept.attempt.is_empty())?;
            let read = unpack(of, &kept.attempt, UNICODE);
            is_damaged |= read.as_ref().is_none_or(|read| !read.is_whole);
            Some((read?.log, kept.marks))
        };
        let (log, marks) = match (read(remote), read(local)) {
            (Some((remote, remote_marks)), Some((local, local_marks))) => {
                let all = remote.clone().merged(local.clone());
                let marks = match (all == remote, all == local) {
                    (true, true) => remote_marks.or(local_marks),
                    (true, false) => remote_marks,
                    (false, true) => local_marks,
                    // Who has told what is not known any more: told once more, it is known by its name.
                    (false, false) => Marks::default(),
                };
                (all, marks)
            }
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => {
                state.is_damaged |= is_damaged;
                return None;
            }
        };
        state.is_damaged |= is_damaged;
        talk.visit.borrow_mut().goes_on(log.start.seed, marks);
        Some(log)
    }

    /// Tells how an attempt stands, as far as that is another than before; `log` is what happened in it, once it has begun.
    pub fn tell(&self, attempt: &Attempt, log: Option<&Log>) {
        let talk = &*self.0;
        talk.begin();
        let is_normal = talk.visit.borrow().launch().is_normal;
        if let Some(log) = log.filter(|_| is_normal) {
            if !talk.state.borrow().has_ended {
                let statements = talk.visit.borrow_mut().tell(attempt, log, UNICODE);
                talk.add(statements);
            }
            talk.keep(attempt.pack(), log);
        }
        self.sends();
    }

    /// Sends what waits.
    pub fn commit(&self) {
        self.sends();
    }

    /// Ends the session, once: the page goes. A page that is loaded anew goes on with it.
    pub fn end(&self) {
        let talk = &*self.0;
        if talk.has_gone.replace(true) {
            return;
        }
        if !talk.is_reloading.get() {
            talk.finish();
        }
        talk.send_off();
    }

    /// Has the LMS forget the attempt. What was told stays told.
    pub fn forget(&self) {
        let talk = &*self.0;
        let mut state = talk.state.borrow_mut();
        state.attempt.clear();
        state.elsewhere = None;
        state.is_due = true;
        drop(state);
        talk.save_draft();
        self.sends();
    }

    /// Hears whenever there is something else to say than before.
    pub fn on_news(&self, news: Callback<()>) {
        self.0.state.borrow_mut().news = news;
    }

    /// With which share of all marks the LMS takes a set for passed, where it says so.
    pub fn mastery(&self) -> Option<f64> {
        self.0.visit.borrow().launch().mastery.as_ref().map(|(share, _)| *share)
    }

    /// The page that the student goes back to, where the LMS has named one (cmi5, 10.0, `returnURL`): who goes there leaves
    /// this page, which ends the session.
    pub fn back(&self) -> Option<String> {
        self.0.visit.borrow().launch().back.clone()
    }

    /// What the student should know.
    pub fn says(&self, text: &LmsMessages) -> Option<String> {
        let talk = &*self.0;
        let state = talk.state.borrow();
        let waits = !talk.queue.borrow().list().is_empty() || state.is_due;
        match state.connection {
            Connection::Closed(status) => return Some((text.closed)(status)),
            Connection::Away if waits && talk.queue.borrow().is_lasting() => return Some(text.away.to_owned()),
            Connection::Away if waits => return Some(text.away_unsaved.to_owned()),
            Connection::Good | Connection::Away => {}
        }
        let is_normal = talk.visit.borrow().launch().is_normal;
        let says = [
            (!is_normal, text.looking),
            (state.has_ended, text.ended),
            (state.is_full, text.full),
            (state.is_damaged, text.damaged),
        ];
        let refused = state.refused.as_deref().map(text.trouble);
        refused.or_else(|| says.into_iter().find(|(is_so, _)| *is_so).map(|(_, words)| words.to_owned()))
    }

    /// Hears of what is outside: the network is back, the page is loaded anew.
    fn listens(&self) {
        let Some(window) = web_sys::window() else { return };
        let session = self.clone();
        EventListener::new(&window, "online", move |_| {
            session.0.state.borrow_mut().failures = 0;
            session.sends();
        })
        .forget();
        // Of what loads the page anew a script's doing and the usual keys can be told from a page that goes. A button of the
        // browser cannot: the session ends then, and what comes after it is told in the next.
        let session = self.clone();
        EventListener::new(&window, "keydown", move |event| {
            let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
            let with_r = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("r");
            session.0.is_reloading.set(with_r || event.key() == "F5");
        })
        .forget();
        let navigation = Reflect::get(&window, &"navigation".into()).ok();
        let Some(navigation) = navigation.and_then(|navigation| navigation.dyn_into::<web_sys::EventTarget>().ok())
        else {
            return;
        };
        let session = self.clone();
        EventListener::new(&navigation, "navigate", move |event| {
            let event: &JsValue = event;
            let kind = Reflect::get(event, &"navigationType".into()).ok().and_then(|kind| kind.as_string());
            session.0.is_reloading.set(kind.as_deref() == Some("reload"));
        })
        .forget();
    }

    fn sends(&self) {
        let session = self.clone();
        spawn_local(async move { session.send().await });
    }
}

impl Talk {
    /// The first statement of the session, once.
    fn begin(&self) {
        let mut state = self.state.borrow_mut();
        if core::mem::replace(&mut state.has_begun, true) {
            return;
        }
        drop(state);
        let first = self.visit.borrow_mut().begin();
        let opened = self.visit.borrow().opened();
        self.tab.set("opened", &opened.to_string());
        self.add(vec![first]);
    }

    /// The last statements of the session, once.
    fn finish(&self) {
        self.begin();
        if core::mem::replace(&mut self.state.borrow_mut().has_ended, true) {
            return;
        }
        let last = self.visit.borrow_mut().end(page::now());
        self.add(last);
        self.tab.set("ended", "");
    }

    fn add(&self, statements: Vec<Statement>) {
        let visit = self.visit.borrow();
        let mut queue = self.queue.borrow_mut();
        for Statement { id, text } in statements {
            queue.add(visit.launch().session(), id, text);
        }
    }

    /// Has an attempt kept, on the device first; where it takes too much room, what was kept last stays.
    fn keep(&self, of: &Rc<Pack>, log: &Log) {
        let mut state = self.state.borrow_mut();
        let all = match &state.elsewhere {
            Some(elsewhere) => log.clone().merged(elsewhere.clone()),
            None => log.clone(),
        };
        state.pack = Some(Rc::clone(of));
        let fitting = thin::fit(of, &all, UNICODE, ROOM);
        state.is_full = fitting.is_err();
        match fitting {
            Ok(attempt) if attempt != state.attempt => {
                state.attempt = attempt;
                state.is_due = true;
            }
            Ok(_) | Err(_) => {}
        }
        drop(state);
        self.save_draft();
    }

    /// Takes up what another device has had kept.
    fn hear(&self, kept: &Kept) {
        self.visit.borrow_mut().has_heard(kept.marks);
        let mut state = self.state.borrow_mut();
        let Some(of) = state.pack.clone() else { return };
        let read = |text: &str| unpack(&of, text, UNICODE).map(|read| read.log);
        let Some(theirs) = read(&kept.attempt) else { return };
        let all = match read(&state.attempt) {
            Some(ours) => ours.merged(theirs.clone()),
            None => theirs.clone(),
        };
        state.attempt = pack(&of, &all, UNICODE);
        state.elsewhere = Some(theirs);
    }

    /// Keeps the document on the device as long as the LMS has not taken it.
    fn save_draft(&self) {
        let Some(storage) = page::local_storage() else { return };
        let state = self.state.borrow();
        let _ = if state.is_due {
            let kept = Kept { marks: self.visit.borrow().marks(), attempt: state.attempt.clone() };
            storage.set_item(&self.draft, &kept.write())
        } else {
            storage.remove_item(&self.draft)
        };
    }
}
