//! Owns the first page of a set: what it is about, and the way in.
//!
//! Never asks a question.

use verbatim_core::Attempt;
use yew::{Callback, Html, html};

use super::frame::heading;
use crate::route::SetAddress;
use crate::text::Messages;

/// The first page of a set.
pub fn start(address: &SetAddress, attempt: &Attempt, on_start_again: &Callback<()>, text: &Messages) -> Html {
    let set = attempt.pack().set();
    let source = attempt.pack().source();
    let (answered, all) = (attempt.answered(), set.questions().len());
    let cited = (text.about_source)(source);
    html! {
        <div class="start">
            { heading(html! { set.title().to_owned() }) }
            if !set.about().is_empty() {
                <p class="page__lead">{ set.about().to_owned() }</p>
            }
            <p class="start__facts">
                { (text.questions)(u32::try_from(all).unwrap_or(u32::MAX)) }
                if answered > 0 { { " · " }{ (text.answered)(answered, all) } }
            </p>
            <p class="actions">
                { way_in(address, attempt, text) }
                if answered > 0 {
                    <button type="button" class="button button--quiet" onclick={on_start_again.reform(|_| ())}>
                        { text.start_again }
                    </button>
                }
            </p>
            <p class="start__source" lang={source.language.clone()}>
                { cited }
                if let Some(page) = &source.address {
                    <a class="start__link" href={page.clone()} rel="noreferrer">{ text.read_source }</a>
                }
            </p>
        </div>
    }
}

/// The link that goes on from where the attempt stands.
pub(super) fn way_in(address: &SetAddress, attempt: &Attempt, text: &Messages) -> Html {
    let open = attempt.first_open().and_then(|position| Some((position, attempt.question(position)?)));
    let (link, words) = match open {
        None => (address.results(), text.see_results.to_owned()),
        Some((position, question)) if attempt.answered() > 0 => {
            (address.question(&question.id), (text.resume)(position + 1))
        }
        Some((_, question)) => (address.question(&question.id), text.begin.to_owned()),
    };
    html! { <a class="button" href={link}>{ words }</a> }
}
