//! Owns one performance: a host, a browser and a person, brought together, and cleared away whatever happens.
//!
//! Never knows what is played.

use std::any::Any;
use std::fmt;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;

use anyhow::{Context, Error, Result, anyhow, ensure};
use futures_util::FutureExt;
use tokio::sync::Semaphore;

use crate::browser::{Browser, Cannot, Opening, devtools};
use crate::host::{Host, Server};
use crate::one_file::OneFile;
use crate::person::Person;
use crate::surroundings::Need;

/// Browsers that may run at once: more only make each other late.
static SEATS: Semaphore = Semaphore::const_new(2);

/// What a browser without workers is like.
const WITHOUT_WORKERS: &str = "delete Navigator.prototype.serviceWorker";

/// Why a stage may have no file in the place of the site.
const NOT_ONE_FILE: &str = "a file on disk lies behind no server";

/// What a test comes to.
pub type Outcome = std::result::Result<(), Broken>;

/// Why a test failed, printed as it is meant to be read.
pub struct Broken(Error);

impl<E: Into<Error>> From<E> for Broken {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl fmt::Debug for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:#}", self.0)
    }
}

/// How a test is set up.
#[derive(Clone, Debug)]
pub struct Stage {
    folder: &'static str,
    troubled: bool,
    refusing: bool,
    server: Option<Server>,
    file: Option<&'static [&'static str]>,
    keeps: bool,
    opening: Opening,
}

impl Default for Stage {
    fn default() -> Self {
        let (folder, opening) = ("/", Opening::default());
        Self { folder, troubled: false, refusing: false, server: None, file: None, keeps: true, opening }
    }
}

impl Stage {
    /// The site alone on its host.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The site in a folder of its host, written from `/` to `/`.
    #[must_use]
    pub fn in_folder(mut self, folder: &'static str) -> Self {
        self.folder = folder;
        self
    }

    /// The host fails in this test, so that errors in the console are no surprise.
    #[must_use]
    pub fn troubled(mut self) -> Self {
        self.troubled = true;
        self
    }

    /// The page asks in this test for what its policy refuses, so that violations are no surprise either.
    #[must_use]
    pub fn refusing(mut self) -> Self {
        self.refusing = true;
        self
    }

    /// The site is served by this server, straight to the browser. The story's host is there, and nobody asks it.
    #[must_use]
    pub fn served_by(mut self, server: Server) -> Self {
        self.server = Some(server);
        self
    }

