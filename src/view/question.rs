//! Owns one question: asked, or answered and explained.
//!
//! Never marks: it hands the answer on and is shown what came of it.

use verbatim_core::{Answer, Attempt, Certainty, Course, Mark, Mode, Question};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::Callback;

use super::form::form;
use super::frame::heading;
use crate::field::{self, Reviewed};
use crate::page::VERDICT;
use crate::part::element::{Attr, Node, el, list};
use crate::part::prose;
use crate::part::review::{Verdict, reasons, review, sureness};
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
    /// The attempt whose verdict is told: a step ahead of the other while a verdict is painted before all that follows
    /// from it.
    pub told: &'a Attempt,
    /// The place of the question.
    pub place: usize,
    /// What the controls say.
    pub draft: Draft,
    /// What is wrong with it, and how often that was said.
    pub error: Option<(usize, &'static str)>,
    /// Takes what the student does.
    pub on_did: Callback<Did>,
    /// The words.
    pub text: &'a Messages,
}

/// The question at a place.
pub fn question(asked: &Asked<'_>) -> Node {
    let Asked { attempt, place, text, .. } = asked;
    let Some((question, course)) = attempt.question(*place).zip(attempt.course(*place)) else { return list() };
    let settled = attempt.is_settled(*place);
    let shown = attempt.shown(*place);
    let body = if settled {
        let answer = course.given().map(|given| &given.answer);
        review(question, &Reviewed { shown: &shown, answer, pack: attempt.pack(), text }, 2)
    } else {
        form(asked, question, course, &shown)
    };
    el("article.question")
        .key(&question.id)
        .with(progress(asked, question, course))
        .with(heading(prose::line(&question.prompt)))
        .with(el("div").attr(Attr::Role, "status").with(verdict(asked.told, *place, text)))
        .with(body)
        .with(steps(asked, settled))
}

fn progress(asked: &Asked<'_>, question: &Question, course: &Course) -> Node {
    let Asked { attempt, place, text, .. } = asked;
    let places = attempt.asked();
    let all = places.len();
    let number = places.iter().position(|other| other == place).map(|position| position + 1);
    let words = number.map_or_else(|| question.id.clone(), |number| (text.position)(number, all));
    let testing = attempt.mode() == Mode::Test && !attempt.is_submitted();
    let line = el("div.progress__line")
        .with(el("p.progress__words").with(words))
        .with(testing.then(|| flag(course, &asked.on_did, text)));
    let bar = el("progress.progress__bar")
        .attr(Attr::Max, all.to_string())
        .attr(Attr::Value, attempt.answered().to_string())
        .attr(Attr::AriaLabel, (text.answered)(attempt.answered(), all));
    el("div.progress").with(line).with(bar)
}

fn flag(course: &Course, on_did: &Callback<Did>, text: &Messages) -> Node {
    let flagged = course.is_flagged();
    let sign = el("span.toggle__sign").attr(Attr::AriaHidden, "true").with(if flagged { "⚑" } else { "⚐" });
    el("button.toggle")
        .attr(Attr::Type, "button")
        .attr(Attr::Id, "flag")
        .attr(Attr::AriaPressed, truth(flagged))
        .on_click(on_did.reform(move |()| Did::Flagged(!flagged)))
        .with(sign)
        .with(text.flag)
}

fn truth(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// The verdict, where it may be seen: on the whole question, or on a try after which there is another.
fn verdict(attempt: &Attempt, place: usize, text: &Messages) -> Option<Node> {
    let course = attempt.course(place)?;
    if attempt.is_settled(place) {
        return Some(said(Verdict::of(course.mark()), course.mark(), course, text));
    }
    let tried = course.given().filter(|_| attempt.mode() == Mode::Practice);
    tried.map(|given| said(Verdict::again(&given.mark), Some(&given.mark), course, text))
}

fn said(verdict: Verdict, mark: Option<&Mark>, course: &Course, text: &Messages) -> Node {
    // Its points are those of the first answer: beside the mark of another they would be taken for that one's.
    let is_first = course.retries() == 0 && course.tries().len() == 1;
    let was_asked = course.given().is_some_and(|given| given.certainty.is_some());
    let sure = (is_first && was_asked).then(|| sureness(course, text)).flatten();
    el("p.verdict")
        .attr(Attr::Id, VERDICT)
        .attr(Attr::TabIndex, "-1")
        .with(verdict.show(text))
        .with(mark.map(|mark| el("span.verdict__reason").with(reasons(mark, text))))
        .with(sure.map(|words| el("span.verdict__reason").with(words)))
}

fn steps(asked: &Asked<'_>, settled: bool) -> Node {
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
    let main = settled || testing;
    let quiet = |link: String, words| el("a.button button--quiet").attr(Attr::Href, link).with(words);
    let overview = (testing && next.1 != text.overview).then(|| quiet(address.overview(), text.overview));
    let next = el(if main { "a.button steps__next" } else { "a.button button--quiet steps__next" })
        .attr(Attr::Id, NEXT)
        .attr(Attr::Href, next.0)
        .with(next.1);
    el(if settled { "nav.steps steps--after" } else { "nav.steps" })
        .attr(Attr::AriaLabel, text.steps)
        .with(previous.map(|link| quiet(link, text.previous).attr(Attr::Id, PREVIOUS)))
        .with(overview)
        .with(next)
}

/// What the controls of the form say now in which something has happened.
pub(super) fn read(question: &Question, target: Option<EventTarget>) -> Draft {
    let inside = target.and_then(|target| target.dyn_into::<Element>().ok());
    let form = inside.and_then(|element| element.closest("form").ok().flatten()).and_then(|form| form.dyn_into().ok());
    let Some(form) = form else { return Draft::default() };
    Draft { answer: field::read(&question.kind, &form), certainty: super::certainty::read(&form) }
}
