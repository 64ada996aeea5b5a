//! Owns what the player does to the page around it: title, focus, scrolling, addresses.
//!
//! Never decides when.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of the heading that takes the focus when a page opens.
pub const HEADING: &str = "heading";
/// The id of the verdict, which takes the focus after an answer.
pub const VERDICT: &str = "verdict";

/// The part of the address from the `#` on; empty where it cannot be read.
#[must_use]
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Gives the document a title.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Moves the focus to an element and shows it; whether the element is there.
#[must_use]
pub fn focus(id: &str) -> bool {
    element(id).is_some_and(|element| element.focus().is_ok())
}

/// Scrolls to the page's beginning.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page anew, and with it the newest player.
pub fn reload() {
    if let Some(window) = window() {
        // A browser that does not reload leaves the page as it is, with its message.
        let _ = window.location().reload();
    }
}

/// Removes what was shown until the player ran.
pub fn remove_boot_screen() {
    if let Some(element) = element("boot") {
        element.remove();
    }
}

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn element(id: &str) -> Option<HtmlElement> {
    window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
