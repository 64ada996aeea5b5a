//! Owns the answer controls, one file a kind, and the one dispatch to them.
//!
//! Never marks an answer.

pub mod choice;

use verbatim_core::{Answer, Kind};
use web_sys::HtmlFormElement;
use yew::Html;

use crate::text::Messages;

/// The name of every control in a question's form.
pub const NAME: &str = "answer";

/// The controls with which a question of this kind is answered. `described_by` are the ids of prompt and error.
pub fn control(kind: &Kind, described_by: &str, text: &Messages) -> Html {
    match kind {
        Kind::Choice(choice) => choice::control(choice, described_by, text),
    }
}

/// What the controls say; `None` where nothing has been answered yet.
#[must_use]
pub fn read(kind: &Kind, form: &HtmlFormElement) -> Option<Answer> {
    match kind {
        Kind::Choice(_) => choice::read(form),
    }
}

/// The question's options after an answer, or in a review without one.
pub fn review(kind: &Kind, answer: Option<&Answer>, text: &Messages) -> Html {
    match kind {
        Kind::Choice(choice) => choice::review(choice, answer, text),
    }
}
