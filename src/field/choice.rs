//! Owns the control for one option of several: radio buttons, and after the answer a list with every why.
//!
//! Never marks: it shows what the choice itself says is right.

use verbatim_core::Answer;
use verbatim_core::question::Choice;
use verbatim_core::question::choice::ChoiceOption;
use web_sys::{FormData, HtmlFormElement};
use yew::{Html, classes, html};

use super::NAME;
use crate::part::prose;
use crate::text::Messages;

/// Radio buttons, one an option.
pub fn control(choice: &Choice, described_by: &str, text: &Messages) -> Html {
    let option = |(position, option): (usize, &ChoiceOption)| {
        html! {
            <label class="option option--live">
                <input class="option__input" type="radio" name={NAME} value={position.to_string()} />
                <span class="option__text">{ prose::line(&option.text) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="options" aria-describedby={described_by.to_owned()}>
            <legend class="options__legend">{ text.choose_one }</legend>
            { for choice.options().iter().enumerate().map(option) }
        </fieldset>
    }
}

/// The chosen option.
#[must_use]
pub fn read(form: &HtmlFormElement) -> Option<Answer> {
    let chosen = FormData::new_with_form(form).ok()?.get(NAME).as_string()?;
    chosen.parse().ok().map(Answer::Option)
}

/// Every option with its why; the chosen and the right one say so.
pub fn review(choice: &Choice, answer: Option<&Answer>, text: &Messages) -> Html {
    let chosen = answer.map(|Answer::Option(position)| *position);
    let option = |(position, option): (usize, &ChoiceOption)| {
        reviewed(option, chosen == Some(position), choice.right() == position, text)
    };
    html! { <ul class="options options--reviewed">{ for choice.options().iter().enumerate().map(option) }</ul> }
}

fn reviewed(option: &ChoiceOption, chosen: bool, right: bool, text: &Messages) -> Html {
    let (class, sign) = match (right, chosen) {
        (true, _) => ("option--right", "✓"),
        (false, true) => ("option--wrong", "✗"),
        (false, false) => ("option--other", "–"),
    };
    let tags = [(chosen, text.your_answer), (right, text.right_answer)];
    let tags: Vec<&str> = tags.into_iter().filter(|(shown, _)| *shown).map(|(_, tag)| tag).collect();
    html! {
        <li class={classes!("option", class)}>
            <span class="option__sign" aria-hidden="true">{ sign }</span>
            <div class="option__body">
                <p class="option__text">{ prose::line(&option.text) }</p>
                if !tags.is_empty() {
                    <p class="option__tag">{ tags.join(" · ") }</p>
                }
                <p class="option__why">{ prose::line(&option.why) }</p>
            </div>
        </li>
    }
}
