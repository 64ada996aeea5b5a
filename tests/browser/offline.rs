//! Owns the promise that after the first visit no host is needed, that the site can be installed, and that nothing is
//! wrong where nothing can be kept.

use anyhow::{Context, Result, ensure};
use verbatim_tests::browser::{Ability, devtools};
use verbatim_tests::edition::Edition;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Ways in which browsers have no workers: each a script that runs before the page.
const REFUSALS: [&str; 3] = [
    "delete Navigator.prototype.serviceWorker",
    "Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError') } })",
    "if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
];

/// More than is kept of questions before they are opened.
const LARGE: usize = 5_000_000;

/// Opens the site once, has the host end, and does everything that a student does.
async fn goes_on_without_a_host(folder: &'static str) -> Outcome {
    let (first, other) = (&bank::with_set("concepts")?, &bank::with_set("events")?);
    let all = other.1.questions().len();
    let story = async |person: &Person, host: &Host| {
        person.opens_set(&first.0, &first.1).await?;
        person.answers_first(2, &first.1, rightly).await?;
        person.is_kept().await?;
        host.stops();
        person.window().refresh().await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
        person.opens_catalogue().await?;
        person.clicks(Role::Link, other.1.title()).await?;
        person.answers_first(all, &other.1, rightly).await?;
        person.window().refresh().await?;
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(all, all).await?;
        person.leaves().await?;
        person.opens_set(&first.0, &first.1).await?;
        person.clicks(Role::Link, "Continue with question 3").await?;
        person.is_asked_number(3, &first.1).await?;
        person.opens(&format!("#/{}/glossary", first.0.id())).await?;
        person.is_on_page("Glossary").await?;
        person.leaves().await?;
        // What a course page may add to an address changes nothing.
        person.opens("?from=course").await?;
        person.is_on_page("Question sets").await
    };
    Stage::new().in_folder(folder).troubled().play(story).await
}

#[tokio::test]
async fn after_the_first_visit_no_host_is_needed() -> Outcome {
    goes_on_without_a_host("/").await
}

#[tokio::test]
async fn after_the_first_visit_no_host_is_needed_in_a_folder() -> Outcome {
    goes_on_without_a_host("/some/where/").await
}

#[tokio::test]
async fn a_page_that_is_kept_does_not_wait_for_the_worker_to_start() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| {
        person.window().can(Ability::KeptRoutes)?;
        person.opens(&bank::page(bank, set)).await?;
        person.is_kept().await?;
        host.stops();
        person.leaves().await?;
        person.opens(&bank::page(bank, set)).await?;
        person.is_asked_number(1, set).await?;
        let from = "const [page] = performance.getEntriesByType('navigation');
            const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/player-'));
            return [page, ...files].map((entry) => entry.workerFinalSourceType)";
        let from = person.window().execute(from, Vec::new()).await?.json().clone();
        let all = from.as_array().context("no list")?;
        ensure!(all.len() >= 3 && all.iter().all(|one| one == "cache"), "page and player came by way of {from}");
        // What has another name in each version comes by way of the worker, which takes it from the page's version.
        person.opens_catalogue().await
    };
    Stage::new().troubled().play(story).await
}

#[tokio::test]
async fn the_page_of_the_first_visit_needs_no_host_either() -> Outcome {
    let (_, set) = &bank::with_set("events")?;
    let story = async |person: &Person, host: &Host| {
        person.opens_catalogue().await?;
        person.is_kept().await?;
        host.stops();
        person.clicks(Role::Link, set.title()).await?;
        person.answers_first(2, set, rightly).await.map(|_| ())
    };
    Stage::new().troubled().play(story).await
}

