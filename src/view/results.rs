//! Owns what an attempt came to: the score, the concepts, and every question explained.
//!
//! Never computes a mark: the report does.

use verbatim_core::mark::percent;
use verbatim_core::report::ConceptReport;
use verbatim_core::{Attempt, Course, Mode, Report};
use yew::Callback;

use super::frame::heading;
use super::start::{start_again, way_in};
use crate::field::Reviewed;
use crate::page;
use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Node, el, list};
use crate::part::link::term;
use crate::part::prose;
use crate::part::review::{Verdict, reasons, review, sureness, tenths};
use crate::route::{CATALOGUE, SetAddress};
use crate::text::Messages;

/// What a student did on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// A new attempt.
    Begin(Mode),
    /// The mistakes, once more.
    Retry,
    /// The results as a table.
    Csv,
    /// The results as data.
    Json,
}

/// The results of an attempt, whole or so far.
pub fn results(address: &SetAddress, attempt: &Attempt, on_want: &Callback<Want>, text: &Messages) -> Node {
    let report = attempt.report();
    let (open, unanswered) = left(attempt);
    let places = 0..attempt.pack().set().questions().len();
    let part = |words, list| el("section").with(el("h2.results__heading").with(words)).with(list);
    let concepts = (!report.concepts.is_empty()).then(|| {
        let concepts = report.concepts.iter().map(|entry| concept(&address.bank, entry, text));
        part(text.by_concept, el("ul.concepts__list").with_all(concepts))
    });
    let questions = places.filter_map(|place| reviewed(address, attempt, place, text));
    el("div.results")
        .with(heading(text.results))
        .with(score(attempt, &report, (open, unanswered), text))
        .with(next(address, attempt, unanswered == 0, on_want, text))
        .with(concepts)
        .with(part(text.review, el("ol.results__questions").with_all(questions)))
        .with((report.answered > 0).then(|| files(on_want, text)))
}

fn score(attempt: &Attempt, report: &Report, (open, unanswered): (usize, usize), text: &Messages) -> Node {
    let seconds = report.worked / 1000;
    let facts = [
        (report.answered > 0).then(|| (text.worked)(seconds / 60, seconds % 60)),
        (report.answered > 0 && percent(report.first) != percent(report.earned))
            .then(|| (text.first_try)(percent(report.first))),
        report.certainty.map(|(points, most)| (text.certainty_points)(&tenths(points), &tenths(most))),
    ];
    el("div")
        .with(el("p.score__percent").with((text.percent)(percent(report.earned))))
        .with(el("p.score__words").with((text.score)(report.right, report.asked)))
        .with(pass(attempt, report, text).map(|words| el("p.score__words").with(words)))
        .with((open > 0).then(|| el("p.score__open").with((text.still_open)(open))))
        .with((unanswered > 0).then(|| el("p.score__open").with((text.unanswered)(unanswered))))
        .with(el("p.score__facts").with(facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
}

/// How many questions are still open, and how many are not any more without an answer.
fn left(attempt: &Attempt) -> (usize, usize) {
    let places = || 0..attempt.pack().set().questions().len();
    let has_none = |place: &usize| attempt.course(*place).is_some_and(|course| course.given().is_none());
    let open = places().filter(|place| !attempt.is_settled(*place)).count();
    (open, places().filter(|place| attempt.is_settled(*place)).filter(has_none).count())
}

/// Whether the student has passed, where the set says when. Whoever has not finished has not failed.
fn pass(attempt: &Attempt, report: &Report, text: &Messages) -> Option<String> {
    let needed = percent(attempt.pack().set().settings().pass?);
    let passed = report.passed?;
    Some(if passed || attempt.is_finished() { (text.passed)(passed, needed) } else { (text.pass)(needed) })
}

/// What can be done next; `were_given` is whether all that is not right was answered at least.
fn next(address: &SetAddress, attempt: &Attempt, were_given: bool, on_want: &Callback<Want>, text: &Messages) -> Node {
    let mistakes = attempt.mistakes().len();
    let open = attempt.first_open().is_some();
    let weight = if open { Weight::Quiet } else { Weight::Main };
    let retry = || button(weight, &(text.retry_mistakes)(mistakes, were_given), on_want.reform(|()| Want::Retry));
    let again = || start_again(attempt, &on_want.reform(Want::Begin), text);
    // A package has one set alone, and an LMS ways of its own.
    let goes_on = attempt.is_finished() && !cfg!(feature = "lms");
    let others = || el("a.button button--quiet to-sets").attr(Attr::Href, CATALOGUE).with(text.all_sets);
    el("p.actions")
        .with(open.then(|| way_in(address, attempt, text)))
        .with((mistakes > 0).then(retry))
        .with((attempt.is_begun() || attempt.is_submitted()).then(again))
        .with(goes_on.then(others))
}

fn concept(bank: &str, entry: &ConceptReport, text: &Messages) -> Node {
    let words = (text.concept_score)(entry.right, entry.asked, percent(entry.earned));
    let bar = el("progress.concepts__bar").attr(Attr::Max, "100").attr(Attr::Value, percent(entry.earned).to_string());
    el("li.concepts__entry")
        .with(el("span").with(term(bank, &entry.concept, "results")))
        .with(bar.attr(Attr::AriaHidden, "true"))
        .with(el("span.concepts__words").with(words))
}

/// One question of the review: closed where everything was right.
fn reviewed(address: &SetAddress, attempt: &Attempt, place: usize, text: &Messages) -> Option<Node> {
    let (question, course) = attempt.question(place).zip(attempt.course(place))?;
    let settled = attempt.is_settled(place);
    let verdict = match course.given() {
        _ if settled => Verdict::of(course.mark()),
        Some(given) => Verdict::again(&given.mark),
        None => Verdict::Open,
    };
    let answer = course.given().map(|given| &given.answer);
    let shown = attempt.shown(place);
    let body = settled.then(|| {
        let line = |words: String| el("p.reviewed__reason").with(words);
        list()
            .with(course.mark().map(|mark| line(reasons(mark, text))))
            .with(more(course, text).map(line))
            .with(review(question, &Reviewed { shown: &shown, answer, pack: attempt.pack(), text }, 4))
    });
    let open = settled && verdict != Verdict::Right;
    let number = (place + 1).to_string();
    let prompt = el("h3.reviewed__prompt").with(number).with(". ").with(prose::line(&question.prompt));
    let verdict = el("span.reviewed__verdict").with(verdict.show(text));
    let link = el("a").attr(Attr::Href, address.question(&question.id)).with(text.to_question);
    let details = el("details.reviewed__details")
        .flag(Attr::Open, open)
        .with(el("summary.reviewed__summary").with(prompt).with(verdict))
        .with(body)
        .with(el("p.reviewed__link").with(link));
    Some(el("li.reviewed").key(&question.id).with(details))
}

/// What else there is to say of the way to an answer.
fn more(course: &Course, text: &Messages) -> Option<String> {
    let sure = sureness(course, text);
    let hints = (course.hints() > 0).then(|| (text.hints_used)(course.hints()));
    let parts: Vec<String> = [sure, hints].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn files(on_want: &Callback<Want>, text: &Messages) -> Node {
    let file = |words: &'static str, want: Want| button(Weight::Quiet, words, on_want.reform(move |()| want));
    el("p.actions files").with(file(text.save_csv, Want::Csv)).with(file(text.save_json, Want::Json)).with(button(
        Weight::Quiet,
        text.print,
        Callback::from(|()| page::print()),
    ))
}
