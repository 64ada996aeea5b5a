//! Owns the promise that saved answers which are damaged, older or of an earlier question are treated as what they are.

use anyhow::{Result, ensure};
use serde_json::json;
use verbatim_core::{Answer, Question, Set};
use verbatim_tests::quiz::rightly;
use verbatim_tests::storage::journal_key;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const UNREADABLE: &str = "Some of your saved answers cannot be read by this version. They are kept, and not shown.";
const REVISED: &str = "1 question was revised since you answered it and is asked again.";

/// Checks that a damaged line is among the saved ones as it was, and that what came later is there, too.
async fn is_kept(person: &Person, set: &str, line: &str) -> Result<()> {
    let lines = person.saved_lines(set).await?;
    let others = lines.iter().filter(|other| *other != line).count();
    ensure!(lines.iter().any(|other| other == line), "what was damaged is now {lines:?}");
    ensure!(others > 0, "nothing is saved behind the damage");
    Ok(())
}

/// What cannot be read is reported, before an answer and after it, and the answer counts.
async fn goes_on(person: &Person, set: &Set) -> Result<()> {
    person.window().refresh().await?;
    person.reads(UNREADABLE).await?;
    person.answers_first(1, set, rightly).await?;
    person.window().refresh().await?;
    person.is_asked_number(1, set).await?;
    ensure!(person.reads_verdict().await? == "Right", "the answer behind the damage is lost");
    person.reads(UNREADABLE).await?;
    Ok(())
}

/// Puts a line among the saved ones that no version can read: it is reported and kept, and the quiz goes on.
async fn damaged(line: &str) -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let key = format!("{}/{}", bank.id(), set.id());
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.finds(Role::Link, "Start").await?;
        person.saves_by_hand(&key, line).await?;
        goes_on(person, set).await?;
        is_kept(person, &key, line).await
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

/// Puts a line that no version can read into the journal: it is reported and kept, and the quiz goes on.
#[tokio::test]
async fn a_damaged_line_in_the_journal_is_reported_and_kept() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let key = format!("{}/{}", bank.id(), set.id());
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.notes_by_hand(&journal_key(&key, "2 1 nothing of ours"), &key).await?;
        // What is no line at all is not ours to move or to remove.
        person.notes_by_hand("verbatim line without an end", "anything").await?;
        goes_on(person, set).await?;
        let keys = person.noted_keys().await?;
        ensure!(keys.iter().any(|key| key == "verbatim line without an end"), "a strange key is gone: {keys:?}");
        is_kept(person, &key, "2 1 nothing of ours").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn records_that_hold_no_line_are_reported_and_kept() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let key = format!("{}/{}", bank.id(), set.id());
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.finds(Role::Link, "Start").await?;
        person.saves_record_by_hand(&json!({ "set": key })).await?;
        person.saves_record_by_hand(&json!({ "set": key, "line": { "not": "a text" } })).await?;
        person.saves_record_by_hand(&json!({ "neither": "set nor line" })).await?;
        person.window().refresh().await?;
        person.reads(UNREADABLE).await?;
        person.answers_first(1, set, rightly).await?;
        person.window().refresh().await?;
        person.is_asked_number(1, set).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer behind the damage is lost");
        let lines = person.saved_lines(&key).await?;
        ensure!(lines.len() == 4, "there are {lines:?}");
        Ok(())
    };
    Stage::new().play(story).await
}

/// What version 1 saved, with questions of today: it is read, in the author's order, and what comes is of version 2.
#[tokio::test]
async fn answers_of_version_1_are_there_and_go_on() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let key = format!("{}/{}", bank.id(), set.id());
    let all = set.questions().len();
    let (first, second, third) = (bank::question(set, 0)?, bank::question(set, 1)?, bank::question(set, 2)?);
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.finds(Role::Link, "Start").await?;
        for older in [
            line(&third.id, third.revision, right(third)),
            "1 1448323201000 started".to_owned(),
            line(&first.id, first.revision, right(first)),
            line(&second.id, second.revision, (right(second) + 1) % 2),
            "1 1448323204000 started".to_owned(),
            "1 1448323205000 took-back".to_owned(),
        ] {
            person.saves_by_hand(&key, &older).await?;
        }
        person.window().refresh().await?;
        person.reads(&format!("2 of {all} answered")).await?;
        person.reads_no(UNREADABLE).await?;
        person.clicks(Role::Link, "Continue with question 3").await?;
        person.is_asked(set, third).await?;
        for number in 3..=all {
            let question = person.is_asked_number(number, set).await?;
            ensure!(*question == set.questions()[number - 1], "question {number} is `{}`", question.id);
            person.answers(question, &rightly(question, 0)).await?;
            person.goes_on(number, set).await?;
        }
        person.window().refresh().await?;
        person.sees_score(all - 1, all).await?;
        let lines = person.saved_lines(&key).await?;
        ensure!(lines.len() == 6 + all - 2, "there are {lines:#?}");
        ensure!(lines[6..].iter().all(|line| line.starts_with("2 ")), "there are {lines:#?}");
        Ok(())
    };
    Stage::new().play(story).await
}

/// The position of the right option.
fn right(question: &Question) -> usize {
    match rightly(question, 0) {
        Answer::Option(position) => position,
        Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => 0,
    }
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
        person.saves_by_hand(&key, &line(&kept.id, kept.revision, right(kept))).await?;
        person.window().refresh().await?;
        person.reads(REVISED).await?;
        person.opens_question(bank, set, revised).await?;
        ensure!(person.answers(revised, &rightly(revised, 0)).await? == "Right", "the new answer does not count");
        person.opens_question(bank, set, kept).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer to the other question is lost");
        // It has been asked again: there is nothing more to say of it.
        person.window().refresh().await?;
        person.is_asked(set, kept).await?;
        person.reads_no(REVISED).await
    };
    Stage::new().play(story).await
}
