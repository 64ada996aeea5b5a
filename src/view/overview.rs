//! Owns the overview of a test: which questions have an answer, which are flagged, and the way to hand it in.
//!
//! Never says which answers are right.

use verbatim_core::{Attempt, Course};
use yew::Callback;

use super::frame::{dialog, heading};
use crate::page;
use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Node, el, list};
use crate::part::prose;
use crate::route::SetAddress;
use crate::text::Messages;

/// The id of the dialog that asks before a test is handed in.
const SURE: &str = "sure-to-submit";

/// All questions of a test that is under way.
pub fn overview(address: &SetAddress, attempt: &Attempt, on_submit: &Callback<()>, text: &Messages) -> Node {
    let places = attempt.asked();
    let all = places.len();
    let flagged = places.iter().filter(|place| attempt.course(**place).is_some_and(Course::is_flagged)).count();
    let open = all - attempt.answered();
    let ask = Callback::from(|()| page::open_dialog(SURE));
    let entries = places.iter().filter_map(|place| entry(address, attempt, *place, text));
    let sure = el("p").with((text.sure_to_submit)(open));
    el("div.overview")
        .with(heading(text.overview))
        .with(el("p.page__lead").with((text.overview_words)(attempt.answered(), all, flagged)))
        .with(el("ol.overview__list").with_all(entries))
        .with(el("p.actions").with(button(Weight::Main, text.submit, ask)))
        .with(dialog(SURE, text.submit, sure, Some((text.submit, on_submit)), text))
}

fn entry(address: &SetAddress, attempt: &Attempt, place: usize, text: &Messages) -> Option<Node> {
    let (question, course) = attempt.question(place).zip(attempt.course(place))?;
    let (sign, words) = if attempt.is_open(place) { ("○", text.has_none) } else { ("●", text.has_answer) };
    let flagged = course
        .is_flagged()
        .then(|| list().with(" · ").with(el("span").attr(Attr::AriaHidden, "true").with("⚑ ")).with(text.flagged));
    let link = el("a.overview__link").attr(Attr::Href, address.question(&question.id));
    let state = el("span.overview__state")
        .with(el("span").attr(Attr::AriaHidden, "true").with(sign).with(" "))
        .with(words)
        .with(flagged);
    Some(el("li.overview__entry").key(&question.id).with(link.with(prose::line(&question.prompt))).with(state))
}
