//! Owns what the player does to the page around it: title, focus, scrolling, addresses, dialogs, files.
//!
//! Never decides when.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, HtmlAnchorElement, HtmlDialogElement, HtmlElement, HtmlInputElement,
    NodeList, Storage, Url,
};

/// The id of the heading that takes the focus when a page opens.
pub const HEADING: &str = "heading";
/// The id of the verdict, which takes the focus after an answer.
pub const VERDICT: &str = "verdict";

/// The part of the address from the `#` on; empty where it cannot be read.
#[must_use]
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The part of the address from the `?` on, up to the `#`; empty where there is none.
#[must_use]
pub fn search() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The way from the page to the site's own folder: empty, or ending with `/`.
#[must_use]
pub fn root() -> String {
    find("html").and_then(|html| html.get_attribute("data-root")).unwrap_or_default()
}

/// Whether the page stands in a frame: its own script says so, before anything is shown.
#[must_use]
pub fn is_framed() -> bool {
    find("html.framed").is_some()
}

/// Whether other pages can show this one: it is of a site on a host, and not in a frame already.
#[must_use]
pub fn can_be_shown_elsewhere() -> bool {
    protocol().starts_with("http") && find("html[data-root]:not(.framed)").is_some()
}

/// Whether the page is of a site that was opened from a disk, where a browser lets it fetch nothing.
#[must_use]
pub fn is_on_disk() -> bool {
    protocol() == "file:" && find("html[data-root]").is_some()
}

/// What the address begins with, up to its colon; empty where it cannot be read.
fn protocol() -> String {
    window().and_then(|window| window.location().protocol().ok()).unwrap_or_default()
}

/// Opens another page of the site at the part of the address that this one is at, in its place.
pub fn leave_for(path: &str) {
    if let Some(window) = window() {
        // A browser that does not leave goes on showing that it waits.
        let _ = window.location().replace(&format!("{}{path}{}", root(), hash()));
    }
}

/// Gives the page another address without going anywhere.
pub fn rename(hash: &str) {
    let history = window().and_then(|window| window.history().ok());
    // A browser that does not, as for a file, leaves the address that leads to the same set.
    let _ = history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(hash)));
}

/// Gives the document a title, if it has another one: browsers take their time over a title.
pub fn set_title(title: &str) {
    let document = window().and_then(|window| window.document());
    if let Some(document) = document.filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Moves the focus to an element and shows it, unfolded where it is folded away; whether the element is there.
#[must_use]
pub fn focus(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    if let Ok(Some(folded)) = element.closest("details:not([open])") {
        // Where it stays folded it has the focus all the same, if the browser gives it.
        let _ = folded.set_attribute("open", "");
    }
    element.focus().is_ok()
}

/// Scrolls to an element, so that it stands at the top.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// The browser's local storage, where it gives one.
#[must_use]
pub fn local_storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What stands in the line that an event comes from.
#[must_use]
pub fn value_of(event: &Event) -> String {
    let line = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    line.map(|line| line.value()).unwrap_or_default()
}

/// The keys of a storage, in no particular order.
#[must_use]
pub fn keys(storage: &Storage) -> Vec<String> {
    (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten()).collect()
}

/// The browser's storage for this tab, where it gives one.
#[must_use]
pub fn session_storage() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// Whether any element of the page has the focus.
#[must_use]
pub fn has_focus() -> bool {
    let document = window().and_then(|window| window.document());
    document.and_then(|document| document.active_element()).is_some_and(|element| element.tag_name() != "BODY")
}

/// The id of the element that has the focus, if it has one.
#[must_use]
pub fn focused() -> Option<String> {
    let id = window()?.document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Clicks the element with this id; whether it is there.
#[must_use]
pub fn click(id: &str) -> bool {
    element(id).map(|element| element.click()).is_some()
}

/// Goes to an address of the player.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // A browser that does not go leaves the page as it is.
        let _ = window.location().set_hash(hash);
    }
}

/// Opens a dialog above the page.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        // Without dialogs nothing is asked, and nothing is done.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

/// Whether a dialog is open.
#[must_use]
pub fn has_open_dialog() -> bool {
    find("dialog[open]").is_some()
}

/// The first element that a selector finds.
#[must_use]
pub fn find(selector: &str) -> Option<HtmlElement> {
    window()?.document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// All elements that a selector finds.
#[must_use]
pub fn find_all(selector: &str) -> Vec<HtmlElement> {
    let found: Option<NodeList> = window().and_then(|w| w.document()).and_then(|d| d.query_selector_all(selector).ok());
    let list = found.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index)));
    list.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Hands the student a file.
///
/// # Errors
///
/// What the browser says against it.
pub fn save_file(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has begun, and holds the data itself.
    Url::revoke_object_url(&address)
}

/// Opens the dialog of the browser that prints.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Opens or closes what a print has to show: everything that is folded away.
pub fn unfold(open: bool) {
    const UNFOLDED: &str = "data-unfolded";
    let selector = if open { "details:not([open])" } else { "details[data-unfolded]" };
    for details in find_all(selector) {
        let details: &Element = &details;
        let _ = match open {
            true => details.set_attribute("open", "").and_then(|()| details.set_attribute(UNFOLDED, "")),
            false => details.remove_attribute("open").and_then(|()| details.remove_attribute(UNFOLDED)),
        };
    }
}

/// Whether the page cannot be seen now.
#[must_use]
pub fn is_hidden() -> bool {
    window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
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

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> u64 {
    // Positive and below 2^53.
    js_sys::Date::now() as u64
}

/// A number that nobody foresees.
#[must_use]
pub fn random() -> u64 {
    let half = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
    (half() << 32) | half()
}

/// An object for scripts, with these fields.
#[must_use]
pub fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a field of a new object does not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn element(id: &str) -> Option<HtmlElement> {
    window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
