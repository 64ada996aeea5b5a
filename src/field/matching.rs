//! Owns the control for matching: a list to choose from beside each thing, and after the answer what belongs to it.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::prose::plain;
use verbatim_core::question::Matching;
use verbatim_core::question::matching::{Extra, Pair};
use yew::{Html, html};

use super::entry::{Turn, tagged};
use super::{Control, NEXT, Reviewed, chosen, joined, part_name, parts};
use crate::part::prose;

/// A list of choices beside each thing.
pub(super) fn control(matching: &Matching, control: &Control<'_>) -> Html {
    let thing = |(part, pair): (usize, &Pair)| {
        let given = chosen(parts(control.draft).get(part).and_then(Option::as_ref));
        let choice = |position: &usize| {
            let words = plain(matching.choice(*position)?);
            Some(html! { <option value={position.to_string()} selected={given == Some(*position)}>{ words }</option> })
        };
        html! {
            <label class="match__pair" key={part}>
                <span>{ prose::line(&pair.left) }</span>
                <select class="select" name={part_name(part)}>
                    <option value="" selected={given.is_none()}>{ control.text.choose }</option>
                    { for control.shown.iter().filter_map(choice) }
                </select>
            </label>
        }
    };
    html! {
        <fieldset class="options" aria-describedby={control.described_by.to_owned()}>
            <legend class="options__legend">{ control.text.match_each }</legend>
            <div class="match">{ for matching.pairs().iter().enumerate().map(thing) }</div>
        </fieldset>
    }
}

/// Each thing with what belongs to it, what the student chose, and why; then what belongs to nothing.
pub(super) fn review(matching: &Matching, shown: &Reviewed<'_>) -> Html {
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
        let words = html! {
            <>{ prose::line(&pair.left) }{ " — " }<strong>{ prose::line(&pair.right) }</strong></>
        };
        tagged(turn, words, tags, prose::line(&pair.why))
    };
    let extra = |extra: &Extra| {
        tagged(Turn::Other, prose::line(&extra.text), text.fits_nothing.to_owned(), prose::line(&extra.why))
    };
    html! {
        <ul class="options options--reviewed">
            { for matching.pairs().iter().enumerate().map(pair) }
            { for matching.extras().iter().map(extra) }
        </ul>
    }
}

/// Each thing with what was given for it.
pub(super) fn words(matching: &Matching, answer: Option<&Answer>) -> String {
    let pair = |(pair, part): (&Pair, &Option<Answer>)| {
        let choice = chosen(part.as_ref()).and_then(|choice| matching.choice(choice));
        format!("{} = {}", plain(&pair.left), choice.map(plain).unwrap_or_default())
    };
    joined(matching.pairs().iter().zip(parts(answer)).map(pair), NEXT)
}
