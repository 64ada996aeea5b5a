//! Owns the promise that nothing is lost that is done while a slow browser still saves what was done before.

use anyhow::{Result, ensure};
use verbatim_core::Set;
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::rightly;
use verbatim_tests::storage::SLOW;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Clicks elements by role and name, one right after the other, faster than anything is saved.
async fn clicks_fast(person: &Person, wanted: &[(Role, &str)]) -> Result<()> {
    let mut elements = Vec::new();
    for (role, name) in wanted {
        elements.push(person.finds(*role, name).await?.to_json()?);
    }
    person.window().execute("for (const one of arguments) one.click()", elements).await?;
    Ok(())
}

/// Opens the test of the tour and begins it.
async fn begins_test(person: &Person) -> Result<Set> {
    let (bank, set) = bank::with_set("test")?;
    person.opens_set(&bank, &set).await?;
    person.clicks(Role::Button, "Start").await?;
    person.is_asked_number(1, &set).await?;
    Ok(set)
}

#[tokio::test]
async fn a_double_click_answers_once() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let key = format!("{}/{}", bank.id(), set.id());
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), SLOW).await?;
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Start").await?;
        let question = person.is_asked_number(1, set).await?;
        person.gives(question, &rightly(question, 0)).await?;
        clicks_fast(person, &[(Role::Button, "Check answer"), (Role::Button, "Check answer")]).await?;
        person.reads_in(Role::Status, "Saving…").await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
        person.reads_no("Saving…").await?;
        let lines = person.saved_lines(&key).await?;
        ensure!(lines.len() == 2, "it is saved as {lines:#?}");
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_flag_that_is_set_while_an_answer_is_saved_is_set() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), SLOW).await?;
        let set = begins_test(person).await?;
        let question = person.is_asked_number(1, &set).await?;
        person.gives(question, &rightly(question, 0)).await?;
        clicks_fast(person, &[(Role::Button, "Flag"), (Role::Link, "Overview")]).await?;
        person.reads("1 of 6 answered, 1 flagged").await?;
        person.window().refresh().await?;
        person.reads("1 of 6 answered, 1 flagged").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn what_is_done_right_before_going_on_belongs_to_the_question_it_was_done_to() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), SLOW).await?;
        let set = begins_test(person).await?;
        // Flags the first three questions, one after the other, without waiting.
        let mut prompts = Vec::new();
        for number in 1..=3 {
            prompts.push(bank::words(&person.is_asked_number(number, &set).await?.prompt));
            let flag = person.finds(Role::Button, "Flag").await?;
            let next = person.finds(Role::Link, "Next question").await?;
            let script = "for (const one of arguments) one.click()";
            person.window().execute(script, vec![flag.to_json()?, next.to_json()?]).await?;
            person.is_asked_number(number + 1, &set).await?;
        }
        person.clicks(Role::Link, "Overview").await?;
        person.reads("0 of 6 answered, 3 flagged").await?;
        for state in person.texts(Role::ListItem).await? {
            let was = prompts.iter().any(|prompt| state.starts_with(prompt));
            ensure!(state.contains("flagged") == was, "flagged were {prompts:#?}, and now: {state}");
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn what_is_typed_while_something_is_saved_is_not_lost() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let name = bank::words(&set.questions()[2].prompt);
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), SLOW).await?;
        begins_test(person).await?;
        person.clicks(Role::Link, "Overview").await?;
        person.clicks(Role::Link, &name).await?;
        // The flag is still being saved while all of this is typed.
        person.clicks(Role::Button, "Flag").await?;
        person.writes("Your answer", "Pierre Méchain").await?;
        person.clicks(Role::Link, "Overview").await?;
        person.opens(&format!("{}/{}", bank::address(bank, set), set.questions()[2].id)).await?;
        let line = person.finds(Role::Textbox, "Your answer").await?;
        ensure!(line.value().await?.as_deref() == Some("Pierre Méchain"), "{:?} is left", line.value().await?);
        person.opens(&format!("{}/overview", bank::address(bank, set))).await?;
        person.reads("1 of 6 answered, 1 flagged").await
    };
    Stage::new().play(story).await
}
