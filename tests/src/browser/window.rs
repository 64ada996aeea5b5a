//! Owns a window of a browser: its driver, which browser it is of, and what it was heard to say.
//!
//! Never does anything by itself: `devtools` and the driver do.

use std::ops::Deref;

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::WebDriver;

use super::bidi::Bidi;
use super::heard::Heard;
use super::{Ability, Browser, Cannot, Opening, firefox, webkit};

/// A browser's window, driven by WebDriver.
#[derive(Clone, Debug)]
pub struct Window {
    driver: WebDriver,
    browser: Browser,
    bidi: Option<Bidi>,
    heard: Heard,
}

impl Window {
    /// A window that was opened, from now on listened to.
    pub(super) async fn open(browser: Browser, driver: WebDriver, opening: &Opening) -> Result<Self> {
        let address = driver.capabilities().get("webSocketUrl").and_then(Value::as_str);
        let (bidi, heard) = match address {
            Some(address) => {
                let (bidi, heard) = Heard::listen(address, opening.network).await?;
                (Some(bidi), heard)
            }
            None => (None, Heard::default()),
        };
        let window = Self { driver, browser, bidi, heard };
        if browser == Browser::Webkit {
            webkit::in_the_middle(&window, webkit::USUAL.0, webkit::USUAL.1).await?;
        }
        Ok(window)
    }

    /// Asks for something that not every browser can.
    ///
    /// # Errors
    ///
    /// [`Cannot`], which the stage reports, where this one cannot.
    pub fn can(&self, ability: Ability) -> Result<()> {
        match self.browser.cannot(ability) {
            Some(reason) => Err(Cannot(reason).into()),
            None => Ok(()),
        }
    }

    /// Which browser it is.
    #[must_use]
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// Sends a command of WebDriver BiDi.
    pub(super) async fn send(&self, command: &str, params: Value) -> Result<Value> {
        self.bidi.as_ref().context("this browser was not asked for WebDriver BiDi")?.send(command, params).await
    }

    /// What it was heard to say by WebDriver BiDi.
    pub(crate) fn heard(&self) -> &Heard {
        &self.heard
    }

    /// Loads the page anew, as a reader does. (geckodriver's own way goes past the worker, as with the shift key held.)
    ///
    /// # Errors
    ///
    /// What the driver says against it.
    pub async fn refresh(&self) -> Result<()> {
        match self.browser {
            Browser::Chromium | Browser::Webkit => Ok(self.driver.refresh().await?),
            Browser::Firefox => firefox::reload(self).await,
        }
    }

    /// Closes it, and the browser with it.
    ///
    /// # Errors
    ///
    /// What the driver says against it.
    pub async fn quit(self) -> Result<()> {
        let quit = self.driver.clone().quit().await;
        if quit.is_err() {
            // Else the library would try it once more when the last copy is dropped, and wait for itself.
            let _ = self.driver.leak();
        }
        Ok(quit?)
    }
}

impl Deref for Window {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}
