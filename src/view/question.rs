//! Owns one question: asked, or answered and explained.
//!
//! Never marks: it hands the answer on and is shown what came of it.

use verbatim_core::{Answer, Attempt, Mark, Question};
use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;
use yew::{Callback, Html, SubmitEvent, classes, html};

use super::frame::heading;
use crate::field;
use crate::page::{HEADING, VERDICT};
use crate::part::prose;
use crate::part::review::{Verdict, reasons, review};
use crate::route::SetAddress;
use crate::text::Messages;

/// The id of the line that says that nothing has been chosen.
const ERROR: &str = "error";

/// What a student did on this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Gave an answer.
    Answered(Answer),
    /// Wanted to, with nothing chosen.
    AnsweredNothing,
}

/// The question at `position`. `unanswered` is how often an answer was wanted with nothing chosen.
pub fn question(
    address: &SetAddress,
    attempt: &Attempt,
    (position, question): (usize, &Question),
    unanswered: usize,
    on_did: Callback<Did>,
    text: &Messages,
) -> Html {
    let given = attempt.given(position);
    let body = match given {
        Some((answer, _)) => review(question, Some(answer), attempt.pack().source(), 2, text),
        None => form(question, unanswered, on_did, text),
    };
    html! {
        <article class="question" key={question.id.clone()}>
            { progress(attempt, position, text) }
            { heading(prose::line(&question.prompt)) }
            <div role="status">{ for given.map(|(_, mark)| verdict(mark, text)) }</div>
            { body }
            { steps(address, attempt, position, text) }
        </article>
    }
}

fn progress(attempt: &Attempt, position: usize, text: &Messages) -> Html {
    let all = attempt.pack().set().questions().len();
    html! {
        <div class="progress">
            <p class="progress__words">{ (text.position)(position + 1, all) }</p>
            <progress
                class="progress__bar"
                max={all.to_string()}
                value={attempt.answered().to_string()}
                aria-label={(text.answered)(attempt.answered(), all)}
            />
        </div>
    }
}

fn verdict(mark: &Mark, text: &Messages) -> Html {
    html! {
        <p class="verdict" id={VERDICT} tabindex="-1">
            { Verdict::of(Some(mark)).show(text) }
            <span class="verdict__reason">{ reasons(mark, text) }</span>
        </p>
    }
}

fn form(question: &Question, unanswered: usize, on_did: Callback<Did>, text: &Messages) -> Html {
    let kind = question.kind.clone();
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let answer = form.and_then(|form| field::read(&kind, &form));
        on_did.emit(answer.map_or(Did::AnsweredNothing, Did::Answered));
    };
    html! {
        <form class="question__form" {onsubmit}>
            { field::control(&question.kind, &format!("{HEADING} {ERROR}"), text) }
            <p class="question__error" id={ERROR} role="alert">
                // A new element each time, so that it is read out each time.
                if unanswered > 0 { <span key={unanswered}>{ text.choose_first }</span> }
            </p>
            <p class="question__bar"><button class="button">{ text.check }</button></p>
        </form>
    }
}

fn steps(address: &SetAddress, attempt: &Attempt, position: usize, text: &Messages) -> Html {
    let link = |position| attempt.question(position).map(|question| address.question(&question.id));
    let previous = position.checked_sub(1).and_then(link);
    let answered = attempt.given(position).is_some();
    let next = match (link(position + 1), answered) {
        (Some(link), true) => (link, text.next),
        (Some(link), false) => (link, text.skip_question),
        (None, _) => (address.results(), text.see_results),
    };
    let class = classes!("button", "steps__next", (!answered).then_some("button--quiet"));
    html! {
        <nav class={classes!("steps", answered.then_some("steps--after"))} aria-label={text.steps}>
            if let Some(link) = previous {
                <a class="button button--quiet" href={link}>{ text.previous }</a>
            }
            <a {class} href={next.0}>{ next.1 }</a>
        </nav>
    }
}
