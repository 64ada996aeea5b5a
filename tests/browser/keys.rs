//! Owns the promise that single keys help, never get in the way of writing, and can be switched off.

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::Key;
use verbatim_core::{Answer, Bank, Kind, Question, Set};
use verbatim_tests::quiz::rightly;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const SWITCH: &str = "Use these keys";

/// Plays a story that begins with a question of the tour.
async fn with(id: &str, story: impl AsyncFnOnce(&Person, &Bank, &Set, &Question) -> Result<()>) -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let question = bank::question_named(set, id)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        story(person, bank, set, question).await
    };
    Stage::new().play(story).await
}

/// Which controls of a role are chosen, by their place from 0.
async fn chosen(person: &Person, role: Role) -> Result<Vec<usize>> {
    let mut chosen = Vec::new();
    for (place, control) in person.all(role).await?.iter().enumerate() {
        if control.is_selected().await? {
            chosen.push(place);
        }
    }
    Ok(chosen)
}

/// Presses a key and waits for just these to be chosen.
async fn chooses(person: &Person, key: &str, role: Role, places: &[usize]) -> Result<()> {
    person.types(key).await?;
    let what = format!("“{key}” to leave {places:?} chosen");
    until_true(what, async || Ok(chosen(person, role).await? == places)).await
}

async fn dialog_closes(person: &Person) -> Result<()> {
    person.presses(Key::Escape).await?;
    until_true("the dialog to close", async || Ok(person.all(Role::Dialog).await?.is_empty())).await
}

#[tokio::test]
async fn a_question_mark_and_a_button_open_the_help_and_escape_closes_it() -> Outcome {
    let story = async |person: &Person, _: &Bank, _: &Set, _: &Question| {
        person.tabs_to(Role::Button, "Check answer").await?;
        person.types("?").await?;
        person.finds(Role::Dialog, "Keys").await?;
        person.reads("1 to 9, A to Z Choose or pick an option, counted from the top").await?;
        // What lies beneath hears nothing.
        person.types("1").await?;
        ensure!(chosen(person, Role::Radio).await?.is_empty(), "a key goes through the dialog");
        dialog_closes(person).await?;
        person.is_taken_to("Check answer").await?;
        person.clicks(Role::Button, "Keys").await?;
        person.finds(Role::Dialog, "Keys").await?;
        dialog_closes(person).await?;
        person.is_taken_to("Keys").await?;
        person.clicks(Role::Button, "Keys").await?;
        person.clicks(Role::Button, "Close").await?;
        person.is_taken_to("Keys").await.map(|_| ())
    };
    with("pendulum-set-aside", story).await
}

#[tokio::test]
async fn digits_and_letters_choose_one_of_the_options() -> Outcome {
    let story = async |person: &Person, _: &Bank, _: &Set, _: &Question| {
        chooses(person, "2", Role::Radio, &[1]).await?;
        chooses(person, "c", Role::Radio, &[2]).await?;
        chooses(person, "D", Role::Radio, &[3]).await?;
        // There is no fifth option.
        chooses(person, "5", Role::Radio, &[3]).await?;
        // The focus follows, so that the arrows go on from there.
        person.presses(Key::Up).await?;
        until_true("the arrow to go on", async || Ok(chosen(person, Role::Radio).await? == [2])).await
    };
    with("pendulum-set-aside", story).await
}

#[tokio::test]
async fn digits_and_letters_pick_several_options_and_let_them_go() -> Outcome {
    let story = async |person: &Person, _: &Bank, _: &Set, _: &Question| {
        chooses(person, "1", Role::Checkbox, &[0]).await?;
        chooses(person, "d", Role::Checkbox, &[0, 3]).await?;
        chooses(person, "1", Role::Checkbox, &[3]).await
    };
    with("change-of-1983", story).await
}

#[tokio::test]
async fn digits_pick_sentences_and_passages() -> Outcome {
    let story = async |person: &Person, bank: &Bank, set: &Set, question: &Question| {
        chooses(person, "1", Role::Checkbox, &[0]).await?;
        person.presses(Key::Enter).await?;
        ensure!(person.reads_verdict().await? == "Right", "`{}` is not right", question.id);
        person.opens_question(bank, set, bank::question_named(set, "unit-for-all")?).await?;
        chooses(person, "3", Role::Radio, &[2]).await
    };
    with("weakest-link", story).await
}

#[tokio::test]
async fn enter_checks_and_then_goes_on() -> Outcome {
    let story = async |person: &Person, _: &Bank, set: &Set, question: &Question| {
        // A statement's options always stand in the same order, and it is false.
        chooses(person, "2", Role::Radio, &[1]).await?;
        person.presses(Key::Enter).await?;
        person.is_taken_to("✓ Right").await?;
        person.presses(Key::Enter).await?;
        let next = bank::question(set, set.position(&question.id).unwrap_or(0) + 1)?;
        person.is_asked(set, next).await?;
        person.is_taken_to(&bank::words(&next.prompt)).await?;
        // From the heading, too: nothing is given, and that is said.
        person.presses(Key::Enter).await?;
        person.reads_in(Role::Alert, "Write an answer first.").await
    };
    with("short-bar-replaced", story).await
}

