//! Owns one entry of what could be answered: before the answer a label with its control, after it a sign, the words,
//! what they are, and why.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::prose::Inline;

use super::{Control, NAME, chosen};
use crate::part::element::{Attr, Node, el, list};
use crate::part::prose;
use crate::text::Messages;

/// What an entry is, after the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Right, and given by the student.
    Right,
    /// Right, and not given.
    Missed,
    /// Not right, and given.
    Wrong,
    /// Not right, and not given.
    Other,
}

impl Turn {
    /// What an option is that is right or not and was chosen or not.
    pub fn of(right: bool, chosen: bool) -> Self {
        match (right, chosen) {
            (true, true) => Self::Right,
            (true, false) => Self::Missed,
            (false, true) => Self::Wrong,
            (false, false) => Self::Other,
        }
    }
}

/// An entry after the answer, in a list.
pub(super) fn reviewed(turn: Turn, words: Node, why: Node, text: &Messages) -> Node {
    tagged(turn, words, tags(turn, text), why)
}

/// An entry with its own tags in words.
pub(super) fn tagged(turn: Turn, words: Node, tags: String, why: Node) -> Node {
    let (class, sign) = match turn {
        Turn::Right => ("option option--right", "✓"),
        Turn::Missed => ("option option--right", "•"),
        Turn::Wrong => ("option option--wrong", "✗"),
        Turn::Other => ("option option--other", "–"),
    };
    let body = el("div.option__body")
        .with(el("div.option__text").with(words))
        .with((!tags.is_empty()).then(|| el("p.option__tag").with(tags)))
        .with(el("div.option__why").with(why));
    el("li").class(class).with(el("span.option__sign").attr(Attr::AriaHidden, "true").with(sign)).with(body)
}

fn tags(turn: Turn, text: &Messages) -> String {
    match turn {
        Turn::Right => format!("{} · {}", text.your_answer, text.right_answer),
        Turn::Missed => text.right_answer.to_owned(),
        Turn::Wrong => text.your_answer.to_owned(),
        Turn::Other => String::new(),
    }
}

/// One control to choose an option with: a radio button or a check box, in a label.
pub(super) struct Live<'a> {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Its position in the author's order.
    pub position: usize,
    /// Where it is shown, from 0.
    pub place: usize,
    /// Whether the student has chosen it.
    pub checked: bool,
    /// Why it is wrong, where it has been tried by itself and was not right: it cannot be chosen again.
    pub tried: Option<Node>,
    /// What describes the controls.
    pub control: &'a Control<'a>,
}

/// One option to choose.
pub(super) fn live(live: Live<'_>, words: Node) -> Node {
    let tried = live.tried.is_some();
    let class = if tried { "option option--live option--tried" } else { "option option--live" };
    let position = live.position.to_string();
    let input = el("input.option__input")
        .attr(Attr::Type, live.kind)
        .attr(Attr::Name, NAME)
        .flag(Attr::Disabled, tried)
        .value(&position)
        .checked(live.checked && !tried);
    let tried = live.tried.map(|why| {
        let tag = el("span.option__tag").with(live.control.text.tried);
        list().with(tag).with(el("span.option__why").with(why))
    });
    let body = el("span.option__body").with(el("span.option__text").with(words)).with(tried);
    // The key that chooses it is shown by the styles: whoever hears the page hears of keys in the help.
    let label = el("label").class(class).attr(Attr::DataKey, (live.place + 1).to_string());
    label.key(&position).with(input).with(body)
}

/// One option of several to choose, which cannot be chosen again once it has been tried.
pub(super) fn radio(control: &Control<'_>, (place, position): (usize, usize), words: Node, why: &[Inline]) -> Node {
    let tried = control.tried.iter().any(|given| given.answer == Answer::Option(position));
    let checked = chosen(control.draft) == Some(position);
    let tried = tried.then(|| prose::line(why));
    live(Live { kind: "radio", position, place, checked, tried, control }, words)
}

/// A group of controls under one instruction.
pub(super) fn group(instruction: &'static str, described_by: &str, controls: Node) -> Node {
    let legend = el("legend.options__legend").with(instruction);
    el("fieldset.options").attr(Attr::AriaDescribedBy, described_by).with(legend).with(controls)
}

/// A list of choices, each with its position; `given` is the one that was chosen.
pub(super) fn select(
    name: String,
    given: Option<usize>,
    choices: impl Iterator<Item = (usize, String)>,
    text: &Messages,
) -> Node {
    let choice = |value: &str, chosen: bool| el("option").attr(Attr::Value, value).flag(Attr::Selected, chosen);
    el("select.select")
        .attr(Attr::Name, name)
        .with(choice("", given.is_none()).with(text.choose))
        .with_all(choices.map(|(at, words)| choice(&at.to_string(), given == Some(at)).with(words)))
}
