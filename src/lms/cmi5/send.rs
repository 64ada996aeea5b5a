//! Owns sending what waits: statements in their order, then the document; again and again until the LMS has taken it.
//!
//! Never makes a statement.

use gloo::timers::callback::Timeout;
use verbatim_lms::cmi5::{KEPT, Kept};

use super::http::Answer;
use super::queue::Waiting;
use super::{Cmi5, Connection, State, Talk, value};
use crate::page;

/// The most characters of statements in one request.
const MOST: usize = 200_000;
/// The same for one that outlasts its page, with what the document may take: browsers let all of them have 64 KiB.
const MOST_AT_THE_END: usize = 60_000;
/// How long it is waited for before the first repetition, in milliseconds; for each further twice as long.
const PAUSE: u32 = 1_000;
/// The longest wait: 2^6 times as long.
const LONGEST: u32 = 6;
/// How often a document is sent that another device has changed meanwhile.
const TRIES: usize = 3;

/// What became of something that was sent.
enum Sent {
    /// The LMS has it.
    Arrived,
    /// It may take it later.
    Later,
    /// This session may send nothing, by this status.
    Closed(u16),
    /// It does not take it, and gives a status and a reason.
    Refused(u16, String),
}

impl Sent {
    fn of(answer: Option<Answer>) -> Self {
        let Some(answer) = answer else { return Self::Later };
        match answer.status {
            200..300 => Self::Arrived,
            401 | 403 => Self::Closed(answer.status),
            400 | 409 | 412 | 413 => Self::Refused(answer.status, answer.text),
            // A server in trouble, or one that is not the LMS at all, as in a network that wants a log-in first.
            _ => Self::Later,
        }
    }
}

impl Cmi5 {
    /// Sends what waits, one request after the other; once at a time.
    pub(super) async fn send(&self) {
        let talk = &*self.0;
        if core::mem::replace(&mut talk.state.borrow_mut().is_sending, true) {
            return;
        }
        let connection = match talk.send_statements().await {
            Sent::Later => Connection::Away,
            Sent::Closed(status) => Connection::Closed(status),
            Sent::Arrived | Sent::Refused(..) => talk.send_document().await,
        };
        let mut state = talk.state.borrow_mut();
        let before = core::mem::replace(&mut state.connection, connection);
        state.is_sending = false;
        state.failures = if connection == Connection::Away { state.failures + 1 } else { 0 };
        let pause = PAUSE << (state.failures.saturating_sub(1)).min(LONGEST);
        let again = self.clone();
        let retry = move || again.sends();
        state.retry = (connection == Connection::Away).then(|| Timeout::new(pause, retry));
        let news = state.news.clone();
        drop(state);
        // What was added while the last answer was on its way.
        if connection == Connection::Good && talk.has_something() {
            self.sends();
        } else if before != connection || connection != Connection::Good {
            news.emit(());
        }
    }
}

impl Talk {
    fn has_something(&self) -> bool {
        let state = self.state.borrow();
        !self.queue.borrow().list().is_empty() || state.is_due && state.pack.is_some()
    }

    /// Sends all statements, in batches.
    async fn send_statements(&self) -> Sent {
        loop {
            let batch = self.queue.borrow().batch(MOST);
            if batch.is_empty() {
                self.state.borrow_mut().arrived = self.visit.borrow().marks();
                return Sent::Arrived;
            }
            let sent = match Sent::of(self.post(&batch).await) {
                Sent::Arrived => {
                    self.queue.borrow_mut().remove(&batch);
                    continue;
                }
                Sent::Later => Sent::Later,
                // One of them may be there already, or not be to its liking: it says which, when each is sent by itself.
                Sent::Closed(_) | Sent::Refused(..) => self.send_singly(&batch).await,
            };
            if !matches!(sent, Sent::Arrived) {
                return sent;
            }
        }
    }

    async fn post(&self, batch: &[Waiting]) -> Option<Answer> {
        let text = array(batch);
        let body = Some(("application/json", text.as_str()));
        let answer = self.store.lrs.request("POST", "statements", &[], body).ask().await?;
        // An LRS answers by the names of what it has taken (xAPI 1.0.3, Communication, 2.1.2). A page in its place, as of a
        // network that wants a log-in first, has taken nothing.
        let is_of_an_lrs = answer.status != 200 || answer.text.trim_start().starts_with('[');
        is_of_an_lrs.then_some(answer)
    }

    async fn send_singly(&self, batch: &[Waiting]) -> Sent {
        for waiting in batch {
            let body = Some(("application/json", waiting.text.as_str()));
            let request = self.store.lrs.request("PUT", "statements", &[("statementId", &waiting.id)], body);
            match Sent::of(request.ask().await) {
                // Who has a statement of this name has this one: the same fact gets the same name everywhere.
                Sent::Arrived | Sent::Refused(409 | 412, _) => {}
                Sent::Later => return Sent::Later,
                Sent::Closed(_) | Sent::Refused(..) if self.is_of_another_session(waiting) => {
                    self.tell_again(waiting);
                    continue;
                }
                Sent::Closed(status) => return Sent::Closed(status),
                Sent::Refused(status, why) => {
                    let why: String = why.chars().take(200).collect();
                    self.state.borrow_mut().refused = Some(format!("{status} {why}").trim().to_owned());
                }
            }
            self.queue.borrow_mut().remove(core::slice::from_ref(waiting));
        }
        Sent::Arrived
    }

