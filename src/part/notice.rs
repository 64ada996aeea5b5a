//! Owns short messages above a view: what the student should know, with at most one thing to do about it.
//!
//! Never disappears by itself.

use yew::{Callback, Html, html};

/// A short message, with a button where there is something to do.
pub fn notice(words: &str, action: Option<(&'static str, Callback<()>)>) -> Html {
    let button = action.map(|(name, on_action)| {
        let onclick = on_action.reform(|_| ());
        html! { <button type="button" class="button button--quiet" {onclick}>{ name }</button> }
    });
    html! { <div class="notice"><p class="notice__words">{ words }</p>{ button }</div> }
}
