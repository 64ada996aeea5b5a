//! Owns the control for an answer in words or a number: one line to write in, and after it what was right.
//!
//! Never marks, and never corrects what is being written.

use verbatim_core::prose::Inline;
use verbatim_core::question::{Number, Text};
use verbatim_core::{Answer, Mark};

use super::entry::{Turn, tagged};
use super::{Control, NAME, Reviewed, written};
use crate::part::element::{Attr, Node, bare, el, list};
use crate::part::prose;
use crate::text::Messages;
use crate::unicode::composed;

/// A line to write a text in.
pub(super) fn text(question: &Text, control: &Control<'_>) -> Node {
    line(control, control.text.write_answer, None, &|answer| question.feedback(answer))
}

/// A line to write a number in, with its unit.
pub(super) fn number(number: &Number, control: &Control<'_>) -> Node {
    line(control, control.text.write_number, number.unit(), &|answer| number.feedback(answer))
}

/// `feedback` is what the author says to a wrong answer that was to be expected.
fn line<'a>(
    control: &Control<'_>,
    instruction: &'static str,
    unit: Option<&str>,
    feedback: &dyn Fn(&Answer) -> Option<&'a [Inline]>,
) -> Node {
    let decimal = instruction == control.text.write_number;
    let input = input(NAME.to_owned(), written(control.draft), decimal, control.described_by);
    let unit = unit.map(|unit| el("span.written__unit").with(unit));
    let tried = control.tried.iter().map(|given| {
        el("p.written__tried")
            .with((control.text.was_tried)(&composed(written(Some(&given.answer)))))
            .with(" ")
            .with(feedback(&given.answer).map(prose::line))
    });
    el("div.options")
        .with(el("label.options__legend").attr(Attr::For, NAME).with(instruction))
        .with(el("p.written").with(input).with(unit))
        .with_all(tried)
}

/// A line to write in. Whatever helps with prose (capitals, corrections) would answer in the student's stead.
pub(super) fn input(name: String, value: &str, decimal: bool, described_by: &str) -> Node {
    let input = el("input.written__input");
    // What an LMS has to keep has a limit, which is known when the package is made.
    #[cfg(feature = "lms")]
    let input = input.attr(Attr::MaxLength, verbatim_lms::LONGEST.to_string());
    input
        .attr(Attr::Type, "text")
        .attr(Attr::Id, name.as_str())
        .attr(Attr::Name, name)
        .attr(Attr::InputMode, if decimal { "decimal" } else { "text" })
        .attr(Attr::Autocomplete, "off")
        .attr(Attr::Autocapitalize, "off")
        .attr(Attr::Autocorrect, "off")
        .attr(Attr::Spellcheck, "false")
        .attr(Attr::AriaDescribedBy, described_by)
        .value(value)
}

/// What was written and what is right, with the author's words on a wrong answer that was to be expected.
pub(super) fn review_text(question: &Text, shown: &Reviewed<'_>) -> Node {
    let why = shown.answer.and_then(|answer| question.feedback(answer)).map_or_else(list, prose::line);
    let mark = shown.answer.and_then(|answer| verbatim_core::question::Rules::mark(question, answer));
    review(mark.as_ref(), question.accepted(), why, shown)
}

/// The same for a number.
pub(super) fn review_number(question: &Number, shown: &Reviewed<'_>) -> Node {
    let why = shown.answer.and_then(|answer| question.feedback(answer)).map_or_else(list, prose::line);
    let mark = shown.answer.and_then(|answer| verbatim_core::question::Rules::mark(question, answer));
    review(mark.as_ref(), vec![key(question)], why, shown)
}

/// The right number with its unit.
pub(super) fn key(number: &Number) -> String {
    number.unit().map_or_else(|| number.written().to_owned(), |unit| format!("{} {unit}", number.written()))
}

fn review(mark: Option<&Mark>, accepted: Vec<String>, why: Node, shown: &Reviewed<'_>) -> Node {
    let text = shown.text;
    let given = shown.answer.zip(mark).map(|(answer, mark)| given(answer, mark, why, text));
    let right = tagged(Turn::Missed, bare(right(&accepted, text)), text.right_answer.to_owned(), list());
    el("ul.options options--reviewed").with(given).with(right)
}

/// What was written.
pub(super) fn given(answer: &Answer, mark: &Mark, why: Node, text: &Messages) -> Node {
    let turn = if mark.earned() > 0.0 { Turn::Right } else { Turn::Wrong };
    tagged(turn, bare(composed(written(Some(answer)))), text.your_answer.to_owned(), why)
}

/// The model answer, and what else counts.
pub(super) fn right(accepted: &[String], text: &Messages) -> String {
    match accepted.split_first() {
        Some((first, [])) => first.clone(),
        Some((first, others)) => (text.also_accepted)(first, &others.join(", ")),
        None => String::new(),
    }
}
