//! Owns what stands around every view: the way back, the name of the set, the page's landmarks, dialogs.
//!
//! Never knows what is in the view.

use yew::{Callback, Event, Html, MouseEvent, TargetCast, html};

use crate::page::{self, HEADING};
use crate::part::button::{Weight, button};
use crate::route::{CATALOGUE, PROGRESS, SetAddress};
use crate::text::Messages;

/// The id of the help on keys.
pub const KEYS: &str = "keys";

/// What stands around a view.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The open set's address and title.
    pub set: Option<(&'a SetAddress, &'a str)>,
    /// The clock of a test.
    pub clock: Html,
    /// What the student should know.
    pub notices: Html,
    /// What has just become of something, for those who do not see it.
    pub said: String,
    /// Whether single keys do something.
    pub uses_keys: bool,
    /// Takes whether they shall.
    pub on_keys: Callback<bool>,
}

/// The page with a view in it.
pub fn frame(frame: Frame<'_>, view: Html, text: &Messages) -> Html {
    let set = frame.set.map(|(address, title)| {
        html! { <a class="bar__set" href={address.start()}>{ title.to_owned() }</a> }
    });
    let ask = |_: MouseEvent| page::open_dialog(KEYS);
    html! {
        <div class="page">
            <header class="bar">
                <nav class="bar__nav" aria-label={text.verbatim}>
                    <a class="bar__home" href={CATALOGUE}>{ text.verbatim }</a>
                    { set }
                    <a class="bar__link" href={PROGRESS}>{ text.progress }</a>
                    <button type="button" class="bar__link bar__keys" onclick={ask}>{ text.keys }</button>
                </nav>
                { frame.clock }
            </header>
            <main class="page__main">
                <div class="page__notices" role="status">{ frame.notices }</div>
                <p class="visually-hidden" role="status">{ frame.said }</p>
                { view }
            </main>
            { keys(frame.uses_keys, frame.on_keys, text) }
        </div>
    }
}

/// The heading of a view, which takes the focus when the view opens.
pub fn heading(words: Html) -> Html {
    html! { <h1 class="page__heading" id={HEADING} tabindex="-1">{ words }</h1> }
}

/// A dialog above the page, closed until it is opened by its id; with something to do, or only to be read.
pub fn dialog(
    id: &'static str,
    title: &'static str,
    body: Html,
    action: Option<(&'static str, &Callback<()>)>,
    text: &Messages,
) -> Html {
    let label = format!("{id}-title");
    let action = action.map(|(name, on_action)| {
        let on_action = on_action.clone();
        let done = move |_| {
            page::close_dialog(id);
            on_action.emit(());
        };
        button(Weight::Main, name, Callback::from(done))
    });
    let close = if action.is_some() { text.cancel } else { text.close };
    let on_close = Callback::from(move |_| page::close_dialog(id));
    html! {
        <dialog class="dialog" {id} aria-labelledby={label.clone()}>
            <h2 class="dialog__title" id={label}>{ title }</h2>
            { body }
            <p class="actions">
                { action }
                { button(Weight::Quiet, close, on_close) }
            </p>
        </dialog>
    }
}

/// The help on keys, with the switch for them.
fn keys(uses_keys: bool, on_keys: Callback<bool>, text: &Messages) -> Html {
    let onchange = move |event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        on_keys.emit(input.checked());
    };
    let entry = |(key, meaning): &(&'static str, &'static str)| {
        html! { <div class="keys__entry"><dt class="keys__key">{ *key }</dt><dd>{ *meaning }</dd></div> }
    };
    let body = html! {
        <>
            <dl class="keys">{ for text.key_list.iter().map(entry) }</dl>
            <label class="keys__switch"><input type="checkbox" checked={uses_keys} {onchange} />{ text.use_keys }</label>
        </>
    };
    dialog(KEYS, text.keys, body, None, text)
}
