//! Owns the promise that what a bank's concepts mean is read in a view of its own, word for word as written.

mod absent;
mod back;

use anyhow::{Context, Result, ensure};
use thirtyfour::{By, Key};
use verbatim_core::bank::Glossary;
use verbatim_core::bank::glossary::Entry;
use verbatim_core::{Bank, Set};
use verbatim_tests::person::text;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const FILE: &str = "/data/tour/_glossary-";
const ADDRESS: &str = "#/tour/glossary";
const LIGHT: &str = "Light as a measure";
const EARTH: &str = "The Earth as a measure";

/// Plays a story with a set of the tour.
async fn with(id: &str, stage: Stage, story: impl AsyncFn(&Person, &Host, &Bank, &Set) -> Result<()>) -> Outcome {
    let (bank, set) = &bank::with_set(id)?;
    stage.play(async |person: &Person, host: &Host| story(person, host, bank, set).await).await
}

/// Waits for the glossary, with the focus on a heading of it.
async fn reads_glossary(person: &Person, heading: &str) -> Result<()> {
    person.is_on_page("Glossary").await?;
    person.is_taken_to(heading).await?;
    let title = "Glossary · A tour of the questions · Verbatim";
    until_true("the title", async || Ok(person.window().title().await? == title)).await
}

/// Checks the whole page against the files, from its headings to the last link.
async fn is_as_written(person: &Person, bank: &Bank, glossary: &Glossary) -> Result<()> {
    person.opens(&format!("#/{}/glossary", bank.id())).await?;
    person.is_on_page("Glossary").await?;
    let entries = glossary.entries();
    person.finds(Role::Heading, &entries.last().context("no entry")?.term).await?;
    let labels = |sets: usize| (sets > 0).then(|| "Asked about in".to_owned());
    let of = |entry: &Entry| [Some(entry.term.clone()), labels(entry.sets.len())];
    let headings: Vec<String> =
        ["Glossary".to_owned()].into_iter().chain(entries.iter().flat_map(of).flatten()).collect();
    ensure!(person.names(Role::Heading).await? == headings, "{:?}", person.names(Role::Heading).await?);
    let main = person.main().await?;
    let read = person.texts_within(&main, Role::ListItem).await?;
    let terms: Vec<String> = entries.iter().map(|entry| entry.term.clone()).collect();
    ensure!(read.starts_with(&terms), "the terms are {read:?}, and not {terms:?}");
    for entry in entries {
        entry_is_as_written(person, bank, entry).await.with_context(|| entry.concept.clone())?;
    }
    Ok(())
}

/// Checks one entry: its term, its definition, its quotations, and the sets that it leads to.
async fn entry_is_as_written(person: &Person, bank: &Bank, entry: &Entry) -> Result<()> {
    let heading = person.finds(Role::Heading, &entry.term).await?;
    let section = heading.find(By::XPath("ancestor::section[1]")).await?;
    let read = text(&section).await?;
    let begin = format!("{} {}", entry.term, bank::all_words(&entry.definition));
    ensure!(read.starts_with(&begin), "no “{begin}” in: {read}");
    let figures = person.all_within(&section, Role::Figure).await?;
    ensure!(figures.len() == entry.quotes.len(), "{} quotations", figures.len());
    for (figure, quote) in figures.iter().zip(&entry.quotes) {
        person.sees_quote(figure, quote, bank.source()).await?;
        person.sees_in_place(bank, figure, quote).await?;
    }
    let links = person.all_within(&section, Role::Link).await?;
    let links = links.iter().skip(entry.quotes.iter().filter(|quote| quote.address().is_some()).count());
    for (link, (set, title)) in links.clone().zip(&entry.sets) {
        let address = format!("#/{}/{set}", bank.id());
        ensure!(person.target(link).await? == address, "“{title}” leads elsewhere");
        ensure!(&text(link).await? == title, "the link is not “{title}”");
    }
    ensure!(links.len() == entry.sets.len(), "{} links to sets", links.len());
    Ok(())
}

#[tokio::test]
async fn every_entry_is_what_the_file_says() -> Outcome {
    let banks = bank::banks()?;
    let story = async |person: &Person, _: &Host| {
        ensure!(banks.iter().any(|bank| Glossary::new(bank).is_some()), "no bank defines a concept");
        for bank in &banks {
            let Some(glossary) = Glossary::new(bank) else { continue };
            person.leaves().await?;
            is_as_written(person, bank, &glossary).await.with_context(|| bank.id().to_owned())?;
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn it_opens_from_the_catalogue_and_the_browsers_own_buttons_work() -> Outcome {
    let story = async |person: &Person, host: &Host| {
        person.opens_catalogue().await?;
        person.clicks(Role::Link, "Glossary").await?;
        reads_glossary(person, "Glossary").await?;
        person.is_at(ADDRESS).await?;
        person.finds_no(Role::Link, "Back to the set").await?;
        person.clicks(Role::Link, LIGHT).await?;
        reads_glossary(person, LIGHT).await?;
        person.is_at(&format!("{ADDRESS}/light")).await?;
        person.window().back().await?;
        reads_glossary(person, "Glossary").await?;
        person.window().back().await?;
        person.is_on_page("Question sets").await?;
        person.window().forward().await?;
        reads_glossary(person, "Glossary").await?;
        person.window().forward().await?;
        reads_glossary(person, LIGHT).await?;
        // What the worker keeps meanwhile is not counted, and may come first.
        ensure!(host.asked_for(FILE) <= 1, "it was fetched {} times", host.asked_for(FILE));
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn it_opens_from_the_start_of_a_set_and_leads_to_sets() -> Outcome {
    with("kinds", Stage::new(), async |person, _, bank, set| {
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Glossary").await?;
        reads_glossary(person, "Glossary").await?;
        person.clicks(Role::Link, "Back to the set").await?;
        person.is_on_page(set.title()).await?;
        person.is_taken_to("Glossary").await?;
        person.opens(&format!("{ADDRESS}/convention")).await?;
        reads_glossary(person, "The Metre Convention").await?;
        person.clicks(Role::Link, set.title()).await?;
        person.is_on_page(set.title()).await
    })
    .await
}

#[tokio::test]
async fn an_entry_opens_by_its_address() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        for (concept, term) in [("system", "The system of units"), ("survey", "The survey of the meridian")] {
            person.leaves().await?;
            person.opens(&format!("{ADDRESS}/{concept}")).await?;
            reads_glossary(person, term).await?;
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn it_is_read_by_keyboard_alone() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        person.opens_catalogue().await?;
        person.tabs_to(Role::Link, "Glossary").await?;
        person.presses(Key::Enter).await?;
        reads_glossary(person, "Glossary").await?;
        person.tabs_to(Role::Link, LIGHT).await?;
        person.presses(Key::Enter).await?;
        reads_glossary(person, LIGHT).await?;
        // Reading goes on from the entry, not from the top.
        person.presses(Key::Tab).await?;
        let focus = person.focus().await?.context("nothing has the focus")?;
        ensure!(focus.text == "Show it in its place", "the focus went on to “{}”", focus.text);
        person.presses(Key::Enter).await?;
        let unfolded = async || Ok(!person.all(Role::Mark).await?.is_empty());
        until_true("the passage", unfolded).await
    };
    Stage::new().play(story).await
}
