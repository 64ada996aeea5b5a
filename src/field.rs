//! Owns the answer controls, one file a kind, and the one dispatch to them.
//!
//! Never marks an answer.

mod blanks;
mod choice;
mod choices;
mod entry;
mod evidence;
mod matching;
mod order;
mod truth;
mod writing;

use verbatim_core::question::Evidence;
use verbatim_core::question::blanks::Blank;
use verbatim_core::{Answer, Given, Kind, Pack, Written};
use web_sys::{FormData, HtmlFormElement};
use yew::Callback;

use crate::part::element::Node;
use crate::text::Messages;
use crate::unicode::{self, composed};

/// The name of every control in a question's form; of one for a part it is followed by the part's number.
pub const NAME: &str = "answer";

/// What the controls of a question show.
#[derive(Debug)]
pub struct Control<'a> {
    /// The positions of what the question lists, in the order in which they are shown.
    pub shown: &'a [usize],
    /// What the student has given so far, if anything.
    pub draft: Option<&'a Answer>,
    /// What has been tried already, and was not right.
    pub tried: &'a [Given],
    /// The ids of what describes the controls.
    pub described_by: &'a str,
    /// Takes what the student gives where no native control tells it, with words that say what has become of it.
    pub on_draft: Callback<(Answer, String)>,
    /// The words.
    pub text: &'a Messages,
}

/// What is shown of a question whose verdict may be seen.
#[derive(Debug)]
pub struct Reviewed<'a> {
    /// The positions of what the question lists, in the order in which they were shown.
    pub shown: &'a [usize],
    /// What was given, if anything.
    pub answer: Option<&'a Answer>,
    /// The set with its source.
    pub pack: &'a Pack,
    /// The words.
    pub text: &'a Messages,
}

/// The controls with which a question of this kind is answered.
pub fn control(kind: &Kind, control: &Control<'_>) -> Node {
    match kind {
        Kind::Choice(choice) => choice::control(choice, control),
        Kind::Choices(choices) => choices::control(choices, control),
        Kind::Truth(truth) => truth::control(truth, control),
        Kind::Text(text) => writing::text(text, control),
        Kind::Number(number) => writing::number(number, control),
        Kind::Order(order) => order::control(order, control),
        Kind::Match(matching) => matching::control(matching, control),
        Kind::Blanks(blanks) => blanks::control(blanks, control),
        Kind::Evidence(evidence) => evidence::control(evidence, control),
    }
}

/// What the controls say, fit to be an answer or not.
#[must_use]
pub fn read(kind: &Kind, form: &HtmlFormElement) -> Option<Answer> {
    let data = FormData::new_with_form(form).ok()?;
    match kind {
        Kind::Choice(_) | Kind::Truth(_) | Kind::Evidence(Evidence::Passages(_)) => option(&data, NAME),
        Kind::Choices(_) | Kind::Evidence(Evidence::Sentences(_)) => Some(Answer::Options(numbers(&data))),
        Kind::Text(_) | Kind::Number(_) => text(&data, NAME),
        Kind::Order(_) => Some(Answer::Order(numbers(&data))),
        Kind::Match(matching) => {
            Some(Answer::Parts((0..matching.pairs().len()).map(|part| option(&data, &part_name(part))).collect()))
        }
        Kind::Blanks(blanks) => {
            let part = |(part, (_, blank)): (usize, &(String, Blank))| match blank {
                Blank::Choice(_) => option(&data, &part_name(part)),
                Blank::Text(_) | Blank::Number(_) => text(&data, &part_name(part)),
            };
            Some(Answer::Parts(blanks.blanks().iter().enumerate().map(part).collect()))
        }
    }
}

/// What to say when nothing that fits has been given.
#[must_use]
pub fn missing(kind: &Kind, text: &Messages) -> &'static str {
    match kind {
        Kind::Choice(_) | Kind::Truth(_) => text.choose_first,
        Kind::Choices(_) => text.choose_some_first,
        Kind::Text(_) => text.write_first,
        Kind::Number(_) => text.write_number_first,
        Kind::Order(_) => text.order_first,
        Kind::Match(_) => text.match_first,
        Kind::Blanks(_) => text.fill_first,
        Kind::Evidence(_) => text.pick_first,
    }
}

/// One of several options that can tell what it is without the player.
#[cfg(feature = "document")]
#[derive(Debug)]
pub struct Told {
    /// Its words.
    pub words: Node,
    /// Whether it is the right one.
    pub right: bool,
    /// Why it is, or is not.
    pub why: Node,
}

/// The options of a question that one of them answers, by position; nothing for all other kinds.
#[cfg(feature = "document")]
#[must_use]
pub fn told(kind: &Kind, text: &Messages) -> Vec<Told> {
    match kind {
        Kind::Choice(choice) => choice::told(choice),
        Kind::Truth(truth) => truth::told(truth, text),
        Kind::Evidence(evidence) => evidence::told(evidence),
        Kind::Choices(_) | Kind::Text(_) | Kind::Number(_) | Kind::Order(_) | Kind::Match(_) | Kind::Blanks(_) => {
            Vec::new()
        }
    }
}

