//! Owns the promise that every view passes axe-core and fits the window: light and dark, wide and narrow.

use anyhow::{Context, Result, ensure};
use verbatim_core::{Bank, Set};
use verbatim_tests::axe::Audit;
use verbatim_tests::browser::devtools::{self, Look, Scheme};
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Fault, Host, Outcome, Person, Role, Stage, bank};

/// Goes through the views of a set, from its start to whole results.
async fn views_of_a_set(person: &Person, audit: &mut Audit, bank: &Bank, set: &Set) -> Result<()> {
    let results = format!("{}/results", bank::address(bank, set));
    person.opens_set(bank, set).await?;
    audit.checks(person, "start").await?;
    person.clicks(Role::Link, "Start").await?;
    let first = person.is_asked_number(1, set).await?;
    audit.checks(person, "question").await?;
    person.checks().await?;
    person.reads_in(Role::Alert, "Choose one of the answers first.").await?;
    audit.checks(person, "question with nothing chosen").await?;
    person.answers(first, &rightly(first, 0)).await?;
    audit.checks(person, "question answered right").await?;
    let second = person.goes_on(1, set).await?.context("there is no second question")?;
    person.answers(second, &wrongly(second, 1)).await?;
    audit.checks(person, "question answered wrong").await?;
    person.opens_set(bank, set).await?;
    person.finds(Role::Link, "Continue with question 3").await?;
    audit.checks(person, "start, half done").await?;
    person.opens(&results).await?;
    person.is_on_page("Your results").await?;
    audit.checks(person, "results, half done").await?;
    person.clicks(Role::Button, "Start again").await?;
    person.finds(Role::Button, "Undo").await?;
    audit.checks(person, "results, started again").await?;
    person.clicks(Role::Link, set.title()).await?;
    person.finds(Role::Link, "Start").await?;
    audit.checks(person, "start, started again").await?;
    let all = set.questions().len();
    let asked = person.answers_first(all, set, rightly).await?;
    person.clicks(Role::Link, "See results").await?;
    person.sees_score(all, all).await?;
    for (position, question) in asked.iter().enumerate() {
        person.opens_review(position, question).await?;
    }
    audit.checks(person, "results, whole and unfolded").await
}

/// Goes through what is shown when something is not as it should be.
async fn views_of_trouble(person: &Person, host: &Host, audit: &mut Audit, bank: &Bank, set: &Set) -> Result<()> {
    person.opens("#/nowhere").await?;
    person.is_on_page("Nothing is here").await?;
    audit.checks(person, "unknown address").await?;
    person.saves_by_hand(&format!("{}/{}", bank.id(), set.id()), "9 nonsense").await?;
    person.opens_set(bank, set).await?;
    person.reads("cannot be read by this version").await?;
    audit.checks(person, "start with a notice").await?;
    let (bank, set) = &bank::with_set("actors")?;
    host.breaks("/data/", Fault::Held);
    person.opens(&bank::address(bank, set)).await?;
    person.reads_in(Role::Status, "Still loading. The network seems slow…").await?;
    audit.checks(person, "slow").await?;
    host.heals();
    person.is_on_page(set.title()).await?;
    // What has come once is in the browser's own cache.
    let (bank, set) = &bank::with_set("speeches")?;
    host.breaks("/data/", Fault::Missing);
    person.opens(&bank::address(bank, set)).await?;
    person.is_on_page("This did not work").await?;
    audit.checks(person, "error").await?;
    host.heals();
    Ok(())
}

/// Goes through all views, with the site opened for the first time.
async fn all_views(person: &Person, host: &Host, audit: &mut Audit) -> Result<()> {
    let (bank, set) = &bank::with_set("concepts")?;
    let (_, other) = &bank::with_set("events")?;
    host.breaks(".wasm", Fault::Missing);
    person.opens("").await?;
    person.finds(Role::Button, "Try again").await?;
    audit.checks(person, "the player did not load").await?;
    host.heals();
    host.breaks(".wasm", Fault::Held);
    let (_, early) = &bank::with_set("resolutions")?;
    person.sets_out_for(&bank::page(bank, early)).await?;
    person.reads("Question 1 of").await?;
    audit.checks(person, "the first question, before the player").await?;
    person.all(Role::Radio).await?.first().context("no option")?.click().await?;
    person.clicks(Role::Summary, "Answer, explanation and source").await?;
    audit.checks(person, "the first question, answered before the player").await?;
    host.heals();
    person.reads_verdict().await?;
    person.opens_catalogue().await?;
    audit.checks(person, "catalogue").await?;
    person.clicks(Role::Link, "Glossary").await?;
    person.is_on_page("Glossary").await?;
    audit.checks(person, "glossary").await?;
    views_of_a_set(person, audit, bank, set).await?;
    views_of_trouble(person, host, audit, bank, other).await
}

async fn check(scheme: Scheme, width: u32) -> Outcome {
    let look = Look { scheme, width };
    let story = async |person: &Person, host: &Host| -> Result<()> {
        devtools::look(person.window(), look).await?;
        let mut audit = Audit::default();
        let seen = all_views(person, host, &mut audit).await;
        // What was found up to then is told even when a view did not come.
        audit.ends()?;
        seen?;
        // The look has to have lasted, or nothing was proved.
        devtools::looks(person.window(), look).await
    };
    Stage::new().troubled().without_workers().play(story).await
}

#[tokio::test]
async fn every_view_is_accessible_in_light_and_wide() -> Outcome {
    check(Scheme::Light, 1280).await
}

#[tokio::test]
async fn every_view_is_accessible_in_light_and_narrow() -> Outcome {
    check(Scheme::Light, 320).await
}

#[tokio::test]
async fn every_view_is_accessible_in_dark_and_wide() -> Outcome {
    check(Scheme::Dark, 1280).await
}

#[tokio::test]
async fn every_view_is_accessible_in_dark_and_narrow() -> Outcome {
    check(Scheme::Dark, 320).await
}

#[tokio::test]
async fn what_is_wrong_does_not_pass() -> Outcome {
    // Made piece by piece, since the page's policy lets no text become markup, and no attribute a style.
    let plant = "const [image, pale] = ['img', 'p'].map(name => document.createElement(name));
        image.src = 'data:,';
        pale.textContent = 'pale and wide';
        Object.assign(pale.style, { color: '#767676', background: '#fff', width: '3000px' });
        document.querySelector('main').append(image, pale)";
    let story = async |person: &Person, _: &Host| -> Result<()> {
        person.opens_catalogue().await?;
        person.window().execute(plant, Vec::new()).await?;
        let mut audit = Audit::default();
        audit.checks(person, "catalogue").await?;
        let found = audit.ends().err().map(|error| error.to_string()).unwrap_or_default();
        for planted in ["image-alt", "color-contrast-enhanced", "wider than the window"] {
            ensure!(found.contains(planted), "{planted} passed: {found}");
        }
        Ok(())
    };
    Stage::new().play(story).await
}
