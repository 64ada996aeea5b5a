//! Owns the promise that what fails says so honestly, and can be tried again.

use anyhow::{Result, ensure};
use tokio::time::{Duration, Instant};
use verbatim_tests::edited::publish;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Fault, Host, Outcome, Person, Role, Stage, bank};

/// What a page has to fetch that does not bring it.
const CATALOGUE: &str = "/data/catalogue.bin";
/// A page that brings another set, and not the catalogue.
const ELSEWHERE: &str = "tour/kinds.html";
const SET: &str = "/data/wuzhen-2015/concepts-";
const UNREACHABLE: &str = "could not be fetched";
const DAMAGED: &str = "arrived damaged";
const OTHER_VERSION: &str = "of different versions";

/// Waits for an honest word on what failed.
async fn says_what_failed(person: &Person, words: &str) -> Result<()> {
    person.is_on_page("This did not work").await?;
    person.reads(words).await?;
    ensure!(person.texts(Role::Alert).await?.len() == 1, "the trouble is not said as an alert");
    person.finds(Role::Link, "All sets").await.map(|_| ())
}

/// Opens a set while a file fails: that is said, and once more when it is tried in vain. Once the host is well, the
/// set opens.
async fn check(file: &str, fault: Fault, words: &str) -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| {
        host.breaks(file, fault);
        person.opens(&format!("{ELSEWHERE}{}", bank::address(bank, set))).await?;
        says_what_failed(person, words).await?;
        let asked = host.asked_for(file);
        person.clicks(Role::Button, "Try again").await?;
        until_true("another try", async || Ok(host.asked_for(file) > asked)).await?;
        says_what_failed(person, words).await?;
        host.heals();
        person.clicks(Role::Button, "Try again").await?;
        person.is_on_page(set.title()).await?;
        // Another version of the questions may need another version of the page, which then begins anew.
        if fault != Fault::OtherVersion {
            person.is_taken_to(set.title()).await?;
        }
        person.finds(Role::Link, "Start").await.map(|_| ())
    };
    // Without the worker, which asks for the same files, and would have them.
    Stage::new().without_workers().troubled().play(story).await
}

#[tokio::test]
async fn a_missing_set_can_be_tried_again() -> Outcome {
    check(SET, Fault::Missing, UNREACHABLE).await
}

#[tokio::test]
async fn a_set_that_breaks_off_can_be_tried_again() -> Outcome {
    check(SET, Fault::Cut, UNREACHABLE).await
}

#[tokio::test]
async fn a_truncated_set_can_be_tried_again() -> Outcome {
    check(SET, Fault::Truncated, DAMAGED).await
}

#[tokio::test]
async fn a_set_of_another_version_can_be_tried_again() -> Outcome {
    check(SET, Fault::OtherVersion, OTHER_VERSION).await
}

#[tokio::test]
async fn a_missing_catalogue_can_be_tried_again() -> Outcome {
    check(CATALOGUE, Fault::Missing, UNREACHABLE).await
}

#[tokio::test]
async fn a_catalogue_that_breaks_off_can_be_tried_again() -> Outcome {
    check(CATALOGUE, Fault::Cut, UNREACHABLE).await
}

#[tokio::test]
async fn a_truncated_catalogue_can_be_tried_again() -> Outcome {
    check(CATALOGUE, Fault::Truncated, DAMAGED).await
}

#[tokio::test]
async fn a_catalogue_of_another_version_can_be_tried_again() -> Outcome {
    check(CATALOGUE, Fault::OtherVersion, OTHER_VERSION).await
}

/// Goes to a set while a file is held back: after about three seconds that is said, and then it works.
async fn slow(file: &str) -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| {
        person.opens(&format!("{ELSEWHERE}#/progress")).await?;
        person.is_on_page("Progress").await?;
        host.breaks(file, Fault::Held);
        let opened = Instant::now();
        person.opens(&format!("{ELSEWHERE}{}", bank::address(bank, set))).await?;
        person.reads_in(Role::Status, "Loading…").await?;
        person.reads_in(Role::Status, "Still loading. The network seems slow…").await?;
        ensure!(opened.elapsed() >= Duration::from_secs(3), "that was said too early");
        host.heals();
        person.is_on_page(set.title()).await?;
        person.finds(Role::Link, "Start").await.map(|_| ())
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn a_slow_set_says_so_and_opens() -> Outcome {
    slow(SET).await
}

#[tokio::test]
async fn a_slow_catalogue_says_so_and_opens() -> Outcome {
    slow(CATALOGUE).await
}

/// Opens the site while a part of the player itself fails: that is said, and once the host is well the button helps.
async fn unloaded(file: &str, fault: Fault) -> Outcome {
    let story = async |person: &Person, host: &Host| -> Result<()> {
        host.breaks(file, fault);
        person.opens("").await?;
        person.reads("The quiz could not be loaded. Check your connection").await?;
        host.heals();
        person.clicks(Role::Button, "Try again").await?;
        person.is_on_page("Question sets").await
    };
    Stage::new().troubled().play(story).await
}

#[tokio::test]
async fn a_player_without_its_wasm_says_so_and_can_be_tried_again() -> Outcome {
    unloaded(".wasm", Fault::Missing).await
}

#[tokio::test]
async fn a_player_whose_wasm_breaks_off_says_so_and_can_be_tried_again() -> Outcome {
    unloaded(".wasm", Fault::Cut).await
}

#[tokio::test]
async fn a_player_without_its_script_says_so_and_can_be_tried_again() -> Outcome {
    unloaded(".js", Fault::Missing).await
}

#[tokio::test]
async fn a_player_that_is_slow_to_come_says_so_and_runs() -> Outcome {
    let story = async |person: &Person, host: &Host| -> Result<()> {
        host.breaks(".wasm", Fault::Held);
        person.opens("#/progress").await?;
        person.reads_in(Role::Status, "The quiz is on its way…").await?;
        person.reads_in(Role::Status, "The quiz is still on its way. The network seems slow…").await?;
        host.heals();
        person.is_on_page("Progress").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_page_that_names_what_is_gone_finds_what_has_come_in_its_place() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| {
        // The browser still has the page of yesterday, whose files are gone.
        person.opens_catalogue().await?;
        host.breaks(SET, Fault::Missing);
        let (_, new) = publish(host, bank, set, |text| text.replacen("title = \"", "title = \"Today: ", 1))?;
        person.clicks(Role::Link, set.title()).await?;
        says_what_failed(person, UNREACHABLE).await?;
        person.clicks(Role::Button, "Try again").await?;
        person.is_on_page(new.title()).await
    };
    Stage::new().without_workers().troubled().play(story).await
}
