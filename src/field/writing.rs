//! Owns the control for an answer in words or a number: one line to write in, and after it what was right.
//!
//! Never marks, and never corrects what is being written.

use verbatim_core::prose::Inline;
use verbatim_core::question::{Number, Text};
use verbatim_core::{Answer, Mark};
use yew::{Html, html};

use super::entry::{Turn, tagged};
use super::{Control, NAME, Reviewed, written};
use crate::part::prose;
use crate::text::Messages;
use crate::unicode::composed;

/// A line to write a text in.
pub(super) fn text(question: &Text, control: &Control<'_>) -> Html {
    line(control, control.text.write_answer, None, &|answer| question.feedback(answer))
}

/// A line to write a number in, with its unit.
pub(super) fn number(number: &Number, control: &Control<'_>) -> Html {
    line(control, control.text.write_number, number.unit(), &|answer| number.feedback(answer))
}

/// `feedback` is what the author says to a wrong answer that was to be expected.
fn line<'a>(
    control: &Control<'_>,
    instruction: &'static str,
    unit: Option<&str>,
    feedback: &dyn Fn(&Answer) -> Option<&'a [Inline]>,
) -> Html {
    let decimal = instruction == control.text.write_number;
    html! {
        <div class="options">
            <label class="options__legend" for={NAME}>{ instruction }</label>
            <p class="written">
                { input(NAME.to_owned(), written(control.draft), decimal, control.described_by) }
                if let Some(unit) = unit { <span class="written__unit">{ unit.to_owned() }</span> }
            </p>
            { for control.tried.iter().map(|given| html! {
                <p class="written__tried">
                    { (control.text.was_tried)(&composed(written(Some(&given.answer)))) }
                    { " " }
                    { feedback(&given.answer).map(prose::line) }
                </p>
            }) }
        </div>
    }
}

/// A line to write in. Whatever helps with prose (capitals, corrections) would answer in the student's stead.
pub(super) fn input(name: String, value: &str, decimal: bool, described_by: &str) -> Html {
    html! {
        <input
            class="written__input"
            type="text"
            id={name.clone()}
            {name}
            value={value.to_owned()}
            inputmode={if decimal { "decimal" } else { "text" }}
            autocomplete="off"
            autocapitalize="off"
            autocorrect="off"
            spellcheck="false"
            aria-describedby={described_by.to_owned()}
        />
    }
}

/// What was written and what is right, with the author's words on a wrong answer that was to be expected.
pub(super) fn review_text(question: &Text, shown: &Reviewed<'_>) -> Html {
    let why = shown.answer.and_then(|answer| question.feedback(answer)).map(prose::line).unwrap_or_default();
    let mark = shown.answer.and_then(|answer| verbatim_core::question::Rules::mark(question, answer));
    review(mark.as_ref(), question.accepted(), why, shown)
}

/// The same for a number.
pub(super) fn review_number(question: &Number, shown: &Reviewed<'_>) -> Html {
    let why = shown.answer.and_then(|answer| question.feedback(answer)).map(prose::line).unwrap_or_default();
    let mark = shown.answer.and_then(|answer| verbatim_core::question::Rules::mark(question, answer));
    review(mark.as_ref(), vec![key(question)], why, shown)
}

/// The right number with its unit.
pub(super) fn key(number: &Number) -> String {
    number.unit().map_or_else(|| number.written().to_owned(), |unit| format!("{} {unit}", number.written()))
}

fn review(mark: Option<&Mark>, accepted: Vec<String>, why: Html, shown: &Reviewed<'_>) -> Html {
    let text = shown.text;
    html! {
        <ul class="options options--reviewed">
            if let (Some(answer), Some(mark)) = (shown.answer, mark) {
                { given(answer, mark, why, text) }
            }
            { tagged(Turn::Missed, html! { right(&accepted, text) }, text.right_answer.to_owned(), Html::default()) }
        </ul>
    }
}

/// What was written.
pub(super) fn given(answer: &Answer, mark: &Mark, why: Html, text: &Messages) -> Html {
    let turn = if mark.earned() > 0.0 { Turn::Right } else { Turn::Wrong };
    tagged(turn, html! { composed(written(Some(answer))) }, text.your_answer.to_owned(), why)
}

/// The model answer, and what else counts.
pub(super) fn right(accepted: &[String], text: &Messages) -> String {
    match accepted.split_first() {
        Some((first, [])) => first.clone(),
        Some((first, others)) => (text.also_accepted)(first, &others.join(", ")),
        None => String::new(),
    }
}
