//! Owns what an attempt came to: the score, the concepts, and every question explained.
//!
//! Never computes a mark: the report does.

use verbatim_core::mark::percent;
use verbatim_core::report::ConceptReport;
use verbatim_core::{Attempt, Course, Mode, Report};
use yew::{Callback, Html, html};

use super::frame::heading;
use super::start::{start_again, way_in};
use crate::field::Reviewed;
use crate::page;
use crate::part::button::{Weight, button};
use crate::part::link::term;
use crate::part::prose;
use crate::part::review::{Verdict, reasons, review};
use crate::route::SetAddress;
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
pub fn results(address: &SetAddress, attempt: &Attempt, on_want: &Callback<Want>, text: &Messages) -> Html {
    let report = attempt.report();
    let places = 0..attempt.pack().set().questions().len();
    html! {
        <div class="results">
            <p class="results__set">{ attempt.pack().set().title().to_owned() }</p>
            { heading(html! { text.results }) }
            { score(&report, text) }
            { next(address, attempt, &report, on_want, text) }
            if !report.concepts.is_empty() {
                <section>
                    <h2 class="results__heading">{ text.by_concept }</h2>
                    <ul class="concepts__list">{ for report.concepts.iter().map(|entry| concept(&address.bank, entry, text)) }</ul>
                </section>
            }
            <section>
                <h2 class="results__heading">{ text.review }</h2>
                <ol class="results__questions">
                    { for places.filter_map(|place| reviewed(address, attempt, place, text)) }
                </ol>
            </section>
            if report.answered > 0 { { files(on_want, text) } }
        </div>
    }
}

fn score(report: &Report, text: &Messages) -> Html {
    let open = report.asked - report.answered;
    let seconds = report.worked / 1000;
    let facts = [
        (report.answered > 0).then(|| (text.worked)(seconds / 60, seconds % 60)),
        (report.answered > 0 && percent(report.first) != percent(report.earned))
            .then(|| (text.first_try)(percent(report.first))),
        report.certainty.map(|(points, most)| (text.certainty_points)(&tenths(points), &tenths(most))),
    ];
    html! {
        <div>
            <p class="score__percent">{ percent(report.earned) }{ " %" }</p>
            <p class="score__words">{ (text.score)(report.right, report.asked) }</p>
            if open > 0 {
                <p class="score__open">{ (text.still_open)(open) }</p>
            }
            <p class="score__facts">{ facts.into_iter().flatten().collect::<Vec<_>>().join(" · ") }</p>
        </div>
    }
}

/// Points with at most one place behind the point.
fn tenths(points: f64) -> String {
    // Few questions, few points each: nothing is cut off.
    let tenths = (points * 10.0).round() as i32;
    let sign = if tenths < 0 { "−" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

fn next(address: &SetAddress, attempt: &Attempt, report: &Report, on_want: &Callback<Want>, text: &Messages) -> Html {
    let mistakes = attempt.mistakes().len();
    let open = attempt.first_open().is_some();
    let weight = if open { Weight::Quiet } else { Weight::Main };
    html! {
        <p class="actions">
            if open { { way_in(address, attempt, text) } }
            if mistakes > 0 {
                { button(weight, (text.retry_mistakes)(mistakes), on_want.reform(|_| Want::Retry)) }
            }
            if report.answered > 0 { { start_again(attempt, &on_want.reform(Want::Begin), text) } }
        </p>
    }
}

fn concept(bank: &str, entry: &ConceptReport, text: &Messages) -> Html {
    let words = (text.concept_score)(entry.right, entry.asked, percent(entry.earned));
    html! {
        <li class="concepts__entry">
            <span>{ term(bank, &entry.concept, "results") }</span>
            <progress class="concepts__bar" max="100" value={percent(entry.earned).to_string()} aria-hidden="true" />
            <span class="concepts__words">{ words }</span>
        </li>
    }
}

/// One question of the review: closed where everything was right.
fn reviewed(address: &SetAddress, attempt: &Attempt, place: usize, text: &Messages) -> Option<Html> {
    let (question, course) = attempt.question(place).zip(attempt.course(place))?;
    let settled = attempt.is_settled(place);
    let verdict = if settled { Verdict::of(course.mark()) } else { Verdict::Open };
    let answer = course.given().map(|given| &given.answer);
    let shown = attempt.shown(place);
    let body = settled.then(|| {
        html! {
            <>
                if let Some(mark) = course.mark() { <p class="reviewed__reason">{ reasons(mark, text) }</p> }
                if let Some(more) = more(course, text) { <p class="reviewed__reason">{ more }</p> }
                { review(question, &Reviewed { shown: &shown, answer, pack: attempt.pack(), text }, 4) }
            </>
        }
    });
    let open = settled && verdict != Verdict::Right;
    Some(html! {
        <li class="reviewed" key={question.id.clone()}>
            <details class="reviewed__details" {open}>
                <summary class="reviewed__summary">
                    <h3 class="reviewed__prompt">{ place + 1 }{ ". " }{ prose::line(&question.prompt) }</h3>
                    <span class="reviewed__verdict">{ verdict.show(text) }</span>
                </summary>
                { body }
                <p class="reviewed__link"><a href={address.question(&question.id)}>{ text.to_question }</a></p>
            </details>
        </li>
    })
}

/// What else there is to say of the way to an answer.
fn more(course: &Course, text: &Messages) -> Option<String> {
    let sure = course.first().and_then(|given| given.certainty).map(text.was_sure);
    let hints = (course.hints() > 0).then(|| (text.hints_used)(course.hints()));
    let parts: Vec<String> = [sure, hints].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn files(on_want: &Callback<Want>, text: &Messages) -> Html {
    let file = |words: &'static str, want: Want| button(Weight::Quiet, words, on_want.reform(move |_| want));
    html! {
        <p class="actions files">
            { file(text.save_csv, Want::Csv) }
            { file(text.save_json, Want::Json) }
            { button(Weight::Quiet, text.print, Callback::from(|_| page::print())) }
        </p>
    }
}
