//! Owns the control for several options of several: check boxes, and after the answer a list with every why.
//!
//! Never marks: it shows what the question itself says is right.

use verbatim_core::Answer;
use verbatim_core::prose::plain;
use verbatim_core::question::Choices;

use super::entry::{Live, Turn, group, live, reviewed};
use super::{Control, NEXT, Reviewed, joined, picked};
use crate::part::element::{Node, el, list};
use crate::part::prose;

/// Check boxes, one an option.
pub(super) fn control(choices: &Choices, control: &Control<'_>) -> Node {
    let option = |(place, position): (usize, &usize)| {
        let option = choices.options().get(*position)?;
        let live_option = Live {
            kind: "checkbox",
            position: *position,
            place,
            checked: picked(control.draft).contains(position),
            // With several options no single one has been shown to be wrong.
            tried: None,
            control,
        };
        Some(live(live_option, prose::line(&option.text)))
    };
    let options = control.shown.iter().enumerate().filter_map(option);
    group(control.text.choose_some, control.described_by, list().with_all(options))
}

/// Every option with its why; the chosen and the right ones say so, and the right ones that were missed.
pub(super) fn review(choices: &Choices, shown: &Reviewed<'_>) -> Node {
    let option = |position: &usize| {
        let option = choices.options().get(*position)?;
        let turn = Turn::of(choices.is_right(*position), picked(shown.answer).contains(position));
        Some(reviewed(turn, prose::line(&option.text), prose::line(&option.why), shown.text))
    };
    el("ul.options options--reviewed").with_all(shown.shown.iter().filter_map(option))
}

/// The options that were chosen.
pub(super) fn words(choices: &Choices, answer: Option<&Answer>) -> String {
    let options = picked(answer).iter().filter_map(|position| choices.options().get(*position));
    joined(options.map(|option| plain(&option.text)), NEXT)
}
