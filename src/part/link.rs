//! Owns links that stand by themselves: to the glossary, to what a concept means, to sets.
//!
//! Never a button: what does something at once is one.

use verbatim_core::bank::Concept;

use super::element::{Attr, Node, bare, el};
use crate::route;
use crate::text::Messages;

/// A link; by its id it gets the focus when its reader comes back.
pub fn link(id: String, href: String, words: &str) -> Node {
    el("a.link").attr(Attr::Id, id).attr(Attr::Href, href).with(words)
}

/// A link to another site, which is not told of this one.
pub fn outward(name: &'static str, address: &str) -> Node {
    el(name).attr(Attr::Href, address).attr(Attr::Rel, "noreferrer")
}

/// Links beside each other.
pub fn links(list: impl Iterator<Item = Node>) -> Node {
    el("ul.links").with_all(list.map(|link| el("li").with(link)))
}

/// The name of a concept, which leads to its entry in the glossary where there is one. `place` tells the link from
/// others to the same entry.
pub fn term(bank: &str, concept: &Concept, place: &str) -> Node {
    if concept.defined {
        link(format!("{place}/{}", concept.id), route::concept(bank, &concept.id), &concept.term)
    } else {
        bare(concept.term.as_str())
    }
}

/// The link to a bank's glossary.
pub fn glossary(bank: &str, text: &Messages) -> Node {
    el("p.to-glossary").with(link(format!("glossary/{bank}"), route::glossary(bank), text.glossary))
}
