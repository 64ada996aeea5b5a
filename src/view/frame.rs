//! Owns what stands around every view: the way back, the name of the set, the page's landmarks, dialogs.
//!
//! Never knows what is in the view.

use yew::{Callback, Event, TargetCast};

use crate::page::{self, HEADING};
use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Inside, Node, On, el, list};
use crate::route::{CATALOGUE, PROGRESS, SetAddress};
use crate::text::Messages;

/// The id of the help on keys.
pub const KEYS: &str = "keys";

/// What stands around a view.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The open set's address and title.
    pub set: Option<(&'a SetAddress, &'a str)>,
    /// The way back to an LMS.
    #[cfg(feature = "lms")]
    pub back: Option<Node>,
    /// The clock of a test.
    pub clock: Option<Node>,
    /// What the student should know.
    pub notices: Node,
    /// What has just become of something, for those who do not see it.
    pub said: String,
    /// Whether single keys do something.
    pub uses_keys: bool,
    /// Takes whether they shall.
    pub on_keys: Callback<bool>,
}

/// The page with a view in it.
pub fn frame(frame: Frame<'_>, view: Node, text: &Messages) -> Node {
    let ask = Callback::from(|()| page::open_dialog(KEYS));
    let nav = nav(frame.set, text)
        .with(el("a.bar__link").attr(Attr::Href, PROGRESS).with(text.progress))
        .with(el("button.bar__link bar__keys").attr(Attr::Type, "button").on_click(ask).with(text.keys));
    #[cfg(feature = "lms")]
    let nav = nav.with(frame.back);
    let main = el("main.page__main")
        .with(el("div.page__notices").attr(Attr::Role, "status").with(frame.notices))
        .with(el("p.visually-hidden").attr(Attr::Role, "status").with(frame.said))
        .with(view);
    el("div.page").with(el("header.bar").with(nav).with(frame.clock)).with(main).with(keys(
        frame.uses_keys,
        frame.on_keys,
        text,
    ))
}

/// The ways from a page: to all sets, and to the start of the open one.
pub fn nav(set: Option<(&SetAddress, &str)>, text: &Messages) -> Node {
    let set = set.map(|(address, title)| el("a.bar__set").attr(Attr::Href, address.start()).with(title));
    el("nav.bar__nav")
        .attr(Attr::AriaLabel, text.verbatim)
        .with(el("a.bar__home").attr(Attr::Href, CATALOGUE).with(text.verbatim))
        .with(set)
}

/// The heading of a view, which takes the focus when the view opens.
pub fn heading(words: impl Inside) -> Node {
    el("h1.page__heading").attr(Attr::Id, HEADING).attr(Attr::TabIndex, "-1").with(words)
}

/// A dialog above the page, closed until it is opened by its id; with something to do, or only to be read.
pub fn dialog(
    id: &'static str,
    title: &'static str,
    body: Node,
    action: Option<(&'static str, &Callback<()>)>,
    text: &Messages,
) -> Node {
    let label = format!("{id}-title");
    let action = action.map(|(name, on_action)| {
        let on_action = on_action.clone();
        let done = move |()| {
            page::close_dialog(id);
            on_action.emit(());
        };
        button(Weight::Main, name, Callback::from(done))
    });
    let close = if action.is_some() { text.cancel } else { text.close };
    let on_close = Callback::from(move |()| page::close_dialog(id));
    el("dialog.dialog")
        .attr(Attr::Id, id)
        .attr(Attr::AriaLabelledBy, label.as_str())
        .with(el("h2.dialog__title").attr(Attr::Id, label).with(title))
        .with(body)
        .with(el("p.actions").with(action).with(button(Weight::Quiet, close, on_close)))
}

/// The help on keys, with the switch for them.
fn keys(uses_keys: bool, on_keys: Callback<bool>, text: &Messages) -> Node {
    let on_change = move |event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        on_keys.emit(input.checked());
    };
    let entry = |(key, meaning): &(&'static str, &'static str)| {
        el("div.keys__entry").with(el("dt.keys__key").with(*key)).with(el("dd").with(*meaning))
    };
    let input = el("input").attr(Attr::Type, "checkbox").checked(uses_keys).on(On::Change, Callback::from(on_change));
    let body = list()
        .with(el("dl.keys").with_all(text.key_list.iter().map(entry)))
        .with(el("label.keys__switch").with(input).with(text.use_keys));
    dialog(KEYS, text.keys, body, None, text)
}
