//! Owns what a page says before the player runs, and to those without scripts: everything, and its answers on demand.
//!
//! Never part of the player. The build writes these pages; links lead to addresses of the player, and the build turns
//! them into those of pages.

mod question;

use std::ops::Range;
use std::rc::Rc;

use verbatim_core::bank::{Catalogue, Glossary};
use verbatim_core::{Attempt, Mode, Pack, Set, Start};

use crate::part::element::{Attr, Node, el, list};
use crate::part::link;
use crate::route::{self, CATALOGUE, SetAddress};
use crate::text::Messages;
use crate::view;
use question::{Shown, whole};

/// A set of so many questions has all of them on its page for those for whom no script runs. A larger one goes on on further
/// pages: whoever runs scripts gets all of it with the player, and would wait for the browser to read past it.
const MOST_UNDIVIDED: usize = 100;
/// So many questions are in each part of what only they see, and on each page of a larger set.
const PART: usize = 25;

/// So many names of attempts does a page offer to a student's first: among those who begin on the page, about one in so many
/// is asked in the same order as another.
const LOTS: usize = 16;
/// They are later than those that version 1 of saved lines gives to attempts.
const LOTS_FROM: u64 = 1 << 32;
/// How many are tried for each: one draws the order that the page shows among 240 for ten questions, the first of four
/// options, and one among 24,000 for a thousand. Where none does, what the page shows changes its place when the player
/// takes over, and is saved then.
const SEARCHED: u64 = 1_000_000;

/// A page.
#[derive(Debug)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is about, for those who find it.
    pub about: String,
    /// The language of its words.
    pub language: String,
    /// What is shown until the player runs.
    pub first: Node,
    /// What only those see for whom no script runs, beside that. In parts, between which a browser that only reads past them
    /// does other things.
    pub rest: Vec<Node>,
}

/// The list of all sets.
#[must_use]
pub fn catalogue(catalogue: &Catalogue, text: &Messages) -> Document {
    let (first, rest) = view::catalogue::pages(catalogue, text);
    Document {
        title: text.verbatim.to_owned(),
        about: text.promise.to_owned(),
        language: text.language.to_owned(),
        first: framed(None, first, text),
        rest: rest.into_iter().collect(),
    }
}

/// A bank's glossary.
#[must_use]
pub fn glossary(glossary: &Glossary, text: &Messages) -> Document {
    Document {
        title: format!("{} · {} · {}", text.glossary, glossary.title(), text.verbatim),
        about: (text.document.glossary_about)(glossary.title()),
        language: text.language.to_owned(),
        first: framed(None, view::glossary::glossary(glossary, None, &|| None, text), text),
        rest: Vec::new(),
    }
}

/// A set with its questions, the first of many. The first is shown to everybody where it can be answered at once.
#[must_use]
pub fn set(pack: &Rc<Pack>, text: &Messages) -> Document {
    let questions = Questions::new(pack, text);
    let set = pack.set();
    let early = opens(pack);
    let lots = if early { lots(set) } else { Vec::new() };
    let told = if early { "div.document__about document__about--told" } else { "div.document__about" };
    let first = el("div.document")
        .with(el("h1.document__title").with(set.title()))
        .with(el(told).with(about(pack, text)))
        .with(el("noscript").with(el("p.notice").with(text.document.no_scripts)))
        .with(questions.article(0, Some(&lots)).filter(|_| early));
    Document {
        title: format!("{} · {}", set.title(), text.verbatim),
        about: if set.about().is_empty() { text.promise.to_owned() } else { set.about().to_owned() },
        language: text.language.to_owned(),
        first: framed(Some((&questions.address, set.title())), first, text),
        rest: questions.parts(usize::from(early)..questions.on(0).end),
    }
}

/// The pages on which the questions of a large set go on for those without scripts, each with its file within the site.
/// Whoever runs scripts can come there, too: the player does not, and so they are told that nothing is saved.
#[must_use]
pub fn further(pack: &Rc<Pack>, text: &Messages) -> Vec<(String, Document)> {
    let questions = Questions::new(pack, text);
    let title = pack.set().title();
    let page = |number: usize| {
        let places = questions.on(number);
        let range = (text.document.range)(places.start + 1, places.end);
        let quiz = el("a.link").attr(Attr::Href, questions.address.start()).with(text.document.to_quiz);
        let first = el("div.document")
            .with(el("h1.document__title").with(title))
            .with(el("p.page__lead").with(range.as_str()))
            .with(el("p.notice").with(el("span.notice__words").with(text.document.no_player)).with(quiz))
            .with_all(questions.articles(places))
            .with(questions.ways(number));
        let nav = view::frame::nav(Some((&questions.address, title)), text);
        let document = Document {
            title: format!("{title} · {range} · {}", text.verbatim),
            about: format!("{title} · {range}"),
            language: text.language.to_owned(),
            first: list().with(el("header.bar").with(nav)).with(el("main.page__main").with(first)),
            rest: Vec::new(),
        };
        (format!("{}/{}", pack.bank(), questions.file(number)), document)
    };
    (1..questions.pages()).map(page).collect()
}