    /// The site is one file that was exported of these sets or banks, opened from disk: see [`OneFile::of`].
    #[must_use]
    pub fn from_file(mut self, paths: &'static [&'static str]) -> Self {
        self.file = Some(paths);
        self
    }

    /// The browser has no workers, as where the site is not served safely: nothing is kept, and each page comes from the
    /// host.
    #[must_use]
    pub fn without_workers(mut self) -> Self {
        self.keeps = false;
        self
    }

    /// Every request of the browser is written down.
    #[must_use]
    pub fn watching_the_network(mut self) -> Self {
        self.opening.network = true;
        self
    }

    /// The window is a private one.
    #[must_use]
    pub fn in_private(mut self) -> Self {
        self.opening.private = true;
        self
    }

    /// Plays a story from beginning to end.
    ///
    /// # Errors
    ///
    /// Where the story broke, with what was to be seen then; or errors in the console that no test expects.
    pub async fn play(self, story: impl AsyncFnOnce(&Person, &Host) -> Result<()>) -> Outcome {
        let played = self.perform(story).await;
        match played.as_ref().err().and_then(|error| error.downcast_ref::<Cannot>()) {
            Some(Cannot(reason)) => is_not_played(reason)?,
            None => played?,
        }
        Ok(())
    }

    async fn perform(self, story: impl AsyncFnOnce(&Person, &Host) -> Result<()>) -> Result<()> {
        let _seat = SEATS.acquire().await?;
        let site = Need::Site.path()?;
        let file = self.file()?;
        let driver = Browser::chosen()?.start().await?;
        let serving = match self.server {
            Some(server) => Some(server.serves(&site, self.folder).await?),
            None => None,
        };
        let mut host = Host::open(site, self.folder).await?;
        if let Some(file) = &file {
            host = host.absent_for(file.address());
        }
        let window = driver.window(&self.opening).await?;
        host.listens_to(&window);
        if !self.keeps {
            devtools::run_before_pages(&window, WITHOUT_WORKERS).await?;
        }
        let address = serving.as_ref().map_or_else(|| host.site(), |serving| serving.site().to_owned());
        let person = Person::new(window.clone(), address);
        let played = AssertUnwindSafe(self.watched(story, &person, &host)).catch_unwind().await;
        host.heals();
        let closed = window.quit().await;
        driver.end().await?;
        played.unwrap_or_else(unwound)?;
        closed
    }

    /// The file that takes the site's place, where one does.
    fn file(&self) -> Result<Option<OneFile>> {
        if let Some(paths) = self.file {
            return OneFile::of(paths).map(Some);
        }
        if !OneFile::is_chosen() {
            return Ok(None);
        }
        ensure!(self.server.is_none() && self.folder == "/", Cannot(NOT_ONE_FILE));
        OneFile::of(&[]).map(Some)
    }

    /// Whether these errors in the console are such as this test expects. A fault of the host is no reason to ask for
    /// what the page's policy refuses.
    fn expects(&self, errors: &[String]) -> Result<()> {
        let violations: Vec<_> = errors.iter().filter(|error| is_violation(error)).collect();
        ensure!(self.refusing || violations.is_empty(), "the page's policy was violated: {violations:#?}");
        ensure!(self.troubled || self.refusing || errors.is_empty(), "errors in the console: {errors:#?}");
        Ok(())
    }

    async fn watched(
        &self,
        story: impl AsyncFnOnce(&Person, &Host) -> Result<()>,
        person: &Person,
        host: &Host,
    ) -> Result<()> {
        let played = async {
            story(person, host).await?;
            let errors = devtools::console_errors(person.window()).await?;
            self.expects(&errors)
        };
        match played.await {
            Ok(()) => Ok(()),
            Err(error) if error.is::<Cannot>() => Err(error),
            Err(error) => {
                let scene = scene(person).await.unwrap_or_else(|error| format!("nothing could be seen: {error:#}"));
                Err(anyhow!("{error:#}\n\n{scene}"))
            }
        }
    }
}

/// What a story came to that did not return: something that cannot be done here, or a defect of the test.
fn unwound(panic: Box<dyn Any + Send>) -> Result<()> {
    Err((*panic.downcast::<Cannot>().unwrap_or_else(|panic| resume_unwind(panic))).into())
}

/// Whether an error in the console tells of something that the page's policy refused.
fn is_violation(error: &str) -> bool {
    ["Content Security Policy", "'Trusted"].iter().any(|words| error.contains(words))
}

/// Says that a test is not played, past libtest, which would show it only if it failed; `cargo xtask test` counts by it.
fn is_not_played(reason: &str) -> Result<()> {
    let test = std::thread::current().name().unwrap_or("test").to_owned();
    Ok(writeln!(std::io::stdout(), "cannot be played here: {test}: {reason}")?)
}

/// What was to be seen when a story broke.
async fn scene(person: &Person) -> Result<String> {
    let window = person.window();
    let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
    let folder: PathBuf = std::env::temp_dir().join("verbatim-tests");
    std::fs::create_dir_all(&folder).context("no folder for the picture")?;
    let picture = folder.join(format!("{test}.png"));
    window.screenshot(&picture).await?;
    let address = window.current_url().await?;
    let errors = devtools::console_errors(window).await?;
    let text = person.page_text().await?;
    Ok(format!("at {address}\npicture: {}\nconsole: {errors:#?}\npage: {text}", picture.display()))
}
