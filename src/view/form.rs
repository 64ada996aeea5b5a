//! Owns the form in which a question is answered: controls, certainty, hints, and the button for the verdict.
//!
//! Never decides what may be asked: the attempt does.

use std::rc::Rc;

use verbatim_core::mark::percent;
use verbatim_core::{Course, Mode, Question};
use web_sys::EventTarget;
use yew::{Callback, Event, Html, InputEvent, SubmitEvent, html};

use super::certainty;
use super::question::{Asked, Did, Draft, read};
use crate::field::{self, Control};
use crate::page::HEADING;
use crate::part::button::{Weight, button};
use crate::part::prose;
use crate::text::Messages;

/// The id of the form.
pub const FORM: &str = "form";
/// The id of the line that says what is missing.
const ERROR: &str = "error";
/// The id of the hints, which take the focus when the last button for one is gone.
pub const HINTS: &str = "hints";

/// The form of a question that waits for an answer.
pub(super) fn form(asked: &Asked<'_>, question: &Question, course: &Course, shown: &[usize]) -> Html {
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
    let drafted = reads(asked, question, Did::Drafted);
    let (changed, submitted) = (reads(asked, question, Did::Changed), reads(asked, question, Did::Submitted));
    let oninput = move |event: InputEvent| drafted(event.target());
    let onchange = move |event: Event| changed(event.target());
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        submitted(event.target());
    };
    html! {
        <form class="question__form" id={FORM} {oninput} {onchange} {onsubmit}>
            { field::control(&question.kind, &control) }
            if attempt.pack().set().settings().certainty { { certainty::control(draft.certainty, text) } }
            <p class="question__error" id={ERROR} role="alert">
                // A new element each time, so that it is read out each time.
                if let Some((count, words)) = error { <span key={*count}>{ *words }</span> }
            </p>
            if !testing { { verdict_bar(tried.len(), on_did, text) } }
            { hints(asked, question, course) }
        </form>
    }
}

/// Tells what the controls say when something happens in the form.
fn reads(asked: &Asked<'_>, question: &Question, done: fn(Draft) -> Did) -> impl Fn(Option<EventTarget>) + use<> {
    let (pack, id, on_did) = (Rc::clone(asked.attempt.pack()), question.id.clone(), asked.on_did.clone());
    move |form| {
        let question = pack.set().position(&id).and_then(|position| pack.set().questions().get(position));
        on_did.emit(done(question.map(|question| read(question, form)).unwrap_or_default()));
    }
}

/// The button for the verdict; with a try behind, also one that gives up.
fn verdict_bar(tried: usize, on_did: &Callback<Did>, text: &Messages) -> Html {
    html! {
        <p class="question__bar">
            <button class="button">{ if tried > 0 { text.check_again } else { text.check } }</button>
            if tried > 0 {
                { button(Weight::Quiet, text.reveal, on_did.reform(|_| Did::Revealed)) }
            }
        </p>
    }
}

/// The hints that are shown, and the button for the next.
fn hints(asked: &Asked<'_>, question: &Question, course: &Course) -> Html {
    let Asked { attempt, on_did, text, .. } = asked;
    let (used, all) = (course.hints(), question.hints.len());
    if all == 0 {
        return Html::default();
    }
    let cost = percent(attempt.pack().set().settings().hint_cost);
    html! {
        <div class="hints">
            <div role="status" id={HINTS} tabindex="-1">
                if used > 0 {
                    <h2 class="hints__heading">{ text.hints }</h2>
                    <ol class="hints__list">
                        { for question.hints.iter().take(used).map(|hint| html! { <li>{ prose::line(hint) }</li> }) }
                    </ol>
                }
            </div>
            if used < all {
                { button(Weight::Quiet, (text.show_hint)(used + 1, all, cost), on_did.reform(|_| Did::Hinted)) }
            }
        </div>
    }
}
