//! Owns the list of all sets, and finding one among many.
//!
//! Never opens one: its entries are links.

use verbatim_core::bank::{BankListing, Catalogue, Listing, TOLD};
use yew::{Callback, Event};

use super::frame::heading;
use crate::page;
use crate::part::element::{Attr, Node, On, bare, el, list};
use crate::part::link::{self, outward};
use crate::route::SetAddress;
use crate::store::begun::Standing;
use crate::text::Messages;
use crate::unicode;

/// How many sets are shown at first, and how many more each time.
const STEP: usize = TOLD;
/// A catalogue of so many sets has a field to search in.
const MANY: usize = 10;
/// Stands between texts that are folded together, and in none of them.
const BETWEEN: &str = "\u{1e}";
/// The id of that field.
const FIELD: &str = "search";

/// What of the catalogue a student looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The words that the student looks for.
    query: String,
    /// The most sets that are shown.
    most: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { query: String::new(), most: STEP }
    }
}

/// What a student does in a catalogue.
#[derive(Clone, Debug)]
pub enum Seek {
    /// Looks for these words.
    For(String),
    /// Wants more of what was found; the first of them has this id.
    More(String),
}

impl Look {
    /// Changes what is looked at. What takes the focus then is told, if it moves.
    pub fn seek(&mut self, seek: Seek) -> Option<String> {
        match seek {
            Seek::For(query) => {
                *self = Self { query, most: STEP };
                None
            }
            Seek::More(first) => {
                self.most += STEP;
                Some(first)
            }
        }
    }
}

/// A set that was found.
#[derive(Clone, Debug)]
struct Hit<'a> {
    set: &'a Listing,
    /// The concepts that have words of the query which no title has.
    concepts: Vec<&'a str>,
}

/// A bank with those of its sets that are shown.
type Shown<'a> = (&'a BankListing, Vec<Hit<'a>>);

/// Tells of a set whether it was begun, and how far it is where that is known.
type OfSet<'a> = &'a dyn Fn(&SetAddress) -> Option<Option<Standing>>;

/// The catalogue as the player shows it.
pub fn catalogue(
    catalogue: &Catalogue,
    look: &Look,
    on_seek: &Callback<Seek>,
    standing: OfSet<'_>,
    text: &Messages,
) -> Node {
    let all = count(catalogue);
    let found = found(catalogue, &look.query);
    let hits: usize = found.iter().map(|(_, sets)| sets.len()).sum();
    let (shown, behind) = cut(found, look.most);
    let next = behind.first().and_then(|(bank, sets)| Some(entry_id(bank, sets.first()?.set)));
    let more = next.map(|next| more(hits - look.most, next, on_seek, text));
    titled(catalogue, text)
        .with((all >= MANY).then(|| search(look, (hits, all), Some(on_seek), text)))
        .with(list().with_all(shown.iter().map(|shown| bank(shown, standing, text))))
        .with(more)
}

/// The catalogue as a page shows it before the player runs: the first sets, and those behind them.
#[cfg(feature = "document")]
pub fn pages(catalogue: &Catalogue, text: &Messages) -> (Node, Option<Node>) {
    let (shown, behind) = cut(found(catalogue, ""), STEP);
    // Its place is kept, so that nothing moves when it can be used.
    let all = count(catalogue);
    let search = (all >= MANY).then(|| search(&Look::default(), (all, all), None, text));
    let first = titled(catalogue, text).with(search).with_all(shown.iter().map(|shown| bank(shown, &|_| None, text)));
    let rest = || el("div.page").with_all(behind.iter().map(|shown| bank(shown, &|_| None, text)));
    (first, (!behind.is_empty()).then(rest))
}

fn titled(catalogue: &Catalogue, text: &Messages) -> Node {
    let lead = |words: &str| el("p.page__lead").with(words);
    list()
        .with(heading(text.catalogue))
        .with(lead(text.promise))
        .with(catalogue.banks.is_empty().then(|| lead(text.no_sets)))
}

fn count(catalogue: &Catalogue) -> usize {
    catalogue.banks.iter().map(|bank| bank.sets.len()).sum()
}

/// The field to search in, with what was found there of all.
fn search(look: &Look, (hits, all): (usize, usize), on_seek: Option<&Callback<Seek>>, text: &Messages) -> Node {
    let field = el("input.written__input search__field")
        .attr(Attr::Id, FIELD)
        .attr(Attr::Type, "search")
        .attr(Attr::Autocomplete, "off")
        // What it holds at first: who types faster than the page is drawn must not lose a letter.
        .attr(Attr::Value, look.query.as_str())
        .flag(Attr::Disabled, on_seek.is_none());
    let field = match on_seek {
        Some(on_seek) => field.on(On::Input, on_seek.reform(|event: Event| Seek::For(page::value_of(&event)))),
        None => field,
    };
    let words = if look.query.trim().is_empty() { String::new() } else { (text.found)(hits, all) };
    el("search.search")
        .with(el("label.search__label").attr(Attr::For, FIELD).with(text.search))
        .with(field)
        .with(el("p.search__found").attr(Attr::Role, "status").with(words))
}

