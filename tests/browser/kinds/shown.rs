//! Owns what is asked of a student who has given nothing, or nothing that can be an answer.

use verbatim_tests::kind::played;
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
