//! Owns what an attempt came to: the score, the concepts, and every question explained.
//!
//! Never computes a mark: the report does.

use verbatim_core::mark::percent;
use verbatim_core::report::ConceptReport;
use verbatim_core::{Attempt, Report};
use yew::{Callback, Html, html};

use super::frame::heading;
use super::start::way_in;
use crate::part::prose;
use crate::part::review::{Verdict, reasons, review};
use crate::route::SetAddress;
use crate::text::Messages;

/// The results of an attempt, whole or so far.
pub fn results(address: &SetAddress, attempt: &Attempt, on_start_again: &Callback<()>, text: &Messages) -> Html {
    let report = attempt.report();
    let questions = 0..attempt.pack().set().questions().len();
    html! {
        <div class="results">
            { heading(html! { text.results }) }
            { score(&report, text) }
            { next(address, attempt, &report, on_start_again, text) }
            if !report.concepts.is_empty() {
                <section>
                    <h2 class="results__heading">{ text.by_concept }</h2>
                    <ul class="concepts__list">{ for report.concepts.iter().map(|entry| concept(entry, text)) }</ul>
                </section>
            }
            <section>
                <h2 class="results__heading">{ text.review }</h2>
                <ol class="results__questions">
                    { for questions.filter_map(|position| reviewed(address, attempt, position, text)) }
                </ol>
            </section>
        </div>
    }
}

fn score(report: &Report, text: &Messages) -> Html {
    let open = report.asked - report.answered;
    html! {
        <div>
            <p class="score__percent">{ percent(report.earned) }{ " %" }</p>
            <p class="score__words">{ (text.score)(report.right, report.asked) }</p>
            if open > 0 {
                <p class="score__open">{ (text.still_open)(open) }</p>
            }
        </div>
    }
}

fn next(
    address: &SetAddress,
    attempt: &Attempt,
    report: &Report,
    on_start_again: &Callback<()>,
    text: &Messages,
) -> Html {
    html! {
        <p class="actions">
            if report.answered < report.asked {
                { way_in(address, attempt, text) }
            }
            if report.answered > 0 {
                <button type="button" class="button button--quiet" onclick={on_start_again.reform(|_| ())}>
                    { text.start_again }
                </button>
            }
        </p>
    }
}

fn concept(entry: &ConceptReport, text: &Messages) -> Html {
    let words = (text.score)(entry.right, entry.asked);
    html! {
        <li class="concepts__entry">
            <span>{ &entry.concept.term }</span>
            <progress class="concepts__bar" max="1" value={entry.earned.to_string()} aria-hidden="true" />
            <span class="concepts__words">{ words }</span>
        </li>
    }
}

/// One question of the review: closed where everything was right.
fn reviewed(address: &SetAddress, attempt: &Attempt, position: usize, text: &Messages) -> Option<Html> {
    let question = attempt.question(position)?;
    let given = attempt.given(position);
    let verdict = Verdict::of(given.map(|(_, mark)| mark));
    let body = match given {
        Some((answer, mark)) => html! {
            <>
                <p class="reviewed__reason">{ reasons(mark, text) }</p>
                { review(question, Some(answer), attempt.pack().source(), 4, text) }
            </>
        },
        None => html! {},
    };
    Some(html! {
        <li class="reviewed" key={question.id.clone()}>
            <details class="reviewed__details" open={verdict == Verdict::Wrong || verdict == Verdict::Partly}>
                <summary class="reviewed__summary">
                    <h3 class="reviewed__prompt">{ position + 1 }{ ". " }{ prose::line(&question.prompt) }</h3>
                    <span class="reviewed__verdict">{ verdict.show(text) }</span>
                </summary>
                { body }
                <p><a href={address.question(&question.id)}>{ text.to_question }</a></p>
            </details>
        </li>
    })
}
