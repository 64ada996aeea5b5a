//! Owns the promise that every page has an address of its own, and that the browser's own buttons work.

use anyhow::{Context, Result, bail, ensure};
use verbatim_core::Mode;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

#[tokio::test]
async fn back_and_forward_go_through_every_page() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_catalogue().await?;
        person.clicks(Role::Link, set.title()).await?;
        person.is_on_page(set.title()).await?;
        let asked = person.answers_first(1, set, rightly).await?;
        let first = *asked.first().context("nothing was asked")?;
        let second = person.goes_on(1, set).await?.context("there is no second question")?;
        let window = person.window();
        window.back().await?;
        person.is_asked(set, first).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is gone");
        window.back().await?;
        person.is_on_page(set.title()).await?;
        person.finds(Role::Link, "Continue with question 2").await?;
        window.back().await?;
        person.is_on_page("Question sets").await?;
        for heading in [set.title(), &bank::words(&first.prompt), &bank::words(&second.prompt)] {
            window.forward().await?;
            person.is_on_page(heading).await?;
            person.is_taken_to(heading).await?;
        }
        person.is_at(&format!("{}/{}", bank::address(bank, set), second.id)).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn every_question_opens_by_its_address() -> Outcome {
    let banks = bank::banks()?;
    let story = async |person: &Person, _: &Host| {
        for bank in &banks {
            for set in bank.sets() {
                // A test begins by a button, since its time runs: its questions lead to its first page until then.
                let waits = set.settings().mode == Some(Mode::Test);
                for question in set.questions() {
                    person.leaves().await?;
                    if waits {
                        person.opens(&format!("{}/{}", bank::address(bank, set), question.id)).await?;
                        person.is_on_page(set.title()).await?;
                    } else {
                        person.opens_question(bank, set, question).await?;
                    }
                    ensure!(person.window().title().await?.contains(set.title()), "the title does not name the set");
                }
            }
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn previous_and_skip_lead_to_the_neighbours() -> Outcome {
    let (bank, set) = &bank::with_set("events")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Start").await?;
        let first = person.is_asked_number(1, set).await?;
        person.finds_no(Role::Link, "Previous").await?;
        person.clicks(Role::Link, "Skip").await?;
        let second = person.is_asked_number(2, set).await?;
        person.is_at(&format!("{}/{}", bank::address(bank, set), second.id)).await?;
        person.clicks(Role::Link, "Previous").await?;
        ensure!(person.is_asked_number(1, set).await? == first, "another question is the first one now");
        Ok(())
    };
    Stage::new().play(story).await
}

async fn leads_nowhere(address: &str) -> Outcome {
    let story = async |person: &Person, _: &Host| -> Result<()> {
        person.opens(address).await?;
        person.is_on_page("Nothing is here").await?;
        let words = "What was at this address may have been renamed or taken away.";
        person.reads_in(Role::Alert, words).await?;
        person.finds_no(Role::Button, "Try again").await?;
        let main = person.main().await?;
        let links = person.all_within(&main, Role::Link).await?;
        let [back] = links.as_slice() else { bail!("{} links, and not one", links.len()) };
        back.click().await?;
        person.is_on_page("Question sets").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn an_unknown_question_says_so_and_leads_back() -> Outcome {
    leads_nowhere("#/wuzhen-2015/concepts/nothing").await
}

#[tokio::test]
async fn an_unknown_set_says_so_and_leads_back() -> Outcome {
    leads_nowhere("#/wuzhen-2015/nothing").await
}

#[tokio::test]
async fn an_unknown_bank_says_so_and_leads_back() -> Outcome {
    leads_nowhere("#/nothing/concepts").await
}

#[tokio::test]
async fn an_address_of_no_page_says_so_and_leads_back() -> Outcome {
    leads_nowhere("#/a/b/c/d").await
}
