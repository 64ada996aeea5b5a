//! Owns the glossary of a bank: what each of its concepts means, and the words of the source that it rests on.
//!
//! Never asks or marks anything.

use verbatim_core::bank::Glossary;
use verbatim_core::bank::glossary::Entry;

use super::frame::heading;
use crate::part::element::{Attr, Node, el, list};
use crate::part::link::{link, links};
use crate::part::{prose, quotation};
use crate::route::{self, SetAddress};
use crate::text::Messages;

/// All entries. `back` leads to where the student was before, from the entry that is `wanted` or from the top.
pub fn glossary(glossary: &Glossary, wanted: Option<&str>, back: &dyn Fn() -> Option<Node>, text: &Messages) -> Node {
    let bank = glossary.bank();
    let place = glossary.entries().iter().position(|entry| Some(entry.concept.as_str()) == wanted);
    let back = |at: Option<usize>| if at == place { back() } else { None };
    let jump = |entry: &Entry| {
        let address = route::concept(bank, &entry.concept);
        link(format!("terms/{}", entry.concept), address, &entry.term)
    };
    let entries = glossary.entries().iter().enumerate();
    el("div.glossary")
        .with(heading(text.glossary))
        .with(el("p.page__lead").with(glossary.title()))
        .with(back(None))
        .with(links(glossary.entries().iter().map(jump)))
        .with_all(entries.map(|(at, one)| entry(glossary, one, back(Some(at)), text)))
}

fn entry(glossary: &Glossary, entry: &Entry, back: Option<Node>, text: &Messages) -> Node {
    let set = |(set, title): &(String, String)| {
        link(format!("{}/{set}", entry.concept), SetAddress::new(glossary.bank(), set).start(), title)
    };
    let term =
        el("h2.defined__term").attr(Attr::Id, route::entry(glossary.bank(), &entry.concept)).attr(Attr::TabIndex, "-1");
    let quotes = entry.quotes.iter().map(|quote| quotation::quotation(quote, glossary.original(), text));
    let asked_in = (!entry.sets.is_empty()).then(|| {
        let sets = links(entry.sets.iter().map(set));
        list().with(el("h3.review__heading").with(text.asked_in)).with(sets)
    });
    el("section.defined")
        .with(term.with(entry.term.as_str()))
        .with(prose::blocks(&entry.definition))
        .with_all(quotes)
        .with(back)
        .with(asked_in)
}
