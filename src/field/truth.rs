//! Owns the control for a statement: two radio buttons, and after the answer why each is right or wrong.
//!
//! Never marks: it shows what the question itself says is right.

use verbatim_core::Answer;
use verbatim_core::question::Truth;
use verbatim_core::question::truth::{FALSE, TRUE};

use super::entry::{Live, Turn, group, live, reviewed};
use super::{Control, Reviewed, chosen};
use crate::part::element::{Node, bare, el, list};
use crate::part::prose;
use crate::text::Messages;

/// True and false.
pub(super) fn control(_: &Truth, control: &Control<'_>) -> Node {
    let option = |position: usize| {
        let checked = chosen(control.draft) == Some(position);
        let live_option = Live { kind: "radio", position, place: position, checked, tried: None, control };
        live(live_option, bare(word(position, control.text)))
    };
    let options = list().with_all([TRUE, FALSE].into_iter().map(option));
    group(control.text.choose_one, control.described_by, options)
}

/// Both with their why.
pub(super) fn review(truth: &Truth, shown: &Reviewed<'_>) -> Node {
    let option = |(position, why): (usize, &[_])| {
        let turn = Turn::of(truth.right() == position, chosen(shown.answer) == Some(position));
        reviewed(turn, bare(word(position, shown.text)), prose::line(why), shown.text)
    };
    let options = [TRUE, FALSE].into_iter().zip(truth.whys()).map(option);
    el("ul.options options--reviewed").with_all(options)
}

fn word(position: usize, text: &Messages) -> &'static str {
    if position == TRUE { text.is_true } else { text.is_false }
}

/// What was chosen.
pub(super) fn words(answer: Option<&Answer>, text: &Messages) -> String {
    chosen(answer).map_or("", |position| word(position, text)).to_owned()
}

/// What each of the two tells once it is chosen.
#[cfg(feature = "document")]
pub(super) fn told(truth: &Truth, text: &Messages) -> Vec<super::Told> {
    let told = |(position, why): (usize, &[_])| super::Told {
        words: bare(word(position, text)),
        right: truth.right() == position,
        why: prose::line(why),
    };
    // By position.
    [TRUE, FALSE].into_iter().zip(truth.whys()).map(told).collect()
}
