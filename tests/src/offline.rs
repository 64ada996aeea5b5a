//! Owns what a test knows of a kept site: whether it is kept, which edition a page is of, and the word on a new one.
//!
//! Never tells the worker what to do: the page does, when a person asks it to.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Cannot;
use crate::edition::Edition;
use crate::person::{Person, Role};
use crate::wait::{until, until_true};

/// What is said when a newer version is ready.
pub const READY: &str = "A new version of this quiz is ready. What you have answered is kept.";
/// The button that goes over to it.
pub const USE: &str = "Use the new version";
/// The button that does not.
pub const LATER: &str = "Later";

/// Why nothing can be known of a worker.
const UNKEPT: &str = "a file on disk has no worker: it is kept where it lies";

/// The state of the worker: whether one serves pages, whether a newer one is being made, whether it waits.
const STATE: &str = "
    const [done] = arguments;
    navigator.serviceWorker.getRegistration().then((one) => done([
      one?.active?.state === 'activated', Boolean(one?.installing), Boolean(one?.waiting)]));";

/// The hashes of files as the page gets them.
const HASHES: &str = "
    const [paths, done] = arguments;
    const hash = async (path) => {
      const response = await fetch(path);
      if (!response.ok) return String(response.status);
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
      return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    Promise.all(paths.map((path) => hash(path).catch(String))).then(done);";

/// What is known of the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// One serves pages.
    pub serves: bool,
    /// A newer one is being made.
    pub comes: bool,
    /// A newer one waits.
    pub waits: bool,
}

impl Person {
    /// The state of the worker.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn state(&self) -> Result<State> {
        ensure!(self.is_at_a_site(), Cannot(UNKEPT));
        let state = self.window().execute_async(STATE, Vec::new()).await?;
        let (serves, comes, waits) = state.convert()?;
        Ok(State { serves, comes, waits })
    }

    /// Waits until the site is kept.
    ///
    /// # Errors
    ///
    /// That it is not.
    pub async fn is_kept(&self) -> Result<()> {
        until_true("the site to be kept", async || Ok(self.state().await?.serves)).await
    }

    /// Looks for a newer version now: the browser does it by itself a while after a page is loaded. If there is one, its
    /// files are on their way.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn looks_for_news(&self) -> Result<()> {
        let script = "const [done] = arguments;
            navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => done(), () => done())";
        self.window().execute_async(script, Vec::new()).await?;
        Ok(())
    }

    /// Looks until an edition waits with all of its files: a look at a host that was away may still be on its way, and
    /// what waits already may be another edition.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn gets_news(&self, edition: &Edition) -> Result<()> {
        until_true(format_args!("edition {} to wait", edition.number()), async || {
            self.looks_for_news().await?;
            Ok(self.news_settle().await? && self.has_fetched(edition).await?)
        })
        .await
    }

    /// Waits until an edition waits that nobody has looked for: the page did it by itself.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn gets_news_unasked(&self, edition: &Edition) -> Result<()> {
        until_true(format_args!("edition {} to wait by itself", edition.number()), async || {
            Ok(self.state().await?.waits && self.has_fetched(edition).await?)
        })
        .await
    }

    /// Whether as many files of an edition are kept as it has.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn has_fetched(&self, edition: &Edition) -> Result<bool> {
        let script = "
            const [version, done] = arguments;
            caches.keys().then((names) => names.find((name) => name.endsWith(version)))
              .then((name) => name && caches.open(name).then((cache) => cache.keys()))
              .then((files) => done(files ? files.length : 0))";
        let count: usize = self.window().execute_async(script, vec![json!(edition.version()?)]).await?.convert()?;
        Ok(count == edition.files()?.len())
    }

    /// Begins to look for a newer version, without waiting for anything.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn begins_to_look_for_news(&self) -> Result<()> {
        let script = "navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})";
        self.window().execute(script, Vec::new()).await?;
        Ok(())
    }

    /// Waits until no newer version is on its way any more; whether one waits.
    ///
    /// # Errors
    ///
    /// That it goes on and on.
    pub async fn news_settle(&self) -> Result<bool> {
        let settled = async || Ok(Some(self.state().await?).filter(|state| !state.comes).map(|state| state.waits));
        until("the update to end", settled).await
    }

    /// Waits to be told of a newer version.
    ///
    /// # Errors
    ///
    /// That nobody tells.
    pub async fn is_told(&self) -> Result<()> {
        self.reads_in(Role::Status, &format!("{READY} {USE} {LATER}")).await
    }

    /// The names of the browser's caches.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn caches(&self) -> Result<Vec<String>> {
        Ok(self
            .window()
            .execute_async("const [done] = arguments; caches.keys().then(done)", Vec::new())
            .await?
            .convert()?)
    }

    /// The number of the edition whose page this is.
    ///
    /// # Errors
    ///
    /// That it has none.
    pub async fn edition(&self) -> Result<u64> {
        let script = "return document.querySelector('meta[name=edition]')?.content ?? ''";
        let number: String = until("the page's edition", async || {
            // Firefox gives nothing back while a page makes room for the next.
            let number: Option<String> = self.window().execute(script, Vec::new()).await?.convert()?;
            Ok(number.filter(|number| !number.is_empty()))
        })
        .await?;
        number.parse().with_context(|| format!("the edition is “{number}”"))
    }

    /// Checks that the page, what it shows, and every file that it can get are of an edition, and of no other.
    ///
    /// # Errors
    ///
    /// What is of another.
    pub async fn has_all_of(&self, edition: &Edition) -> Result<()> {
        let number = self.edition().await?;
        ensure!(number == edition.number(), "the page is of edition {number}, not of {}", edition.number());
        self.reads(&edition.mark()).await?;
        let files = edition.files()?;
        let paths: Vec<&str> = files.iter().map(|(_, path)| path.as_str()).collect();
        let got = self.window().execute_async(HASHES, vec![json!(paths)]).await?;
        let got = got.json().as_array().cloned().unwrap_or_default();
        let other: Vec<(&str, &Value)> = files
            .iter()
            .zip(&got)
            .filter(|((hash, _), got)| *got != hash)
            .map(|((_, path), got)| (path.as_str(), got))
            .collect();
        ensure!(got.len() == files.len() && other.is_empty(), "of edition {number} these are not: {other:#?}");
        Ok(())
    }
}
