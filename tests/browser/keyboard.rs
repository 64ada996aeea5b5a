//! Owns the promise that the keyboard alone is enough, and that the focus is always where reading goes on.

use anyhow::Result;
use thirtyfour::Key;
use verbatim_core::Question;
use verbatim_tests::browser::devtools::{self, Look, Scheme};
use verbatim_tests::given::By;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Answers a question and goes on, each time by another key where there are several.
async fn answer(person: &Person, question: &Question, before: usize, last: bool) -> Result<()> {
    let right = before.is_multiple_of(2);
    let answer = if right { rightly(question, before) } else { wrongly(question, before) };
    person.gives_by(By::Keyboard, question, &answer).await?;
    match before % 3 {
        // From within the form.
        0 => person.presses(Key::Enter).await?,
        by => {
            person.tabs_to(Role::Button, "Check answer").await?;
            person.presses(if by == 1 { Key::Enter } else { Key::Space }).await?;
        }
    }
    person.is_taken_to(if right { "✓ Right" } else { "✗ Not right" }).await?;
    person.tabs_to(Role::Link, if last { "See results" } else { "Next question" }).await?;
    person.presses(Key::Enter).await
}

/// Does a whole set, from the catalogue to the results, in a window of a width.
async fn whole_set(width: u32) -> Outcome {
    let (_, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        devtools::look(person.window(), Look { scheme: Scheme::Light, width }).await?;
        person.opens_catalogue().await?;
        person.tabs_to(Role::Link, set.title()).await?;
        person.presses(Key::Enter).await?;
        person.is_taken_to(set.title()).await?;
        person.tabs_to(Role::Link, "Start").await?;
        person.presses(Key::Enter).await?;
        for before in 0..set.questions().len() {
            let question = person.is_asked_number(before + 1, set).await?;
            person.is_taken_to(&bank::words(&question.prompt)).await?;
            answer(person, question, before, before + 1 == set.questions().len()).await?;
        }
        person.is_taken_to("Your results").await?;
        let all = set.questions().len();
        person.sees_score(all.div_ceil(2), all).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_whole_set_can_be_done_by_keyboard_alone() -> Outcome {
    whole_set(1280).await
}

#[tokio::test]
async fn the_focus_is_never_hidden_in_a_small_window() -> Outcome {
    whole_set(320).await
}

#[tokio::test]
async fn a_check_with_nothing_chosen_leaves_the_focus_where_it_is() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, bank::question(set, 0)?).await?;
        person.tabs_to(Role::Button, "Check answer").await?;
        person.presses(Key::Enter).await?;
        person.reads_in(Role::Alert, "Choose one of the answers first.").await?;
        person.is_taken_to("Check answer").await.map(|_| ())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_review_unfolds_by_keyboard() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let question = bank::question(set, 0)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        person.answers(question, &rightly(question, 0)).await?;
        let place = person.number_asked().await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        let summary = format!("{place}. {}", bank::words(&question.prompt));
        person.is_taken_to("Your results").await?;
        person.tabs_to_words(&summary).await?;
        person.presses(Key::Enter).await?;
        person.reads(&bank::all_words(&question.explanation)).await?;
        person.is_taken_to(&summary).await.map(|_| ())
    };
    Stage::new().play(story).await
}
