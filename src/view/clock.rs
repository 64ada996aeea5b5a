//! Owns the clock of a test: how much time is left, and the button that stops it where the teacher allows that.
//!
//! Never counts: the attempt does, and the app looks at the clock.

use verbatim_core::Attempt;
use yew::Callback;

use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Node, el};
use crate::text::Messages;

/// One minute, in milliseconds.
const MINUTE: u64 = 60_000;

/// The clock of a test that is under way and has a limit.
pub fn clock(attempt: &Attempt, now: u64, on_pause: &Callback<bool>, text: &Messages) -> Option<Node> {
    let left = attempt.left(now)?;
    // A second that has begun is still there.
    let seconds = left.div_ceil(1000);
    let paused = attempt.is_paused();
    let words = if paused { text.go_on } else { text.pause };
    let on_click = on_pause.reform(move |()| !paused);
    let left = el("p.clock__left").attr(Attr::Role, "timer").with((text.time_left)(seconds / 60, seconds % 60));
    let pausable = attempt.pack().set().settings().pausable;
    Some(el("div.clock").with(left).with(pausable.then(|| button(Weight::Quiet, words, on_click))))
}

/// How many minutes to warn of: five before the end of a longer test, and one.
#[must_use]
pub fn warning(attempt: &Attempt, now: u64) -> Option<u64> {
    let (left, limit) = (attempt.left(now)?, attempt.pack().set().settings().time_limit?);
    [1, 5].into_iter().find(|minutes| left <= minutes * MINUTE && limit >= 2 * minutes * MINUTE)
}
