//! Owns the promise that several windows of one browser work on one attempt, and none undoes what another did.

use anyhow::{Result, ensure};
use thirtyfour::WindowHandle;
use verbatim_core::{Bank, Question, Set};
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::storage::REFUSALS;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Two windows with the first page of a set.
struct Two<'a> {
    person: &'a Person,
    windows: [WindowHandle; 2],
}

impl<'a> Two<'a> {
    async fn open(person: &'a Person, bank: &Bank, set: &Set, before: &[&str]) -> Result<Self> {
        let first = person.window().window().await?;
        let second = person.window().new_window().await?;
        let two = Self { person, windows: [first, second] };
        for place in [1, 0] {
            two.turn(place).await?;
            for script in before {
                devtools::run_before_pages(person.window(), script).await?;
            }
            person.opens_set(bank, set).await?;
            person.finds(Role::Link, "Start").await?;
        }
        Ok(two)
    }

    /// Turns to a window.
    async fn turn(&self, place: usize) -> Result<&'a Person> {
        let [first, second] = &self.windows;
        self.person.window().switch_to_window(if place == 0 { first } else { second }.clone()).await?;
        Ok(self.person)
    }
}

/// Waits for a number of answers on the first page of a set.
async fn sees(person: &Person, answered: usize, set: &Set) -> Result<()> {
    person.reads(&format!("{answered} of {} answered", set.questions().len())).await
}

/// Answers the question that is asked now.
async fn answers_this(person: &Person, number: usize, set: &Set, right: bool) -> Result<()> {
    let question: &Question = person.is_asked_number(number, set).await?;
    let answer = if right { rightly(question, 0) } else { wrongly(question, 0) };
    let verdict = person.answers(question, &answer).await?;
    ensure!((verdict == "Right") == right, "question {number}: {verdict}");
    Ok(())
}

/// Answers a whole set by turns; each window sees what the other did without a reload.
async fn by_turns(two: &Two<'_>, set: &Set) -> Result<()> {
    let all = set.questions().len();
    for number in 1..=all {
        let person = two.turn(number % 2).await?;
        if number > 1 {
            sees(person, number - 1, set).await?;
        }
        let way = if number == 1 { "Start".to_owned() } else { format!("Continue with question {number}") };
        person.clicks(Role::Link, &way).await?;
        answers_this(person, number, set, number != 2).await?;
        person.clicks(Role::Link, set.title()).await?;
    }
    for place in [0, 1] {
        let person = two.turn(place).await?;
        sees(person, all, set).await?;
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(all - 1, all).await?;
        person.clicks(Role::Link, set.title()).await?;
    }
    Ok(())
}

async fn check(before: &[&str]) -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        let two = Two::open(person, bank, set, before).await?;
        by_turns(&two, set).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn two_windows_that_answer_by_turns_share_one_attempt() -> Outcome {
    check(&[]).await
}

#[tokio::test]
async fn both_begin_at_once_and_no_answer_is_lost() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        let two = Two::open(person, bank, set, &[]).await?;
        let mut asked = Vec::new();
        // Each window has a seed of its own until something is saved; both are on a question before that.
        for place in [0, 1] {
            let person = two.turn(place).await?;
            person.clicks(Role::Link, "Start").await?;
            asked.push(person.is_asked_number(1, set).await?);
        }
        person.clicks(Role::Link, "Skip").await?;
        asked[1] = person.is_asked_number(2, set).await?;
        let answer = |question: &Question| rightly(question, 0);
        person.gives(asked[1], &answer(asked[1])).await?;
        two.turn(0).await?;
        person.gives(asked[0], &answer(asked[0])).await?;
        for place in [0, 1] {
            two.turn(place).await?.checks().await?;
        }
        let count = if asked[0] == asked[1] { 1 } else { 2 };
        for place in [0, 1] {
            let person = two.turn(place).await?;
            ensure!(person.reads_verdict().await? == "Right", "the answer of window {place} is lost");
            person.clicks(Role::Link, set.title()).await?;
            sees(person, count, set).await?;
            person.window().refresh().await?;
            sees(person, count, set).await?;
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_new_start_in_one_window_reaches_the_other() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        let two = Two::open(person, bank, set, &[]).await?;
        person.answers_first(2, set, rightly).await?;
        person.clicks(Role::Link, set.title()).await?;
        two.turn(1).await?;
        person.clicks(Role::Link, "Continue with question 3").await?;
        person.is_asked_number(3, set).await?;
        two.turn(0).await?;
        person.clicks(Role::Button, "Start again").await?;
        person.is_asked_number(1, set).await?;
        two.turn(1).await?;
        person.reads("A new attempt was begun in another tab or window. This is it.").await?;
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Start").await?;
        answers_this(person, 1, set, true).await?;
        person.clicks(Role::Link, set.title()).await?;
        for place in [0, 1] {
            let person = two.turn(place).await?;
            person.opens_set(bank, set).await?;
            sees(person, 1, set).await?;
        }
        Ok(())
    };
    Stage::new().play(story).await
}

/// One window begins anew, the other answers in that attempt: the offer to undo is gone, or does no harm.
#[tokio::test]
async fn undo_drops_nothing_that_another_window_has_answered_since() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        let two = Two::open(person, bank, set, &[]).await?;
        person.answers_first(2, set, rightly).await?;
        person.clicks(Role::Link, set.title()).await?;
        person.clicks(Role::Button, "Start again").await?;
        let undo = person.finds(Role::Button, "Undo").await?;
        two.turn(1).await?;
        person.finds(Role::Link, "Start").await?;
        person.clicks(Role::Link, "Start").await?;
        answers_this(person, 1, set, false).await?;
        two.turn(0).await?;
        // Clicked without a look, as by someone who was about to.
        let script = "try { arguments[0].click() } catch {}";
        person.window().execute(script, vec![undo.to_json()?]).await.ok();
        for place in [0, 1] {
            let person = two.turn(place).await?;
            person.window().refresh().await?;
            person.opens_set(bank, set).await?;
            sees(person, 1, set).await?;
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn two_windows_without_a_database_share_one_attempt_too() -> Outcome {
    check(&[REFUSALS[2].1]).await
}