#[tokio::test]
async fn keeping_begins_when_the_page_is_usable_and_fetches_no_code_twice() -> Outcome {
    let story = async |person: &Person, host: &Host| {
        person.window().can(Ability::SharedCache)?;
        person.opens_catalogue().await?;
        person.is_kept().await?;
        let kept = host.asked_to_keep();
        ensure!(kept.first().is_some_and(|path| path == "/sw.js"), "first of all it asked for {:?}", kept.first());
        let code: Vec<_> = kept.iter().filter(|path| path.ends_with(".wasm") || path.contains("app-")).collect();
        ensure!(code.is_empty(), "fetched twice: {code:?}");
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn of_a_large_site_the_sets_are_kept_that_were_opened() -> Outcome {
    let large = Edition::padded(1, LARGE)?;
    let (opened, other) = (&bank::with_set("concepts")?, &bank::with_set("events")?);
    let story = async |person: &Person, host: &Host| -> Result<()> {
        host.deploys(large.site());
        person.opens_catalogue().await?;
        person.is_kept().await?;
        ensure!(host.asked_to_keep().iter().all(|path| !path.ends_with("padding.bin")), "too much was fetched");
        let title = format!("{}{}", large.mark(), opened.1.title());
        person.clicks(Role::Link, &title).await?;
        person.is_on_page(&title).await?;
        host.stops();
        person.opens("").await?;
        person.window().refresh().await?;
        person.is_on_page("Question sets").await?;
        person.clicks(Role::Link, &title).await?;
        person.is_on_page(&title).await?;
        // The addresses that hosts with or without endings give to a set's page, which is not kept itself.
        let page = bank::page(&opened.0, &opened.1);
        for address in [page.as_str(), page.trim_end_matches(".html")] {
            person.opens_catalogue().await?;
            person.opens(address).await?;
            person.is_on_page(&title).await?;
        }
        person.opens(&bank::address(&other.0, &other.1)).await?;
        person.reads("could not be fetched").await
    };
    Stage::new().troubled().play(story).await
}

#[tokio::test]
async fn further_pages_of_a_large_set_lead_to_the_quiz_where_no_host_answers() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let (edition, _) = Edition::large(1, set)?;
    let story = async |person: &Person, host: &Host| -> Result<()> {
        host.deploys(edition.site());
        person.opens_catalogue().await?;
        person.is_kept().await?;
        host.stops();
        for ending in [".2.html", ".3"] {
            person.opens(&bank::page(bank, set).replace(".html", ending)).await?;
            person.is_on_page(&format!("{}{}", edition.mark(), set.title())).await?;
            person.is_at(&bank::address(bank, set)).await?;
        }
        Ok(())
    };
    Stage::new().in_folder("/some/where/").troubled().play(story).await
}

#[tokio::test]
async fn pages_beside_the_first_are_kept_and_none_is_made_up() -> Outcome {
    let site =
        Edition::new(1)?.adds_page("other/set.html", "Words of a set")?.adds_page("other/index.html", "A bank")?;
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| -> Result<()> {
        person.window().can(Ability::PageStatus)?;
        host.deploys(site.site());
        person.opens_catalogue().await?;
        person.is_kept().await?;
        // What is not there is not there, as far as the host tells.
        person.opens("other/none.html").await?;
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        let status: u16 = person.window().execute(status, Vec::new()).await?.convert()?;
        ensure!(status == 404, "a page that is not there is there: {status}");
        host.stops();
        for (address, words) in
            [("other/set.html", "Words of a set"), ("other/set", "Words of a set"), ("other/", "A bank")]
        {
            person.opens(address).await?;
            person.reads(words).await.with_context(|| format!("at {address}"))?;
            ensure!(person.address().await? == address, "{address} leads elsewhere");
        }
        person.opens("nothing/of/it").await?;
        person.is_on_page("Question sets").await?;
        person.opens(&format!("{}/{}.html", bank.id(), set.id())).await?;
        person.has_the_player().await?;
        person.finds(Role::Link, &format!("{}{}", site.mark(), set.title())).await?;
        person.opens(&format!("{}/glossary.html", bank.id())).await?;
        person.is_on_page("Glossary").await
    };
    Stage::new().in_folder("/some/where/").troubled().play(story).await
}

#[tokio::test]
async fn where_nothing_can_be_kept_nothing_is_wrong() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    for refusal in REFUSALS {
        let story = async |person: &Person, host: &Host| {
            devtools::run_before_pages(person.window(), refusal).await?;
            person.opens_set(bank, set).await?;
            person.answers_first(2, set, rightly).await?;
            ensure!(host.asked_to_keep().is_empty(), "{:?} was fetched to be kept", host.asked_to_keep());
            Ok(())
        };
        Stage::new().play(story).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_site_can_be_installed() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        person.opens("").await?;
        person.is_kept().await?;
        person.window().refresh().await?;
        person.is_on_page("Question sets").await?;
        let (address, errors) = devtools::manifest(person.window()).await?;
        ensure!(address.ends_with("/some/where/manifest.webmanifest"), "the manifest is {address}");
        ensure!(errors.is_empty(), "it cannot be installed: {errors:#?}");
        Ok(())
    };
    Stage::new().in_folder("/some/where/").play(story).await
}
