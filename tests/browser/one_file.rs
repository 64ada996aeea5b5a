//! Owns the promise that a set, or all of them, can be handed out as one file that opens from disk and needs nothing else.
//!
//! That everything else holds in it too is played by the whole suite from such a file: `--host file`.

mod made;

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;
use verbatim_core::{Bank, Set};
use verbatim_tests::axe::Audit;
use verbatim_tests::browser::devtools::{self, Look, Scheme};
use verbatim_tests::given::By;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::storage::{LOCAL_REFUSALS, REFUSALS};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// The set whose file is the largest among those of the bank that the site is for.
const LARGEST: &str = "argument";

/// The file that its author wrote.
const FILE: &[&str] = &["wuzhen-2015/argument.toml"];

/// One file with that set.
fn stage() -> Stage {
    Stage::new().from_file(FILE)
}

/// Plays a story from that file.
async fn with(stage: Stage, story: impl AsyncFn(&Person, &Host, &Bank, &Set) -> Result<()>) -> Outcome {
    let (bank, set) = &bank::with_set(LARGEST)?;
    stage.play(async |person: &Person, host: &Host| story(person, host, bank, set).await).await
}

#[tokio::test]
async fn the_largest_set_is_done_from_disk() -> Outcome {
    with(stage(), async |person, _, bank, set| {
        let all = set.questions().len();
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        person.clicks(Role::Link, "Start").await?;
        for before in 0..all {
            let question = person.is_asked_number(before + 1, set).await?;
            let right = before.is_multiple_of(2);
            let answer = if right { rightly(question, before) } else { wrongly(question, before) };
            let (read, verdict) = (person.answers(question, &answer).await?, if right { "Right" } else { "Not right" });
            ensure!(read == verdict, "`{}`: “{read}”, and not “{verdict}”", question.id);
            person.sees_explained(bank, question, &answer, &person.main().await?).await?;
            person.goes_on(before + 1, set).await?;
        }
        person.sees_score(all.div_ceil(2), all).await?;
        person.window().refresh().await?;
        person.sees_score(all.div_ceil(2), all).await
    })
    .await
}

#[tokio::test]
async fn nothing_is_asked_of_any_address_but_the_file() -> Outcome {
    with(stage().watching_the_network(), async |person, host, bank, set| {
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        person.answers_first(2, set, rightly).await?;
        person.opens(&format!("#/{}/glossary", bank.id())).await?;
        person.is_on_page("Glossary").await?;
        person.opens("#/").await?;
        person.is_on_page("Question sets").await?;
        let asked = devtools::requests(person.window()).await?;
        let elsewhere: Vec<_> = asked.iter().filter(|address| is_elsewhere(address, &host.site())).collect();
        ensure!(!asked.is_empty() && elsewhere.is_empty(), "it asks for {elsewhere:?}");
        Ok(())
    })
    .await
}

/// Whether an address is another than the file's own, and not one that holds all that it names.
fn is_elsewhere(address: &str, file: &str) -> bool {
    !address.starts_with(file) && !["data:", "blob:", "about:"].iter().any(|own| address.starts_with(own))
}

#[tokio::test]
async fn what_was_answered_is_there_when_the_file_is_opened_again() -> Outcome {
    with(stage(), async |person, _, bank, set| {
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        let asked = person.answers_first(3, set, rightly).await?;
        person.window().refresh().await?;
        person.is_asked(set, asked.last().context("nothing was asked")?).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
        person.leaves().await?;
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        person.reads(&format!("3 of {} answered", set.questions().len())).await?;
        person.clicks(Role::Link, "Continue with question 4").await?;
        person.is_asked_number(4, set).await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.is_on_page("Your results").await
    })
    .await
}

