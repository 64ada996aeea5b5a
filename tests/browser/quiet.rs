//! Owns the promise that the player talks to nobody but its host, asks for no more than it needs, and logs no error.

use anyhow::ensure;
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Host, OneFile, Outcome, Person, Role, Stage, bank};

#[tokio::test]
async fn a_whole_set_asks_nobody_but_the_host_and_logs_no_error() -> Outcome {
    let (_, set) = &bank::with_set("concepts")?;
    let all = set.questions().len();
    let story = async |person: &Person, host: &Host| {
        person.opens_catalogue().await?;
        person.clicks(Role::Link, set.title()).await?;
        person.answers_first(all, set, rightly).await?;
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(all, all).await?;
        // What is written in an address itself is fetched from nowhere.
        let asked = devtools::requests(person.window()).await?;
        // In one file the player is no request of its own: one browser tells of the file, another of its icon alone.
        let is_player = |address: &String| OneFile::is_chosen() || address.ends_with(".wasm");
        ensure!(asked.iter().any(is_player), "the requests were not seen: {asked:#?}");
        let elsewhere =
            asked.iter().filter(|address| !address.starts_with(&host.site()) && !address.starts_with("data:"));
        let elsewhere: Vec<_> = elsewhere.collect();
        ensure!(elsewhere.is_empty(), "asked of others: {elsewhere:#?}");
        let errors = devtools::console_errors(person.window()).await?;
        ensure!(errors.is_empty(), "errors in the console: {errors:#?}");
        Ok(())
    };
    Stage::new().watching_the_network().play(story).await
}

#[tokio::test]
async fn only_the_data_of_the_open_set_is_fetched_and_only_once() -> Outcome {
    let (bank, set) = &bank::with_set("events")?;
    let story = async |person: &Person, host: &Host| {
        person.opens_catalogue().await?;
        let data = |host: &Host| host.asked().into_iter().filter(|path| path.contains("/data/")).collect::<Vec<_>>();
        ensure!(data(host).is_empty(), "the catalogue asked for {:?}", data(host));
        person.clicks(Role::Link, set.title()).await?;
        person.answers_first(2, set, rightly).await?;
        person.clicks(Role::Link, set.title()).await?;
        person.is_on_page(set.title()).await?;
        let asked = data(host);
        let pack = format!("/data/{}/{}-", bank.id(), set.id());
        ensure!(asked.len() == 1 && asked[0].starts_with(&pack), "the set asked for {asked:?}");
        Ok(())
    };
    Stage::new().without_workers().play(story).await
}
