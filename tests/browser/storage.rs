//! Owns the promise that nothing the browser's storage does, or holds, stands in the way.

use anyhow::{Context, Result, ensure};
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::rightly;
use verbatim_tests::storage::REFUSALS;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const REFUSED: &str = "Your browser does not let this page save anything. You can go on, but your answers are kept \
                       only until you close the page.";
const UNREADABLE: &str = "Some of your saved answers cannot be read by this version. They are kept, and not shown.";
const REVISED: &str = "1 question was revised since you answered it and is asked again.";

/// Does a whole set while storage is refused in one way.
async fn refused(way: &str) -> Outcome {
    let (_, script) = REFUSALS.into_iter().find(|(name, _)| *name == way).context("an unknown refusal")?;
    let (bank, set) = &bank::with_set("events")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), script).await?;
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
async fn a_browser_without_a_database_still_takes_a_whole_set() -> Outcome {
    refused("there is no database").await
}

#[tokio::test]
async fn a_database_that_may_not_be_asked_for_still_takes_a_whole_set() -> Outcome {
    refused("asking for the database throws").await
}

#[tokio::test]
async fn a_database_whose_opening_throws_still_takes_a_whole_set() -> Outcome {
    refused("opening throws").await
}

#[tokio::test]
async fn a_database_whose_opening_fails_still_takes_a_whole_set() -> Outcome {
    refused("opening fails later").await
}

#[tokio::test]
async fn a_database_whose_opening_never_ends_still_takes_a_whole_set() -> Outcome {
    refused("opening never ends").await
}

#[tokio::test]
async fn a_full_database_that_throws_still_takes_a_whole_set() -> Outcome {
    refused("adding throws").await
}

#[tokio::test]
async fn a_full_database_that_takes_back_still_takes_a_whole_set() -> Outcome {
    refused("adding fails later").await
}

/// Puts a line among the saved ones that no version can read: it is reported and kept, and the quiz goes on.
async fn damaged(line: &str) -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let (key, question) = (format!("{}/{}", bank.id(), set.id()), bank::question(set, 0)?);
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.finds(Role::Link, "Start").await?;
        person.saves_by_hand(&key, line).await?;
        person.window().refresh().await?;
        person.reads(UNREADABLE).await?;
        person.answers_first(1, set, rightly).await?;
        person.window().refresh().await?;
        person.is_asked(set, question).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer behind the damage is lost");
        person.reads(UNREADABLE).await?;
        let lines = person.saved_lines(&key).await?;
        ensure!(
            lines.len() == 2 && lines.first().is_some_and(|first| first == line),
            "what was damaged is now {lines:?}"
        );
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_saved_line_of_a_later_version_is_reported_and_kept() -> Outcome {
    damaged("9 nonsense").await
}

#[tokio::test]
async fn an_empty_saved_line_is_reported_and_kept() -> Outcome {
    damaged("").await
}

/// The saved line of an answer.
fn line(question: &str, revision: u64, option: usize) -> String {
    format!("1 1448323200000 answered {question} {revision:016x} option {option}")
}

#[tokio::test]
async fn an_answer_to_a_revised_question_alone_is_asked_again() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let key = format!("{}/{}", bank.id(), set.id());
    let (revised, kept) = (bank::question(set, 0)?, bank::question(set, 1)?);
    let story = async |person: &Person, _: &Host| -> Result<()> {
        person.opens_set(bank, set).await?;
        person.finds(Role::Link, "Start").await?;
        person.saves_by_hand(&key, &line(&revised.id, revised.revision ^ 1, 0)).await?;
        person.saves_by_hand(&key, &line(&kept.id, kept.revision, rightly(kept, 1))).await?;
        person.window().refresh().await?;
        person.reads(REVISED).await?;
        person.clicks(Role::Link, "Continue with question 1").await?;
        person.is_asked(set, revised).await?;
        ensure!(person.answers(revised, rightly(revised, 0)).await? == "Right", "the new answer does not count");
        person.goes_on(0, set).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer to the other question is lost");
        // It has been asked again: there is nothing more to say of it.
        person.window().refresh().await?;
        person.is_asked(set, kept).await?;
        person.reads_no(REVISED).await
    };
    Stage::new().play(story).await
}
