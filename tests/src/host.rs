//! Owns a static host on this machine: it serves the built site, and misbehaves where a test tells it to.
//!
//! Never serves anything but the site's own files, and writes down what it was asked for.

mod ear;
mod fault;
mod process;
mod relay;
pub mod server;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::header::{CACHE_CONTROL, HeaderValue, IF_MODIFIED_SINCE, REFERER};
use http::{StatusCode, Uri};
use tokio::sync::Notify;
use tower::ServiceExt;
use tower_http::services::ServeDir;

pub use fault::Fault;
pub use server::Server;

pub(crate) use process::Process;
use relay::Relay;

use crate::browser::{Browser, Cannot, Heard, Window};

/// The end of the address of the worker that keeps the site: what it fetches by itself names it as the one who asks.
const WORKER: &str = "/sw.js";

/// What free hosts of static pages say of every file.
const CACHED: HeaderValue = HeaderValue::from_static("max-age=600");

/// Why nothing can be wanted of a host that nobody asks for anything.
const ABSENT: &str = "a file on disk has no host: nothing is fetched that could fail, come late or change";

/// A running host. It stops when it is dropped.
#[derive(Debug)]
pub struct Host {
    address: SocketAddr,
    desk: Arc<Desk>,
    process: Mutex<Option<Process>>,
    /// The address of the file that takes the site's place.
    file: Option<String>,
}

/// What the requests share.
#[derive(Debug)]
struct Desk {
    site: Mutex<PathBuf>,
    /// Whether it is another site than at first.
    is_another: AtomicBool,
    /// The folder that the site lies in, from `/` to `/`.
    folder: String,
    asked: Mutex<Vec<String>>,
    /// What the worker was asked to keep, or looked whether it is new.
    asked_to_keep: Mutex<Vec<String>>,
    faults: Mutex<Vec<(String, Fault)>>,
    /// Files that are others now than in the site's folder, by path within the site.
    replaced: Mutex<BTreeMap<String, Vec<u8>>>,
    healed: Notify,
    /// What is heard of pages by their host, where the browser does not tell.
    ear: Mutex<Option<Heard>>,
    /// Whom it asks for the files, where it does not read them itself.
    relay: Option<Relay>,
}

impl Host {
    /// Serves the site from a folder of the host (`/` for none) on a free port. Where `VERBATIM_HOST` names a server,
    /// that one serves the files, and this host passes on what it says, so that it still can misbehave.
    ///
    /// # Errors
    ///
    /// That no port is free, or that the server does not start.
    pub async fn open(site: PathBuf, folder: &str) -> Result<Self> {
        let relay = match Server::chosen()? {
            Some(server) => Some(Relay::to(server.serves(&site, folder).await?)?),
            None => None,
        };
        let desk = Desk {
            site: Mutex::new(site),
            is_another: AtomicBool::new(false),
            folder: folder.to_owned(),
            asked: Mutex::default(),
            asked_to_keep: Mutex::default(),
            faults: Mutex::default(),
            replaced: Mutex::default(),
            healed: Notify::new(),
            ear: Mutex::default(),
            relay,
        };
        let desk = Arc::new(desk);
        let (process, address) = Process::start((Ipv4Addr::LOCALHOST, 0).into(), router(&desk))?;
        Ok(Self { address, desk, process: Mutex::new(Some(process)), file: None })
    }

    /// Nobody asks it for anything: the site is a file at this address. Whatever is wanted of a host ends the test by
    /// [`Cannot`].
    #[must_use]
    pub(crate) fn absent_for(mut self, file: String) -> Self {
        self.file = Some(file);
        self
    }

    /// Ends the test where there is none: something is wanted that only a host can do. Most of what is wanted has no way to
    /// say that it cannot be, so that the test is unwound to the stage.
    pub fn must_be_there(&self) {
        if self.file.is_some() {
            resume_unwind(Box::new(Cannot(ABSENT)));
        }
    }

    /// Puts scripts before its pages and hears of their errors, where the browser can do neither by itself.
    pub(crate) fn listens_to(&self, window: &Window) {
        if window.browser() == Browser::Webkit && self.file.is_none() {
            window.heard().has_a_host();
            let mut ear = self.desk.ear.lock().unwrap_or_else(PoisonError::into_inner);
            *ear = Some(window.heard().clone());
        }
    }

