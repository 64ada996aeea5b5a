//! Owns the finer points of the kinds: ways of marking, tolerances, ties, order on screen.

use anyhow::ensure;
use verbatim_core::{Answer, Kind, Question};
use verbatim_tests::given::By;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::ways::partly;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

use super::check_set;

/// The set with the finer points.
pub(super) const SET: &str = "options";

async fn check(choose: impl Fn(&Question) -> Option<Answer>) -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let story = async |person: &Person, _: &Host| check_set(person, By::Mouse, bank, set, choose).await;
    Stage::new().play(story).await
}

#[tokio::test]
async fn every_finer_point_is_answered_right() -> Outcome {
    check(|question| Some(rightly(question, 0))).await
}

#[tokio::test]
async fn every_finer_point_is_answered_wrong() -> Outcome {
    check(|question| Some(wrongly(question, 0))).await
}

#[tokio::test]
async fn every_finer_point_with_parts_is_answered_partly() -> Outcome {
    check(partly).await
}

/// The texts of a choice's options in the author's order.
fn options(question: &Question) -> Vec<String> {
    let Kind::Choice(choice) = &question.kind else { return Vec::new() };
    choice.options().iter().map(|option| bank::words(&option.text)).collect()
}

#[tokio::test]
async fn options_that_are_not_shuffled_stand_as_written() -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let question = bank::question_named(set, "fraction-of-the-earth")?;
    let story = async |person: &Person, _: &Host| {
        // Each visit without an answer is a new attempt; the chance that three orders of four options are the
        // author's is 1 in 13,824.
        for _ in 0..3 {
            person.leaves().await?;
            person.opens_question(bank, set, question).await?;
            let shown = person.names(Role::Radio).await?;
            ensure!(shown == options(question), "the options are shown as {shown:?}");
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn an_option_that_is_fixed_stays_last_while_the_others_change_places() -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let question = bank::question_named(set, "drawbacks-of-a-bar")?;
    let story = async |person: &Person, _: &Host| {
        let mut orders = Vec::new();
        // Each new attempt draws anew: the chance that eight orders of three options are the same is 1 in 280,000.
        for _ in 0..8 {
            person.opens_question(bank, set, question).await?;
            let shown = person.names(Role::Radio).await?;
            ensure!(shown.last().is_some_and(|last| last == "All of these"), "the options are shown as {shown:?}");
            if !orders.contains(&shown) {
                orders.push(shown);
            }
            if orders.len() > 1 {
                break;
            }
            person.answers(question, &rightly(question, 0)).await?;
            person.opens_set(bank, set).await?;
            person.clicks(Role::Button, "Start again").await?;
            person.reads("A new attempt has begun.").await?;
        }
        ensure!(orders.len() > 1, "the options never change their places");
        Ok(())
    };
    Stage::new().play(story).await
}
