//! Owns one question: asked, or answered and explained.
//!
//! Never marks: it hands the answer on and is shown what came of it.

use verbatim_core::{Answer, Attempt, Certainty, Course, Mark, Mode, Question};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::{Callback, Html, html};

use super::form::form;
use super::frame::heading;
use crate::field::{self, Reviewed};
use crate::page::VERDICT;
use crate::part::prose;
use crate::part::review::{Verdict, reasons, review};
use crate::route::SetAddress;
use crate::text::Messages;

/// The id of the link to the question before.
pub const PREVIOUS: &str = "previous";
/// The id of the link to what comes next.
pub const NEXT: &str = "next";

/// What the controls of a question say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What has been given so far, fit to be an answer or not.
    pub answer: Option<Answer>,
    /// How sure the student is.
    pub certainty: Option<Certainty>,
}

/// What a student did on this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Is about to answer.
    Drafted(Draft),
    /// Moved something; the words say what has become of it.
    Moved(Answer, String),
    /// Left a control, or chose with it.
    Changed(Draft),
    /// Asked for the verdict, or in a test to go on.
    Submitted(Draft),
    /// Asked for a hint.
    Hinted,
    /// Asked for the answer.
    Revealed,
    /// Marked the question to come back to, or no more.
    Flagged(bool),
}

/// What is shown besides the attempt.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The set's address.
    pub address: &'a SetAddress,
    /// The attempt.
    pub attempt: &'a Attempt,
    /// The place of the question.
    pub place: usize,
    /// What the controls say.
    pub draft: Draft,
    /// What is wrong with it, and how often that was said.
    pub error: Option<(usize, &'static str)>,
    /// Whether the verdict is to be painted before all that explains it.
    pub verdict_first: bool,
    /// Takes what the student does.
    pub on_did: Callback<Did>,
    /// The words.
    pub text: &'a Messages,
}

/// The question at a place.
pub fn question(asked: &Asked<'_>) -> Html {
    let Asked { attempt, place, text, .. } = asked;
    let Some((question, course)) = attempt.question(*place).zip(attempt.course(*place)) else { return Html::default() };
    let settled = attempt.is_settled(*place) && !asked.verdict_first;
    let shown = attempt.shown(*place);
    let body = if settled {
        let answer = course.given().map(|given| &given.answer);
        review(question, &Reviewed { shown: &shown, answer, pack: attempt.pack(), text }, 2)
    } else {
        form(asked, question, course, &shown)
    };
    html! {
        <article class="question" key={question.id.clone()}>
            { progress(asked, question, course) }
            { heading(prose::line(&question.prompt)) }
            <div role="status">{ verdict(attempt, *place, course, text) }</div>
            { body }
            { steps(asked, settled) }
        </article>
    }
}

fn progress(asked: &Asked<'_>, question: &Question, course: &Course) -> Html {
    let Asked { attempt, place, text, .. } = asked;
    let places = attempt.asked();
    let all = places.len();
    let number = places.iter().position(|other| other == place).map(|position| position + 1);
    let words = number.map_or_else(|| question.id.clone(), |number| (text.position)(number, all));
    html! {
        <div class="progress">
            <div class="progress__line">
                <p class="progress__words">{ words }</p>
                if attempt.mode() == Mode::Test && !attempt.is_submitted() {
                    { flag(course, &asked.on_did, text) }
                }
            </div>
            <progress
                class="progress__bar"
                max={all.to_string()}
                value={attempt.answered().to_string()}
                aria-label={(text.answered)(attempt.answered(), all)}
            />
        </div>
    }
}

fn flag(course: &Course, on_did: &Callback<Did>, text: &Messages) -> Html {
    let flagged = course.is_flagged();
    let onclick = on_did.reform(move |_| Did::Flagged(!flagged));
    html! {
        <button type="button" id="flag" class="toggle" aria-pressed={truth(flagged)} {onclick}>
            <span class="toggle__sign" aria-hidden="true">{ if flagged { "⚑" } else { "⚐" } }</span>
            { text.flag }
        </button>
    }
}

fn truth(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// The verdict, where it may be seen: on the whole question, or on a try after which there is another.
fn verdict(attempt: &Attempt, place: usize, course: &Course, text: &Messages) -> Html {
    if attempt.is_settled(place) {
        return said(Verdict::of(course.mark()), course.mark(), text);
    }
    let tried = course.given().filter(|_| attempt.mode() == Mode::Practice);
    tried.map(|given| said(Verdict::again(&given.mark), Some(&given.mark), text)).unwrap_or_default()
}

fn said(verdict: Verdict, mark: Option<&Mark>, text: &Messages) -> Html {
    html! {
        <p class="verdict" id={VERDICT} tabindex="-1">
            { verdict.show(text) }
            if let Some(mark) = mark { <span class="verdict__reason">{ reasons(mark, text) }</span> }
        </p>
    }
}

fn steps(asked: &Asked<'_>, settled: bool) -> Html {
    let Asked { address, attempt, place, text, .. } = asked;
    let places = attempt.asked();
    let here = places.iter().position(|other| other == place);
    let link = |step: Option<usize>| {
        let question = attempt.question(*places.get(step?)?)?;
        Some(address.question(&question.id))
    };
    let previous = link(here.and_then(|here| here.checked_sub(1)));
    let testing = attempt.mode() == Mode::Test && !attempt.is_submitted();
    let next = match link(here.map(|here| here + 1)) {
        Some(link) if settled || testing => (link, text.next),
        Some(link) => (link, text.skip_question),
        None if testing => (address.overview(), text.overview),
        None => (address.results(), text.see_results),
    };
    let next_class = if settled || testing { "button steps__next" } else { "button button--quiet steps__next" };
    html! {
        <nav class={if settled { "steps steps--after" } else { "steps" }} aria-label={text.steps}>
            if let Some(link) = previous {
                <a class="button button--quiet" id={PREVIOUS} href={link}>{ text.previous }</a>
            }
            if testing && next.1 != text.overview {
                <a class="button button--quiet" href={address.overview()}>{ text.overview }</a>
            }
            <a class={next_class} id={NEXT} href={next.0}>
                { next.1 }
            </a>
        </nav>
    }
}

/// What the controls of the form say now in which something has happened.
pub(super) fn read(question: &Question, target: Option<EventTarget>) -> Draft {
    let inside = target.and_then(|target| target.dyn_into::<Element>().ok());
    let form = inside.and_then(|element| element.closest("form").ok().flatten()).and_then(|form| form.dyn_into().ok());
    let Some(form) = form else { return Draft::default() };
    Draft { answer: field::read(&question.kind, &form), certainty: super::certainty::read(&form) }
}