    /// Ends as a process that is killed does: nobody listens any more, and what was on its way is cut off.
    pub fn stops(&self) {
        self.must_be_there();
        self.process.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Listens again, at the same address.
    ///
    /// # Errors
    ///
    /// That somebody else has taken it.
    pub fn starts(&self) -> Result<()> {
        self.must_be_there();
        let (process, _) = Process::start(self.address, router(&self.desk))?;
        *self.process.lock().unwrap_or_else(PoisonError::into_inner) = Some(process);
        Ok(())
    }

    /// Serves the site of another folder from now on, as after a deployment. It reads that one itself, whoever it has
    /// asked for the files before.
    pub fn deploys(&self, site: PathBuf) {
        self.must_be_there();
        self.desk.is_another.store(true, Ordering::Relaxed);
        *self.desk.site() = site;
    }

    /// The address of the host without the site's folder: what a browser calls the origin.
    #[must_use]
    pub fn origin(&self) -> String {
        self.must_be_there();
        format!("http://{}", self.address)
    }

    /// The site's address.
    #[must_use]
    pub fn site(&self) -> String {
        self.file.clone().unwrap_or_else(|| format!("{}{}", self.origin(), self.desk.folder))
    }

    /// Misbehaves from now on, for every path with `part` in it.
    pub fn breaks(&self, part: &str, fault: Fault) {
        self.must_be_there();
        self.desk.faults().push((part.to_owned(), fault));
    }

    /// Serves other bytes from now on for a file, given by its path within the site.
    pub fn replaces(&self, file: &str, bytes: Vec<u8>) {
        self.must_be_there();
        let mut replaced = self.desk.replaced.lock().unwrap_or_else(PoisonError::into_inner);
        replaced.insert(file.to_owned(), bytes);
    }

    /// Serves other data from now on, given by its path within the site. The first page does not bring any with it then.
    ///
    /// # Errors
    ///
    /// That the first page cannot be read.
    pub fn replaces_data(&self, file: &str, bytes: Vec<u8>) -> Result<()> {
        let page = std::fs::read_to_string(self.desk.site().join("index.html")).context("no first page")?;
        self.replaces("", page.replace("id=\"data\"", "id=\"replaced\"").into_bytes());
        self.replaces(file, bytes);
        Ok(())
    }

    /// Is well again: what is held back goes out, too.
    pub fn heals(&self) {
        self.desk.faults().clear();
        self.desk.healed.notify_waiters();
    }

    /// Is well again for what was broken by this part of its path.
    pub fn mends(&self, part: &str) {
        self.desk.faults().retain(|(broken, _)| broken != part);
        self.desk.healed.notify_waiters();
    }

    /// How often it was asked for a path with `part` in it; never, where the site is a file.
    #[must_use]
    pub fn asked_for(&self, part: &str) -> usize {
        self.noted().iter().filter(|path| path.contains(part)).count()
    }

    /// The paths that pages asked it for, in that order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.must_be_there();
        self.noted()
    }

    fn noted(&self) -> Vec<String> {
        self.desk.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The paths that the worker asked it for by itself, in that order: no page waits for them.
    #[must_use]
    pub fn asked_to_keep(&self) -> Vec<String> {
        self.must_be_there();
        self.desk.asked_to_keep.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Desk {
    fn site(&self) -> std::sync::MutexGuard<'_, PathBuf> {
        self.site.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn faults(&self) -> std::sync::MutexGuard<'_, Vec<(String, Fault)>> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fault(&self, path: &str) -> Option<Fault> {
        self.faults().iter().find(|(part, _)| path.contains(part.as_str())).map(|(_, fault)| *fault)
    }

    /// The site's own file, as free hosts of static pages send it.
    async fn reads(&self, file: &str, mut request: Request) -> Response {
        let Ok(uri) = format!("/{file}").parse::<Uri>() else { return StatusCode::BAD_REQUEST.into_response() };
        *request.uri_mut() = uri;
        // A date has whole seconds: of two sites that were built within one, the second would be taken for the first.
        request.headers_mut().remove(IF_MODIFIED_SINCE);
        let site = self.site().clone();
        let Ok(response) = ServeDir::new(site).oneshot(request).await;
        let mut response = response.map(Body::new);
        // That there is none may be otherwise at once.
        if !response.status().is_client_error() {
            response.headers_mut().insert(CACHE_CONTROL, CACHED);
        }
        response
    }

    /// Writes down what was asked for, and by whom.
    fn notes(&self, request: &Request) {
        let path = request.uri().path();
        let list = if is_kept(request) { &self.asked_to_keep } else { &self.asked };
        list.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
    }

    /// The fault of a path once it is no longer held back.
    async fn settled(&self, path: &str) -> Option<Fault> {
        loop {
            let healed = self.healed.notified();
            match self.fault(path) {
                Some(Fault::Held) => healed.await,
                other => return other,
            }
        }
    }
}

/// Whether the worker asks, and no page.
fn is_kept(request: &Request) -> bool {
    let referrer = request.headers().get(REFERER).and_then(|referrer| referrer.to_str().ok());
    request.uri().path().ends_with(WORKER) || referrer.is_some_and(|referrer| referrer.ends_with(WORKER))
}

fn router(desk: &Arc<Desk>) -> Router {
    Router::new().fallback(answer).with_state(Arc::clone(desk))
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let ear = desk.ear.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match ear {
        Some(ear) => ear::listens(&ear, &desk, request).await,
        None => answers(&desk, request).await,
    }
}

async fn answers(desk: &Desk, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    desk.notes(&request);
    if format!("{path}/") == desk.folder {
        return Redirect::permanent(&desk.folder).into_response();
    }
    let Some(file) = path.strip_prefix(&desk.folder) else { return StatusCode::NOT_FOUND.into_response() };
    let replaced = desk.replaced.lock().unwrap_or_else(PoisonError::into_inner).get(file).cloned();
    if let Some(bytes) = replaced {
        return replacement(file, bytes);
    }
    let fault = desk.settled(&path).await;
    let relay = desk.relay.as_ref().filter(|_| !desk.is_another.load(Ordering::Relaxed));
    let response = match relay {
        Some(relay) => relay.asks(request, fault.is_none()).await,
        None => desk.reads(file, request).await,
    };
    match fault {
        None => response,
        Some(fault) => fault.spoil(response).await,
    }
}

/// A file that is another now; only a page has to have a type.
fn replacement(file: &str, bytes: Vec<u8>) -> Response {
    if file.is_empty() { Html(bytes).into_response() } else { bytes.into_response() }
}
