//! Owns what is shown while data is on its way, and when it does not come.
//!
//! Never tries again by itself: the student decides.

use verbatim_core::bank::Unreadable;
use yew::Callback;

use super::frame::heading;
use crate::load::Failure;
use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Node, el};
use crate::route::CATALOGUE;
use crate::text::Messages;

/// Data is on its way.
pub fn loading(slowly: bool, text: &Messages) -> Node {
    let words = if slowly { text.loading_slowly } else { text.loading };
    // No target of the focus, which waits for the view that is being loaded.
    el("div").attr(Attr::Role, "status").with(el("h1.page__lead").with(words))
}

/// The time of a test stands still.
pub fn paused(text: &Messages) -> Node {
    el("div").with(heading(text.paused))
}

/// Data did not come.
pub fn failed(failure: Failure, on_retry: Callback<()>, text: &Messages) -> Node {
    let (title, words) = match failure {
        Failure::Unreachable => (text.trouble, text.unreachable),
        Failure::Unreadable(Unreadable::Damaged) => (text.trouble, text.damaged),
        Failure::Unreadable(Unreadable::OtherVersion) => (text.trouble, text.other_version),
        Failure::Unknown => (text.nothing_here, text.moved),
    };
    let retry = (failure != Failure::Unknown).then(|| button(Weight::Main, text.retry, on_retry));
    let others = el("a.button button--quiet").attr(Attr::Href, CATALOGUE).with(text.all_sets);
    el("div.trouble")
        .with(heading(title))
        .with(el("p.page__lead").attr(Attr::Role, "alert").with(words))
        .with(el("p.actions").with(retry).with(others))
}
