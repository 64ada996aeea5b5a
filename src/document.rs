//! Owns what a page says before the player runs, and to those without scripts: everything, and its answers on demand.
//!
//! Never part of the player. The build writes these pages; links lead to addresses of the player, and the build turns
//! them into those of pages.

mod question;

use verbatim_core::bank::{Catalogue, Glossary};
use verbatim_core::{Attempt, Mode, Pack, Start};
use yew::{Html, html};

use crate::part::link;
use crate::route::{self, CATALOGUE, SetAddress};
use crate::text::Messages;
use crate::view;
use question::{Shown, whole};

/// The page of an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is about, for those who find it.
    pub about: String,
    /// The language of its words.
    pub language: String,
    /// What is shown until the player runs.
    pub first: Html,
    /// What only those see for whom no script runs.
    pub rest: Html,
}

/// The list of all sets.
#[must_use]
pub fn catalogue(catalogue: &Catalogue, text: &Messages) -> Document {
    Document {
        title: text.verbatim.to_owned(),
        about: text.promise.to_owned(),
        language: text.language.to_owned(),
        first: framed(None, view::catalogue::catalogue(catalogue, text), text),
        rest: Html::default(),
    }
}

/// A bank's glossary.
#[must_use]
pub fn glossary(glossary: &Glossary, text: &Messages) -> Document {
    Document {
        title: format!("{} · {} · {}", text.glossary, glossary.title(), text.verbatim),
        about: (text.document.glossary_about)(glossary.title()),
        language: text.language.to_owned(),
        first: framed(None, view::glossary::glossary(glossary, None, None, text), text),
        rest: Html::default(),
    }
}

/// A set with all its questions. The first is shown to everybody where it can be answered at once.
#[must_use]
pub fn set(pack: &std::rc::Rc<Pack>, text: &Messages) -> Document {
    let set = pack.set();
    let address = SetAddress::new(pack.bank(), set.id());
    let attempt = Attempt::new(std::rc::Rc::clone(pack), Start { at: 0, mode: Mode::Practice, seed: None });
    let article = |place: usize, early: bool| {
        attempt
            .question(place)
            .map(|question| whole(&Shown { address: &address, attempt: &attempt, place, early, text }, question))
    };
    let early = opens(pack);
    let places = if early { 1 } else { 0 }..set.questions().len();
    Document {
        title: format!("{} · {}", set.title(), text.verbatim),
        about: if set.about().is_empty() { text.promise.to_owned() } else { set.about().to_owned() },
        language: text.language.to_owned(),
        first: framed(
            Some((&address, set.title())),
            html! {
                <div class="document">
                    <h1 class="document__title">{ set.title().to_owned() }</h1>
                    <div class={if early { "document__about document__about--told" } else { "document__about" }}>
                        { about(pack, text) }
                    </div>
                    <noscript><p class="notice">{ text.document.no_scripts }</p></noscript>
                    { if early { article(0, true) } else { None } }
                </div>
            },
            text,
        ),
        rest: html! {
            <div class="page document">
                { for places.filter_map(|place| article(place, false)) }
                <p class="document__end"><a class="link" href={CATALOGUE}>{ text.all_sets }</a></p>
            </div>
        },
    }
}

/// Whether the first question of a set can be answered before the player runs: nothing else has to be chosen before,
/// and nobody but its author says that it is the first.
fn opens(pack: &Pack) -> bool {
    let settings = pack.set().settings();
    settings.mode != Some(Mode::Test) && !settings.certainty && !settings.shuffle_questions
}

fn about(pack: &Pack, text: &Messages) -> Html {
    let (set, source) = (pack.set(), pack.source());
    let count = u32::try_from(set.questions().len()).unwrap_or(u32::MAX);
    html! {
        <>
            <p class="page__lead">{ set.about().to_owned() }</p>
            <p class="start__facts">{ (text.questions)(count) }</p>
            if pack.concepts().iter().any(|concept| concept.defined) {
                { link::glossary(pack.bank(), text) }
            }
            <p class="start__source" lang={source.language.clone()}>
                { (text.about_source)(source) }
                if let Some(page) = &source.address {
                    <a class="start__link" href={page.clone()} rel="noreferrer">{ text.read_source }</a>
                }
            </p>
        </>
    }
}

/// The bar above every page, and below it what becomes of loading the player.
fn framed(set: Option<(&SetAddress, &str)>, body: Html, text: &Messages) -> Html {
    let set = set.map(|(address, title)| html! { <a class="bar__set" href={address.start()}>{ title.to_owned() }</a> });
    html! {
        <>
            <header class="bar">
                <nav class="bar__nav" aria-label={text.verbatim}>
                    <a class="bar__home" href={CATALOGUE}>{ text.verbatim }</a>
                    { set }
                </nav>
            </header>
            <main class="page__main boot">
                <div id="boot-content">{ body }</div>
                <p class="page__lead" id="boot-message" role="status"></p>
            </main>
        </>
    }
}

/// The file of an address within its site, with the part of the address from the `#` on.
#[must_use]
pub fn file(route: &route::Route) -> Option<(String, String)> {
    use route::{Route, SetPage};
    let (file, place) = match route {
        Route::Catalogue => ("index.html".to_owned(), String::new()),
        Route::Progress => ("index.html".to_owned(), route::PROGRESS.to_owned()),
        Route::Set(set, SetPage::Start) => (format!("{}.html", set.key()), String::new()),
        Route::Set(set, page) => (format!("{}.html", set.key()), set.page(page)),
        Route::Glossary(bank, concept) => {
            let place = concept.as_ref().map(|concept| route::concept(bank, concept)).unwrap_or_default();
            (format!("{bank}/{}.html", route::GLOSSARY), place)
        }
        Route::Unknown => return None,
    };
    Some((file, place))
}
