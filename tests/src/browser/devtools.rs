//! Owns what the WebDriver standard cannot do and each browser does in its own way: emulating a reader's settings,
//! running a script before the page, reading the console and the network.
//!
//! Never used where the standard has a way.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

/// Below this width a window is that of a phone, and as low as the lowest of them.
const NARROW: u32 = 600;

/// What a reader has asked the browser for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// A few colours of the reader's own (Windows' contrast themes).
    Forced,
}

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub scheme: Scheme,
    /// The width of the window, in CSS pixels.
    pub width: u32,
}

impl fmt::Display for Look {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {} px", self.scheme.name(), self.width)
    }
}

impl Scheme {
    /// What the browser is asked to emulate.
    fn features(self) -> Value {
        let (scheme, forced) = match self {
            Self::Light => ("light", "none"),
            Self::Dark => ("dark", "none"),
            Self::Forced => ("dark", "active"),
        };
        json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
        ])
    }

    /// The media query that tells it.
    fn query(self) -> &'static str {
        match self {
            Self::Light => "(prefers-color-scheme: light)",
            Self::Dark => "(prefers-color-scheme: dark)",
            Self::Forced => "(forced-colors: active)",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Forced => "forced colours",
        }
    }
}

/// Looks at all pages from now on in this way.
///
/// # Errors
///
/// What the driver says against it, or that it did not come about.
pub async fn look(driver: &WebDriver, look: Look) -> Result<()> {
    let media = json!({ "features": look.scheme.features() });
    driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    let height = if look.width < NARROW { 568 } else { 800 };
    let size = json!({ "width": look.width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
    looks(driver, look).await
}

/// Checks that pages are looked at in this way.
///
/// # Errors
///
/// That they are not.
pub async fn looks(driver: &WebDriver, look: Look) -> Result<()> {
    let query = look.scheme.query();
    let script = format!("return matchMedia('{query}').matches && innerWidth");
    let seen = driver.execute(script.as_str(), Vec::new()).await?;
    ensure!(seen.json() == &json!(look.width), "the browser does not show pages in {look}: {}", seen.json());
    Ok(())
}

/// Is from now on a device of this width with a touch screen.
///
/// # Errors
///
/// What the driver says against it.
pub async fn touch_screen(driver: &WebDriver, width: u32) -> Result<()> {
    let size = json!({ "width": width, "height": 740, "deviceScaleFactor": 2, "mobile": true });
    driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
    driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
    Ok(())
}

/// A finger taps on a point of the window, given in CSS pixels.
///
/// # Errors
///
/// What the driver says against it.
pub async fn tap(driver: &WebDriver, x: f64, y: f64) -> Result<()> {
    let down = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
    driver.cdp().send_raw("Input.dispatchTouchEvent", down).await?;
    let up = json!({ "type": "touchEnd", "touchPoints": [] });
    driver.cdp().send_raw("Input.dispatchTouchEvent", up).await?;
    Ok(())
}

/// Runs a script in every page from now on, before any script of its own.
///
/// # Errors
///
/// What the driver says against it.
pub async fn run_before_pages(driver: &WebDriver, script: &str) -> Result<()> {
    let params = json!({ "source": script });
    driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", params).await?;
    Ok(())
}

/// Runs no script of any page from now on.
///
/// # Errors
///
/// What the driver says against it.
pub async fn without_scripts(driver: &WebDriver) -> Result<()> {
    driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    Ok(())
}

/// Takes nothing from the browser's cache from now on.
///
/// # Errors
///
/// What the driver says against it.
pub async fn without_cache(driver: &WebDriver) -> Result<()> {
    driver.cdp().send_raw("Network.enable", json!({})).await?;
    driver.cdp().send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    Ok(())
}

/// Puts what is downloaded from now on into a folder, without asking.
///
/// # Errors
///
/// What the driver says against it.
pub async fn downloads_to(driver: &WebDriver, folder: &Path) -> Result<()> {
    let params = json!({ "behavior": "allow", "downloadPath": folder });
    driver.cdp().send_raw("Browser.setDownloadBehavior", params).await?;
    Ok(())
}

/// The errors in the console since the last look: what the page logs as one, what it throws, what it fails to load.
///
/// # Errors
///
/// What the driver says against it.
pub async fn console_errors(driver: &WebDriver) -> Result<Vec<String>> {
    let entries = driver.browser_log().await.context("the console cannot be read")?;
    Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
}

/// The addresses of all requests since the last look, whatever became of them.
///
/// # Errors
///
/// What the driver says against it.
pub async fn requests(driver: &WebDriver) -> Result<Vec<String>> {
    let entries = driver.get_log("performance").await.context("the network cannot be read")?;
    let address = |message: String| {
        let event: Value = serde_json::from_str(&message).ok()?;
        let event = event.get("message")?;
        let sent = event.get("method")? == "Network.requestWillBeSent";
        event.pointer("/params/request/url").filter(|_| sent)?.as_str().map(str::to_owned)
    };
    Ok(entries.into_iter().filter_map(|entry| address(entry.message)).collect())
}
