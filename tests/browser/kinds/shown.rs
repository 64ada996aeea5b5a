//! Owns what is asked of a student who has given nothing, or nothing that can be an answer.

use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// What is said to each question that is checked with nothing given; an order is always given.
const MISSING: [(&str, &str); 9] = [
    ("pendulum-set-aside", "Choose one of the answers first."),
    ("change-of-1983", "Choose at least one of the answers first."),
    ("short-bar-replaced", "Choose one of the answers first."),
    ("origin-of-the-name", "Write an answer first."),
    ("states-in-1875", "Write a number first, such as 12, 0.5 or 3/4."),
    ("who-did-what", "Choose what belongs to at least one of them first."),
    ("prototype-in-a-sentence", "Fill in at least one blank first, numbers as digits."),
    ("weakest-link", "Pick the passage first."),
    ("unit-for-all", "Pick the passage first."),
];

#[tokio::test]
async fn a_check_with_nothing_given_says_what_is_missing() -> Outcome {
    let (bank, set) = &bank::with_set(super::plain::SET)?;
    let story = async |person: &Person, _: &Host| {
        for (id, words) in MISSING {
            person.opens_question(bank, set, bank::question_named(set, id)?).await?;
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
