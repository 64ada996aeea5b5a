//! Owns what the player knows of an LMS, whichever standard it is talked to by: one session, from its launch to its end.
//!
//! Never knows a standard's words: the session of each has a file of its own.

mod cmi5;
mod scorm;

use gloo::events::EventListener;
use js_sys::Reflect;
use verbatim_core::{Attempt, Pack};
use verbatim_lms::{Log, Standard, Unicode};
use wasm_bindgen::JsValue;
use yew::Callback;

use crate::page;
use crate::text::LmsMessages;
use crate::unicode::{composed, decomposed};
use cmi5::Cmi5;
use scorm::Scorm;

const UNICODE: Unicode = Unicode { composed, written: decomposed };

/// A session with an LMS.
#[derive(Clone, Debug)]
pub struct Lms(Session);

#[derive(Clone, Debug)]
enum Session {
    Scorm(Scorm),
    Cmi5(Cmi5),
}

/// Why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absent {
    /// Nobody has launched the page.
    Alone,
    /// Somebody has, and does not answer.
    Unreachable,
    /// Somebody has, and does not let it begin, for this reason.
    Refused(String),
}

/// What the page was made for.
enum Expected {
    Scorm(Standard),
    Cmi5,
}

fn expected() -> Option<Expected> {
    let name = page::find("meta[name='lms']")?.get_attribute("content")?;
    if name == verbatim_lms::cmi5::NAME {
        return Some(Expected::Cmi5);
    }
    Standard::named(&name).map(Expected::Scorm)
}

/// Whether the page was made for an LMS.
#[must_use]
pub fn is_expected() -> bool {
    expected().is_some()
}

impl Lms {
    /// Begins a session, where an LMS is found and lets it begin.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub async fn launch() -> Result<Self, Absent> {
        let session = match expected().ok_or(Absent::Alone)? {
            Expected::Scorm(standard) => Session::Scorm(Scorm::launch(standard).ok_or(Absent::Alone)?),
            Expected::Cmi5 => Session::Cmi5(Cmi5::launch().await?),
        };
        let session = Self(session);
        session.ends_at_last();
        reload_when_shown_again();
        Ok(session)
    }

    /// Ends the session with the page, where that has not been done yet: while the page is being drawn anew, whatever else is to
    /// be done waits for a moment, and a page that goes has none.
    fn ends_at_last(&self) {
        let Some(window) = web_sys::window() else { return };
        let session = self.clone();
        EventListener::new(&window, "unload", move |_| session.end()).forget();
    }

    /// What it has kept of an attempt at this set.
    #[must_use]
    pub fn resume(&self, pack: &Pack) -> Option<Log> {
        match &self.0 {
            Session::Scorm(session) => session.resume(pack),
            Session::Cmi5(session) => session.resume(pack),
        }
    }

    /// Tells how an attempt stands, as far as that is another than before; `log` is what happened in it, once it has begun,
    /// and `at` the page of the set where the student is.
    pub fn tell(&self, attempt: &Attempt, log: Option<&Log>, at: &str) {
        match &self.0 {
            Session::Scorm(session) => session.tell(attempt, log, at),
            Session::Cmi5(session) => session.tell(attempt, log),
        }
    }

    /// Has it write down what it was told.
    pub fn commit(&self) {
        match &self.0 {
            Session::Scorm(session) => session.commit(),
            Session::Cmi5(session) => session.commit(),
        }
    }

    /// Ends the session, once: the page goes.
    pub fn end(&self) {
        match &self.0 {
            Session::Scorm(session) => session.end(),
            Session::Cmi5(session) => session.end(),
        }
    }

    /// Has it forget the attempt: the student has erased everything.
    pub fn forget(&self) {
        match &self.0 {
            Session::Scorm(session) => session.forget(),
            Session::Cmi5(session) => session.forget(),
        }
    }

    /// Hears whenever there is something else to say than before.
    pub fn on_news(&self, news: Callback<()>) {
        if let Session::Cmi5(session) = &self.0 {
            session.on_news(news);
        }
    }

    /// With which share of all marks the LMS takes a set for passed, where it says so to the page.
    #[must_use]
    pub fn mastery(&self) -> Option<f64> {
        match &self.0 {
            Session::Scorm(_) => None,
            Session::Cmi5(session) => session.mastery(),
        }
    }

    /// The page that the student goes back to, where the LMS has named one.
    #[must_use]
    pub fn back(&self) -> Option<String> {
        match &self.0 {
            Session::Scorm(_) => None,
            Session::Cmi5(session) => session.back(),
        }
    }

    /// What the student should know.
    #[must_use]
    pub fn says(&self, text: &LmsMessages) -> Option<String> {
        match &self.0 {
            Session::Scorm(session) => session.says(text),
            Session::Cmi5(session) => session.says(text),
        }
    }
}

/// A page that a browser brings back as it was has ended its session: it begins anew.
fn reload_when_shown_again() {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "pageshow", |event| {
        let event: &JsValue = event;
        if Reflect::get(event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy()) {
            page::reload();
        }
    })
    .forget();
}
