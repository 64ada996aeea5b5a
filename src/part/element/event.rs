//! Owns the events that views hear.
//!
//! Never does anything itself.

use yew::virtual_dom::{Listener, ListenerKind};
use yew::{Callback, Event};

/// Events that more is to be known of than that they happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A control has another value.
    Change,
    /// A control is being used.
    Input,
    /// A form is sent.
    Submit,
    /// A key is pressed.
    KeyDown,
}

/// What is heard, and who is told.
pub(super) enum Heard {
    /// A click, of which there is nothing more to know.
    Click(Callback<()>),
    /// Another event.
    Other(On, Callback<Event>),
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        match self {
            Self::Click(_) => ListenerKind::onclick,
            Self::Other(On::Change, _) => ListenerKind::onchange,
            Self::Other(On::Input, _) => ListenerKind::oninput,
            Self::Other(On::Submit, _) => ListenerKind::onsubmit,
            Self::Other(On::KeyDown, _) => ListenerKind::onkeydown,
        }
    }

    fn handle(&self, event: Event) {
        match self {
            Self::Click(on_click) => on_click.emit(()),
            Self::Other(_, on_event) => on_event.emit(event),
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
