//! Owns the promise that a set can be started again, and that this can be undone until the next answer.

use anyhow::{Result, ensure};
use verbatim_core::Set;
use verbatim_tests::quiz::{mixed, rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

use crate::progress::knows_three_answers;

/// Begins anew: the first question of the new attempt is asked at once.
async fn start_again(person: &Person, set: &Set) -> Result<()> {
    person.clicks(Role::Button, "Start again").await?;
    person.reads("A new attempt has begun.").await?;
    let first = person.is_asked_number(1, set).await?;
    person.is_taken_to(&bank::words(&first.prompt)).await?;
    person.finds(Role::Button, "Check answer").await.map(|_| ())
}

#[tokio::test]
async fn a_new_start_is_remembered() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.answers_first(2, set, rightly).await?;
        person.clicks(Role::Link, set.title()).await?;
        start_again(person, set).await?;
        person.window().refresh().await?;
        person.answers_from_the_first(1, set, wrongly).await?;
        person.window().refresh().await?;
        ensure!(person.reads_verdict().await? == "Not right", "the earlier attempt is back");
        person.clicks(Role::Link, set.title()).await?;
        person.reads(&format!("1 of {} answered", set.questions().len())).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_new_start_that_is_undone_brings_every_answer_back() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        let asked = person.answers_first(3, set, mixed).await?;
        person.clicks(Role::Link, set.title()).await?;
        start_again(person, set).await?;
        person.clicks(Role::Button, "Undo").await?;
        // Gone with its message, and the focus is not lost with it.
        person.is_taken_to("").await?;
        person.finds_no(Role::Button, "Undo").await?;
        person.clicks(Role::Link, set.title()).await?;
        person.reads(&format!("3 of {} answered", set.questions().len())).await?;
        person.window().refresh().await?;
        person.is_on_page(set.title()).await?;
        knows_three_answers(person, bank, set, &asked).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn results_start_again_too_and_an_answer_makes_that_final() -> Outcome {
    let (bank, set) = &bank::with_set("events")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.answers_first(2, set, rightly).await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        start_again(person, set).await?;
        person.finds(Role::Button, "Undo").await?;
        person.answers_from_the_first(1, set, rightly).await?;
        person.finds_no(Role::Button, "Undo").await
    };
    Stage::new().play(story).await
}
