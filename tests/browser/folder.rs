//! Owns the promise that the site works from any folder of any host.

use anyhow::{Context, Result, ensure};
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Fault, Host, Outcome, Person, Role, Stage, bank};

const FOLDER: &str = "/some/where/";

/// Whatever was asked for lay in the folder.
fn stayed_inside(host: &Host) -> Result<()> {
    let asked = host.asked().into_iter().chain(host.asked_to_keep());
    let outside: Vec<_> = asked.filter(|path| !path.starts_with(FOLDER)).collect();
    ensure!(outside.is_empty(), "asked for outside of {FOLDER}: {outside:?}");
    Ok(())
}

#[tokio::test]
async fn a_whole_set_works_from_a_folder() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let all = set.questions().len();
    let story = async |person: &Person, host: &Host| {
        person.opens_catalogue().await?;
        person.clicks(Role::Link, set.title()).await?;
        let asked = person.answers_first(all, set, rightly).await?;
        let last = asked.last().context("nothing was asked")?;
        person.window().refresh().await?;
        person.is_asked(set, last).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(all, all).await?;
        person.window().back().await?;
        person.is_asked(set, last).await?;
        person.leaves().await?;
        person.opens_question(bank, set, bank::question(set, 1)?).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
        stayed_inside(host)
    };
    Stage::new().in_folder(FOLDER).play(story).await
}

#[tokio::test]
async fn trouble_in_a_folder_can_be_tried_again() -> Outcome {
    let (bank, set) = &bank::with_set("events")?;
    let story = async |person: &Person, host: &Host| {
        host.breaks("/data/", Fault::Missing);
        person.opens(&bank::address(bank, set)).await?;
        person.is_on_page("This did not work").await?;
        host.heals();
        person.clicks(Role::Button, "Try again").await?;
        person.is_on_page(set.title()).await?;
        person.opens("#/nowhere").await?;
        person.opens("#/").await?;
        person.is_on_page("Question sets").await?;
        stayed_inside(host)
    };
    Stage::new().in_folder(FOLDER).troubled().play(story).await
}

#[tokio::test]
async fn a_folder_opens_without_its_last_slash() -> Outcome {
    let story = async |person: &Person, host: &Host| -> Result<()> {
        let address = format!("{}{}", host.origin(), FOLDER.trim_end_matches('/'));
        person.window().goto(address.as_str()).await?;
        person.is_on_page("Question sets").await
    };
    Stage::new().in_folder(FOLDER).play(story).await
}
