//! Owns the overview of a test: which questions have an answer, which are flagged, and the way to hand it in.
//!
//! Never says which answers are right.

use verbatim_core::{Attempt, Course};
use yew::{Callback, Html, html};

use super::frame::{dialog, heading};
use crate::page;
use crate::part::button::{Weight, button};
use crate::part::prose;
use crate::route::SetAddress;
use crate::text::Messages;

/// The id of the dialog that asks before a test is handed in.
const SURE: &str = "sure-to-submit";

/// All questions of a test that is under way.
pub fn overview(address: &SetAddress, attempt: &Attempt, on_submit: &Callback<()>, text: &Messages) -> Html {
    let places = attempt.asked();
    let all = places.len();
    let flagged = places.iter().filter(|place| attempt.course(**place).is_some_and(Course::is_flagged)).count();
    let open = all - attempt.answered();
    let ask = Callback::from(|_| page::open_dialog(SURE));
    html! {
        <div class="overview">
            { heading(html! { text.overview }) }
            <p class="page__lead">{ (text.overview_words)(attempt.answered(), all, flagged) }</p>
            <ol class="overview__list">
                { for places.iter().filter_map(|place| entry(address, attempt, *place, text)) }
            </ol>
            <p class="actions">
                { button(Weight::Main, text.submit, ask) }
            </p>
            { dialog(SURE, text.submit, html! { <p>{ (text.sure_to_submit)(open) }</p> }, Some((text.submit, on_submit)), text) }
        </div>
    }
}

fn entry(address: &SetAddress, attempt: &Attempt, place: usize, text: &Messages) -> Option<Html> {
    let (question, course) = attempt.question(place).zip(attempt.course(place))?;
    let (sign, words) = if attempt.is_open(place) { ("○", text.has_none) } else { ("●", text.has_answer) };
    Some(html! {
        <li class="overview__entry" key={question.id.clone()}>
            <a class="overview__link" href={address.question(&question.id)}>{ prose::line(&question.prompt) }</a>
            <span class="overview__state">
                <span aria-hidden="true">{ sign }{ " " }</span>{ words }
                if course.is_flagged() {
                    { " · " }<span aria-hidden="true">{ "⚑ " }</span>{ text.flagged }
                }
            </span>
        </li>
    })
}
