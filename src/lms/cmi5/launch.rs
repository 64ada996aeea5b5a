//! Owns a launch by cmi5 (8.1, 8.2, 10.0, 11.0): what the page's address says, the token that is fetched once, and what the
//! LMS has written down for the page.
//!
//! Never tells anything. What a page has to know when it is loaded anew is kept in its tab.

use verbatim_lms::cmi5::{KEPT, Kept, LAUNCH_DATA, Launch, Launched, PREFERENCES};
use web_sys::{Storage, UrlSearchParams};

use super::http::{Answer, Lrs, Request};
use super::value;
use crate::lms::Absent;
use crate::page;

/// What the address says.
struct Address {
    endpoint: String,
    fetch: String,
    /// The student, as it was written.
    agent: String,
    launched: Launched,
}

/// What a launch came to.
pub(super) struct Opened {
    pub store: Documents,
    pub launched: Launched,
    pub launch: Launch,
    pub tab: Tab,
    /// What the LMS has kept; none where it could not be asked.
    pub found: Option<Found>,
}

/// What an LMS has kept, and which edition of it that is.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub kept: Option<Kept>,
    /// Something is kept that cannot be read.
    pub is_damaged: bool,
    pub edition: Option<String>,
}

/// The documents about a student and a set.
#[derive(Clone, Debug)]
pub(super) struct Documents {
    pub lrs: Lrs,
    agent: String,
    registration: String,
    activity: String,
}

/// What is kept in the page's tab, which is gone with it.
#[derive(Debug)]
pub(super) struct Tab {
    storage: Option<Storage>,
    fetch: String,
}

impl Address {
    fn read() -> Option<Self> {
        let given = UrlSearchParams::new_with_str(&page::search()).ok()?;
        let get = |name: &str| given.get(name).filter(|value| !value.is_empty());
        let agent = get("actor")?;
        let actor = value::read(&agent)?;
        let launched = Launched { actor, registration: get("registration")?, activity: get("activityId")? };
        Some(Self { endpoint: get("endpoint")?, fetch: get("fetch")?, agent, launched })
    }
}

/// Takes part in the launch.
pub(super) async fn launch() -> Result<Opened, Absent> {
    let Address { endpoint, fetch, agent, launched } = Address::read().ok_or(Absent::Alone)?;
    let tab = Tab { storage: page::session_storage(), fetch };
    let lrs = Lrs { endpoint, token: token(&tab).await? };
    let (registration, activity) = (launched.registration.clone(), launched.activity.clone());
    let store = Documents { lrs, agent, registration, activity };
    let launch = launch_data(&store, &tab).await?;
    // Has to be asked for (11.0). There is one language, and nothing to be heard.
    store.preferences().await;
    let found = store.find().await;
    Ok(Opened { store, launched, launch, tab, found })
}

/// The token of the session, which its address gives once.
async fn token(tab: &Tab) -> Result<String, Absent> {
    if let Some(token) = tab.get("token") {
        return Ok(token);
    }
    let request = Request { method: "POST", address: tab.fetch.clone(), headers: Vec::new(), body: None };
    let answer = request.ask().await.ok_or(Absent::Unreachable)?;
    let read = value::read(&answer.text).ok_or_else(|| refused(&answer))?;
    let token = read.get("auth-token").and_then(|token| token.words());
    let said = || read.get("error-text").and_then(|words| words.words());
    let token =
        token.ok_or_else(|| said().map_or_else(|| refused(&answer), |said| Absent::Refused(said.to_owned())))?;
    tab.set("token", token);
    Ok(token.to_owned())
}

async fn launch_data(store: &Documents, tab: &Tab) -> Result<Launch, Absent> {
    let text = match tab.get("data") {
        Some(text) => text,
        None => {
            let answer = store.state("GET", LAUNCH_DATA, None, &[]).ask().await.ok_or(Absent::Unreachable)?;
            if !answer.is_good() {
                return Err(refused(&answer));
            }
            tab.set("data", &answer.text);
            answer.text
        }
    };
    let read = value::read(&text).and_then(|data| Launch::read(&data));
    read.ok_or_else(|| Absent::Refused(LAUNCH_DATA.to_owned()))
}

fn refused(answer: &Answer) -> Absent {
    Absent::Refused(answer.status.to_string())
}

impl Documents {
    /// A request about a document on the student's enrolment (xAPI 1.0.3, Communication, 2.3).
    pub fn state<'a>(
        &self,
        method: &'static str,
        name: &str,
        text: Option<&'a str>,
        conditions: &[(&'static str, String)],
    ) -> Request<'a> {
        let parameters = [
            ("activityId", self.activity.as_str()),
            ("agent", &self.agent),
            ("registration", &self.registration),
            ("stateId", name),
        ];
        let body = text.map(|text| ("text/plain; charset=utf-8", text));
        let mut request = self.lrs.request(method, "activities/state", &parameters, body);
        request.headers.extend_from_slice(conditions);
        request
    }

    async fn preferences(&self) {
        let parameters = [("agent", self.agent.as_str()), ("profileId", PREFERENCES)];
        // Most students have none (404), and some LMSs show none (403).
        let _ = self.lrs.request("GET", "agents/profile", &parameters, None).ask().await;
    }

    /// What is kept of the attempt; `None` where it cannot be known now.
    pub async fn find(&self) -> Option<Found> {
        let answer = self.state("GET", KEPT, None, &[]).ask().await?;
        match answer.status {
            200 => {
                let kept = Kept::read(&answer.text);
                Some(Found { is_damaged: kept.is_none(), kept, edition: answer.edition })
            }
            204 | 404 => Some(Found::default()),
            _ => None,
        }
    }
}

impl Tab {
    pub fn get(&self, name: &str) -> Option<String> {
        self.storage.as_ref()?.get_item(&self.key(name)).ok().flatten()
    }

    pub fn set(&self, name: &str, value: &str) {
        if let Some(storage) = &self.storage {
            // Without it the page cannot be loaded anew in this session, and says so then.
            let _ = storage.set_item(&self.key(name), value);
        }
    }

    /// The address of the token is another for each launch.
    fn key(&self, name: &str) -> String {
        format!("verbatim launch {name} {}", self.fetch)
    }
}
