//! Owns a static host on this machine: it serves the built site, and misbehaves where a test tells it to.
//!
//! Never serves anything but the site's own files, and writes down what it was asked for.

mod fault;
mod relay;
pub mod server;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::header::{CACHE_CONTROL, HeaderValue};
use http::{StatusCode, Uri};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tower::ServiceExt;
use tower_http::services::ServeDir;

pub use fault::Fault;
pub use server::Server;

use relay::Relay;

/// What free hosts of static pages say of every file.
const CACHED: HeaderValue = HeaderValue::from_static("max-age=600");

/// A running host. It stops when it is dropped.
#[derive(Debug)]
pub struct Host {
    address: SocketAddr,
    desk: Arc<Desk>,
    serving: JoinHandle<()>,
}

/// What the requests share.
#[derive(Debug)]
struct Desk {
    site: PathBuf,
    /// The folder that the site lies in, from `/` to `/`.
    folder: String,
    asked: Mutex<Vec<String>>,
    faults: Mutex<Vec<(String, Fault)>>,
    /// Files that are others now than in the site's folder, by path within the site.
    replaced: Mutex<BTreeMap<String, Vec<u8>>>,
    healed: Notify,
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
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no port for the test's host")?;
        let address = listener.local_addr()?;
        let relay = match Server::chosen()? {
            Some(server) => Some(Relay::to(server.serves(&site, folder).await?)?),
            None => None,
        };
        let desk = Desk {
            site,
            folder: folder.to_owned(),
            asked: Mutex::default(),
            faults: Mutex::default(),
            replaced: Mutex::default(),
            healed: Notify::new(),
            relay,
        };
        let desk = Arc::new(desk);
        let router = Router::new().fallback(answer).with_state(Arc::clone(&desk));
        let serving = tokio::spawn(async move {
            // It ends when the host is dropped; until then it has no reason to.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, desk, serving })
    }

    /// The address of the host without the site's folder: what a browser calls the origin.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The site's address.
    #[must_use]
    pub fn site(&self) -> String {
        format!("{}{}", self.origin(), self.desk.folder)
    }

    /// Misbehaves from now on, for every path with `part` in it.
    pub fn breaks(&self, part: &str, fault: Fault) {
        self.desk.faults().push((part.to_owned(), fault));
    }

    /// Serves other bytes from now on for a file, given by its path within the site.
    pub fn replaces(&self, file: &str, bytes: Vec<u8>) {
        let mut replaced = self.desk.replaced.lock().unwrap_or_else(PoisonError::into_inner);
        replaced.insert(file.to_owned(), bytes);
    }

    /// Serves other data from now on, given by its path within the site. The first page does not bring any with it then.
    ///
    /// # Errors
    ///
    /// That the first page cannot be read.
    pub fn replaces_data(&self, file: &str, bytes: Vec<u8>) -> Result<()> {
        let page = std::fs::read_to_string(self.desk.site.join("index.html")).context("no first page")?;
        self.replaces("", page.replace("id=\"data\"", "id=\"replaced\"").into_bytes());
        self.replaces(file, bytes);
        Ok(())
    }

    /// Is well again: what is held back goes out, too.
    pub fn heals(&self) {
        self.desk.faults().clear();
        self.desk.healed.notify_waiters();
    }

    /// How often it was asked for a path with `part` in it.
    #[must_use]
    pub fn asked_for(&self, part: &str) -> usize {
        self.asked().iter().filter(|path| path.contains(part)).count()
    }

    /// The paths that it was asked for, in that order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.desk.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Desk {
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
        let Ok(response) = ServeDir::new(&self.site).oneshot(request).await;
        let mut response = response.map(Body::new);
        response.headers_mut().insert(CACHE_CONTROL, CACHED);
        response
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

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    desk.asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
    if format!("{path}/") == desk.folder {
        return Redirect::permanent(&desk.folder).into_response();
    }
    let Some(file) = path.strip_prefix(&desk.folder) else { return StatusCode::NOT_FOUND.into_response() };
    let replaced = desk.replaced.lock().unwrap_or_else(PoisonError::into_inner).get(file).cloned();
    if let Some(bytes) = replaced {
        return replacement(file, bytes);
    }
    let fault = desk.settled(&path).await;
    let response = match &desk.relay {
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
