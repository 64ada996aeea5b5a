//! Owns the control for matching: a list to choose from beside each thing, and after the answer what belongs to it.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::prose::plain;
use verbatim_core::question::Matching;
use verbatim_core::question::matching::{Extra, Pair};

use super::entry::{Turn, group, select, tagged};
use super::{Control, NEXT, Reviewed, chosen, joined, part_name, parts};
use crate::part::element::{Node, el, list};
use crate::part::prose;

/// A list of choices beside each thing.
pub(super) fn control(matching: &Matching, control: &Control<'_>) -> Node {
    let thing = |(part, pair): (usize, &Pair)| {
        let given = chosen(parts(control.draft).get(part).and_then(Option::as_ref));
        let choice = |position: &usize| {
            let words = plain(matching.choice(*position)?);
            Some((*position, words))
        };
        let choices = control.shown.iter().filter_map(choice);
        el("label.match__pair").key(&part.to_string()).with(el("span").with(prose::line(&pair.left))).with(select(
            part_name(part),
            given,
            choices,
            control.text,
        ))
    };
    let things = el("div.match").with_all(matching.pairs().iter().enumerate().map(thing));
    group(control.text.match_each, control.described_by, things)
}

/// Each thing with what belongs to it, what the student chose, and why; then what belongs to nothing.
pub(super) fn review(matching: &Matching, shown: &Reviewed<'_>) -> Node {
    let text = shown.text;
    let pair = |(part, pair): (usize, &Pair)| {
        let given = parts(shown.answer).get(part).and_then(Option::as_ref);
        let right = given == Some(&Answer::Option(part));
        let (turn, tags) = match (shown.answer, chosen(given)) {
            (None, _) => (Turn::Other, String::new()),
            (Some(_), None) => (Turn::Wrong, text.nothing_given.to_owned()),
            (Some(_), Some(_)) if right => (Turn::Right, text.your_answer.to_owned()),
            (Some(_), Some(choice)) => {
                (Turn::Wrong, (text.you_gave)(&plain(matching.choice(choice).unwrap_or_default())))
            }
        };
        let right = el("strong").with(prose::line(&pair.right));
        let words = list().with(prose::line(&pair.left)).with(" — ").with(right);
        tagged(turn, words, tags, prose::line(&pair.why))
    };
    let extra = |extra: &Extra| {
        tagged(Turn::Other, prose::line(&extra.text), text.fits_nothing.to_owned(), prose::line(&extra.why))
    };
    el("ul.options options--reviewed")
        .with_all(matching.pairs().iter().enumerate().map(pair))
        .with_all(matching.extras().iter().map(extra))
}

/// Each thing with what was given for it.
pub(super) fn words(matching: &Matching, answer: Option<&Answer>) -> String {
    let pair = |(pair, part): (&Pair, &Option<Answer>)| {
        let choice = chosen(part.as_ref()).and_then(|choice| matching.choice(choice));
        format!("{} = {}", plain(&pair.left), choice.map(plain).unwrap_or_default())
    };
    joined(matching.pairs().iter().zip(parts(answer)).map(pair), NEXT)
}
