//! Owns the promise that mistakes alone can be tried once more, and that the results add up then.

use anyhow::{Context, Result, bail, ensure};
use verbatim_core::mark::percent;
use verbatim_core::{Answer, Question, Set};
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const MENDING: &str = "You are mending your mistakes. What was right stays as it is.";

/// The first two answers are wrong, the others are right.
fn two_wrong(question: &Question, before: usize) -> Answer {
    if before < 2 { wrongly(question, before) } else { rightly(question, before) }
}

/// Answers one of the questions that are tried once more, and goes on.
async fn mend(person: &Person, set: &Set, at: (usize, usize), expected: &Question, right: bool) -> Result<()> {
    let (number, all) = at;
    let question = person.is_asked_number_of(number, all, set).await?;
    ensure!(question == expected, "`{}` is asked, and not `{}`", question.id, expected.id);
    person.reads(MENDING).await?;
    let answer = if right { rightly(question, 0) } else { wrongly(question, 1) };
    person.answers(question, &answer).await?;
    person.leaves_by(if number < all { "Next question" } else { "See results" }).await
}

#[tokio::test]
async fn only_mistakes_are_asked_again_and_results_add_up() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let all = set.questions().len();
    let share = f64::from(u32::try_from(all - 2)?) / f64::from(u32::try_from(all)?);
    let first = format!("First answers: {}%", percent(share));
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        let asked = person.answers_first(all, set, two_wrong).await?;
        let (one, two) = (asked.first().context("no question")?, asked.get(1).context("no second question")?);
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(all - 2, all).await?;
        person.clicks(Role::Button, "Retry your 2 mistakes").await?;
        mend(person, set, (1, 2), one, true).await?;
        mend(person, set, (2, 2), two, false).await?;
        person.sees_score(all - 1, all).await?;
        person.reads(&first).await?;
        // What was right is still there, with what was given then.
        let third = asked.get(2).context("no third question")?;
        let entry = person.opens_review(2, third).await?;
        person.sees_explained(bank, third, &rightly(third, 2), &entry).await?;
        person.window().refresh().await?;
        person.clicks(Role::Button, "Retry your mistake").await?;
        mend(person, set, (1, 1), two, true).await?;
        person.sees_score(all, all).await?;
        person.reads(&first).await?;
        let buttons = person.names(Role::Button).await?;
        ensure!(!buttons.iter().any(|name| name.starts_with("Retry")), "there are mistakes left: {buttons:?}");
        // There is nothing left to do here.
        person.clicks(Role::Link, "All sets").await?;
        person.is_on_page("Question sets").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_reload_in_the_middle_goes_on_with_the_mistakes() -> Outcome {
    let (bank, set) = &bank::with_set("tries")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        // Nothing here is settled by a wrong answer alone.
        person.clicks(Role::Link, "Start").await?;
        let mut wrong = Vec::new();
        for number in 1..=all {
            let question = person.is_asked_number(number, set).await?;
            let answer = two_wrong(question, number - 1);
            person.answers(question, &answer).await?;
            if number <= 2 {
                person.clicks(Role::Button, "Show the answer").await?;
                wrong.push(question);
            }
            person.goes_on(number, set).await?;
        }
        let [one, two] = wrong.as_slice() else { bail!("{} wrong answers", wrong.len()) };
        person.clicks(Role::Button, "Retry your 2 mistakes").await?;
        mend(person, set, (1, 2), one, true).await?;
        person.is_asked_number_of(2, 2, set).await?;
        // The set's own page knows of the round, from its beginning to its end.
        person.clicks(Role::Link, set.title()).await?;
        person.reads("1 of 2 answered").await?;
        person.clicks(Role::Link, "Continue with question 2").await?;
        person.window().refresh().await?;
        mend(person, set, (2, 2), two, true).await?;
        person.sees_score(all, all).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn questions_without_an_answer_are_asked_together_with_the_mistakes() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        let asked = person.answers_first(3, set, two_wrong).await?;
        let (one, two) = (asked.first().context("no question")?, asked.get(1).context("no second question")?);
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.clicks(Role::Button, "Retry your 2 mistakes").await?;
        person.is_asked_number_of(1, all - 1, set).await?;
        person.clicks(Role::Link, set.title()).await?;
        person.reads(&format!("0 of {} answered", all - 1)).await?;
        person.clicks(Role::Link, "Continue with question 1").await?;
        mend(person, set, (1, all - 1), one, true).await?;
        mend(person, set, (2, all - 1), two, true).await?;
        let open = person.is_asked_number_of(3, all - 1, set).await?;
        ensure!(!asked.contains(&open), "`{}` is asked again", open.id);
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.sees_score(3, all).await
    };
    Stage::new().play(story).await
}
