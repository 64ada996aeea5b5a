//! Owns short messages above a view: what the student should know, with at most one thing to do about it.
//!
//! Never disappears by itself.

use yew::Callback;

use super::button::{Weight, button};
use super::element::{Node, el};

/// A short message, with a button where there is something to do.
pub fn notice(words: &str, action: Option<(&'static str, Callback<()>)>) -> Node {
    let action = action.map(|(name, on_action)| button(Weight::Quiet, name, on_action));
    el("div.notice").with(el("p.notice__words").with(words)).with(action)
}
