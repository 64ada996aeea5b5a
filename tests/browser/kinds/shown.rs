//! Owns what is asked of a student who has given nothing, or nothing that can be an answer.

use anyhow::ensure;
use thirtyfour::By;
use verbatim_tests::kind::played;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

#[tokio::test]
async fn a_check_with_nothing_given_says_what_is_missing() -> Outcome {
    let (bank, set) = &bank::with_set(super::plain::SET)?;
    let story = async |person: &Person, _: &Host| {
        for question in set.questions() {
            let Some(words) = played(&question.kind).missing() else { continue };
            person.opens_question(bank, set, question).await?;
            person.checks().await?;
            person.reads_in(Role::Alert, words).await?;
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_number_that_is_none_is_refused_and_kept() -> Outcome {
    let (bank, set) = &bank::with_set(super::plain::SET)?;
    let question = bank::question_named(set, "states-in-1875")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        person.writes("Your answer, as a number", "about seventeen").await?;
        person.checks().await?;
        person.reads_in(Role::Alert, "Write a number first, such as 12, 0.5 or 3/4.").await?;
        person.has_written("Your answer, as a number", "about seventeen").await?;
        person.writes("Your answer, as a number", "17").await?;
        person.checks().await?;
        person.reads_in(Role::Status, "✓ Right Your number is right: 1 of 1 point.").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_sentence_whose_blanks_are_filled_reads_on() -> Outcome {
    let (bank, set) = &bank::with_set("options")?;
    let question = bank::question_named(set, "how-the-bar-fell-short")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        person.answers(question, &rightly(question, 0)).await?;
        // What else counts is told below it, and not within.
        person.reads("surveys (also accepted: survey, measurements)").await?;
        let sentence = person.window().find(By::Css(".sentence-with-blanks")).await?;
        let read = verbatim_tests::person::text(&sentence).await?;
        ensure!(read.starts_with("Later surveys showed that the bar of 1799 is about"), "the sentence is: {read}");
        Ok(())
    };
    Stage::new().play(story).await
}
