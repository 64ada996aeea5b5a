//! Owns the promise that a student has one version of the site or another, never a mix, and changes it when she wants to.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::time::sleep;
use verbatim_tests::axe::Audit;
use verbatim_tests::chance::Chance;
use verbatim_tests::edition::Edition;
use verbatim_tests::offline::{LATER, READY, USE};
use verbatim_tests::quiz::rightly;
use verbatim_tests::wait::{until, until_true};
use verbatim_tests::{Fault, Host, Outcome, Person, Role, Stage, bank};

/// How often the host is killed.
const KILLS: u64 = 20;

/// The longest time from the beginning of an update to its end, in milliseconds.
const LONGEST: u64 = 700;

/// The same for the change to the new version.
const LONGEST_CHANGE: u64 = 150;

/// Opens an edition of the site and waits until it is kept.
async fn keeps(person: &Person, host: &Host, edition: &Edition) -> Result<()> {
    host.deploys(edition.site());
    person.opens("").await?;
    person.is_on_page("Question sets").await?;
    person.is_kept().await?;
    person.window().refresh().await?;
    person.has_all_of(edition).await
}

#[tokio::test]
async fn a_new_version_is_told_and_waits_for_the_student() -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(2)?);
    let story = async |person: &Person, host: &Host| {
        keeps(person, host, old).await?;
        host.deploys(new.site());
        person.gets_news().await?;
        person.is_told().await?;
        person.has_all_of(old).await?;
        person.clicks(Role::Button, LATER).await?;
        person.reads_no(READY).await?;
        person.is_taken_to("Question sets").await?;
        person.window().refresh().await?;
        person.is_told().await?;
        person.has_all_of(old).await?;
        person.clicks(Role::Button, USE).await?;
        until_true("the new version", async || Ok(person.edition().await? == 2)).await?;
        person.has_all_of(new).await?;
        person.reads_no(READY).await?;
        // The old one goes when nobody needs it any more.
        person.window().refresh().await?;
        person.has_all_of(new).await?;
        until_true("the old version to go", async || Ok(person.caches().await?.len() == 2)).await
    };
    Stage::new().in_folder("/some/where/").play(story).await
}

#[tokio::test]
async fn nothing_is_said_beside_a_question_and_nothing_answered_is_lost() -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(2)?);
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| -> Result<()> {
        keeps(person, host, old).await?;
        person.opens(&bank::address(bank, set)).await?;
        let asked = person.answers_first(2, set, rightly).await?;
        host.deploys(new.site());
        person.gets_news().await?;
        person.reads_no(READY).await?;
        person.clicks(Role::Link, &format!("{}{}", old.mark(), set.title())).await?;
        person.is_told().await?;
        person.clicks(Role::Button, USE).await?;
        person.is_on_page(&format!("{}{}", new.mark(), set.title())).await?;
        person.reads(&format!("2 of {} answered", set.questions().len())).await?;
        person.opens(&format!("{}/{}", bank::address(bank, set), asked[0].id)).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
        person.reads(&new.mark()).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_word_on_a_new_version_is_accessible_and_fits() -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(2)?);
    let story = async |person: &Person, host: &Host| -> Result<()> {
        keeps(person, host, old).await?;
        host.deploys(new.site());
        person.gets_news().await?;
        person.is_told().await?;
        let mut audit = Audit::default();
        audit.checks_every_look(person, "a new version is ready").await?;
        audit.ends()
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn another_tab_keeps_its_version_until_it_is_loaded_anew() -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(2)?);
    let story = async |person: &Person, host: &Host| -> Result<()> {
        keeps(person, host, old).await?;
        let window = person.window();
        let first = window.window().await?;
        let second = window.new_tab().await?;
        window.switch_to_window(second).await?;
        person.opens("").await?;
        person.has_all_of(old).await?;
        window
            .execute_async("const [done] = arguments; caches.open('of others').then(() => done())", Vec::new())
            .await?;
        host.deploys(new.site());
        person.gets_news().await?;
        person.is_told().await?;
        person.clicks(Role::Button, USE).await?;
        until_true("the new version", async || Ok(person.edition().await? == 2)).await?;
        person.has_all_of(new).await?;
        window.switch_to_window(first).await?;
        person.has_all_of(old).await?;
        window.refresh().await?;
        person.has_all_of(new).await?;
        ensure!(person.caches().await?.contains(&"of others".to_owned()), "the cache of others is gone");
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_deployment_that_is_half_there_changes_nothing() -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(5)?);
    // Each another one: what has come of a version is not fetched again, so that a second fault could come too late.
    let halves = [
        (Edition::new(2)?, ".wasm", Fault::Missing),
        (Edition::new(3)?, "/data/", Fault::Truncated),
        (Edition::new(4)?, ".js", Fault::Cut),
    ];
    let story = async |person: &Person, host: &Host| -> Result<()> {
        keeps(person, host, old).await?;
        for (half, part, fault) in &halves {
            host.breaks(part, *fault);
            host.deploys(half.site());
            person.looks_for_news().await?;
            ensure!(!person.news_settle().await?, "a version that is not whole waits");
            person.window().refresh().await?;
            person.has_all_of(old).await?;
            host.deploys(old.site());
            host.heals();
        }
        // The worker comes first, and everything else later.
        let torn = Edition::new(1)?;
        std::fs::write(torn.site().join("sw.js"), new.worker()?)?;
        host.deploys(torn.site());
        person.looks_for_news().await?;
        ensure!(!person.news_settle().await?, "a version that is not there waits");
        person.has_all_of(old).await?;
        host.deploys(new.site());
        person.gets_news().await?;
        person.is_told().await?;
        person.clicks(Role::Button, USE).await?;
        until_true("the new version", async || Ok(person.edition().await? == 5)).await?;
        person.has_all_of(new).await
    };
    Stage::new().troubled().play(story).await
}

