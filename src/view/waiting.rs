//! Owns what is shown while data is on its way, and when it does not come.
//!
//! Never tries again by itself: the student decides.

use verbatim_core::bank::Unreadable;
use yew::{Callback, Html, html};

use super::frame::heading;
use crate::load::Failure;
use crate::part::button::{Weight, button};
use crate::route::CATALOGUE;
use crate::text::Messages;

/// Data is on its way.
pub fn loading(slowly: bool, text: &Messages) -> Html {
    let words = if slowly { text.loading_slowly } else { text.loading };
    // No target of the focus, which waits for the view that is being loaded.
    html! { <div role="status"><h1 class="page__lead">{ words }</h1></div> }
}

/// The time of a test stands still.
pub fn paused(text: &Messages) -> Html {
    html! { <div>{ heading(html! { text.paused }) }</div> }
}

/// Data did not come.
pub fn failed(failure: Failure, on_retry: Callback<()>, text: &Messages) -> Html {
    let (title, words) = match failure {
        Failure::Unreachable => (text.trouble, text.unreachable),
        Failure::Unreadable(Unreadable::Damaged) => (text.trouble, text.damaged),
        Failure::Unreadable(Unreadable::OtherVersion) => (text.trouble, text.other_version),
        Failure::Unknown => (text.nothing_here, text.moved),
    };
    let retry = (failure != Failure::Unknown).then(|| button(Weight::Main, text.retry, on_retry.reform(|_| ())));
    html! {
        <div class="trouble">
            { heading(html! { title }) }
            <p class="page__lead" role="alert">{ words }</p>
            <p class="actions">{ retry }<a class="button button--quiet" href={CATALOGUE}>{ text.all_sets }</a></p>
        </div>
    }
}
