//! Owns the control for how sure one is: the payoffs, never adjectives alone.
//!
//! Never counts points: the report does.

use verbatim_core::Certainty;
use web_sys::{FormData, HtmlFormElement};

use crate::part::element::{Attr, Node, el};
use crate::text::Messages;

const NAME: &str = "certainty";

/// Three radio buttons with what each earns.
pub(super) fn control(given: Option<Certainty>, text: &Messages) -> Node {
    let level = |(number, certainty): (usize, Certainty)| {
        let (right, wrong) = certainty.payoffs();
        let number = number.to_string();
        let input = el("input.option__input").attr(Attr::Type, "radio").attr(Attr::Name, NAME);
        el("label.certainty__level")
            .key(&number)
            .with(input.value(&number).checked(given == Some(certainty)))
            .with(el("span").with((text.sure)(certainty, right, wrong)))
    };
    el("fieldset.certainty")
        .with(el("legend.options__legend").with(text.how_sure))
        .with_all(Certainty::ALL.into_iter().enumerate().map(level))
}

/// What the control says.
pub(super) fn read(form: &HtmlFormElement) -> Option<Certainty> {
    let number: usize = FormData::new_with_form(form).ok()?.get(NAME).as_string()?.parse().ok()?;
    Certainty::ALL.get(number).copied()
}
