//! Owns the form in which a question is answered: controls, certainty, hints, and the button for the verdict.
//!
//! Never decides what may be asked: the attempt does.

use std::rc::Rc;

use verbatim_core::mark::percent;
use verbatim_core::{Course, Mode, Question};
use yew::{Callback, Event};

use super::certainty;
use super::question::{Asked, Did, Draft, read};
use crate::field::{self, Control};
use crate::page::HEADING;
use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Node, On, el, list};
use crate::part::prose;
use crate::text::Messages;

/// The id of the form.
pub const FORM: &str = "form";
/// The id of the line that says what is missing.
const ERROR: &str = "error";
/// The id of the hints, which take the focus when the last button for one is gone.
pub const HINTS: &str = "hints";

/// The form of a question that waits for an answer.
pub(super) fn form(asked: &Asked<'_>, question: &Question, course: &Course, shown: &[usize]) -> Node {
    let Asked { attempt, draft, error, on_did, text, .. } = asked;
    let testing = attempt.mode() == Mode::Test;
    let tried = if testing { &[] } else { course.tries() };
    let control = Control {
        shown,
        draft: draft.answer.as_ref(),
        tried,
        described_by: &format!("{HEADING} {ERROR}"),
        on_draft: on_did.reform(|(answer, words)| Did::Moved(answer, words)),
        text,
    };
    // A new element each time, so that it is read out each time.
    let error = error.map(|(count, words)| el("span").key(&count.to_string()).with(words));
    let certain = attempt.pack().set().settings().certainty;
    el("form.question__form")
        .attr(Attr::Id, FORM)
        .on(On::Input, reads(asked, question, Did::Drafted))
        .on(On::Change, reads(asked, question, Did::Changed))
        .on(On::Submit, reads(asked, question, Did::Submitted))
        .with(field::control(&question.kind, &control))
        .with(certain.then(|| certainty::control(draft.certainty, text)))
        .with(el("p.question__error").attr(Attr::Id, ERROR).attr(Attr::Role, "alert").with(error))
        .with((!testing).then(|| verdict_bar(tried.len(), on_did, text)))
        .with(hints(asked, question, course))
}

/// Tells what the controls say when something happens in the form.
fn reads(asked: &Asked<'_>, question: &Question, done: fn(Draft) -> Did) -> Callback<Event> {
    let (pack, id, on_did) = (Rc::clone(asked.attempt.pack()), question.id.clone(), asked.on_did.clone());
    Callback::from(move |event: Event| {
        // Only the sending of the form could be prevented: the page would be left.
        event.prevent_default();
        let question = pack.set().position(&id).and_then(|position| pack.set().questions().get(position));
        on_did.emit(done(question.map(|question| read(question, event.target())).unwrap_or_default()));
    })
}

/// The button for the verdict; with a try behind, also one that gives up.
fn verdict_bar(tried: usize, on_did: &Callback<Did>, text: &Messages) -> Node {
    let again = tried > 0;
    el("p.question__bar")
        .with(el("button.button").with(if again { text.check_again } else { text.check }))
        .with(again.then(|| button(Weight::Quiet, text.reveal, on_did.reform(|()| Did::Revealed))))
}

/// The hints that are shown, and the button for the next.
fn hints(asked: &Asked<'_>, question: &Question, course: &Course) -> Option<Node> {
    let Asked { attempt, on_did, text, .. } = asked;
    let (used, all) = (course.hints(), question.hints.len());
    if all == 0 {
        return None;
    }
    let cost = percent(attempt.pack().set().settings().hint_cost);
    let shown = (used > 0).then(|| {
        let hints = question.hints.iter().take(used).map(|hint| el("li").with(prose::line(hint)));
        list().with(el("h2.hints__heading").with(text.hints)).with(el("ol.hints__list").with_all(hints))
    });
    let next = (used < all)
        .then(|| button(Weight::Quiet, &(text.show_hint)(used + 1, all, cost), on_did.reform(|()| Did::Hinted)));
    let status = el("div").attr(Attr::Role, "status").attr(Attr::Id, HINTS).attr(Attr::TabIndex, "-1");
    Some(el("div.hints").with(status.with(shown)).with(next))
}