#[tokio::test]
async fn it_says_where_the_browser_saves_nothing_for_files() -> Outcome {
    let [(_, database), ..] = REFUSALS;
    let [(_, local), ..] = LOCAL_REFUSALS;
    with(stage(), async |person, _, _, set| {
        devtools::run_before_pages(person.window(), database).await?;
        devtools::run_before_pages(person.window(), local).await?;
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        person.reads("Your browser does not let this page save anything.").await?;
        person.answers_first(2, set, rightly).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn no_link_in_the_file_of_one_set_leads_to_another() -> Outcome {
    with(stage(), async |person, _, bank, set| {
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        person.clicks(Role::Link, "Glossary").await?;
        person.is_on_page("Glossary").await?;
        for other in bank.sets().iter().filter(|other| other.id() != set.id()) {
            person.finds_no(Role::Link, other.title()).await?;
        }
        person.clicks(Role::Link, "Back to the set").await?;
        person.is_on_page(set.title()).await?;
        person.clicks(Role::Link, "Verbatim").await?;
        person.is_on_page("Question sets").await?;
        for other in bank.sets().iter().filter(|other| other.id() != set.id()) {
            person.finds_no(Role::Link, other.title()).await?;
        }
        person.clicks(Role::Link, set.title()).await?;
        person.is_on_page(set.title()).await
    })
    .await
}

#[tokio::test]
async fn a_concept_is_looked_up_from_its_question_and_back() -> Outcome {
    with(stage(), async |person, _, bank, set| {
        let defined = |id: &String| bank.concepts().iter().find(|concept| concept.id == *id && concept.defined);
        let find = |question: &verbatim_core::Question| question.concepts.iter().find_map(&defined).cloned();
        let (question, concept) = set
            .questions()
            .iter()
            .find_map(|question| Some((question, find(question)?)))
            .context("no question of the set has a concept that is defined")?;
        person.opens_question(bank, set, question).await?;
        person.answers(question, &rightly(question, 0)).await?;
        person.clicks(Role::Link, &concept.term).await?;
        person.is_taken_to(&concept.term).await?;
        person.clicks(Role::Link, "Back to the question").await?;
        person.is_asked(set, question).await
    })
    .await
}

#[tokio::test]
async fn all_sets_in_one_file_are_found_in_its_catalogue() -> Outcome {
    let banks = bank::banks()?;
    let story = async |person: &Person, _: &Host| {
        for set in banks.iter().flat_map(Bank::sets) {
            person.opens("").await?;
            person.opens("#/").await?;
            person.is_on_page("Question sets").await?;
            person.clicks(Role::Link, set.title()).await?;
            person.is_on_page(set.title()).await?;
        }
        Ok(())
    };
    Stage::new().from_file(&[]).play(story).await
}

#[tokio::test]
async fn the_keyboard_alone_is_enough_on_a_phones_width() -> Outcome {
    with(stage(), async |person, _, _, set| {
        devtools::look(person.window(), Look { scheme: Scheme::Light, width: 360 }).await?;
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        person.tabs_to(Role::Link, "Start").await?;
        person.presses(Key::Enter).await?;
        for before in 0..3 {
            let question = person.is_asked_number(before + 1, set).await?;
            person.is_taken_to(&bank::words(&question.prompt)).await?;
            person.gives_by(By::Keyboard, question, &rightly(question, before)).await?;
            person.presses(Key::Enter).await?;
            person.is_taken_to("✓ Right").await?;
            person.tabs_to(Role::Link, "Next question").await?;
            person.presses(Key::Enter).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn its_views_are_accessible_in_every_look() -> Outcome {
    with(stage(), async |person, _, bank, set| {
        let mut audit = Audit::default();
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        audit.checks_every_look(person, "start").await?;
        let asked = person.answers_first(2, set, wrongly).await?;
        ensure!(asked.len() == 2, "two were asked");
        audit.checks_every_look(person, "answered").await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.is_on_page("Your results").await?;
        audit.checks_every_look(person, "results").await?;
        audit.ends()
    })
    .await
}