/// The questions of a set, as they are shown where nothing has been done.
struct Questions<'a> {
    address: SetAddress,
    attempt: Attempt,
    text: &'a Messages,
}

impl<'a> Questions<'a> {
    fn new(pack: &Rc<Pack>, text: &'a Messages) -> Self {
        let attempt = Attempt::new(Rc::clone(pack), Start { at: 0, mode: Mode::Practice, seed: None });
        Self { address: SetAddress::new(pack.bank(), pack.set().id()), attempt, text }
    }

    fn all(&self) -> usize {
        self.attempt.pack().set().questions().len()
    }

    /// How many pages they take.
    fn pages(&self) -> usize {
        if self.all() <= MOST_UNDIVIDED { 1 } else { self.all().div_ceil(PART) }
    }

    /// The places of those on a page, from 0 as the pages are.
    fn on(&self, page: usize) -> Range<usize> {
        if self.pages() == 1 { 0..self.all() } else { page * PART..self.all().min((page + 1) * PART) }
    }

    /// The file of a page, beside the others of the bank.
    fn file(&self, page: usize) -> String {
        let set = self.attempt.pack().set().id();
        if page == 0 { format!("{set}.html") } else { format!("{set}.{}.html", page + 1) }
    }

    fn article(&self, place: usize, early: Option<&[u64]>) -> Option<Node> {
        let shown = Shown { address: &self.address, attempt: &self.attempt, place, early, text: self.text };
        self.attempt.question(place).map(|question| whole(&shown, question))
    }

    fn articles(&self, places: Range<usize>) -> impl Iterator<Item = Node> {
        places.filter_map(|place| self.article(place, None))
    }

    /// Those that only people without scripts see on the set's page, in parts, and the ways from it.
    fn parts(&self, places: Range<usize>) -> Vec<Node> {
        let part = |from: usize| {
            let to = places.end.min(from + PART);
            el("div.page document document--more").with_all(self.articles(from..to))
        };
        let end = el("div.page document document--more").with(self.ways(0));
        places.clone().step_by(PART).map(part).chain([end]).collect()
    }

    /// The ways from a page: to all pages of the set where it has several, and to all sets.
    fn ways(&self, from: usize) -> Node {
        let way = |page: usize| {
            let Range { start, end } = self.on(page);
            let range = (self.text.document.range)(start + 1, end);
            if page == from { el("strong.link") } else { el("a.link").attr(Attr::Href, self.file(page)) }.with(range)
        };
        let all = (self.pages() > 1).then(|| link::links((0..self.pages()).map(way)));
        let back = el("p").with(el("a.link").attr(Attr::Href, CATALOGUE).with(self.text.all_sets));
        el("div.document__end").with(all).with(back)
    }
}

/// Names of attempts that open as the page shows the set. Each begins somewhere else in what is drawn by lot.
fn lots(set: &Set) -> Vec<u64> {
    let next = |after: &u64| set.opens_as_written(after + 1..after + SEARCHED);
    core::iter::successors(next(&LOTS_FROM), next).take(LOTS).collect()
}

/// Whether the first question of a set can be answered before the player runs: nothing else has to be said with the
/// answer, and one wrong answer may tell the right one. Where the order of questions is drawn by lot, a student's first
/// attempt begins with it.
fn opens(pack: &Pack) -> bool {
    let settings = pack.set().settings();
    !settings.certainty && !settings.until_right && settings.mode != Some(Mode::Test)
}

fn about(pack: &Pack, text: &Messages) -> Node {
    let set = pack.set();
    let count = u32::try_from(set.questions().len()).unwrap_or(u32::MAX);
    list()
        .with((!set.about().is_empty()).then(|| el("p.page__lead").with(set.about())))
        .with(el("p.start__facts").with((text.questions)(count)))
        .with(view::start::origin(pack, text))
}

/// The bar above every page, and below it what becomes of loading the player.
fn framed(set: Option<(&SetAddress, &str)>, body: Node, text: &Messages) -> Node {
    let message = el("p.page__lead").attr(Attr::Id, "boot-message").attr(Attr::Role, "status");
    let content = el("div").attr(Attr::Id, "boot-content").with(body);
    // What the player adds there: its place is kept, so that nothing moves when it comes.
    let later = |name, words: &'static str| el(name).attr(Attr::AriaHidden, "true").with(words);
    let nav = view::frame::nav(set, text)
        .with(later("span.bar__link bar__later", text.progress))
        .with(later("span.bar__link bar__keys bar__later", text.keys));
    list().with(el("header.bar").with(nav)).with(el("main.page__main boot").with(content).with(message))
}

/// The file of an address within its site, with the part of the address from the `#` on.
#[must_use]
pub fn file(route: &route::Route) -> Option<(String, String)> {
    use route::{Route, SetPage};
    let place = match route {
        Route::Catalogue | Route::Set(_, SetPage::Start) | Route::Unknown => String::new(),
        Route::Progress => route::PROGRESS.to_owned(),
        Route::Set(set, page) => set.page(page),
        Route::Glossary(bank, concept) => {
            concept.as_ref().map(|concept| route::concept(bank, concept)).unwrap_or_default()
        }
    };
    Some((route.file()?, place))
}
