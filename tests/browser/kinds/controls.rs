//! Owns what the controls themselves promise: words for what moves, first letters in lists, drafts that are kept.

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;
use thirtyfour::components::SelectElement;
use verbatim_core::{Answer, Question};
use verbatim_tests::given::By;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Plays a story with one question of the tour.
async fn with(id: &str, story: impl AsyncFnOnce(&Person, &Question) -> Result<()>) -> Outcome {
    let (bank, set) = &bank::with_set(super::plain::SET)?;
    let question = bank::question_named(set, id)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        story(person, question).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn an_item_that_moves_says_where_it_is() -> Outcome {
    let story = async |person: &Person, _: &Question| {
        let items = person.items().await?;
        let first = items.first().context("no items")?;
        let (up, down) = (format!("Move up: {first}"), format!("Move down: {first}"));
        person.tabs_to(Role::Button, &down).await?;
        // Each of the keys that press a button, and the arrow.
        for (key, place) in [(Key::Space, 2), (Key::Enter, 3), (Key::Down, 4), (Key::Up, 3)] {
            person.presses(key).await?;
            person.reads_in(Role::Status, &format!("{first}: now {place} of 5")).await?;
            ensure!(person.items().await?.get(place - 1) == Some(first), "it is not at {place}");
            let focus = person.focus().await?.map(|focus| focus.name);
            ensure!(focus.as_ref() == Some(&down), "the focus is on {focus:?}");
        }
        person.clicks(Role::Button, &up).await?;
        person.reads_in(Role::Status, &format!("{first}: now 2 of 5")).await
    };
    with("five-definitions", story).await
}

#[tokio::test]
async fn an_item_at_an_end_stays_there_and_keeps_the_focus() -> Outcome {
    let story = async |person: &Person, _: &Question| {
        let items = person.items().await?;
        let up = format!("Move up: {}", items.first().context("no items")?);
        let focus = person.tabs_to(Role::Button, &up).await?;
        let disabled = focus.element.attr("aria-disabled").await?;
        ensure!(disabled.as_deref() == Some("true"), "the end is not said: {disabled:?}");
        person.presses(Key::Space).await?;
        person.presses(Key::Up).await?;
        person.reads_in(Role::Status, &format!("{}: now 1 of 5", items.first().context("no items")?)).await?;
        ensure!(person.items().await? == items, "the items have moved");
        let focus = person.focus().await?.map(|focus| focus.name);
        ensure!(focus.as_ref() == Some(&up), "the focus is on {focus:?}");
        Ok(())
    };
    with("five-definitions", story).await
}

#[tokio::test]
async fn the_right_order_is_never_shown_at_the_beginning() -> Outcome {
    let story = async |person: &Person, question: &Question| {
        let shown = person.items().await?;
        person.gives(question, &rightly(question, 0)).await?;
        ensure!(person.items().await? != shown, "the order gave itself away: {shown:?}");
        Ok(())
    };
    with("five-definitions", story).await
}

#[tokio::test]
async fn a_list_takes_first_letters() -> Outcome {
    let story = async |person: &Person, question: &Question| {
        // So few that no browser takes a pause between them for the end of a word.
        person.tabs_to(Role::Combobox, "Albert Michelson").await?;
        person.types("cou").await?;
        let list = person.finds(Role::Combobox, "Albert Michelson").await?;
        let chosen = SelectElement::new(&list).await?.first_selected_option().await?.text().await?;
        ensure!(chosen == "Counted wavelengths in the metre", "“{chosen}” is chosen");
        person.submits_by(By::Keyboard, "Check answer").await?;
        person.reads_in(Role::Status, "◐ Partly right 1 of 3 matched: 1/3 of 1 point.").await?;
        let answer = Answer::Parts(vec![None, None, Some(Answer::Option(2))]);
        let (bank, _) = bank::with_set(super::plain::SET)?;
        person.sees_explained(&bank, question, &answer, &person.main().await?).await
    };
    with("who-did-what", story).await
}

#[tokio::test]
async fn what_is_half_given_is_there_on_coming_back() -> Outcome {
    let story = async |person: &Person, question: &Question| {
        person.writes("Blank 2 of 3", "irid").await?;
        person.clicks(Role::Link, "Skip").await?;
        let (_, set) = bank::with_set(super::plain::SET)?;
        person.reads(&format!("Question 9 of {}", set.questions().len())).await?;
        person.clicks(Role::Link, "Previous").await?;
        person.has_written("Blank 2 of 3", "irid").await?;
        person.gives(question, &rightly(question, 0)).await?;
        person.checks().await?;
        person.reads_in(Role::Status, "✓ Right 3 of 3 blanks right: 1 of 1 point.").await
    };
    with("prototype-in-a-sentence", story).await
}
