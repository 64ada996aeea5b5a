//! Owns the list of all sets.
//!
//! Never opens one: its entries are links.

use verbatim_core::bank::{BankListing, Catalogue, Listing};
use yew::{Html, html};

use super::frame::heading;
use crate::part::link;
use crate::route::SetAddress;
use crate::text::Messages;

/// All banks with their sets.
pub fn catalogue(catalogue: &Catalogue, text: &Messages) -> Html {
    html! {
        <>
            { heading(html! { text.catalogue }) }
            <p class="page__lead">{ text.promise }</p>
            if catalogue.banks.is_empty() {
                <p class="page__lead">{ text.no_sets }</p>
            }
            { for catalogue.banks.iter().map(|bank| self::bank(bank, text)) }
        </>
    }
}

fn bank(bank: &BankListing, text: &Messages) -> Html {
    let source = (text.about_source)(&bank.source);
    let cited = match &bank.source.address {
        Some(address) => html! { <a href={address.clone()} rel="noreferrer">{ source }</a> },
        None => html! { source },
    };
    html! {
        <section class="bank">
            <h2 class="bank__title">{ &bank.title }</h2>
            <p class="bank__source" lang={bank.source.language.clone()}>{ cited }</p>
            if bank.glossary.is_some() {
                { link::glossary(&bank.id, text) }
            }
            <ul class="bank__sets">{ for bank.sets.iter().map(|set| entry(bank, set, text)) }</ul>
        </section>
    }
}

fn entry(bank: &BankListing, set: &Listing, text: &Messages) -> Html {
    let address = SetAddress::new(&bank.id, &set.id);
    html! {
        <li class="entry">
            <h3 class="entry__title"><a class="entry__link" href={address.start()}>{ &set.title }</a></h3>
            if !set.about.is_empty() {
                <p class="entry__about">{ &set.about }</p>
            }
            <p class="entry__count">{ (text.questions)(set.questions) }</p>
        </li>
    }
}
