//! Owns Chromium: how it is started, and what of its own protocol (CDP) the suite needs.
//!
//! Never used where the standard has a way.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

use super::Opening;
use super::devtools::{Scheme, Size};
use crate::surroundings::Need;

/// What chromedriver is started with.
pub(super) const DRIVER: &[&str] = &["--port=0"];

/// What it says in front of its port.
pub(super) const STARTED: &str = "started successfully on port";

/// How Chromium runs without a screen, and without talking to anybody but the test's host.
const ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // In a process of its own chromedriver cannot tell the roles and names of what is in a frame.
    "--disable-features=IsolateSandboxedIframes",
    "--window-size=1280,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

pub(super) fn capabilities(opening: &Opening) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    let path = Need::Chromium.path()?;
    wanted.set_binary(path.to_str().context("the browser's path is not UTF-8")?)?;
    for argument in ARGUMENTS {
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
    Ok(wanted.into())
}

async fn send(driver: &WebDriver, command: &str, params: Value) -> Result<Value> {
    Ok(driver.cdp().send_raw(command, params).await?)
}

/// What the browser is asked to emulate.
fn features(scheme: Scheme) -> Value {
    let (scheme, forced) = match scheme {
        Scheme::Light => ("light", "none"),
        Scheme::Dark => ("dark", "none"),
        Scheme::Forced => ("dark", "active"),
    };
    json!([{ "name": "prefers-color-scheme", "value": scheme }, { "name": "forced-colors", "value": forced }])
}

pub(super) async fn colours(driver: &WebDriver, scheme: Scheme) -> Result<()> {
    send(driver, "Emulation.setEmulatedMedia", json!({ "features": features(scheme) })).await.map(|_| ())
}

pub(super) async fn without_motion(driver: &WebDriver) -> Result<()> {
    let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
    send(driver, "Emulation.setEmulatedMedia", json!({ "features": features })).await.map(|_| ())
}

pub(super) async fn on_paper(driver: &WebDriver) -> Result<()> {
    send(driver, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await.map(|_| ())
}

pub(super) async fn sized(driver: &WebDriver, size: Size) -> Result<()> {
    let Size { width, height, scale } = size;
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
    send(driver, "Emulation.setDeviceMetricsOverride", size).await.map(|_| ())
}

pub(super) async fn touch_screen(driver: &WebDriver, size: Size) -> Result<()> {
    let Size { width, height, scale } = size;
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": true });
    send(driver, "Emulation.setDeviceMetricsOverride", size).await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
    send(driver, "Emulation.setTouchEmulationEnabled", touch).await.map(|_| ())
}

pub(super) async fn run_before_pages(driver: &WebDriver, script: &str) -> Result<()> {
    send(driver, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(|_| ())
}

pub(super) async fn without_scripts(driver: &WebDriver) -> Result<()> {
    send(driver, "Emulation.setScriptExecutionDisabled", json!({ "value": true })).await.map(|_| ())
}

pub(super) async fn without_cache(driver: &WebDriver) -> Result<()> {
    send(driver, "Network.enable", json!({})).await?;
    send(driver, "Network.setCacheDisabled", json!({ "cacheDisabled": true })).await.map(|_| ())
}

pub(super) async fn downloads_to(driver: &WebDriver, folder: &Path) -> Result<()> {
    let params = json!({ "behavior": "allow", "downloadPath": folder });
    send(driver, "Browser.setDownloadBehavior", params).await.map(|_| ())
}

pub(super) async fn without_room(driver: &WebDriver, origin: &str) -> Result<()> {
    send(driver, "Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 })).await.map(|_| ())
}

pub(super) async fn console_errors(driver: &WebDriver) -> Result<Vec<String>> {
    let entries = driver.browser_log().await.context("the console cannot be read")?;
    Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
}

pub(super) async fn requests(driver: &WebDriver) -> Result<Vec<String>> {
    let entries = driver.get_log("performance").await.context("the network cannot be read")?;
    let address = |message: String| {
        let event: Value = serde_json::from_str(&message).ok()?;
        let event = event.get("message")?;
        let sent = event.get("method")? == "Network.requestWillBeSent";
        event.pointer("/params/request/url").filter(|_| sent)?.as_str().map(str::to_owned)
    };
    Ok(entries.into_iter().filter_map(|entry| address(entry.message)).collect())
}

/// The address of the page's manifest, and what Chromium has against it and against installing the page.
pub(super) async fn manifest(driver: &WebDriver) -> Result<(String, Vec<Value>)> {
    let manifest = send(driver, "Page.getAppManifest", json!({})).await?;
    let found = send(driver, "Page.getInstallabilityErrors", json!({})).await?;
    let address = manifest.get("url").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut errors = Vec::new();
    for list in [manifest.get("errors"), found.get("installabilityErrors")] {
        errors.extend(list.and_then(Value::as_array).cloned().context("no word on installing")?);
    }
    Ok((address, errors))
}
