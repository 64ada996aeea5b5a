//! Owns the promise that a set is found among many.

use anyhow::{Context, Result, anyhow, ensure};
use thirtyfour::Key;
use verbatim_core::bank::{BankListing, Catalogue, Listing};
use verbatim_core::{Bank, Set};
use verbatim_tests::surroundings::Need;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// The field to search in.
const FIELD: &str = "Find by title or concept";
/// Where what the sets behind the first are about lies.
const ABOUTS: &str = "abouts.bin";
/// How many sets a catalogue has that needs pages.
const MANY: usize = 1000;

/// Looks for words, after having taken away those that stand in the field.
async fn looks_for(person: &Person, words: &str) -> Result<()> {
    person.has_the_player().await?;
    let field = person.finds(Role::Searchbox, FIELD).await?;
    // Firefox's driver loses keys now and then, and who sees that types them again.
    until_true(format!("“{words}” to be typed"), async || {
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(Key::Backspace + "").await?;
        // Not every driver takes nothing to type.
        if !words.is_empty() {
            field.send_keys(words).await?;
        }
        Ok(field.prop("value").await?.as_deref() == Some(words))
    })
    .await
}

/// Waits until these are the sets that are shown.
async fn is_shown(person: &Person, titles: &[String]) -> Result<()> {
    let are_shown = async || {
        let entries = person.texts(Role::ListItem).await?;
        let is_entry = |(entry, title): (&String, &String)| entry.starts_with(title.as_str());
        Ok(entries.len() == titles.len() && entries.iter().zip(titles).all(is_entry))
    };
    let awaited = until_true("these sets", are_shown).await;
    awaited.with_context(|| format!("{titles:?} should be shown"))
}

fn titles(banks: &[Bank], has: impl Fn(&Bank, &Set) -> bool) -> Vec<String> {
    let sets = banks.iter().flat_map(|bank| bank.sets().iter().map(move |set| (bank, set)));
    sets.filter(|(bank, set)| has(bank, set)).map(|(_, set)| set.title().to_owned()).collect()
}

/// Whether one of a set's questions asks about a concept with this word, which is in lower case.
fn asks_about(bank: &Bank, set: &Set, word: &str) -> bool {
    let terms = bank.concepts().iter().filter(|concept| concept.term.to_lowercase().contains(word));
    let mut ids = terms.map(|concept| &concept.id);
    ids.any(|id| set.questions().iter().any(|question| question.concepts.contains(id)))
}

#[tokio::test]
async fn sets_are_found_by_title_and_by_concept_whatever_the_case() -> Outcome {
    let banks = bank::banks()?;
    let named = |word: &str| {
        titles(&banks, |bank, set| {
            let is_named = [bank.title(), set.title(), &bank.source().title]
                .iter()
                .any(|title| title.to_lowercase().contains(word));
            is_named || asks_about(bank, set, word)
        })
    };
    let (sovereignty, all) = (named("sovereignty"), titles(&banks, |_, _| true));
    let by_title = titles(&banks, |_, set| set.title().to_lowercase().contains("sovereignty"));
    ensure_some(&by_title, &sovereignty, &all)?;
    let story = async |person: &Person, _: &Host| {
        person.opens("").await?;
        is_shown(person, &all).await?;
        looks_for(person, "SOVEREIGNTY").await?;
        is_shown(person, &sovereignty).await?;
        person.reads_in(Role::Status, &format!("{} sets of {}", sovereignty.len(), all.len())).await?;
        // What no title says is told: why else would a set be among them?
        for entry in person.texts(Role::ListItem).await? {
            let titled = by_title.iter().any(|title| entry.starts_with(title.as_str()));
            let told = entry.contains("Asks about:") && entry.to_lowercase().contains("sovereignty");
            ensure!(titled != told, "of why it was found says: {entry}");
        }
        looks_for(person, "nothing has this").await?;
        let none = "No set has these words in its title, its concepts or the title of its text.";
        person.reads_in(Role::Status, none).await?;
        is_shown(person, &[]).await?;
        looks_for(person, " ").await?;
        is_shown(person, &all).await
    };
    Stage::new().play(story).await
}

