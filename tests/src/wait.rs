//! Owns waiting: for a condition, for so long, saying what was waited for.
//!
//! Never waits for time itself to pass.

use std::fmt::Display;
use std::time::Duration;

use anyhow::{Error, Result};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::time::{Instant, interval};

/// How long a condition may take to come about. Generous, as the machine may be slow; a good run never gets there.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked at.
const PULSE: Duration = Duration::from_millis(20);

/// What `look` finds, as soon as it finds something. What is gone while it is looked at is not there yet.
///
/// # Errors
///
/// What was waited for in vain, or why it could not be looked at.
pub async fn until<T>(what: impl Display, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let deadline = Instant::now() + PATIENCE;
    let mut pulse = interval(PULSE);
    loop {
        pulse.tick().await;
        let fleeting = match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => None,
            Err(error) if is_fleeting(&error) => Some(error),
            Err(error) => return Err(error.context(format!("while waiting for {what}"))),
        };
        if Instant::now() > deadline {
            let vain = format!("waited {} s in vain for {what}", PATIENCE.as_secs());
            return Err(match fleeting {
                Some(error) => error.context(vain),
                None => Error::msg(vain),
            });
        }
    }
}

/// Waits for a condition that has nothing to show for itself.
///
/// # Errors
///
/// As [`until`].
pub async fn until_true(what: impl Display, mut look: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    until(what, async || Ok(look().await?.then_some(()))).await
}

/// Whether an element, or the page, was replaced while it was looked at, as elements of a living page are.
fn is_fleeting(error: &Error) -> bool {
    error.downcast_ref::<WebDriverError>().is_some_and(|error| {
        matches!(
            error.as_inner(),
            WebDriverErrorInner::StaleElementReference(_)
                | WebDriverErrorInner::NoSuchElement(_)
                // What WebKitGTK's driver says where the page goes meanwhile.
                | WebDriverErrorInner::NoSuchFrame(_)
        )
    })
}
