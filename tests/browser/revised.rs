//! Owns the promise that an edit costs the credit of the question that was edited, and of no other.

use anyhow::{Result, ensure};
use verbatim_core::{Bank, Question, Set};
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank, edited};

const REVISED: &str = "1 question was revised since you answered it and is asked again.";

/// Answers rightly, but for the second question.
fn mixed(question: &Question, before: usize) -> verbatim_core::Answer {
    if before == 1 { wrongly(question, before) } else { rightly(question, before) }
}

/// Comes back to a set. The browser may still have the page of before, which is asked for when it is loaded anew.
async fn comes_back(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    person.leaves().await?;
    person.opens_set(bank, set).await?;
    person.window().refresh().await?;
    person.is_on_page(set.title()).await
}

#[tokio::test]
async fn an_edited_prompt_asks_that_question_again_and_no_other() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let all = set.questions().len();
    let story = async |person: &Person, host: &Host| {
        person.opens_set(bank, set).await?;
        let asked = person.answers_first(5, set, mixed).await?;
        let target = asked[2];
        let written = format!("id = \"{}\"", target.id);
        let (_, now) = edited::publish(host, bank, set, |text| {
            let (before, after) = text.split_once(&written).unwrap_or((text, ""));
            format!("{before}{written}{}", after.replacen("prompt = \"", "prompt = \"As it is now: ", 1))
        })?;
        comes_back(person, bank, &now).await?;
        person.reads_in(Role::Status, REVISED).await?;
        person.reads(&format!("4 of {all} answered")).await?;
        person.clicks(Role::Link, "Continue with question 3").await?;
        let again = person.is_asked_number(3, &now).await?;
        ensure!(again.id == target.id && again.revision != target.revision, "`{}` is asked", again.id);
        person.reads("As it is now: ").await?;
        for (place, question) in asked.iter().enumerate().filter(|(place, _)| *place != 2) {
            person.opens_question(bank, &now, question).await?;
            let verdict = person.reads_verdict().await?;
            ensure!((verdict == "Right") == (place != 1), "`{}` is now: {verdict}", question.id);
        }
        person.opens_question(bank, &now, again).await?;
        ensure!(person.answers(again, &rightly(again, 0)).await? == "Right", "the new answer does not count");
        person.window().refresh().await?;
        person.is_asked(&now, again).await?;
        ensure!(person.reads_verdict().await? == "Right", "the new answer is lost");
        person.reads_no(REVISED).await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn an_edited_explanation_costs_nothing() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let all = set.questions().len();
    let story = async |person: &Person, host: &Host| {
        person.opens_set(bank, set).await?;
        person.answers_first(3, set, rightly).await?;
        let (_, now) = edited::publish(host, bank, set, |text| {
            text.replace("explanation = \"", "explanation = \"Put in a better way. ")
        })?;
        comes_back(person, bank, &now).await?;
        person.reads(&format!("3 of {all} answered")).await?;
        person.reads_no("revised").await?;
        person.opens(&format!("{}/results", bank::address(bank, &now))).await?;
        person.sees_score(3, all).await
    };
    Stage::new().without_workers().play(story).await
}
