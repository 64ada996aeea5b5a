//! Owns the promise that certainty is asked for where the set says so, with its payoffs, and counted in points.

use anyhow::{Context, Result, ensure};
use verbatim_core::Question;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const SET: &str = "certainty";

/// The levels as they are shown: with what each earns, never by an adjective alone.
const LEVELS: [&str; 3] = [
    "Certainty 1: +1 if right, 0 if not",
    "Certainty 2: +2 if right, −2 if not",
    "Certainty 3: +3 if right, −6 if not",
];

/// What a certainty came to, from 1.
fn came_to(right: bool, level: usize) -> Result<&'static str> {
    let points = [
        ["Certainty 1: 0 points", "Certainty 1: +1 point"],
        ["Certainty 2: −2 points", "Certainty 2: +2 points"],
        ["Certainty 3: −6 points", "Certainty 3: +3 points"],
    ];
    let [lost, earned] = points.get(level - 1).context("no such level")?;
    Ok(if right { earned } else { lost })
}

/// Answers a question with a certainty, from 1.
async fn answer(person: &Person, question: &Question, right: bool, level: usize) -> Result<()> {
    let answer = if right { rightly(question, 0) } else { wrongly(question, 0) };
    person.gives(question, &answer).await?;
    person.chooses(LEVELS.get(level - 1).context("no such level")?).await?;
    person.checks().await?;
    let verdict = person.reads_verdict().await?;
    ensure!((verdict == "Right") == right, "the verdict is “{verdict}”");
    let (said, points) = (person.texts(Role::Status).await?, came_to(right, level)?);
    ensure!(said.iter().any(|said| said.ends_with(points)), "“{points}” is not said: {said:?}");
    Ok(())
}

#[tokio::test]
async fn an_answer_without_certainty_is_refused() -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let question = bank::question(set, 0)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        person.checks().await?;
        person.reads_in(Role::Alert, "Choose one of the answers first.").await?;
        person.gives(question, &rightly(question, 0)).await?;
        person.checks().await?;
        person.reads_in(Role::Alert, "Say how sure you are first.").await?;
        // What was chosen is kept.
        person.chooses(LEVELS[2]).await?;
        person.checks().await?;
        // The bet and what it came to are part of the verdict.
        let said = "✓ Right You chose the right answer: 1 of 1 point. Certainty 3: +3 points";
        person.reads_in(Role::Status, said).await
    };
    Stage::new().play(story).await
}

/// Answers the four questions, each rightly or not and with a certainty, and reads the points.
async fn check(ways: [(bool, usize); 4], points: &str) -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Start").await?;
        let mut asked = Vec::new();
        for (number, (right, level)) in (1..).zip(ways) {
            let question = person.is_asked_number(number, set).await?;
            answer(person, question, right, level).await?;
            asked.push(question);
            person.goes_on(number, set).await?;
        }
        let right = ways.iter().filter(|(right, _)| *right).count();
        person.sees_score(right, 4).await?;
        person.reads(points).await?;
        for (place, (question, (right, level))) in asked.iter().zip(ways).enumerate() {
            let entry = person.opens_review(place, question).await?;
            let read = verbatim_tests::person::text(&entry).await?;
            ensure!(read.contains(came_to(right, level)?), "no certainty in: {read}");
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn points_are_what_each_certainty_pays() -> Outcome {
    // 3 - 2 + 1 - 6.
    check([(true, 3), (false, 2), (true, 1), (false, 3)], "Certainty: −4 of 12 points").await
}

#[tokio::test]
async fn to_be_unsure_and_wrong_costs_nothing() -> Outcome {
    // 2 + 0 + 2 + 0.
    check([(true, 2), (false, 1), (true, 2), (false, 1)], "Certainty: 4 of 12 points").await
}
