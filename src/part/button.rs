//! Owns buttons that do something at once.
//!
//! Never a link: what leads somewhere is one.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What is likely wanted next.
    Main,
    /// What may be wanted.
    Quiet,
}

/// A button.
pub fn button(weight: Weight, words: impl Into<AttrValue>, on_click: Callback<MouseEvent>) -> Html {
    plain(weight, words.into(), on_click)
}

fn plain(weight: Weight, words: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    let class = match weight {
        Weight::Main => "button",
        Weight::Quiet => "button button--quiet",
    };
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}
