//! Owns the choice of the browser, and the drivers: how each is started, and how it opens a window.
//!
//! Never knows the player. A further browser is a further variant of [`Browser`], with a file of its own for all that
//! differs from one to another.

mod ability;
mod bidi;
mod chromium;
pub mod devtools;
mod firefox;
mod heard;
mod look;
pub(crate) mod webkit;
mod window;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, ChildStdout, Command};

use crate::surroundings::Need;
use crate::wait::until;

pub use ability::{Ability, Cannot};
pub use window::Window;

pub(crate) use heard::Heard;

/// How often a driver that ends at once is started.
const ATTEMPTS: usize = 4;

/// The variable that names the browser.
const CHOICE: &str = "VERBATIM_BROWSER";

/// A browser that the suite can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's small browser, by WebKitWebDriver.
    Webkit,
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
    /// The screen of a browser that cannot do without one.
    _screen: Option<Child>,
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
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::Webkit),
            Ok(other) => bail!("{CHOICE} is `{other}`; it can be `chromium`, `firefox` or `webkit`"),
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
        let program = self.driver()?;
        let mut command = Command::new(&program);
        command.env("TMPDIR", scratch.path()).stdin(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        let (mut screen, mut chosen) = (None, None);
        match self {
            Self::Chromium => command.args(chromium::DRIVER),
            Self::Firefox => command.args(firefox::DRIVER).envs(firefox::SCREEN),
            Self::Webkit => {
                let (process, name) = webkit::screen().await?;
                screen = Some(process);
                // The driver takes no port of its own choice; this one is free now.
                let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?.port();
                chosen = Some(port);
                command.arg(format!("--port={port}")).env("DISPLAY", name)
            }
        };
        let output = if chosen.is_some() { Stdio::null() } else { Stdio::piped() };
        let failed = || format!("{} does not start", program.display());
        let mut process = command.stdout(output).spawn().with_context(failed)?;
        let port = match chosen {
            Some(port) => listens(port, &mut process).await,
            None => Self::port(process.stdout.take().context("the driver has no output")?).await,
        };
        let address = format!("http://127.0.0.1:{}", port.with_context(failed)?);
        Ok(Driver { browser: self, address, process, _screen: screen, _scratch: scratch })
    }

    fn driver(self) -> Result<PathBuf> {
        match self {
            Self::Chromium => Need::Chromedriver.path(),
            Self::Firefox => Need::Geckodriver.path(),
            Self::Webkit => Need::WebkitDriver.path(),
        }
    }

    /// The port that the driver says it listens to. What it says later is read and dropped, so that it never waits.
    async fn port(output: ChildStdout) -> Result<u16> {
        let mut lines = BufReader::new(output).lines();
        while let Some(line) = lines.next_line().await? {
            let word = line.trim_end_matches('.').rsplit([' ', ':']).next();
            let said = [chromium::STARTED, firefox::STARTED].iter().any(|words| line.contains(words));
            if let Some(port) = word.and_then(|word| word.parse().ok()).filter(|_| said) {
                tokio::spawn(drain(lines));
                return Ok(port);
            }
        }
        bail!("it ended at once")
    }

    fn capabilities(self, opening: &Opening) -> Result<Capabilities> {
        match self {
            Self::Chromium => chromium::capabilities(opening),
            Self::Firefox => firefox::capabilities(opening),
            Self::Webkit => webkit::capabilities(opening),
        }
    }
}

impl Driver {
    /// Opens a window.
    ///
    /// # Errors
    ///
    /// What the driver says against it.
    pub async fn window(&self, opening: &Opening) -> Result<Window> {
        let wanted = self.browser.capabilities(opening)?;
        let driver = WebDriver::new(self.address.as_str(), wanted).await.context("the browser does not start")?;
        Window::open(self.browser, driver, opening).await
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

/// A port, once a driver listens to it.
async fn listens(port: u16, process: &mut Child) -> Result<u16> {
    until("the driver to listen", async || {
        ensure!(process.try_wait()?.is_none(), "it ended at once");
        Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.ok().map(|_| port))
    })
    .await
}

async fn drain(mut lines: Lines<BufReader<ChildStdout>>) {
    while let Ok(Some(_)) = lines.next_line().await {}
}