/// The words have to tell titles from concepts, and both from the rest.
fn ensure_some(by_title: &[String], found: &[String], all: &[String]) -> Result<()> {
    ensure!(!by_title.is_empty() && by_title.len() < found.len() && found.len() < all.len(), "{by_title:?}, {found:?}");
    Ok(())
}

#[tokio::test]
async fn what_was_found_is_there_on_the_way_back() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens("").await?;
        looks_for(person, set.title()).await?;
        is_shown(person, &[set.title().to_owned()]).await?;
        person.clicks(Role::Link, set.title()).await?;
        person.is_on_page(set.title()).await?;
        person.window().back().await?;
        is_shown(person, &[set.title().to_owned()]).await?;
        person.opens_set(bank, set).await
    };
    Stage::new().play(story).await
}

/// What a set of the large catalogue is about.
fn about(number: usize) -> String {
    format!("What set {number} is about.")
}

/// Puts a catalogue on the host that lists so many sets, but not yet what those behind the first are about; gives their
/// titles, and that.
fn publish_many(host: &Host) -> Result<(Vec<String>, Vec<u8>)> {
    let unreadable = |error| anyhow!("{error:?}");
    let bytes = std::fs::read(Need::Site.path()?.join("data/catalogue.bin"))?;
    let mut catalogue = Catalogue::read(&bytes).map_err(unreadable)?;
    let bank: &mut BankListing = catalogue.banks.first_mut().context("no bank")?;
    let first: Listing = bank.sets.first().context("no set")?.clone();
    let set = |number: usize| Listing {
        id: format!("set-{number}"),
        title: format!("Set {number:04}"),
        about: about(number),
        ..first.clone()
    };
    bank.sets = (1..=MANY).map(set).collect();
    let titles = bank.sets.iter().map(|set| set.title.clone()).collect();
    catalogue.banks.truncate(1);
    let abouts = catalogue.take_abouts().context("all of them are told")?;
    catalogue.abouts = Some(ABOUTS.to_owned());
    host.replaces_data("data/catalogue.bin", catalogue.write().map_err(unreadable)?)?;
    Ok((titles, abouts.write().map_err(unreadable)?))
}

#[tokio::test]
async fn a_thousand_sets_come_fifty_at_a_time_and_one_is_found() -> Outcome {
    let story = async |person: &Person, host: &Host| {
        let (titles, abouts) = publish_many(host)?;
        host.replaces(&format!("data/{ABOUTS}"), abouts);
        person.opens("").await?;
        is_shown(person, &titles[..50]).await?;
        person.clicks(Role::Button, "Show 50 more of 950").await?;
        is_shown(person, &titles[..100]).await?;
        person.is_taken_to(&titles[50]).await?;
        looks_for(person, "0777").await?;
        is_shown(person, &titles[776..777]).await?;
        person.reads_in(Role::Status, "1 set of 1000").await?;
        person.finds_no(Role::Button, "Show 50 more").await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn what_sets_behind_the_first_are_about_comes_when_somebody_comes_so_far() -> Outcome {
    let story = async |person: &Person, host: &Host| {
        let (titles, abouts) = publish_many(host)?;
        person.opens("").await?;
        is_shown(person, &titles[..50]).await?;
        person.reads(&about(50)).await?;
        ensure!(host.asked_for(ABOUTS) == 0, "what nobody reads was fetched");
        looks_for(person, "0777").await?;
        is_shown(person, &titles[776..777]).await?;
        until_true("the host to be asked", async || Ok(host.asked_for(ABOUTS) > 0)).await?;
        person.reads_no(&about(777)).await?;
        host.replaces(&format!("data/{ABOUTS}"), abouts);
        // A request that is on its way may still fail: who goes on looking sees it in the end.
        let is_told = async || {
            looks_for(person, "0778").await?;
            Ok(person.page_text().await?.contains(&about(778)))
        };
        until_true("what a set behind the first is about", is_told).await?;
        is_shown(person, &titles[777..778]).await?;
        looks_for(person, "").await?;
        person.clicks(Role::Button, "Show 50 more of 950").await?;
        person.reads(&about(100)).await
    };
    Stage::new().without_workers().troubled().play(story).await
}
