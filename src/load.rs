//! Owns fetching the site's data, and the states of waiting for it.
//!
//! Never decides what is done with it.

use js_sys::Uint8Array;
use verbatim_core::bank::{Abouts, Glossary, Unreadable};
use verbatim_core::{Catalogue, Pack};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use crate::{boot, page};

/// Where the data lies, seen from the site's own folder.
pub const FOLDER: &str = "data";
/// The catalogue's file there.
pub const CATALOGUE: &str = "catalogue.bin";

/// Something that has to be fetched first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load<T> {
    /// It is on its way.
    Loading,
    /// It is on its way for longer than usual.
    Slowly,
    /// It is here.
    Ready(T),
    /// It did not come.
    Failed(Failure),
}

/// Why something did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The network or the host did not give it.
    Unreachable,
    /// It came and cannot be read.
    Unreadable(Unreadable),
    /// The address names nothing that there is.
    Unknown,
}

impl<T> Load<T> {
    /// The state after a while of waiting.
    #[must_use]
    pub fn slower(self) -> Self {
        match self {
            Self::Loading => Self::Slowly,
            other @ (Self::Slowly | Self::Ready(_) | Self::Failed(_)) => other,
        }
    }

    /// Why it did not come.
    pub fn failed(&self) -> Option<&Failure> {
        match self {
            Self::Failed(failure) => Some(failure),
            Self::Loading | Self::Slowly | Self::Ready(_) => None,
        }
    }

    /// What is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading | Self::Slowly | Self::Failed(_) => None,
        }
    }
}

/// Fetches the catalogue, past any stale copy.
///
/// # Errors
///
/// Why it did not come.
pub async fn catalogue() -> Result<Catalogue, Failure> {
    let bytes = bytes(CATALOGUE, RequestCache::NoCache).await?;
    Catalogue::read(&bytes).map_err(Failure::Unreadable)
}

/// Fetches a set's pack. Its name changes with its content, so any copy of it is good.
///
/// # Errors
///
/// Why it did not come.
pub async fn pack(file: &str) -> Result<Pack, Failure> {
    let mut pack = None;
    lasting(file, &mut |bytes| Pack::read(bytes).map(|read| pack = Some(read))).await?;
    pack.ok_or(Failure::Unreachable)
}

/// Fetches a glossary, whose name changes with its content, too.
///
/// # Errors
///
/// Why it did not come.
pub async fn glossary(file: &str) -> Result<Glossary, Failure> {
    let mut glossary = None;
    lasting(file, &mut |bytes| Glossary::read(bytes).map(|read| glossary = Some(read))).await?;
    glossary.ok_or(Failure::Unreachable)
}

/// Fetches what the sets of a catalogue behind the first are about; its name changes with its content, too.
///
/// # Errors
///
/// Why it did not come.
pub async fn abouts(file: &str) -> Result<Abouts, Failure> {
    let mut abouts = None;
    lasting(file, &mut |bytes| Abouts::read(bytes).map(|read| abouts = Some(read))).await?;
    abouts.ok_or(Failure::Unreachable)
}

/// Fetches and reads a file that never changes.
async fn lasting(file: &str, read: &mut dyn FnMut(&[u8]) -> Result<(), Unreadable>) -> Result<(), Failure> {
    if read(&bytes(file, RequestCache::Default).await?).is_err() {
        // The browser may have kept a copy that was cut off: whatever it has is fetched anew, once.
        read(&bytes(file, RequestCache::Reload).await?).map_err(Failure::Unreadable)?;
    }
    Ok(())
}

async fn bytes(file: &str, cache: RequestCache) -> Result<Vec<u8>, Failure> {
    // What the page brought is of one build with the player; where it is damaged, as by a proxy, it is fetched.
    if let Some(bytes) = boot::bytes(file).filter(|_| cache != RequestCache::Reload) {
        return Ok(bytes);
    }
    let fetched = fetch(file, cache).await;
    fetched.map_err(|_| Failure::Unreachable)
}

async fn fetch(file: &str, cache: RequestCache) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let init = RequestInit::new();
    init.set_cache(cache);
    let request = window.fetch_with_str_and_init(&format!("{}{FOLDER}/{file}", page::root()), &init);
    let response: Response = JsFuture::from(request).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
