//! Owns the promise that hints come one by one, say what they cost, and cost that.

use anyhow::{Result, ensure};
use verbatim_core::Question;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Asks for all hints of a question, one after the other, each of which takes so many per cent.
async fn take_all(person: &Person, question: &Question, cost: u32) -> Result<()> {
    let all = question.hints.len();
    for (used, hint) in question.hints.iter().enumerate() {
        person.reads_no(&bank::words(hint)).await?;
        let number = used + 1;
        person.clicks(Role::Button, &format!("Show hint {number} of {all} (takes {cost}% of the mark)")).await?;
        let shown: Vec<String> = question.hints.iter().take(number).map(|hint| bank::words(hint)).collect();
        person.reads_in(Role::Status, &format!("Hints {}", shown.join(" "))).await?;
        person.is_taken_to("Hints").await?;
    }
    let buttons = person.names(Role::Button).await?;
    ensure!(!buttons.iter().any(|name| name.starts_with("Show hint")), "there is a further hint: {buttons:?}");
    Ok(())
}

/// Takes all hints and answers.
async fn check(set: &str, id: &str, cost: u32, right: bool, said: &str) -> Outcome {
    let (bank, set) = &bank::with_set(set)?;
    let question = bank::question_named(set, id)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        take_all(person, question, cost).await?;
        // Hints are saved, as everything is.
        person.window().refresh().await?;
        for hint in &question.hints {
            person.reads(&bank::words(hint)).await?;
        }
        let answer = if right { rightly(question, 0) } else { wrongly(question, 0) };
        person.gives(question, &answer).await?;
        person.checks().await?;
        person.reads_in(Role::Status, said).await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        let hints = question.hints.len();
        person.reads(&if hints == 1 { "1 hint used".to_owned() } else { format!("{hints} hints used") }).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn two_hints_take_half_of_a_right_choice() -> Outcome {
    let said = "◐ Partly right You chose the right answer; lowered for 2 hints: 1/2 of 1 point.";
    check("kinds", "pendulum-set-aside", 25, true, said).await
}

#[tokio::test]
async fn three_hints_leave_a_quarter_of_a_right_order() -> Outcome {
    let said = "◐ Partly right 10 of 10 pairs in the right order; lowered for 3 hints: 1/4 of 1 point.";
    check("kinds", "five-definitions", 25, true, said).await
}

#[tokio::test]
async fn a_set_has_its_own_price_of_a_hint() -> Outcome {
    let said = "◐ Partly right 3 of 3 right answers, 0 wrong; lowered for 1 hint: 1/2 of 1 point.";
    check("options", "survey-of-two", 50, true, said).await
}

#[tokio::test]
async fn hints_that_take_everything_leave_nothing() -> Outcome {
    let said = "✗ Not right Your answer is right; lowered for 2 hints: 0 of 1 point.";
    check("options", "name-of-the-treaty", 50, true, said).await
}

#[tokio::test]
async fn what_is_wrong_is_not_lowered() -> Outcome {
    let said = "✗ Not right Your answer is not right: 0 of 1 point.";
    check("kinds", "origin-of-the-name", 25, false, said).await
}