fn more(left: usize, first: String, on_seek: &Callback<Seek>, text: &Messages) -> Node {
    let wanted = on_seek.reform(move |()| Seek::More(first.clone()));
    let button = el("button.button button--quiet").attr(Attr::Type, "button").on_click(wanted);
    el("p.actions").with(button.with((text.more_sets)(left.min(STEP), left)))
}

/// The sets that have every word of a query in their titles, their concepts, or the titles of their banks and sources,
/// whatever the case and the accents.
fn found<'a>(catalogue: &'a Catalogue, query: &str) -> Vec<Shown<'a>> {
    let query = if query.trim().is_empty() { String::new() } else { unicode::folded(query) };
    let words: Vec<&str> = query.split_whitespace().collect();
    let sets = |bank: &'a BankListing| {
        let all = || bank.sets.iter().map(|set| Hit { set, concepts: Vec::new() }).collect();
        let sets = if words.is_empty() { all() } else { having(bank, &words) };
        Some((bank, sets)).filter(|(_, sets)| !sets.is_empty())
    };
    catalogue.banks.iter().filter_map(sets).collect()
}

/// The sets of a bank that have every one of these folded words.
fn having<'a>(bank: &'a BankListing, words: &[&str]) -> Vec<Hit<'a>> {
    // All at once: the browser folds them, and each way there takes longer than the folding.
    let folded = |texts: Vec<&str>| unicode::folded(&texts.join(BETWEEN));
    let around = folded(vec![&bank.title, &bank.source.title]);
    let concepts = folded(bank.concepts.iter().map(String::as_str).collect());
    let titles = folded(bank.sets.iter().map(|set| set.title.as_str()).collect());
    let concepts: Vec<&str> = concepts.split(BETWEEN).collect();
    let hit = |(set, title): (&'a Listing, &str)| {
        let mut found: Vec<&str> = Vec::new();
        for word in words.iter().filter(|word| !title.contains(**word) && !around.contains(**word)) {
            let has = |place: &&u16| concepts.get(usize::from(**place)).is_some_and(|concept| concept.contains(word));
            let mut asked = set.concepts.iter().filter(has).peekable();
            asked.peek()?;
            for concept in asked.filter_map(|place| bank.concepts.get(usize::from(*place))) {
                if !found.contains(&concept.as_str()) {
                    found.push(concept);
                }
            }
        }
        Some(Hit { set, concepts: found })
    };
    bank.sets.iter().zip(titles.split(BETWEEN)).filter_map(hit).collect()
}

/// So many of what was found, and what is behind them. Neither has a bank without sets.
fn cut(found: Vec<Shown<'_>>, most: usize) -> (Vec<Shown<'_>>, Vec<Shown<'_>>) {
    let (mut shown, mut behind, mut left) = (Vec::new(), Vec::new(), most);
    for (bank, mut sets) in found {
        let after = sets.split_off(left.min(sets.len()));
        left -= sets.len();
        for (part, sets) in [(&mut shown, sets), (&mut behind, after)] {
            if !sets.is_empty() {
                part.push((bank, sets));
            }
        }
    }
    (shown, behind)
}

fn bank((bank, sets): &Shown<'_>, standing: OfSet<'_>, text: &Messages) -> Node {
    let source = (text.about_source)(&bank.source);
    let cited = match &bank.source.address {
        Some(address) => outward("a", address).with(source),
        None => bare(source),
    };
    el("section.bank")
        .key(&bank.id)
        .with(el("h2.bank__title").with(bank.title.as_str()))
        .with(el("p.bank__source").attr(Attr::Lang, bank.source.language.as_str()).with(cited))
        .with(bank.glossary.is_some().then(|| link::glossary(&bank.id, text)))
        .with(el("ul.bank__sets").with_all(sets.iter().map(|hit| entry(bank, hit, standing, text))))
}

fn entry(bank: &BankListing, hit: &Hit<'_>, standing: OfSet<'_>, text: &Messages) -> Node {
    let set = hit.set;
    let address = SetAddress::new(&bank.id, &set.id);
    let id = entry_id(bank, set);
    let questions = (text.questions)(set.questions);
    let count = match standing(&address) {
        None => questions,
        Some(None) => format!("{questions} · {}", text.begun),
        Some(Some(Standing { done, all, percent: None })) => (text.answered)(done, all),
        Some(Some(Standing { percent: Some(percent), .. })) => format!("{questions} · {}", (text.done)(percent)),
    };
    let link = el("a.entry__link").attr(Attr::Id, id).attr(Attr::Href, address.start()).with(set.title.as_str());
    el("li.entry")
        .key(&set.id)
        .with(el("h3.entry__title").with(link))
        .with((!set.about.is_empty()).then(|| el("p.entry__about").with(set.about.as_str())))
        .with(
            (!hit.concepts.is_empty()).then(|| el("p.entry__count").with((text.asks_about)(&hit.concepts.join(", ")))),
        )
        .with(el("p.entry__count").with(count))
}

fn entry_id(bank: &BankListing, set: &Listing) -> String {
    format!("open/{}", SetAddress::new(&bank.id, &set.id).key())
}
