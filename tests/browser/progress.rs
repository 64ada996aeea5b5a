//! Owns the promise that progress survives: reloads and later visits.

use anyhow::{Context, Result, ensure};
use verbatim_core::mark::percent;
use verbatim_core::{Bank, Question, Set};
use verbatim_tests::quiz::{mixed, rightly};
use verbatim_tests::wait::until_true;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Checks that the start page and the results know of three answers, two of them right, and lead on.
pub async fn knows_three_answers(person: &Person, bank: &Bank, set: &Set, asked: &[&Question]) -> Result<()> {
    let all = set.questions().len();
    person.reads(&format!("3 of {all} answered")).await?;
    person.clicks(Role::Link, "Continue with question 4").await?;
    let fourth = person.is_asked_number(4, set).await?;
    ensure!(asked.len() == 3 && !asked.contains(&fourth), "`{}` is asked again", fourth.id);
    person.opens(&format!("{}/results", bank::address(bank, set))).await?;
    person.sees_score(2, all).await?;
    person.reads(&format!("{} questions are still open. Those without an answer count as 0.", all - 3)).await?;
    for (position, question) in asked.iter().enumerate() {
        let entry = person.opens_review(position, question).await?;
        person.sees_explained(bank, question, &mixed(question, position), &entry).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_reload_in_the_middle_of_a_set_loses_nothing() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        let asked = person.answers_first(3, set, mixed).await?;
        let question = *asked.last().context("nothing was asked")?;
        person.window().refresh().await?;
        person.is_asked(set, question).await?;
        ensure!(person.reads_verdict().await? == "Right", "the verdict is another one after a reload");
        person.sees_explained(bank, question, &mixed(question, 2), &person.main().await?).await?;
        person.clicks(Role::Link, set.title()).await?;
        knows_three_answers(person, bank, set, &asked).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_reload_of_an_open_question_asks_it_again() -> Outcome {
    let (bank, set) = &bank::with_set("events")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.answers_first(1, set, rightly).await?;
        let second = person.goes_on(1, set).await?.context("there is no second question")?;
        person.window().refresh().await?;
        ensure!(person.is_asked_number(2, set).await? == second, "another question is the second one now");
        ensure!(person.answers(second, &rightly(second, 1)).await? == "Right");
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_later_visit_goes_on_where_the_last_one_ended() -> Outcome {
    let (bank, set) = &bank::with_set("events")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        let asked = person.answers_first(3, set, mixed).await?;
        person.leaves().await?;
        person.opens_catalogue().await?;
        person.clicks(Role::Link, set.title()).await?;
        knows_three_answers(person, bank, set, &asked).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_catalogue_says_how_far_each_set_is() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let (_, other) = &bank::with_set("events")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        let entry = async |of: &Set, end: &str| {
            person.opens_catalogue().await?;
            until_true(format!("the entry of `{}` to end in “{end}”", of.id()), async || {
                let entries = person.texts(Role::ListItem).await?;
                Ok(entries.iter().any(|entry| entry.starts_with(of.title()) && entry.ends_with(end)))
            })
            .await
        };
        person.opens_set(bank, set).await?;
        person.answers_first(2, set, mixed).await?;
        entry(set, &format!(" 2 of {all} answered")).await?;
        entry(other, &format!(" {} questions", other.questions().len())).await?;
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Continue with question 3").await?;
        for number in 3..=all {
            let question = person.is_asked_number(number, set).await?;
            person.answers(question, &rightly(question, 0)).await?;
            person.goes_on(number, set).await?;
        }
        // One of the first two is wrong.
        let share = f64::from(u32::try_from(all - 1)?) / f64::from(u32::try_from(all)?);
        entry(set, &format!(" {all} questions · done, {}%", percent(share))).await?;
        person.clicks(Role::Link, "Progress").await?;
        person.clicks(Role::Button, "Erase everything").await?;
        person.clicks_in_dialog("Erase everything").await?;
        person.reads("Your progress is erased.").await?;
        entry(set, &format!(" {all} questions")).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn answers_to_one_set_say_nothing_about_another() -> Outcome {
    let (bank, one) = &bank::with_set("concepts")?;
    let (_, other) = &bank::with_set("events")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, one).await?;
        person.answers_first(1, one, rightly).await?;
        person.opens_set(bank, other).await?;
        person.finds(Role::Link, "Start").await?;
        person.finds_no(Role::Button, "Start again").await
    };
    Stage::new().play(story).await
}
