//! Owns what single keys do (WCAG 2.1.4: they can be switched off, and leave alone what takes text).
//!
//! Never does anything that a control on the page does not do.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement, KeyboardEvent};

use super::App;
use crate::page;
use crate::view::form::FORM;
use crate::view::frame::KEYS;
use crate::view::question::{NEXT, PREVIOUS};

/// The name under which it is kept that single keys shall do nothing.
const OFF: &str = "verbatim keys off";

/// Whether single keys do something: yes, unless they were switched off.
pub(super) fn are_used() -> bool {
    page::local_storage().and_then(|storage| storage.get_item(OFF).ok().flatten()).is_none()
}

impl App {
    /// Lets single keys do something or nothing from now on; where nothing can be saved, until the page is closed.
    #[inline(never)]
    pub(super) fn use_keys(&self, used: bool) {
        self.uses_keys.set(used);
        let Some(storage) = page::local_storage() else { return };
        let _ = if used { storage.remove_item(OFF) } else { storage.set_item(OFF, "") };
    }
}

/// Listens to keys, as long as they are used.
pub(super) fn listener(used: Rc<Cell<bool>>) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if is_free(event) && used.get() && press(&event.key(), event) {
            event.prevent_default();
        }
    }))
}

/// Whether a key is not meant for something else.
fn is_free(event: &KeyboardEvent) -> bool {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    !modified && !event.default_prevented() && !event.is_composing() && !page::has_open_dialog()
}

/// Does what a key does; whether it does anything.
fn press(key: &str, event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside =
        |selector: &str| target.as_ref().is_some_and(|target| target.closest(selector).is_ok_and(|e| e.is_some()));
    if inside("input:not([type=radio]):not([type=checkbox]), select, textarea") {
        return false;
    }
    let mut letters = key.chars();
    match (key, letters.next(), letters.next()) {
        ("?", ..) => {
            page::open_dialog(KEYS);
            true
        }
        ("ArrowRight", ..) if !inside("input") => page::click(NEXT),
        ("ArrowLeft", ..) if !inside("input") => page::click(PREVIOUS),
        ("Enter", ..) if !inside("a, button, summary, label") => submit(inside("input")),
        (_, Some(letter), None) => place(letter).is_some_and(choose),
        _ => false,
    }
}

/// Which option a digit or a letter means, from 0.
fn place(letter: char) -> Option<usize> {
    let digit = letter.to_digit(10).filter(|digit| *digit > 0).map(|digit| digit - 1);
    let of_alphabet = || {
        letter
            .to_ascii_lowercase()
            .is_ascii_lowercase()
            .then(|| u32::from(letter.to_ascii_lowercase()) - u32::from('a'))
    };
    usize::try_from(digit.or_else(of_alphabet)?).ok()
}

/// Chooses an option of the form, as a click on it would.
fn choose(place: usize) -> bool {
    let options = page::find_all("#form .options input:is([type=radio], [type=checkbox])");
    let Some(option) = options.get(place) else { return false };
    // The focus follows, so that arrow keys go on from there.
    let _ = option.focus();
    option.click();
    true
}

/// Asks for the verdict, or goes on where it is there. Within a control the browser does it by itself.
fn submit(by_itself: bool) -> bool {
    let form: Option<HtmlFormElement> =
        page::find(&format!("#{FORM}")).and_then(|form: HtmlElement| form.dyn_into().ok());
    match form {
        Some(_) if by_itself => false,
        Some(form) => form.request_submit().is_ok(),
        None => page::click(NEXT),
    }
}
