//! Owns the control for how sure one is: the payoffs, never adjectives alone.
//!
//! Never counts points: the report does.

use verbatim_core::Certainty;
use web_sys::{FormData, HtmlFormElement};
use yew::{Html, html};

use crate::text::Messages;

const NAME: &str = "certainty";

/// Three radio buttons with what each earns.
pub(super) fn control(given: Option<Certainty>, text: &Messages) -> Html {
    let level = |(number, certainty): (usize, Certainty)| {
        let (right, wrong) = certainty.payoffs();
        html! {
            <label class="certainty__level" key={number}>
                <input
                    class="option__input"
                    type="radio"
                    name={NAME}
                    value={number.to_string()}
                    checked={given == Some(certainty)}
                />
                <span>{ (text.sure)(certainty, right, wrong) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="certainty">
            <legend class="options__legend">{ text.how_sure }</legend>
            { for Certainty::ALL.into_iter().enumerate().map(level) }
        </fieldset>
    }
}

/// What the control says.
pub(super) fn read(form: &HtmlFormElement) -> Option<Certainty> {
    let number: usize = FormData::new_with_form(form).ok()?.get(NAME).as_string()?.parse().ok()?;
    Certainty::ALL.get(number).copied()
}
