//! Owns WebKitGTK: how its driver is started, and how it does what the WebDriver standard cannot: the suite's own host
//! puts scripts into pages, and hears from them.
//!
//! Never used where the standard has a way.

use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Capabilities;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use super::ability::{Ability, Cannot};
use super::devtools::{Scheme, Size};
use super::{Opening, Window};
use crate::surroundings::Need;

/// What the page tells the host of, as there is no other way to hear of it; at the address [`SAID`]. A page without an origin
/// may tell nothing, and would be told of that without end.
pub(crate) const TELLS: &str = "
    const says = (words) => origin === 'null' || navigator.sendBeacon('/said-by-the-page', String(words));
    const error = console.error;
    console.error = (...words) => { says(words.join(' ')); error.apply(console, words) };
    addEventListener('error', (event) => event.message && says(event.message));
    addEventListener('unhandledrejection', (event) => says(event.reason));
    addEventListener('securitypolicyviolation', (refused) => says(
      `Content Security Policy: ${refused.effectiveDirective} refuses ${refused.blockedURI || refused.sample}`));";

/// Where a page says what went wrong in it.
pub(crate) const SAID: &str = "/said-by-the-page";

/// What is kept for later is kept as it came, with no script put into it: pages with scripts before them are not kept.
pub(crate) const UNKEPT: &str = "delete Navigator.prototype.serviceWorker";

/// The width and the height of the screen. Without a window manager, what is below the pointer has the keyboard, and the
/// pointer is in the middle.
const SCREEN: (u32, u32) = (1400, 2600);

/// The width and the height of a window that nobody has sized.
pub(super) const USUAL: (u32, u32) = (1024, 768);

pub(super) fn capabilities(opening: &Opening) -> Result<Capabilities> {
    if opening.network {
        return Err(unable(Ability::Requests));
    }
    let mut wanted = Capabilities::new();
    wanted.set("pageLoadStrategy", "normal")?;
    Ok(wanted)
}

/// A screen that nobody sees, and its name.
pub(super) async fn screen() -> Result<(Child, String)> {
    let program = Need::Xvfb.path()?;
    let mut process = Command::new(&program)
        .args(["-displayfd", "1", "-screen", "0", &format!("{}x{}x24", SCREEN.0, SCREEN.1), "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("{} does not start", program.display()))?;
    let output = process.stdout.take().context("the screen has no output")?;
    let number = BufReader::new(output).lines().next_line().await?.context("the screen ended at once")?;
    Ok((process, format!(":{number}")))
}

/// The end of a test that asks for what cannot be had here.
fn unable(ability: Ability) -> anyhow::Error {
    Cannot(super::Browser::Webkit.cannot(ability).unwrap_or_default()).into()
}

/// The colours that it has are light ones.
pub(super) fn colours(scheme: Scheme) -> Result<()> {
    match scheme {
        Scheme::Light => Ok(()),
        Scheme::Dark | Scheme::Forced => Err(unable(Ability::ReadersSettings)),
    }
}

/// Sizes the window so that the page in it has a size.
pub(super) async fn sized(window: &Window, size: Size) -> Result<()> {
    let Size { width, height, scale } = size;
    let script = "return [innerWidth, innerHeight]";
    let (mut wide, mut high) = (width, height);
    for _ in 0..3 {
        in_the_middle(window, wide, high).await?;
        let (inner_width, inner_height): (u32, u32) = window.execute(script, Vec::new()).await?.convert()?;
        if (inner_width, inner_height, scale) == (width, height, 1) {
            return Ok(());
        }
        wide = (wide + width).saturating_sub(inner_width);
        high = (high + height).saturating_sub(inner_height);
    }
    Err(unable(Ability::AnyWindow))
}

/// Gives the window its size, and a place where it has the keyboard.
pub(super) async fn in_the_middle(window: &Window, width: u32, height: u32) -> Result<()> {
    let place = |screen: u32, size: u32| i64::from(screen.saturating_sub(size) / 2);
    Ok(window.set_window_rect(place(SCREEN.0, width), place(SCREEN.1, height), width, height).await?)
}

/// Waits until what the page has said before has come to the host.
pub(super) async fn settles(window: &Window) -> Result<()> {
    let script = "const [place, done] = arguments;
        if (!location.host) return done(true);
        fetch(place, { method: 'POST', body: '' }).then(() => done(true), () => done(true))";
    let settled: bool = window.execute_async(script, vec![json!(SAID)]).await?.convert()?;
    ensure!(settled, "the page does not answer");
    Ok(())
}
