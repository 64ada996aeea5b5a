//! Owns what the WebDriver standard cannot do, whichever the browser: emulating a reader's settings, running a script
//! before the page, reading the console and the network.
//!
//! Never knows how: each browser's own file does. Never used where the standard has a way.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use super::{Ability, Browser, Window, chromium, firefox, webkit};

pub use super::look::{Look, Scheme, Size};

/// Below this width a window is that of a phone, and as low as the lowest of them.
const NARROW: u32 = 600;

/// Looks at all pages from now on in this way.
///
/// # Errors
///
/// What the driver says against it, or that it did not come about.
pub async fn look(window: &Window, look: Look) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::colours(window, look.scheme).await?,
        Browser::Firefox => firefox::colours(window, look.scheme).await?,
        Browser::Webkit => webkit::colours(look.scheme)?,
    }
    let height = if look.width < NARROW { 568 } else { 800 };
    sized(window, Size { width: look.width, height, scale: 1 }).await?;
    looks(window, look).await
}

/// Checks that pages are looked at in this way.
///
/// # Errors
///
/// That they are not.
pub async fn looks(window: &Window, look: Look) -> Result<()> {
    let query = look.scheme.query();
    let script = format!("return matchMedia('{query}').matches && innerWidth");
    let seen = window.execute(script.as_str(), Vec::new()).await?;
    ensure!(seen.json() == &json!(look.width), "the browser does not show pages in {look}: {}", seen.json());
    Ok(())
}

/// Gives the window a size.
///
/// # Errors
///
/// What the driver says against it.
pub async fn sized(window: &Window, size: Size) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::sized(window, size).await,
        Browser::Firefox => firefox::sized(window, size).await,
        Browser::Webkit => webkit::sized(window, size).await,
    }
}

/// Wants no motion from now on.
///
/// # Errors
///
/// What the driver says against it, or that pages do not hear of it.
pub async fn without_motion(window: &Window) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::without_motion(window).await?,
        Browser::Firefox => firefox::without_motion(window).await?,
        Browser::Webkit => window.can(Ability::ReadersSettings)?,
    }
    matches(window, "(prefers-reduced-motion: reduce)").await
}

/// Lets pages on a disk fetch from it what a reader's browser would, which is nothing: Firefox is more generous to a
/// driver.
///
/// # Errors
///
/// What the driver says against it.
pub async fn with_strict_files(window: &Window) -> Result<()> {
    match window.browser() {
        Browser::Firefox => firefox::with_strict_files(window).await,
        Browser::Chromium | Browser::Webkit => Ok(()),
    }
}

/// Shows pages from now on as they are printed on a sheet of this width, in CSS pixels.
///
/// # Errors
///
/// What the driver says against it, or that it did not come about.
pub async fn on_paper(window: &Window, width: u32) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::on_paper(window).await?,
        Browser::Firefox => firefox::on_paper(window).await?,
        Browser::Webkit => window.can(Ability::Paper)?,
    }
    sized(window, Size { width, height: 1000, scale: 1 }).await?;
    matches(window, "print").await
}

async fn matches(window: &Window, query: &str) -> Result<()> {
    let script = "return matchMedia(arguments[0]).matches";
    let matches: bool = window.execute(script, vec![json!(query)]).await?.convert()?;
    ensure!(matches, "the browser does not show pages as {query}");
    Ok(())
}

/// Is from now on a device of this width with a touch screen.
///
/// # Errors
///
/// What the driver says against it.
pub async fn touch_screen(window: &Window, width: u32) -> Result<()> {
    let size = Size { width, height: 740, scale: 2 };
    match window.browser() {
        Browser::Chromium => chromium::touch_screen(window, size).await,
        Browser::Firefox => firefox::touch_screen(window, size).await,
        Browser::Webkit => window.can(Ability::TouchScreen),
    }
}

/// A finger of the standard, which the library has only a mouse for.
#[derive(Debug)]
struct Tap(f64, f64);

