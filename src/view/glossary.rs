//! Owns the glossary of a bank: what each of its concepts means, and the words of the source that it rests on.
//!
//! Never asks or marks anything.

use verbatim_core::bank::Glossary;
use verbatim_core::bank::glossary::Entry;
use yew::{Html, html};

use super::frame::heading;
use crate::part::link::{link, links};
use crate::part::{prose, quotation};
use crate::route::{self, SetAddress};
use crate::text::Messages;

/// All entries. `back` leads to where the student was before, from the entry that is `wanted` or from the top.
pub fn glossary(glossary: &Glossary, wanted: Option<&str>, back: Option<Html>, text: &Messages) -> Html {
    let bank = glossary.bank();
    let place = glossary.entries().iter().position(|entry| Some(entry.concept.as_str()) == wanted);
    let back = |at: Option<usize>| back.clone().filter(|_| at == place);
    let jump = |entry: &Entry| {
        let address = route::concept(bank, &entry.concept);
        link(format!("terms/{}", entry.concept), address, &entry.term)
    };
    html! {
        <div class="glossary">
            { heading(html! { text.glossary }) }
            <p class="page__lead">{ glossary.title().to_owned() }</p>
            { back(None) }
            { links(glossary.entries().iter().map(jump).collect()) }
            { for glossary.entries().iter().enumerate().map(|(at, one)| entry(glossary, one, back(Some(at)), text)) }
        </div>
    }
}

fn entry(glossary: &Glossary, entry: &Entry, back: Option<Html>, text: &Messages) -> Html {
    let set = |(set, title): &(String, String)| {
        link(format!("{}/{set}", entry.concept), SetAddress::new(glossary.bank(), set).start(), title)
    };
    html! {
        <section class="defined">
            <h2 class="defined__term" id={route::entry(glossary.bank(), &entry.concept)} tabindex="-1">
                { &entry.term }
            </h2>
            { prose::blocks(&entry.definition) }
            { for entry.quotes.iter().map(|quote| quotation::quotation(quote, glossary.original(), text)) }
            { back }
            if !entry.sets.is_empty() {
                <h3 class="review__heading">{ text.asked_in }</h3>
                { links(entry.sets.iter().map(set).collect()) }
            }
        </section>
    }
}