#[tokio::test]
async fn arrows_lead_to_the_questions_before_and_after() -> Outcome {
    let story = async |person: &Person, _: &Bank, set: &Set, _: &Question| {
        person.presses(Key::Right).await?;
        let second = bank::question(set, 1)?;
        person.is_asked(set, second).await?;
        person.is_taken_to(&bank::words(&second.prompt)).await?;
        person.presses(Key::Left).await?;
        person.is_asked(set, bank::question(set, 0)?).await
    };
    with("pendulum-set-aside", story).await
}

#[tokio::test]
async fn arrows_among_radio_buttons_stay_among_them() -> Outcome {
    let story = async |person: &Person, _: &Bank, set: &Set, question: &Question| {
        chooses(person, "1", Role::Radio, &[0]).await?;
        person.presses(Key::Right).await?;
        until_true("the arrow to choose", async || Ok(chosen(person, Role::Radio).await? == [1])).await?;
        person.is_asked(set, question).await
    };
    with("pendulum-set-aside", story).await
}

#[tokio::test]
async fn nothing_happens_while_a_line_is_written() -> Outcome {
    let story = async |person: &Person, _: &Bank, set: &Set, question: &Question| {
        person.tabs_to(Role::Textbox, "Your answer").await?;
        person.types("a1?b").await?;
        person.presses(Key::Left).await?;
        person.presses(Key::Right).await?;
        person.presses(Key::Right).await?;
        person.has_written("Your answer", "a1?b").await?;
        ensure!(person.all(Role::Dialog).await?.is_empty(), "the help opens while a line is written");
        person.is_asked(set, question).await?;
        person.is_at(&format!("#/tour/kinds/{}", question.id)).await
    };
    with("origin-of-the-name", story).await
}

#[tokio::test]
async fn nothing_happens_while_a_list_has_the_focus() -> Outcome {
    let story = async |person: &Person, _: &Bank, set: &Set, question: &Question| {
        person.tabs_to(Role::Combobox, "Pierre Méchain").await?;
        person.types("m").await?;
        person.presses(Key::Right).await?;
        person.is_asked(set, question).await?;
        person.is_at(&format!("#/tour/kinds/{}", question.id)).await
    };
    with("who-did-what", story).await
}

/// Turns the keys on or off in their dialog, by keyboard.
async fn switch(person: &Person, on: bool) -> Result<()> {
    person.clicks(Role::Button, "Keys").await?;
    person.finds(Role::Dialog, "Keys").await?;
    let switch = person.finds(Role::Checkbox, SWITCH).await?;
    ensure!(switch.is_selected().await? != on, "the keys are {on} already");
    person.clicks(Role::Checkbox, SWITCH).await?;
    dialog_closes(person).await
}

/// Checks that single keys do nothing.
async fn are_off(person: &Person, set: &Set, question: &Question) -> Result<()> {
    person.types("1?").await?;
    person.presses(Key::Right).await?;
    // A key that always works tells that the others have been heard.
    person.tabs_to(Role::Button, "Check answer").await?;
    ensure!(chosen(person, Role::Radio).await?.is_empty(), "“1” chooses though keys are switched off");
    ensure!(person.all(Role::Dialog).await?.is_empty(), "“?” opens the help though keys are switched off");
    person.is_asked(set, question).await
}

#[tokio::test]
async fn keys_that_are_switched_off_stay_off_until_they_are_switched_on() -> Outcome {
    let story = async |person: &Person, _: &Bank, set: &Set, question: &Question| {
        switch(person, false).await?;
        are_off(person, set, question).await?;
        person.window().refresh().await?;
        person.is_asked(set, question).await?;
        are_off(person, set, question).await?;
        switch(person, true).await?;
        chooses(person, "1", Role::Radio, &[0]).await?;
        person.answers(question, &rightly(question, 0)).await.map(|_| ())
    };
    with("pendulum-set-aside", story).await
}

/// The words of the option that is right.
fn right(question: &Question) -> Result<String> {
    match (&question.kind, rightly(question, 0)) {
        (Kind::Choice(choice), Answer::Option(position)) => {
            let option = choice.options().get(position).context("no such option")?;
            Ok(bank::words(&option.text))
        }
        (_, answer) => bail!("`{}` is no choice: {answer:?}", question.id),
    }
}

#[tokio::test]
async fn a_whole_set_can_be_done_with_digits_and_enter_alone() -> Outcome {
    // Each of its questions has one right option.
    let (bank, set) = &bank::with_set("concepts")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.tabs_to(Role::Link, "Start").await?;
        person.presses(Key::Enter).await?;
        for number in 1..=all {
            let question = person.is_asked_number(number, set).await?;
            person.is_taken_to(&bank::words(&question.prompt)).await?;
            let right = right(question)?;
            let shown = person.names(Role::Radio).await?;
            let place = shown.iter().position(|name| *name == right).context("the right option is not shown")?;
            chooses(person, &(place + 1).to_string(), Role::Radio, &[place]).await?;
            person.presses(Key::Enter).await?;
            person.is_taken_to("✓ Right").await?;
            person.presses(Key::Enter).await?;
        }
        person.is_taken_to("Your results").await?;
        person.sees_score(all, all).await
    };
    Stage::new().play(story).await
}