    fn is_of_another_session(&self, waiting: &Waiting) -> bool {
        waiting.session != self.visit.borrow().launch().session()
    }

    /// The LMS has closed an earlier session (cmi5, 9.3.6 and 9.3.8) before all of it had arrived: it is told in this one.
    fn tell_again(&self, waiting: &Waiting) {
        if self.state.borrow().has_ended || !self.visit.borrow().launch().is_normal {
            self.queue.borrow_mut().put_off(waiting);
            return;
        }
        self.begin();
        let text = value::read(&waiting.text);
        let again = text.and_then(|text| self.visit.borrow_mut().tell_again(&text, page::now()));
        self.add(again.into_iter().collect());
        self.queue.borrow_mut().remove(core::slice::from_ref(waiting));
    }

    /// Sends the document, where it has to be sent.
    async fn send_document(&self) -> Connection {
        for _ in 0..TRIES {
            // Before the set is known, what is kept cannot be compared.
            if !self.state.borrow().is_due || self.state.borrow().pack.is_none() {
                return Connection::Good;
            }
            if !self.state.borrow().is_known && !self.looks_up().await {
                return Connection::Away;
            }
            let attempt = self.state.borrow().attempt.clone();
            let text = Kept { marks: self.visit.borrow().marks(), attempt }.write();
            match Sent::of(self.put(&text).await) {
                Sent::Arrived => {
                    let mut state = self.state.borrow_mut();
                    state.edition = Some(Kept::edition(&text));
                    // What was done meanwhile is sent next.
                    let now = Kept { marks: self.visit.borrow().marks(), attempt: state.attempt.clone() }.write();
                    state.is_due = now != text;
                    drop(state);
                    self.save_draft();
                }
                Sent::Later => return Connection::Away,
                Sent::Closed(_) if self.state.borrow().has_ended => return Connection::Good,
                Sent::Closed(status) => return Connection::Closed(status),
                // Another device has been there: what it did is taken up, and both are kept.
                Sent::Refused(..) => self.state.borrow_mut().is_known = false,
            }
        }
        Connection::Good
    }

    /// Looks up what the LMS keeps now; whether it could be.
    async fn looks_up(&self) -> bool {
        let Some(found) = self.store.find().await else { return false };
        let mut state = self.state.borrow_mut();
        (state.is_known, state.edition) = (true, found.edition);
        drop(state);
        if let Some(kept) = found.kept {
            self.hear(&kept);
        }
        true
    }

    async fn put(&self, text: &str) -> Option<Answer> {
        let conditions = self.state.borrow().conditions();
        let has_conditions = !conditions.is_empty();
        let answer = self.store.state("PUT", KEPT, Some(text), &conditions).ask().await;
        if answer.is_some() || !has_conditions {
            return answer;
        }
        // An LMS need not let pages of others send conditions: the browser does not ask it then.
        let answer = self.store.state("PUT", KEPT, Some(text), &[]).ask().await;
        self.state.borrow_mut().without_conditions |= answer.is_some();
        answer
    }

    /// Sends what waits without hearing the answer, as the page goes: so much of it as browsers let outlast a page. All of it
    /// goes on waiting, and is sent once more from the next page, unless that hears that it is there.
    pub(super) fn send_off(&self) {
        let batch = self.queue.borrow().batch(MOST_AT_THE_END);
        let text = array(&batch);
        if !batch.is_empty() {
            let body = Some(("application/json", text.as_str()));
            self.store.lrs.request("POST", "statements", &[], body).send_off();
        }
        let state = self.state.borrow();
        let kept = Kept { marks: state.arrived, attempt: state.attempt.clone() }.write();
        if state.is_due && state.is_known && text.len() + kept.len() < MOST_AT_THE_END {
            self.store.state("PUT", KEPT, Some(&kept), &state.conditions()).send_off();
        }
    }
}

impl State {
    /// That nobody else has had anything kept meanwhile (xAPI 1.0.3, Communication, 3.1).
    fn conditions(&self) -> Vec<(&'static str, String)> {
        match &self.edition {
            _ if self.without_conditions => Vec::new(),
            Some(edition) => vec![("If-Match", edition.clone())],
            None => vec![("If-None-Match", "*".to_owned())],
        }
    }
}

/// Statements in one array.
fn array(batch: &[Waiting]) -> String {
    let texts: Vec<&str> = batch.iter().map(|waiting| waiting.text.as_str()).collect();
    format!("[{}]", texts.join(","))
}
