//! Owns buttons that do something at once.
//!
//! Never a link: what leads somewhere is one.

use yew::Callback;

use super::element::{Attr, Node, el};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What is likely wanted next.
    Main,
    /// What may be wanted.
    Quiet,
}

/// A button.
pub fn button(weight: Weight, words: &str, on_click: Callback<()>) -> Node {
    let class = match weight {
        Weight::Main => "button",
        Weight::Quiet => "button button--quiet",
    };
    el("button").attr(Attr::Type, "button").class(class).on_click(on_click).with(words)
}
