//! Owns what a browser tells of itself by WebDriver BiDi: errors in its console, requests, and those that failed.
//!
//! Never asks; it listens.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use serde_json::{Value, json};

use super::bidi::Bidi;

/// The events that are listened to.
const EVENTS: [&str; 3] = ["log.entryAdded", "network.responseCompleted", "network.fetchError"];
const SENT: &str = "network.beforeRequestSent";

/// The console says nothing of what a policy refuses in a way that BiDi hears of, so that the page says it.
const REFUSED: &str = "() => addEventListener('securitypolicyviolation', (refused) => console.error(
    `Content Security Policy: ${refused.effectiveDirective} refuses ${refused.blockedURI || refused.sample}`))";

/// What fails because the page that wanted it is gone.
const LEFT: [&str; 3] = ["NS_BINDING_ABORTED", "NS_ERROR_ABORT", "NS_BINDING_CANCELLED"];

/// What a page says of each `fetch` that fails, and of those that its own end breaks off. Firefox tells of what failed
/// beside; of WebKit nothing else is heard than what a host refuses.
const FETCHED: [&str; 2] = ["TypeError: NetworkError when attempting to fetch resource.", "TypeError: Load failed"];

/// What was heard since the last look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard(Arc<Mutex<Notes>>);

#[derive(Debug, Default)]
struct Notes {
    errors: Vec<String>,
    requests: Vec<String>,
    /// What the host puts before its pages, where the browser cannot.
    before_pages: Vec<String>,
    /// Whether there is a host that does.
    has_host: bool,
}

impl Heard {
    /// Connects to a browser and listens from now on; to every request only where `network` says so.
    pub(super) async fn listen(address: &str, network: bool) -> Result<(Bidi, Self)> {
        let heard = Self::default();
        let notes = heard.clone();
        let bidi = Bidi::connect(address, move |event, params| notes.takes(event, params)).await?;
        let events: Vec<&str> = EVENTS.into_iter().chain(network.then_some(SENT)).collect();
        bidi.send("session.subscribe", json!({ "events": events })).await?;
        bidi.send("script.addPreloadScript", json!({ "functionDeclaration": REFUSED })).await?;
        Ok((bidi, heard))
    }

    fn takes(&self, event: &str, params: &Value) {
        let error = match event {
            "log.entryAdded" => logged(params),
            "network.responseCompleted" => refused(params),
            "network.fetchError" => broken(params),
            _ => None,
        };
        let mut notes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        notes.errors.extend(error);
        if event == SENT {
            notes.requests.extend(text(params, "/request/url"));
        }
    }

    /// Is told of an error by others than the browser.
    pub(crate) fn is_told(&self, error: String) {
        if !FETCHED.contains(&error.as_str()) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).errors.push(error);
        }
    }

    /// A host puts scripts before its pages from now on.
    pub(crate) fn has_a_host(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).has_host = true;
    }

    /// Whether one does.
    pub(super) fn is_hosted(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).has_host
    }

    /// A script that has to run before pages, each once.
    pub(crate) fn is_told_before_pages(&self, script: &str) {
        let mut notes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !notes.before_pages.iter().any(|known| known == script) {
            notes.before_pages.push(script.to_owned());
        }
    }

    /// The scripts that have to run before pages.
    pub(crate) fn before_pages(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).before_pages.clone()
    }

    /// The errors since the last look.
    pub(super) fn errors(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).errors)
    }

    /// The addresses that were asked for since the last look.
    pub(super) fn requests(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).requests)
    }
}

fn text(params: &Value, place: &str) -> Option<String> {
    params.pointer(place)?.as_str().map(str::to_owned)
}

/// What a page logs as an error, and what it throws.
fn logged(params: &Value) -> Option<String> {
    let text = text(params, "/level").filter(|level| level == "error").and_then(|_| text(params, "/text"));
    text.filter(|text| !FETCHED.contains(&text.as_str()))
}

/// What a host has not.
fn refused(params: &Value) -> Option<String> {
    let status = params.pointer("/response/status")?.as_u64().filter(|status| *status >= 400)?;
    Some(format!("{} came with status {status}", text(params, "/request/url")?))
}

/// What did not come, but for what nobody waits for any more.
fn broken(params: &Value) -> Option<String> {
    let why = text(params, "/errorText").filter(|why| !LEFT.contains(&why.as_str()))?;
    Some(format!("{} did not come: {why}", text(params, "/request/url")?))
}
