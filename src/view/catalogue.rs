//! Owns the list of all sets.
//!
//! Never opens one: its entries are links.

use verbatim_core::bank::{BankListing, Catalogue, Listing};

use super::frame::heading;
use crate::part::element::{Attr, Node, bare, el, list};
use crate::part::link::{self, outward};
use crate::route::SetAddress;
use crate::text::Messages;

/// All banks with their sets.
pub fn catalogue(catalogue: &Catalogue, text: &Messages) -> Node {
    let lead = |words: &str| el("p.page__lead").with(words);
    list()
        .with(heading(text.catalogue))
        .with(lead(text.promise))
        .with(catalogue.banks.is_empty().then(|| lead(text.no_sets)))
        .with_all(catalogue.banks.iter().map(|bank| self::bank(bank, text)))
}

fn bank(bank: &BankListing, text: &Messages) -> Node {
    let source = (text.about_source)(&bank.source);
    let cited = match &bank.source.address {
        Some(address) => outward("a", address).with(source),
        None => bare(source),
    };
    el("section.bank")
        .with(el("h2.bank__title").with(bank.title.as_str()))
        .with(el("p.bank__source").attr(Attr::Lang, bank.source.language.as_str()).with(cited))
        .with(bank.glossary.is_some().then(|| link::glossary(&bank.id, text)))
        .with(el("ul.bank__sets").with_all(bank.sets.iter().map(|set| entry(bank, set, text))))
}

fn entry(bank: &BankListing, set: &Listing, text: &Messages) -> Node {
    let address = SetAddress::new(&bank.id, &set.id);
    let id = format!("open/{}", address.key());
    let link = el("a.entry__link").attr(Attr::Id, id).attr(Attr::Href, address.start()).with(set.title.as_str());
    el("li.entry")
        .with(el("h3.entry__title").with(link))
        .with((!set.about.is_empty()).then(|| el("p.entry__about").with(set.about.as_str())))
        .with(el("p.entry__count").with((text.questions)(set.questions)))
}
