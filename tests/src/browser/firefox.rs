//! Owns Firefox: how it is started, and how it does what the WebDriver standard cannot: by WebDriver BiDi, and by scripts
//! with the rights of the browser itself.
//!
//! Never used where the standard has a way.

use std::path::Path;

use anyhow::{Context, Result};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, DesiredCapabilities, RequestData, SessionId};

use super::devtools::{Scheme, Size};
use super::{Opening, Window};
use crate::surroundings::Need;

/// What geckodriver is started with. Scripts with the browser's own rights have to be allowed.
pub(super) const DRIVER: &[&str] = &["--port=0", "--websocket-port=0", "--allow-system-access"];

/// What it says in front of its port.
pub(super) const STARTED: &str = "Listening on";

/// The size of a screen that is not there.
pub(super) const SCREEN: [(&str, &str); 2] = [("MOZ_HEADLESS_WIDTH", "1280"), ("MOZ_HEADLESS_HEIGHT", "985")];

pub(super) fn capabilities(opening: &Opening) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    let path = Need::Firefox.path()?;
    wanted.set_firefox_binary(path.to_str().context("the browser's path is not UTF-8")?)?;
    wanted.add_arg("-headless")?;
    if opening.private {
        wanted.add_arg("-private")?;
    }
    if let Some(profile) = &opening.profile {
        wanted.add_arg("-profile")?;
        wanted.add_arg(profile.to_str().context("the profile's path is not UTF-8")?)?;
    }
    let mut wanted = Capabilities::from(wanted);
    wanted.set("webSocketUrl", true)?;
    let options = wanted.get_mut("moz:firefoxOptions").and_then(Value::as_object_mut).context("no options")?;
    options.insert("prefs".to_owned(), preferences());
    Ok(wanted)
}

/// Settings of the reader and of the machine that the tests must not depend on.
fn preferences() -> Value {
    json!({
        "ui.systemUsesDarkTheme": 0,
        "ui.prefersReducedMotion": 0,
        // Tabs of one host share a process, which spares a small machine.
        "dom.ipc.processPrelaunch.enabled": false,
    })
}

/// A command of geckodriver's own: whose rights scripts have, the page's or the browser's.
#[derive(Debug)]
struct Rights(&'static str);

impl FormatRequestData for Rights {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("/session/{session}/moz/context");
        RequestData::new(Method::POST, path).add_body(json!({ "context": self.0 }))
    }
}

/// Runs a script with the rights of the browser. `page` in it is what shows the page.
async fn privileged(window: &Window, script: &str, arguments: Vec<Value>) -> Result<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1], page = window.gBrowser.selectedBrowser;
         (async () => {{ {script} }})().then((value) => done([value ?? null]), (error) => done(String(error)))"
    );
    window.cmd(Rights("chrome")).await?;
    let answer = window.execute_async(script, arguments).await;
    window.cmd(Rights("content")).await?;
    let answer = answer?.json().clone();
    answer.get(0).cloned().with_context(|| format!("the browser's own script says {answer}"))
}

/// Where the page is shown, as BiDi calls it.
async fn context(window: &Window) -> Result<Value> {
    Ok(json!(window.window().await?.to_string()))
}

pub(super) async fn colours(window: &Window, scheme: Scheme) -> Result<()> {
    let (scheme, forced) = match scheme {
        Scheme::Light => ("light", "none"),
        Scheme::Dark => ("dark", "none"),
        Scheme::Forced => ("dark", "active"),
    };
    // The setting lasts when a page of another site takes the place of this one; the overrides act at once.
    let script = "
        const [scheme, forced] = arguments;
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
        page.browsingContext.prefersColorSchemeOverride = scheme;
        page.browsingContext.forcedColorsOverride = forced";
    privileged(window, script, vec![json!(scheme), json!(forced)]).await.map(|_| ())
}

pub(super) async fn without_motion(window: &Window) -> Result<()> {
    privileged(window, "Services.prefs.setIntPref('ui.prefersReducedMotion', 1)", Vec::new()).await.map(|_| ())
}

pub(super) async fn with_strict_files(window: &Window) -> Result<()> {
    let script = "Services.prefs.setBoolPref('security.fileuri.strict_origin_policy', true)";
    privileged(window, script, Vec::new()).await.map(|_| ())
}

pub(super) async fn on_paper(window: &Window) -> Result<()> {
    privileged(window, "page.browsingContext.mediumOverride = 'print'", Vec::new()).await.map(|_| ())
}

pub(super) async fn sized(window: &Window, size: Size) -> Result<()> {
    let Size { width, height, scale } = size;
    let viewport = json!({ "width": width, "height": height });
    let params = json!({ "context": context(window).await?, "viewport": viewport, "devicePixelRatio": scale });
    window.send("browsingContext.setViewport", params).await.map(|_| ())
}

pub(super) async fn touch_screen(window: &Window, size: Size) -> Result<()> {
    // The pointers of a phone: a coarse one, and no other.
    let script = "page.browsingContext.touchEventsOverride = 'enabled';
        for (const name of ['primary', 'all']) Services.prefs.setIntPref(`ui.${name}PointerCapabilities`, 1)";
    privileged(window, script, Vec::new()).await?;
    sized(window, size).await
}

pub(super) async fn run_before_pages(window: &Window, script: &str) -> Result<()> {
    let function = format!("() => {{ {script} }}");
    let params = json!({ "functionDeclaration": function, "contexts": [context(window).await?] });
    window.send("script.addPreloadScript", params).await.map(|_| ())
}

pub(super) async fn without_scripts(window: &Window) -> Result<()> {
    privileged(window, "page.browsingContext.allowJavascript = false", Vec::new()).await.map(|_| ())
}

pub(super) async fn without_cache(window: &Window) -> Result<()> {
    window.send("network.setCacheBehavior", json!({ "cacheBehavior": "bypass" })).await.map(|_| ())
}

pub(super) async fn downloads_to(window: &Window, folder: &Path) -> Result<()> {
    let behaviour = json!({ "type": "allowed", "destinationFolder": folder });
    window.send("browser.setDownloadBehavior", json!({ "downloadBehavior": behaviour })).await.map(|_| ())
}

pub(super) async fn reload(window: &Window) -> Result<()> {
    let params = json!({ "context": context(window).await?, "wait": "complete" });
    window.send("browsingContext.reload", params).await.map(|_| ())
}

/// Waits until what the page has said before has been heard: an answer of the same page comes behind it.
pub(super) async fn settles(window: &Window) -> Result<()> {
    let target = json!({ "context": context(window).await? });
    let params = json!({ "expression": "0", "target": target, "awaitPromise": false });
    window.send("script.evaluate", params).await.map(|_| ())
}

/// The address of the page's manifest, and what Firefox has against it.
pub(super) async fn manifest(window: &Window) -> Result<(String, Vec<Value>)> {
    let script = "
        const place = 'resource://gre/modules/ManifestObtainer.sys.mjs';
        const { ManifestObtainer } = ChromeUtils.importESModule(place);
        const manifest = await ManifestObtainer.browserObtainManifest(page, { checkConformance: true });
        return [manifest.moz_manifest_url, manifest.moz_validation ?? []]";
    let found = privileged(window, script, Vec::new()).await?;
    Ok(serde_json::from_value(found)?)
}
