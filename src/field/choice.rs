//! Owns the control for one option of several: radio buttons, and after the answer a list with every why.
//!
//! Never marks: it shows what the choice itself says is right.

use verbatim_core::Answer;
use verbatim_core::prose::plain;
use verbatim_core::question::Choice;

use super::entry::{Turn, group, radio, reviewed};
use super::{Control, Reviewed, chosen};
use crate::part::element::{Node, el, list};
use crate::part::prose;

/// Radio buttons, one an option.
pub(super) fn control(choice: &Choice, control: &Control<'_>) -> Node {
    let option = |(place, position): (usize, &usize)| {
        let option = choice.options().get(*position)?;
        Some(radio(control, (place, *position), prose::line(&option.text), &option.why))
    };
    let options = control.shown.iter().enumerate().filter_map(option);
    group(control.text.choose_one, control.described_by, list().with_all(options))
}

/// Every option with its why; the chosen and the right one say so.
pub(super) fn review(choice: &Choice, shown: &Reviewed<'_>) -> Node {
    let option = |position: &usize| {
        let option = choice.options().get(*position)?;
        let turn = Turn::of(choice.right() == *position, chosen(shown.answer) == Some(*position));
        Some(reviewed(turn, prose::line(&option.text), prose::line(&option.why), shown.text))
    };
    el("ul.options options--reviewed").with_all(shown.shown.iter().filter_map(option))
}

/// The option that was chosen.
pub(super) fn words(choice: &Choice, answer: Option<&Answer>) -> String {
    let option = chosen(answer).and_then(|position| choice.options().get(position));
    option.map(|option| plain(&option.text)).unwrap_or_default()
}

/// What each option tells once it is chosen.
#[cfg(feature = "document")]
pub(super) fn told(choice: &Choice) -> Vec<super::Told> {
    let told = |(position, option): (usize, &verbatim_core::question::option::ChoiceOption)| super::Told {
        words: prose::line(&option.text),
        right: choice.right() == position,
        why: prose::line(&option.why),
    };
    choice.options().iter().enumerate().map(told).collect()
}
