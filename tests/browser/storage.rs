//! Owns the promise that nothing the browser refuses to save stands in the way, and that what it saves lasts.

use anyhow::{Context, Result, ensure};
use verbatim_core::{Bank, Set};
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::rightly;
use verbatim_tests::storage::{LOCAL_REFUSALS, REFUSALS};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const REFUSED: &str = "Your browser does not let this page save anything. You can go on, but your answers are kept \
                       only until you close the page.";

/// Answers three questions, and finds them again after a reload, with nothing to be said of it.
async fn three_last(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    person.opens_set(bank, set).await?;
    person.answers_first(3, set, rightly).await?;
    person.reads_no(REFUSED).await?;
    person.window().refresh().await?;
    person.is_asked_number(3, set).await?;
    ensure!(person.reads_verdict().await? == "Right", "the third answer is lost");
    person.opens_set(bank, set).await?;
    person.reads(&format!("3 of {} answered", set.questions().len())).await?;
    person.reads_no(REFUSED).await
}

/// The database is refused in one way; local storage is left, and lasts.
async fn refused(way: &str) -> Outcome {
    let (_, script) = REFUSALS.into_iter().find(|(name, _)| *name == way).context("an unknown refusal")?;
    let (bank, set) = &bank::with_set("events")?;
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), script).await?;
        three_last(person, bank, set).await
    };
    Stage::new().play(story).await
}

/// All storage is refused, and local storage in one way: that is said, and a whole set can be done all the same.
async fn all_refused(place: usize, local: &str) -> Outcome {
    let (_, script) = REFUSALS.into_iter().cycle().nth(place).context("an unknown refusal")?;
    let (_, local) = LOCAL_REFUSALS.into_iter().find(|(name, _)| *name == local).context("an unknown refusal")?;
    let (bank, set) = &bank::with_set("events")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), script).await?;
        devtools::run_before_pages(person.window(), local).await?;
        person.opens_set(bank, set).await?;
        person.answers_first(all, set, rightly).await?;
        person.reads(REFUSED).await?;
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(all, all).await?;
        person.opens("#/").await?;
        person.clicks(Role::Link, set.title()).await?;
        person.reads(&format!("{all} of {all} answered")).await?;
        person.reads(REFUSED).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn without_a_database_answers_last() -> Outcome {
    refused("there is no database").await
}

#[tokio::test]
async fn with_a_database_that_may_not_be_asked_for_answers_last() -> Outcome {
    refused("asking for the database throws").await
}

#[tokio::test]
async fn with_a_database_whose_opening_throws_answers_last() -> Outcome {
    refused("opening throws").await
}

#[tokio::test]
async fn with_a_database_whose_opening_fails_answers_last() -> Outcome {
    refused("opening fails later").await
}

#[tokio::test]
async fn with_a_database_whose_opening_never_ends_answers_last() -> Outcome {
    refused("opening never ends").await
}

#[tokio::test]
async fn with_a_full_database_that_throws_answers_last() -> Outcome {
    refused("adding throws").await
}

#[tokio::test]
async fn with_a_full_database_that_takes_back_answers_last() -> Outcome {
    refused("adding fails later").await
}

#[tokio::test]
async fn without_a_database_and_with_forbidden_local_storage_a_whole_set_can_be_done() -> Outcome {
    all_refused(0, "asking for local storage throws").await
}

#[tokio::test]
async fn with_a_full_database_and_without_local_storage_a_whole_set_can_be_done() -> Outcome {
    all_refused(5, "there is no local storage").await
}

#[tokio::test]
async fn with_everything_full_a_whole_set_can_be_done() -> Outcome {
    all_refused(6, "local storage is full").await
}

#[tokio::test]
async fn with_a_database_that_never_opens_and_forbidden_local_storage_a_whole_set_can_be_done() -> Outcome {
    all_refused(4, "asking for local storage throws").await
}

/// Leaves the site no room at all, as a full disk does.
async fn leaves_no_room(person: &Person, host: &Host) -> Result<()> {
    devtools::without_room(person.window(), &host.origin()).await
}

#[tokio::test]
async fn on_a_device_without_room_for_a_database_answers_last() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| {
        person.opens_catalogue().await?;
        leaves_no_room(person, host).await?;
        three_last(person, bank, set).await?;
        // It was full indeed: everything is in local storage.
        let keys = person.noted_keys().await?;
        ensure!(keys.len() == 4, "local storage has {keys:?}");
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn on_a_device_without_any_room_that_is_said_and_the_quiz_goes_on() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| {
        person.opens_catalogue().await?;
        person.fills_local_storage().await?;
        leaves_no_room(person, host).await?;
        person.opens_set(bank, set).await?;
        person.answers_first(3, set, rightly).await?;
        person.reads(REFUSED).await?;
        person.clicks(Role::Link, set.title()).await?;
        person.reads(&format!("3 of {} answered", set.questions().len())).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn local_storage_that_is_full_leaves_the_database() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_catalogue().await?;
        person.fills_local_storage().await?;
        person.leaves().await?;
        three_last(person, bank, set).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn in_a_private_window_answers_last_as_long_as_it_is_open() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| three_last(person, bank, set).await;
    Stage::new().in_private().play(story).await
}
