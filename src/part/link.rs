//! Owns links that stand by themselves: to the glossary, to what a concept means, to sets.
//!
//! Never a button: what does something at once is one.

use verbatim_core::bank::Concept;
use yew::{Html, html};

use crate::route;
use crate::text::Messages;

/// A link; by its id it gets the focus when its reader comes back.
pub fn link(id: String, href: String, words: &str) -> Html {
    html! { <a class="link" {id} {href}>{ words }</a> }
}

/// Links beside each other.
pub fn links(list: Vec<Html>) -> Html {
    html! { <ul class="links">{ for list.into_iter().map(|link| html! { <li>{ link }</li> }) }</ul> }
}

/// The name of a concept, which leads to its entry in the glossary where there is one. `place` tells the link from
/// others to the same entry.
pub fn term(bank: &str, concept: &Concept, place: &str) -> Html {
    if concept.defined {
        link(format!("{place}/{}", concept.id), route::concept(bank, &concept.id), &concept.term)
    } else {
        html! { &concept.term }
    }
}

/// The link to a bank's glossary.
pub fn glossary(bank: &str, text: &Messages) -> Html {
    html! { <p class="to-glossary">{ link(format!("glossary/{bank}"), route::glossary(bank), text.glossary) }</p> }
}
