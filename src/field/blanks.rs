//! Owns the control for blanks: inputs and lists within the sentence, and after the answer what belongs in each.
//!
//! Never marks: each blank is a question of its own kind.

use verbatim_core::prose::plain;
use verbatim_core::question::blanks::Blank;
use verbatim_core::question::{Blanks, Choice};
use verbatim_core::{Answer, Mark};

use super::entry::{Turn, group, select, tagged};
use super::{Control, NEXT, Reviewed, chosen, joined, part_name, parts, written};
use crate::part::element::{Attr, Node, bare, el, list};
use crate::part::prose;
use crate::text::Messages;
use crate::unicode::composed;

/// The sentence with a control in the place of each blank.
pub(super) fn control(blanks: &Blanks, control: &Control<'_>) -> Node {
    let all = blanks.blanks().len();
    let blank = |part: usize| {
        let (_, blank) = blanks.blanks().get(part)?;
        let draft = parts(control.draft).get(part).and_then(Option::as_ref);
        let label = (control.text.blank)(part + 1, all);
        Some(el("span.blank").with(in_sentence(blank, (part, label), draft, control)))
    };
    let sentence = el("p.sentence-with-blanks").with(with_blanks(blanks, blank));
    group(control.text.fill_in, control.described_by, sentence)
}

/// A blank's control. Its name is an attribute: around a field, a label has for WebKit what stands in the field, too.
fn in_sentence(blank: &Blank, (part, label): (usize, String), draft: Option<&Answer>, control: &Control<'_>) -> Node {
    let name = part_name(part);
    let input = |decimal| super::writing::input(name.clone(), written(draft), decimal, control.described_by);
    match blank {
        Blank::Text(_) => input(false).attr(Attr::AriaLabel, label),
        Blank::Number(number) => match number.unit() {
            Some(unit) => {
                let input = input(true).attr(Attr::AriaLabel, format!("{label} {unit}"));
                list().with(input).with(" ").with(unit)
            }
            None => input(true).attr(Attr::AriaLabel, label),
        },
        Blank::Choice(choice) => {
            let options = choice.options().iter().map(|option| plain(&option.text));
            select(name, chosen(draft), options.enumerate(), control.text).attr(Attr::AriaLabel, label)
        }
    }
}

/// The sentence with what was given in it, then each blank with what is right and why.
pub(super) fn review(blanks: &Blanks, shown: &Reviewed<'_>) -> Node {
    let text = shown.text;
    let answers = parts(shown.answer);
    let marks = shown.answer.map(|answer| blanks.parts(answer)).unwrap_or_default();
    let mark = |part: usize| marks.get(part).and_then(Option::as_ref);
    let filled = |part: usize| {
        let (_, blank) = blanks.blanks().get(part)?;
        Some(el("strong.blank blank--filled").with(model(blank)))
    };
    let entry = |(part, (_, blank)): (usize, &(String, Blank))| {
        let answer = answers.get(part).and_then(Option::as_ref);
        let turn = match (shown.answer, mark(part)) {
            (None, _) => Turn::Other,
            (Some(_), Some(mark)) if mark.is_full() => Turn::Right,
            (Some(_), _) => Turn::Wrong,
        };
        let tags = shown.answer.map_or_else(String::new, |_| said(blank, answer, mark(part), text));
        let why = match (shown.answer, blank) {
            // Nothing was chosen that one reason alone would answer.
            (None, Blank::Choice(choice)) => options(choice, shown),
            _ => answer.and_then(|answer| blank.feedback(answer)).map_or_else(list, prose::line),
        };
        tagged(turn, bare(key(blank, text)), tags, why)
    };
    list()
        .with(el("p.sentence-with-blanks").with(with_blanks(blanks, filled)))
        .with(el("ol.options options--reviewed").with_all(blanks.blanks().iter().enumerate().map(entry)))
}

/// What there is to choose from for a blank, each with its why.
fn options(choice: &Choice, shown: &Reviewed<'_>) -> Node {
    let all: Vec<usize> = (0..choice.options().len()).collect();
    super::choice::review(choice, &Reviewed { shown: &all, answer: None, ..*shown })
}

/// What the student gave for a blank, with what there is to say of it.
fn said(blank: &Blank, answer: Option<&Answer>, mark: Option<&Mark>, text: &Messages) -> String {
    let given = match (blank, answer) {
        (_, None) => return text.nothing_given.to_owned(),
        (Blank::Choice(choice), Some(answer)) => super::choice::words(choice, Some(answer)),
        (Blank::Text(_) | Blank::Number(_), Some(answer)) => composed(written(Some(answer))),
    };
    let reason = mark.and_then(|mark| mark.reasons().first()).map(|reason| (text.reason)(reason)).unwrap_or_default();
    format!("{} · {reason}", (text.you_gave)(&given))
}

/// What belongs in a blank, with all else that counts.
fn key(blank: &Blank, text: &Messages) -> String {
    match blank {
        Blank::Text(question) => super::writing::right(&question.accepted(), text),
        Blank::Number(_) | Blank::Choice(_) => model(blank),
    }
}

/// What belongs in a blank, so that the sentence reads on.
fn model(blank: &Blank) -> String {
    match blank {
        Blank::Text(question) => question.accepted().into_iter().next().unwrap_or_default(),
        Blank::Number(number) => super::writing::key(number),
        Blank::Choice(choice) => {
            choice.options().get(choice.right()).map(|option| plain(&option.text)).unwrap_or_default()
        }
    }
}

/// The sentence with something in the place of each blank.
fn with_blanks(blanks: &Blanks, show: impl Fn(usize) -> Option<Node>) -> Node {
    let piece = |(part, segment): (usize, &Vec<_>)| list().with(prose::line(segment)).with(show(part));
    list().with_all(blanks.segments().iter().enumerate().map(piece))
}

/// What was given for each blank.
pub(super) fn words(blanks: &Blanks, answer: Option<&Answer>) -> String {
    let part = |((_, blank), part): (&(String, Blank), &Option<Answer>)| match blank {
        Blank::Choice(choice) => super::choice::words(choice, part.as_ref()),
        Blank::Text(_) | Blank::Number(_) => composed(written(part.as_ref())),
    };
    joined(blanks.blanks().iter().zip(parts(answer)).map(part), NEXT)
}

/// What belongs in each blank.
pub(super) fn all_keys(blanks: &Blanks, text: &Messages) -> String {
    joined(blanks.blanks().iter().map(|(_, blank)| key(blank, text)), NEXT)
}
