//! Owns what the LMS knows: sessions, statements, documents.
//!
//! Never answers a request.

use std::collections::BTreeMap;

use http::StatusCode;
use serde_json::{Value, json};

use super::{ACTIVITY, of, session, verb};

/// The student's enrolment.
pub(super) const REGISTRATION: &str = "760e3480-ba55-4991-94b0-01820dbd23a2";

/// The student.
pub(super) fn actor() -> Value {
    json!({ "objectType": "Agent", "account": { "homePage": "https://lms.example", "name": "Ünïque & 1625378" } })
}

/// A launch.
#[derive(Debug)]
pub(super) struct Session {
    pub name: String,
    pub token: String,
    pub is_fetched: bool,
    /// It takes nothing new any more.
    pub is_closed: bool,
}

/// All that is known.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub sessions: Vec<Session>,
    pub statements: Vec<Value>,
    pub repeated: usize,
    documents: BTreeMap<String, Vec<u8>>,
    pub violations: Vec<String>,
    pub asked: Vec<String>,
    pub status: Option<u16>,
    pub loses_answers: bool,
}

impl Book {
    /// Keeps a document of the LMS's own.
    pub fn keep(&mut self, name: &str, document: &Value) {
        self.documents.insert(name.to_owned(), document.to_string().into_bytes());
    }

    pub fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.documents.get(name).cloned()
    }

    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.documents.insert(name.to_owned(), bytes);
    }

    pub fn forget(&mut self, name: &str) {
        self.documents.remove(name);
    }

    /// Takes statements, all or none (2.1.2).
    pub fn take(&mut self, list: Vec<Value>) -> StatusCode {
        let statuses: Vec<StatusCode> = list.iter().map(|statement| self.judge(statement)).collect();
        if let Some(refused) = statuses.iter().find(|status| status.is_client_error()) {
            return *refused;
        }
        for statement in list {
            match self.known(&statement) {
                Some(_) => self.repeated += 1,
                None => {
                    if verb(&statement) == "terminated" {
                        let ended = session(&statement).to_owned();
                        self.sessions
                            .iter_mut()
                            .filter(|known| known.name == ended)
                            .for_each(|known| known.is_closed = true);
                    }
                    self.statements.push(statement);
                }
            }
        }
        StatusCode::OK
    }

    fn known(&self, statement: &Value) -> Option<&Value> {
        self.statements.iter().find(|known| of(known, &["id"]) == of(statement, &["id"]))
    }

    /// Whether a statement can be taken: of one that is there already only the same (2.1.1).
    fn judge(&mut self, statement: &Value) -> StatusCode {
        if let Some(known) = self.known(statement) {
            return if known == statement { StatusCode::OK } else { StatusCode::CONFLICT };
        }
        let session = self.sessions.iter().find(|known| known.name == session(statement));
        match session {
            None => self.forbids(format!("a statement of no session: {statement}")),
            Some(session) if session.is_closed => return StatusCode::FORBIDDEN,
            Some(_) => {}
        }
        if *of(statement, &["actor"]) != actor() {
            self.forbids(format!("a statement of somebody else: {statement}"));
        }
        if of(statement, &["context", "registration"]) != REGISTRATION {
            self.forbids(format!("a statement of another registration: {statement}"));
        }
        let object = of(statement, &["object", "id"]).as_str().unwrap_or_default();
        if !object.starts_with(ACTIVITY) {
            self.forbids(format!("a statement about something else: {statement}"));
        }
        StatusCode::OK
    }

    /// Writes down what the specifications forbid.
    pub fn forbids(&mut self, what: String) {
        self.violations.push(what);
    }
}