impl FormatRequestData for Tap {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let place = json!({ "type": "pointerMove", "duration": 0, "x": self.0, "y": self.1 });
        let [down, up] = ["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 }));
        let finger = json!({ "pointerType": "touch" });
        let taps = json!({ "type": "pointer", "id": "finger", "parameters": finger, "actions": [place, down, up] });
        RequestData::new(Method::POST, format!("/session/{session}/actions")).add_body(json!({ "actions": [taps] }))
    }
}

/// A finger taps on a point of the window, given in CSS pixels.
///
/// # Errors
///
/// What the driver says against it.
pub async fn tap(window: &Window, x: f64, y: f64) -> Result<()> {
    window.cmd(Tap(x, y)).await?;
    Ok(())
}

/// Runs a script in every page of this window from now on, before any script of its own.
///
/// # Errors
///
/// What the driver says against it.
pub async fn run_before_pages(window: &Window, script: &str) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::run_before_pages(window, script).await,
        Browser::Firefox => firefox::run_before_pages(window, script).await,
        Browser::Webkit if !window.heard().is_hosted() => window.can(Ability::BeforeFiles),
        Browser::Webkit => {
            window.heard().is_told_before_pages(script);
            Ok(())
        }
    }
}

/// Runs no script of any page from now on.
///
/// # Errors
///
/// What the driver says against it.
pub async fn without_scripts(window: &Window) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::without_scripts(window).await,
        Browser::Firefox => firefox::without_scripts(window).await,
        Browser::Webkit => window.can(Ability::NoScripts),
    }
}

/// Takes nothing from the browser's cache from now on.
///
/// # Errors
///
/// What the driver says against it.
pub async fn without_cache(window: &Window) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::without_cache(window).await,
        Browser::Firefox => firefox::without_cache(window).await,
        Browser::Webkit => window.can(Ability::NoCache),
    }
}

/// Leaves a site no room at all, as a full disk does.
///
/// # Errors
///
/// What the driver says against it.
pub async fn without_room(window: &Window, origin: &str) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::without_room(window, origin).await,
        Browser::Firefox | Browser::Webkit => window.can(Ability::NoRoom),
    }
}

/// Puts what is downloaded from now on into a folder, without asking.
///
/// # Errors
///
/// What the driver says against it.
pub async fn downloads_to(window: &Window, folder: &Path) -> Result<()> {
    match window.browser() {
        Browser::Chromium => chromium::downloads_to(window, folder).await,
        Browser::Firefox => firefox::downloads_to(window, folder).await,
        Browser::Webkit => window.can(Ability::Downloads),
    }
}

/// The errors in the console since the last look: what the page logs as one, what it throws, what it fails to load.
///
/// # Errors
///
/// What the driver says against it.
pub async fn console_errors(window: &Window) -> Result<Vec<String>> {
    match window.browser() {
        Browser::Chromium => chromium::console_errors(window).await,
        Browser::Firefox => {
            firefox::settles(window).await?;
            Ok(window.heard().errors())
        }
        Browser::Webkit => {
            webkit::settles(window).await?;
            Ok(window.heard().errors())
        }
    }
}

/// The addresses of all requests since the last look, whatever became of them.
///
/// # Errors
///
/// What the driver says against it.
pub async fn requests(window: &Window) -> Result<Vec<String>> {
    match window.browser() {
        Browser::Chromium => chromium::requests(window).await,
        Browser::Firefox => {
            firefox::settles(window).await?;
            Ok(window.heard().requests())
        }
        Browser::Webkit => window.can(Ability::Requests).map(|()| Vec::new()),
    }
}

/// The address of the page's manifest, and what the browser has against installing the page.
///
/// # Errors
///
/// What the driver says against it.
pub async fn manifest(window: &Window) -> Result<(String, Vec<Value>)> {
    let read = match window.browser() {
        Browser::Chromium => chromium::manifest(window).await,
        Browser::Firefox => firefox::manifest(window).await,
        Browser::Webkit => return Err(window.can(Ability::Installing).err().context("no reason")?),
    };
    read.context("the manifest cannot be read")
}
