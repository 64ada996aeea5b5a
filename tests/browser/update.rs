//! Owns the promise that a student has one version of the site or another, never a mix, and changes it when she wants to.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::time::sleep;
use verbatim_tests::axe::Audit;
use verbatim_tests::browser::{Ability, devtools};
use verbatim_tests::chance::Chance;
use verbatim_tests::edition::Edition;
use verbatim_tests::offline::{LATER, READY, USE};
use verbatim_tests::quiz::rightly;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Fault, Host, Outcome, Person, Role, Stage, bank};

/// How often the host is killed.
const KILLS: u64 = 20;

/// The longest time from the beginning of an update to its end, in milliseconds.
const LONGEST: u64 = 700;

/// The same for the change to the new version.
const LONGEST_CHANGE: u64 = 150;

/// A page whose minutes are short.
const SHORT_MINUTES: &str = "
    { const { setTimeout } = window;
      window.setTimeout = (run, wait, ...what) => setTimeout(run, wait < 60000 ? wait : 50, ...what) }";

/// Opens an edition of the site and waits until it is kept.
async fn keeps(person: &Person, host: &Host, edition: &Edition) -> Result<()> {
    host.deploys(edition.site());
    person.opens_catalogue().await?;
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
        person.gets_news(new).await?;
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
        person.gets_news(new).await?;
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
        person.gets_news(new).await?;
        person.is_told().await?;
        let mut audit = Audit::default();
        audit.checks_every_look(person, "a new version is ready").await?;
        audit.ends()
    };
    Stage::new().play(story).await
}

/// A page that cannot tell its worker of itself.
const MUTE: &str = "
    if (self.ServiceWorker) {
      const { postMessage } = ServiceWorker.prototype;
      ServiceWorker.prototype.postMessage = function (what, ...more) {
        if (what !== 'begun') postMessage.call(this, what, ...more);
      };
    }";

/// Two tabs, of which the second changes to a new version; what else happens in the first before that.
async fn another_tab_keeps_its_version(before: impl AsyncFn(&Person) -> Result<()>) -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(2)?);
    let story = async |person: &Person, host: &Host| -> Result<()> {
        keeps(person, host, old).await?;
        before(person).await?;
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
        person.gets_news(new).await?;
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
async fn another_tab_keeps_its_version_until_it_is_loaded_anew() -> Outcome {
    another_tab_keeps_its_version(async |_| Ok(())).await
}

#[tokio::test]
async fn a_tab_that_came_without_its_worker_and_could_not_tell_of_itself_keeps_its_version_too() -> Outcome {
    let comes_anew = async |person: &Person| {
        devtools::run_before_pages(person.window(), MUTE).await?;
        person.leaves().await?;
        person.opens("index.html").await?;
        person.has_the_player().await
    };
    another_tab_keeps_its_version(comes_anew).await
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
        person.gets_news(new).await?;
        person.is_told().await?;
        person.clicks(Role::Button, USE).await?;
        until_true("the new version", async || Ok(person.edition().await? == 5)).await?;
        person.has_all_of(new).await
    };
    Stage::new().troubled().play(story).await
}

#[tokio::test]
async fn an_update_that_broke_off_goes_on_when_the_network_is_back() -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(2)?);
    let story = async |person: &Person, host: &Host| -> Result<()> {
        keeps(person, host, old).await?;
        host.breaks(".wasm", Fault::Cut);
        host.deploys(new.site());
        person.looks_for_news().await?;
        ensure!(!person.news_settle().await?, "a version that is not whole waits");
        host.heals();
        person.window().execute("dispatchEvent(new Event('online'))", Vec::new()).await?;
        person.gets_news_unasked(new).await?;
        person.is_told().await
    };
    Stage::new().troubled().play(story).await
}

#[tokio::test]
async fn what_broke_off_is_tried_again_after_a_while() -> Outcome {
    let (old, new) = (&Edition::new(1)?, &Edition::new(2)?);
    let story = async |person: &Person, host: &Host| -> Result<()> {
        person.window().can(Ability::BeforeKept)?;
        devtools::run_before_pages(person.window(), SHORT_MINUTES).await?;
        host.deploys(old.site());
        // The first visit's own download, after which there is no worker at all, and then that of an update.
        host.breaks("files.txt", Fault::Missing);
        person.opens_catalogue().await?;
        let tries = || host.asked_to_keep().iter().filter(|path| path.ends_with("files.txt")).count();
        until_true("two tries", async || Ok(tries() >= 2)).await?;
        host.heals();
        person.is_kept().await?;
        person.window().refresh().await?;
        person.has_all_of(old).await?;
        host.breaks("/data/", Fault::Truncated);
        host.deploys(new.site());
        let before = tries();
        person.looks_for_news().await?;
        until_true("two more tries", async || Ok(tries() >= before + 2)).await?;
        host.heals();
        person.gets_news_unasked(new).await
    };
    Stage::new().troubled().play(story).await
}

/// An update in which the host dies, whenever that is: all of the old edition is there, and when the host is back, the
/// new one comes to wait. Whether it was cut off before its end.
async fn dies_while_updating(
    person: &Person,
    host: &Host,
    chance: &mut Chance,
    editions: [&Edition; 2],
) -> Result<bool> {
    let [old, new] = editions;
    person.begins_to_look_for_news().await?;
    // Here and below alone time has to pass by itself: the end comes at any moment, and mostly at an early one, since a
    // quick machine is soon done.
    let longest = chance.below(LONGEST);
    sleep(Duration::from_millis(chance.below(longest))).await;
    host.stops();
    person.news_settle().await?;
    let is_cut = !person.has_fetched(new).await?;
    person.window().refresh().await?;
    person.has_all_of(old).await?;
    host.starts()?;
    person.gets_news(new).await?;
    Ok(is_cut)
}

/// Uses the newer version that waits, while the host dies.
async fn dies_while_changing(person: &Person, host: &Host, chance: &mut Chance, new: &Edition) -> Result<()> {
    person.is_told().await?;
    person.clicks(Role::Button, USE).await?;
    sleep(Duration::from_millis(chance.below(LONGEST_CHANGE))).await;
    host.stops();
    until_true(format_args!("edition {}", new.number()), async || Ok(person.edition().await? == new.number())).await?;
    person.has_all_of(new).await
}

#[tokio::test]
async fn a_host_that_dies_while_updating_leaves_all_of_the_old_or_all_of_the_new() -> Outcome {
    let mut chance = Chance::new();
    let editions = (1..=KILLS + 1).map(Edition::new).collect::<Result<Vec<_>>>()?;
    let story = async |person: &Person, host: &Host| -> Result<()> {
        let (mut old, mut cut, mut used) = (editions.first().context("no edition")?, 0, 0);
        keeps(person, host, old).await?;
        for new in &editions[1..] {
            host.deploys(new.site());
            let told = format!("update {} of VERBATIM_SEED={}", new.number(), chance.seed());
            let is_cut = dies_while_updating(person, host, &mut chance, [old, new]).await.context(told.clone())?;
            cut += u64::from(is_cut);
            // Another time the student stays with what she has, and the next version overtakes the one that waits.
            if chance.below(2) == 0 {
                dies_while_changing(person, host, &mut chance, new).await.context(told)?;
                host.starts()?;
                (old, used) = (new, used + 1);
            }
        }
        println!("{KILLS} updates came, {cut} of them were cut off at first, {used} were used");
        ensure!(cut > 0, "the host died always too late");
        Ok(())
    };
    Stage::new().troubled().play(story).await
}
