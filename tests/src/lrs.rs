//! Owns a learning management system as small as can be: it launches packages by cmi5, and has the learning record store
//! (LRS) that they tell, at an address of its own. It can be away, refuse, and close sessions.
//!
//! Never repairs what a package sends: whatever the specifications forbid is refused and written down.
//!
//! Numbers of sections are those of xAPI 1.0.3, Communication, and of cmi5 (Quartz, 1st edition).

mod book;
mod resource;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, ensure};
use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::HeaderValue;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::host::Process;
use crate::wait::until;
use book::{Book, Session};

/// The set, as this LMS names it.
pub const ACTIVITY: &str = "https://lms.example/activities/7";
/// The set, as its publisher names it, as far as a template says.
pub const PUBLISHER: &str = "urn:uuid:11111111-2222-5333-8444-555555555555";
/// The name of a session in a context (cmi5, 9.6.3.1).
pub const SESSION: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
/// What a template has beside what it must have, and nobody may touch.
pub const CLASS: &str = "https://lms.example/extensions/class";

/// A running LMS. It stops when it is dropped.
#[derive(Debug)]
pub struct Lrs {
    address: SocketAddr,
    book: Arc<Mutex<Book>>,
    process: Mutex<Option<Process>>,
}

/// How a package is launched.
#[derive(Clone, Debug)]
pub struct Launching {
    /// `Normal`, `Browse` or `Review`.
    pub mode: &'static str,
    /// With how much the set is passed.
    pub mastery: Option<f64>,
    /// Where the student goes afterwards.
    pub back: Option<String>,
}

impl Default for Launching {
    fn default() -> Self {
        Self { mode: "Normal", mastery: None, back: None }
    }
}

impl Lrs {
    /// Starts on a free port.
    ///
    /// # Errors
    ///
    /// That there is none.
    pub fn open() -> Result<Self> {
        let book = Arc::new(Mutex::new(Book::default()));
        let (process, address) = Process::start((Ipv4Addr::LOCALHOST, 0).into(), router(&book))?;
        Ok(Self { address, book, process: Mutex::new(Some(process)) })
    }

    /// Launches a package: gives what stands behind the `?` of its address.
    #[must_use]
    pub fn launches(&self, how: Launching) -> String {
        let mut book = self.book();
        let number = book.sessions.len() + 1;
        let name = format!("session-{number}");
        let mut data = json!({
            "contextTemplate": {
                "registration": book::REGISTRATION,
                "contextActivities": { "grouping": [{ "objectType": "Activity", "id": PUBLISHER }] },
                "extensions": { SESSION: name, CLASS: { "year": 7.5, "room": ["A", null, true] } },
            },
            "launchMode": how.mode,
            "launchMethod": "AnyWindow",
            "moveOn": "Completed",
        });
        if let Some(mastery) = how.mastery {
            add(&mut data, "masteryScore", json!(mastery));
        }
        if let Some(back) = how.back {
            add(&mut data, "returnURL", json!(back));
        }
        let token = format!("dG9rZW46{number}=");
        book.keep("LMS.LaunchData", &data);
        book.sessions.push(Session { name, token, is_fetched: false, is_closed: false });
        let origin = self.origin();
        let actor = book::actor().to_string();
        let parameters = [
            ("endpoint", format!("{origin}/xapi/")),
            ("fetch", format!("{origin}/fetch?k={number}")),
            ("actor", actor),
            ("registration", book::REGISTRATION.to_owned()),
            ("activityId", ACTIVITY.to_owned()),
        ];
        let written = |(name, value): &(&str, String)| format!("{name}={}", escaped(value));
        parameters.iter().map(written).collect::<Vec<_>>().join("&")
    }

    fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Nobody listens any more.
    pub fn stops(&self) {
        self.process.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Listens again, at the same address.
    ///
    /// # Errors
    ///
    /// That somebody else has taken it.
    pub fn starts(&self) -> Result<()> {
        let (process, _) = Process::start(self.address, router(&self.book))?;
        *self.process.lock().unwrap_or_else(PoisonError::into_inner) = Some(process);
        Ok(())
    }

    /// Answers every request of xAPI with a status from now on; with what is right, where there is none.
    pub fn answers_with(&self, status: Option<u16>) {
        self.book().status = status;
    }

    /// Lets every statement in, and answers as if that had failed: what a client hears is not what happened.
    pub fn loses_its_answers(&self, loses: bool) {
        self.book().loses_answers = loses;
    }

    /// Takes no new statement of the sessions so far (cmi5, 9.3.6 and 9.3.8).
    pub fn closes_sessions(&self) {
        self.book().sessions.iter_mut().for_each(|session| session.is_closed = true);
    }

    /// The statements, in the order in which they came.
    #[must_use]
    pub fn statements(&self) -> Vec<Value> {
        self.book().statements.clone()
    }

    /// How many of a verb there are.
    #[must_use]
    pub fn count(&self, verb: &str) -> usize {
        self.book().statements.iter().filter(|statement| self::verb(statement) == verb).count()
    }

    /// How often a statement came that was there already.
    #[must_use]
    pub fn repeated(&self) -> usize {
        self.book().repeated
    }

    /// What is kept of the attempt.
    #[must_use]
    pub fn kept(&self) -> Option<String> {
        self.book().kept("verbatim").map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The same, once the last of it has come.
    ///
    /// # Errors
    ///
    /// That nothing is kept.
    pub async fn settled(&self) -> Result<String> {
        until("something to be kept", async || Ok(self.kept())).await
    }

    /// Keeps this of the attempt, as another device had it kept.
    pub fn keeps(&self, text: &str) {
        self.book().put("verbatim", text.as_bytes().to_vec());
    }

    /// What it was asked for that the specifications forbid.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        self.book().violations.clone()
    }

    /// Which requests came: method and path.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.book().asked.clone()
    }

    /// Waits for so many statements of a verb.
    ///
    /// # Errors
    ///
    /// How many there are.
    pub async fn has(&self, count: usize, verb: &str) -> Result<()> {
        until(format!("{count} statements that something was {verb}"), async || {
            Ok((self.count(verb) >= count).then_some(()))
        })
        .await?;
        let found = self.count(verb);
        ensure!(found == count, "{found} statements that something was {verb}, and not {count}");
        Ok(())
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The name of a statement's verb: the end of its address.
#[must_use]
pub fn verb(statement: &Value) -> &str {
    of(statement, &["verb", "id"]).as_str().and_then(|id| id.rsplit('/').next()).unwrap_or_default()
}

/// What lies in a value under these names, one in the other; nothing where there is none.
#[must_use]
pub fn of<'a>(value: &'a Value, names: &[&str]) -> &'a Value {
    names.iter().fold(value, |value, name| value.get(name).unwrap_or(&Value::Null))
}

fn add(to: &mut Value, name: &str, value: Value) {
    if let Some(members) = to.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

/// The session of a statement.
#[must_use]
pub fn session(statement: &Value) -> &str {
    of(statement, &["context", "extensions", SESSION]).as_str().unwrap_or_default()
}

/// Written so that it may stand in an address.
fn escaped(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn router(book: &Arc<Mutex<Book>>) -> Router {
    Router::new().fallback(answer).with_state(Arc::clone(book))
}

/// Pages of other origins may ask, as an LMS has to let them whose packages lie elsewhere.
async fn answer(State(book): State<Arc<Mutex<Book>>>, request: Request) -> Response {
    let mut response = if request.method() == Method::OPTIONS {
        StatusCode::NO_CONTENT.into_response()
    } else {
        resource::answer(&book, request).await
    };
    let headers = [
        ("access-control-allow-origin", "*"),
        ("access-control-allow-methods", "GET, POST, PUT, DELETE"),
        (
            "access-control-allow-headers",
            "authorization, content-type, if-match, if-none-match, x-experience-api-version",
        ),
        ("access-control-expose-headers", "etag, x-experience-api-version"),
        ("access-control-max-age", "600"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
