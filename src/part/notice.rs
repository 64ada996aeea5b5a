//! Owns short messages above a view: what the student should know, with at most one thing to do about it.
//!
//! Never disappears by itself.

use yew::{Callback, Html, html};

use super::button::{Weight, button};

/// A short message, with a button where there is something to do.
pub fn notice(words: &str, action: Option<(&'static str, Callback<()>)>) -> Html {
    let action = action.map(|(name, on_action)| button(Weight::Quiet, name, on_action.reform(|_| ())));
    html! { <div class="notice"><p class="notice__words">{ words }</p>{ action }</div> }
}
