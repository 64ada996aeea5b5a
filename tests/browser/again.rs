//! Owns the promise that a set can be started again, and that this can be undone until the next answer.

use anyhow::{Result, ensure};
use verbatim_core::Set;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

use crate::progress::{knows_three_answers, mixed};

/// Begins anew from the first page of a set and checks that nothing is answered then.
async fn start_again(person: &Person, set: &Set) -> Result<()> {
    person.clicks(Role::Button, "Start again").await?;
    person.reads("A new attempt has begun.").await?;
    person.is_taken_to(set.title()).await?;
    person.finds(Role::Link, "Start").await?;
    person.finds_no(Role::Button, "Start again").await
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
        person.finds(Role::Link, "Start").await?;
        person.answers_first(1, set, wrongly).await?;
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
        person.answers_first(3, set, mixed).await?;
        person.clicks(Role::Link, set.title()).await?;
        start_again(person, set).await?;
        person.clicks(Role::Button, "Undo").await?;
        person.reads(&format!("3 of {} answered", set.questions().len())).await?;
        person.is_taken_to(set.title()).await?;
        person.finds_no(Role::Button, "Undo").await?;
        person.window().refresh().await?;
        person.is_on_page(set.title()).await?;
        knows_three_answers(person, bank, set).await
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
        person.clicks(Role::Button, "Start again").await?;
        person.sees_score(0, set.questions().len()).await?;
        person.is_taken_to("Your results").await?;
        person.clicks(Role::Link, "Start").await?;
        person.finds(Role::Button, "Undo").await?;
        person.answers(bank::question(set, 0)?, 0).await?;
        person.finds_no(Role::Button, "Undo").await
    };
    Stage::new().play(story).await
}
