//! Owns the choice of the browser, and all that differs from one to another: how it is started and driven.
//!
//! Never knows the player. A further browser is a further variant of [`Browser`].

pub mod devtools;

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use crate::surroundings::Need;

/// How often a driver that ends at once is started.
const ATTEMPTS: usize = 4;

/// The variable that names the browser.
const CHOICE: &str = "VERBATIM_BROWSER";

/// How Chromium runs without a screen, and without talking to anybody but the test's host.
const CHROMIUM: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A browser that the suite can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
}

/// How a window is opened.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// Every request of the browser is written down.
    pub network: bool,
    /// The window is a private one, whose storage goes with it.
    pub private: bool,
    /// The folder of the profile; a fresh one where there is none.
    pub profile: Option<PathBuf>,
}

/// A running driver. It ends when it is dropped, and its profiles with it.
#[derive(Debug)]
pub struct Driver {
    browser: Browser,
    address: String,
    process: Child,
    /// Where the driver keeps the profile of each session.
    _scratch: TempDir,
}

impl Browser {
    /// The browser that `VERBATIM_BROWSER` names; Chromium where it names none.
    ///
    /// # Errors
    ///
    /// A name that is none of a browser known here.
    pub fn chosen() -> Result<Self> {
        match std::env::var(CHOICE).as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok(other) => bail!("{CHOICE} is `{other}`; it can be `chromium`"),
        }
    }

    /// Starts its driver on a free port and waits until that answers.
    ///
    /// # Errors
    ///
    /// That the driver is missing or does not start.
    pub async fn start(self) -> Result<Driver> {
        // The port that the driver finds free for IPv4 may be taken for IPv6, and then it ends.
        for _ in 1..ATTEMPTS {
            if let Ok(driver) = self.start_once().await {
                return Ok(driver);
            }
        }
        self.start_once().await
    }

    async fn start_once(self) -> Result<Driver> {
        let scratch = TempDir::with_prefix("verbatim-tests-").context("no folder for the browser's profiles")?;
        let program = match self {
            Self::Chromium => Need::Chromedriver.path()?,
        };
        let mut process = Command::new(&program)
            .arg("--port=0")
            .env("TMPDIR", scratch.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let output = process.stdout.take().context("the driver has no output")?;
        let port = port(output).await.with_context(|| format!("{} does not say its port", program.display()))?;
        Ok(Driver { browser: self, address: format!("http://127.0.0.1:{port}"), process, _scratch: scratch })
    }

    fn capabilities(self, opening: &Opening) -> Result<ChromeCapabilities> {
        let Self::Chromium = self;
        let mut wanted = DesiredCapabilities::chrome();
        let path = Need::Chromium.path()?;
        wanted.set_binary(path.to_str().context("the browser's path is not UTF-8")?)?;
        for argument in CHROMIUM {
            wanted.add_arg(argument)?;
        }
        if opening.private {
            wanted.add_arg("--incognito")?;
        }
        if let Some(profile) = &opening.profile {
            wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        if opening.network {
            wanted.set_logging_prefs("performance".to_owned(), LoggingPrefsLogLevel::All)?;
        }
        Ok(wanted)
    }
}

impl Driver {
    /// Opens a window.
    ///
    /// # Errors
    ///
    /// What the driver says against it.
    pub async fn window(&self, opening: &Opening) -> Result<WebDriver> {
        let wanted = self.browser.capabilities(opening)?;
        WebDriver::new(self.address.as_str(), wanted).await.context("the browser does not start")
    }

    /// Ends the driver.
    ///
    /// # Errors
    ///
    /// That it does not end.
    pub async fn end(mut self) -> Result<()> {
        self.process.kill().await.context("the driver does not end")
    }
}

/// The port that the driver says it listens to. What it says later is read and dropped, so that it never waits.
async fn port(output: ChildStdout) -> Result<u16> {
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        let words = line.trim_end_matches('.').rsplit(' ');
        if let Some(port) =
            words.take(1).find_map(|word| word.parse().ok()).filter(|_| line.contains("started successfully on port"))
        {
            tokio::spawn(drain(lines));
            return Ok(port);
        }
    }
    bail!("it ended at once")
}

async fn drain(mut lines: Lines<BufReader<ChildStdout>>) {
    while let Ok(Some(_)) = lines.next_line().await {}
}