/// Uses a newer version that waits, of whichever edition; gives the number of the edition.
async fn changes(person: &Person, old: u64) -> Result<u64> {
    person.is_told().await?;
    person.clicks(Role::Button, USE).await?;
    until("a newer version", async || Ok(Some(person.edition().await?).filter(|number| *number > old))).await
}

/// An update in which the host dies; the number of the edition that the student has then.
async fn dies_while_updating(person: &Person, host: &Host, chance: &mut Chance, old: u64) -> Result<u64> {
    if chance.below(3) == 0 {
        // In the middle of the change to the new version, and not of fetching it.
        person.gets_news().await?;
        person.is_told().await?;
        person.clicks(Role::Button, USE).await?;
        sleep(Duration::from_millis(chance.below(LONGEST_CHANGE))).await;
        host.stops();
        return until("a newer version", async || Ok(Some(person.edition().await?).filter(|number| *number > old)))
            .await;
    }
    person.begins_to_look_for_news().await?;
    // Here and above alone time has to pass by itself: the end comes at any moment.
    sleep(Duration::from_millis(chance.below(LONGEST))).await;
    host.stops();
    let waits = person.news_settle().await?;
    person.window().refresh().await?;
    let number = person.edition().await?;
    ensure!(number == old, "edition {old} became {number} unasked");
    if waits && chance.below(2) == 0 { changes(person, old).await } else { Ok(old) }
}

#[tokio::test]
async fn a_host_that_dies_while_updating_leaves_all_of_the_old_or_all_of_the_new() -> Outcome {
    let mut chance = Chance::new();
    let editions = (1..=KILLS + 1).map(Edition::new).collect::<Result<Vec<_>>>()?;
    let of = |number: u64| editions.iter().find(|edition| edition.number() == number).context("no such edition");
    let story = async |person: &Person, host: &Host| -> Result<()> {
        let (mut has, mut changed) = (1, 0);
        keeps(person, host, of(has)?).await?;
        host.stops();
        for number in 2..=KILLS + 1 {
            host.deploys(of(number)?.site());
            host.starts()?;
            let update = dies_while_updating(person, host, &mut chance, has).await;
            let now = update.with_context(|| format!("update {number} of VERBATIM_SEED={}", chance.seed()))?;
            person.has_all_of(of(now)?).await.with_context(|| format!("update {number}, {}", chance.seed()))?;
            changed += u64::from(now != has);
            has = now;
        }
        println!("{changed} of {KILLS} updates were used");
        ensure!((1..KILLS).contains(&changed), "the host died always too early or always too late: {changed}");
        Ok(())
    };
    Stage::new().troubled().play(story).await
}