/// Everything that could be answered, after an answer or in a review without one.
pub fn review(kind: &Kind, reviewed: &Reviewed<'_>) -> Node {
    match kind {
        Kind::Choice(choice) => choice::review(choice, reviewed),
        Kind::Choices(choices) => choices::review(choices, reviewed),
        Kind::Truth(truth) => truth::review(truth, reviewed),
        Kind::Text(text) => writing::review_text(text, reviewed),
        Kind::Number(number) => writing::review_number(number, reviewed),
        Kind::Order(order) => order::review(order, reviewed),
        Kind::Match(matching) => matching::review(matching, reviewed),
        Kind::Blanks(blanks) => blanks::review(blanks, reviewed),
        Kind::Evidence(evidence) => evidence::review(evidence, reviewed),
    }
}

/// An answer in plain words, for tables and files.
#[must_use]
pub fn words(kind: &Kind, answer: &Answer, text: &Messages) -> String {
    let answer = Some(answer);
    match kind {
        Kind::Choice(choice) => choice::words(choice, answer),
        Kind::Choices(choices) => choices::words(choices, answer),
        Kind::Truth(_) => truth::words(answer, text),
        Kind::Text(_) | Kind::Number(_) => composed(written(answer)),
        Kind::Order(order) => order::words(order, answer),
        Kind::Match(matching) => matching::words(matching, answer),
        Kind::Blanks(blanks) => blanks::words(blanks, answer),
        Kind::Evidence(evidence) => evidence::words(evidence, answer),
    }
}

/// An answer that earns everything, in the author's words.
#[must_use]
pub fn key(kind: &Kind, text: &Messages) -> String {
    match kind {
        Kind::Text(question) => writing::right(&question.accepted(), text),
        Kind::Number(number) => writing::key(number),
        Kind::Blanks(blanks) => blanks::all_keys(blanks, text),
        Kind::Choice(_) | Kind::Choices(_) | Kind::Truth(_) | Kind::Order(_) | Kind::Match(_) | Kind::Evidence(_) => {
            words(kind, &kind.rules().key(), text)
        }
    }
}

/// Several words as one line.
fn joined(words: impl Iterator<Item = String>, between: &str) -> String {
    words.collect::<Vec<_>>().join(between)
}

/// What parts one thing from the next.
const NEXT: &str = "; ";

/// The name of the control for a part, from 0.
fn part_name(part: usize) -> String {
    format!("{NAME}-{part}")
}

/// The option that a control says.
fn option(data: &FormData, name: &str) -> Option<Answer> {
    data.get(name).as_string()?.parse().ok().map(Answer::Option)
}

/// What is written in a control; nothing is no answer.
fn text(data: &FormData, name: &str) -> Option<Answer> {
    data.get(name).as_string().filter(|text| !text.is_empty()).map(|text| Answer::Text(draft(text)))
}

/// The positions that all controls of the question say, in the order of the page.
fn numbers(data: &FormData) -> Vec<usize> {
    data.get_all(NAME).iter().filter_map(|value| value.as_string()?.parse().ok()).collect()
}

/// An answer with its texts decomposed, as marking takes them.
#[must_use]
pub fn normalised(answer: Answer) -> Answer {
    with_texts(answer, &|written| unicode::decomposed(written.text()))
}

/// The same answer with its texts composed, as they are shown and edited.
#[must_use]
pub fn recomposed(answer: &Answer) -> Answer {
    with_texts(answer.clone(), &|written| draft(composed(written.text())))
}

fn with_texts(answer: Answer, change: &dyn Fn(Written) -> Written) -> Answer {
    match answer {
        Answer::Text(written) => Answer::Text(change(written)),
        Answer::Parts(parts) => {
            Answer::Parts(parts.into_iter().map(|part| part.map(|part| with_texts(part, change))).collect())
        }
        other @ (Answer::Option(_) | Answer::Options(_) | Answer::Order(_)) => other,
    }
}

/// Words that are being written, and nothing yet is known of.
fn draft(words: String) -> Written {
    Written::new(words, String::new())
}

/// Parts of an answer, as many as there are parts of the question.
fn parts(answer: Option<&Answer>) -> &[Option<Answer>] {
    match answer {
        Some(Answer::Parts(parts)) => parts,
        Some(Answer::Option(_) | Answer::Options(_) | Answer::Text(_) | Answer::Order(_)) | None => &[],
    }
}

/// The words of an answer, or of a part of one.
fn written(answer: Option<&Answer>) -> &str {
    match answer {
        Some(Answer::Text(written)) => written.text(),
        Some(Answer::Option(_) | Answer::Options(_) | Answer::Order(_) | Answer::Parts(_)) | None => "",
    }
}

/// The one option of an answer, or of a part of one.
fn chosen(answer: Option<&Answer>) -> Option<usize> {
    match answer {
        Some(Answer::Option(position)) => Some(*position),
        Some(Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_)) | None => None,
    }
}

/// The several options of an answer.
fn picked(answer: Option<&Answer>) -> &[usize] {
    match answer {
        Some(Answer::Options(list) | Answer::Order(list)) => list,
        Some(Answer::Option(_) | Answer::Text(_) | Answer::Parts(_)) | None => &[],
    }
}
