//! Owns the promise that a glossary, or an entry, that is not there says so, and one that does not come can be tried again.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use tempfile::TempDir;
use verbatim_core::bank::{Concept, Pack};
use verbatim_core::{Bank, Catalogue};
use verbatim_tests::quiz::rightly;
use verbatim_tests::surroundings::Need;
use verbatim_tests::{Fault, Host, Outcome, Person, Role, Stage, bank};

use super::{ADDRESS, EARTH, FILE, LIGHT, reads_glossary, with};

#[tokio::test]
async fn an_entry_that_is_not_there_says_so_and_shows_the_others() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        person.opens(&format!("{ADDRESS}/nothing")).await?;
        reads_glossary(person, "Glossary").await?;
        person.reads("The term at this address may have been renamed or taken away.").await?;
        person.clicks(Role::Link, EARTH).await?;
        reads_glossary(person, EARTH).await?;
        person.reads_no("may have been renamed").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_glossary_of_no_bank_says_so() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        person.opens("#/nothing/glossary").await?;
        person.is_on_page("Nothing is here").await?;
        person.finds_no(Role::Button, "Try again").await
    };
    Stage::new().play(story).await
}

/// Puts the bank on the host as it is without definitions.
fn publish_undefined(host: &Host, bank: &Bank) -> Result<()> {
    let folder = TempDir::new()?;
    let copy = folder.path().join(bank.id());
    fs::create_dir(&copy)?;
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions").join(bank.id()))? {
        let path = file?.path();
        fs::copy(&path, copy.join(path.file_name().context("a file without a name")?))?;
    }
    let text = fs::read_to_string(copy.join("bank.toml"))?;
    let (head, _) = text.split_once("[[concept]]").context("no concept")?;
    let named = |c: &Concept| format!("[[concept]]\nid = {:?}\nterm = {:?}\n", c.id, c.term);
    let concepts: String = bank.concepts().iter().map(named).collect();
    fs::write(copy.join("bank.toml"), format!("{head}{concepts}"))?;
    let bank = bank::read(&copy)?;
    let unreadable = |error| anyhow!("{error:?}");
    let catalogue = fs::read(Need::Site.path()?.join("data/catalogue.bin"))?;
    let mut catalogue = Catalogue::read(&catalogue).map_err(unreadable)?;
    let listing = catalogue.banks.iter_mut().find(|listing| listing.id == bank.id()).context("no such bank")?;
    listing.glossary = None;
    for (listing, set) in listing.sets.iter().zip(bank.sets()) {
        host.replaces_data(&format!("data/{}", listing.file), Pack::new(&bank, set).write().map_err(unreadable)?)?;
    }
    catalogue.banks.retain(|listing| listing.id == bank.id());
    host.replaces_data("data/catalogue.bin", catalogue.write().map_err(unreadable)?)?;
    Ok(())
}

#[tokio::test]
async fn a_bank_without_definitions_offers_no_glossary() -> Outcome {
    with("kinds", Stage::new(), async |person, host, bank, set| {
        publish_undefined(host, bank)?;
        person.opens_catalogue().await?;
        person.finds(Role::Link, set.title()).await?;
        person.finds_no(Role::Link, "Glossary").await?;
        person.opens_set(bank, set).await?;
        person.finds_no(Role::Link, "Glossary").await?;
        let question = bank::question(set, 0)?;
        person.opens_question(bank, set, question).await?;
        person.answers(question, &rightly(question, 0)).await?;
        person.finds(Role::Heading, "In the article").await?;
        person.finds_no(Role::Heading, "Concepts").await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.reads(EARTH).await?;
        person.finds_no(Role::Link, EARTH).await?;
        person.opens(ADDRESS).await?;
        person.is_on_page("Nothing is here").await
    })
    .await
}

/// Opens an entry while its file fails: that is said, with the focus on it, and once the host is well it opens.
async fn fails(fault: Fault, words: &str) -> Outcome {
    let story = async |person: &Person, host: &Host| -> Result<()> {
        host.breaks(FILE, fault);
        person.opens_catalogue().await?;
        person.clicks(Role::Link, "Glossary").await?;
        person.is_on_page("This did not work").await?;
        person.is_taken_to("This did not work").await?;
        person.reads(words).await?;
        person.opens(&format!("{ADDRESS}/light")).await?;
        person.is_taken_to("This did not work").await?;
        host.heals();
        person.clicks(Role::Button, "Try again").await?;
        person.is_on_page("Glossary").await?;
        // Another version may need another version of the page, which then begins anew.
        reads_glossary(person, LIGHT).await
    };
    Stage::new().without_workers().troubled().play(story).await
}

#[tokio::test]
async fn a_missing_glossary_can_be_tried_again() -> Outcome {
    fails(Fault::Missing, "could not be fetched").await
}

#[tokio::test]
async fn a_truncated_glossary_can_be_tried_again() -> Outcome {
    fails(Fault::Truncated, "arrived damaged").await
}

#[tokio::test]
async fn a_glossary_of_another_version_can_be_tried_again() -> Outcome {
    fails(Fault::OtherVersion, "of different versions").await
}

#[tokio::test]
async fn a_slow_glossary_says_so_and_opens() -> Outcome {
    let story = async |person: &Person, host: &Host| -> Result<()> {
        person.opens_catalogue().await?;
        host.breaks(FILE, Fault::Held);
        person.opens(&format!("{ADDRESS}/bars")).await?;
        person.reads_in(Role::Status, "Loading…").await?;
        person.reads_in(Role::Status, "Still loading. The network seems slow…").await?;
        host.heals();
        reads_glossary(person, "Standards of metal").await
    };
    // Without the worker, which would have kept the file before it is held back.
    Stage::new().without_workers().play(story).await
}
