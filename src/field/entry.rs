//! Owns one entry of what could be answered: before the answer a label with its control, after it a sign, the words,
//! what they are, and why.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::prose::Inline;
use yew::{Html, html};

use super::{Control, NAME, chosen};
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
pub(super) fn reviewed(turn: Turn, words: Html, why: Html, text: &Messages) -> Html {
    tagged(turn, words, tags(turn, text), why)
}

/// An entry with its own tags in words.
pub(super) fn tagged(turn: Turn, words: Html, tags: String, why: Html) -> Html {
    let (class, sign) = match turn {
        Turn::Right => ("option option--right", "✓"),
        Turn::Missed => ("option option--right", "•"),
        Turn::Wrong => ("option option--wrong", "✗"),
        Turn::Other => ("option option--other", "–"),
    };
    html! {
        <li {class}>
            <span class="option__sign" aria-hidden="true">{ sign }</span>
            <div class="option__body">
                <div class="option__text">{ words }</div>
                if !tags.is_empty() {
                    <p class="option__tag">{ tags }</p>
                }
                <div class="option__why">{ why }</div>
            </div>
        </li>
    }
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
    pub tried: Option<Html>,
    /// What describes the controls.
    pub control: &'a Control<'a>,
}

/// One option to choose.
pub(super) fn live(live: &Live<'_>, words: Html) -> Html {
    let tried = live.tried.is_some();
    let class = if tried { "option option--live option--tried" } else { "option option--live" };
    html! {
        // Shown by the styles: whoever hears the page hears of keys in the help.
        <label {class} key={live.position} data-key={(live.place + 1).to_string()}>
            <input
                class="option__input"
                type={live.kind}
                name={NAME}
                value={live.position.to_string()}
                checked={live.checked && !tried}
                disabled={tried}
            />
            <span class="option__body">
                <span class="option__text">{ words }</span>
                if let Some(why) = &live.tried {
                    <span class="option__tag">{ live.control.text.tried }</span>
                    <span class="option__why">{ why.clone() }</span>
                }
            </span>
        </label>
    }
}

/// One option of several to choose, which cannot be chosen again once it has been tried.
pub(super) fn radio(control: &Control<'_>, (place, position): (usize, usize), words: Html, why: &[Inline]) -> Html {
    let tried = control.tried.iter().any(|given| given.answer == Answer::Option(position));
    let checked = chosen(control.draft) == Some(position);
    let tried = tried.then(|| prose::line(why));
    live(&Live { kind: "radio", position, place, checked, tried, control }, words)
}

/// A group of controls under one instruction.
pub(super) fn group(instruction: &'static str, described_by: &str, controls: Html) -> Html {
    html! {
        <fieldset class="options" aria-describedby={described_by.to_owned()}>
            <legend class="options__legend">{ instruction }</legend>
            { controls }
        </fieldset>
    }
}
