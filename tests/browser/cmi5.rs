//! Owns the promise that a package runs in an LMS by cmi5: what is answered there is told to a learning record store, once and
//! in order, whatever becomes of the network, and gone on with on another device.

mod expected;
mod offline;
mod rules;
mod trouble;
mod valid;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use tempfile::TempDir;
use verbatim_cli::export::{self, Form};
use verbatim_core::{Answer, Question, Set};
use verbatim_tests::browser::Ability;
use verbatim_tests::lrs::{Launching, Lrs, of, session, verb};
use verbatim_tests::quiz::{Choose, rightly, wrongly};
use verbatim_tests::surroundings::Need;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// The set with all kinds of questions.
const FILE: &str = "tour/kinds.toml";

/// What was answered, in that order.
type Given<'a> = Vec<(&'a Question, Answer)>;

/// A folder with a package in it, and a page beside it.
fn served(file: &str) -> Result<TempDir> {
    let folder = TempDir::with_prefix("verbatim-cmi5-")?;
    let zip = folder.path().join("package.zip");
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions").join(file);
    let form = Form::Cmi5(Some(&zip));
    export::write(&[set], form, &Need::Site.path()?).map_err(|failure| anyhow!("{failure}"))?.context("errors")?;
    zip::ZipArchive::new(fs::File::open(&zip)?)?.extract(folder.path().join("package"))?;
    let page = "<!DOCTYPE html><link rel=icon href='data:,'><title>A course</title><h1>A course</h1>";
    fs::write(folder.path().join("index.html"), page)?;
    Ok(folder)
}

/// Plays a story with a package of a set and an LMS. At the end everything that was told is looked at by the rules, and by a
/// validator.
async fn plays(file: &str, story: impl AsyncFnOnce(&Person, &Host, &Lrs) -> Result<()>) -> Outcome {
    let folder = served(file)?;
    let lrs = Lrs::open()?;
    // What is not there yet is answered by 404, which the console notes as an error.
    let stage = Stage::new().without_workers().troubled();
    stage
        .play(async |person: &Person, host: &Host| {
            host.deploys(PathBuf::from(folder.path()));
            story(person, host, &lrs).await?;
            let told = lrs.statements();
            rules::keep(&lrs)?;
            valid::all(&told)
        })
        .await
}

/// Leaves the package, for another site where that is known to end well.
async fn leaves(person: &Person) -> Result<()> {
    match person.window().browser().cannot(Ability::LastWords) {
        None => person.leaves().await,
        Some(_) => person.opens("index.html").await,
    }
}

/// Launches the package.
async fn launches(person: &Person, lrs: &Lrs, how: Launching) -> Result<String> {
    leaves(person).await?;
    let address = format!("package/index.html?{}", lrs.launches(how));
    person.opens(&address).await?;
    person.has_the_player().await?;
    Ok(address)
}

/// Takes another device: nothing of what a browser keeps is there.
async fn takes_another_device(person: &Person) -> Result<()> {
    person.opens("index.html").await?;
    person.window().execute("localStorage.clear(); sessionStorage.clear()", Vec::new()).await?;
    Ok(())
}

/// Answers from the question at a place on to the one before another: each second one rightly.
async fn answers<'a>(person: &Person, set: &'a Set, places: std::ops::Range<usize>) -> Result<Given<'a>> {
    let mut given = Vec::new();
    for before in places {
        let question = person.is_asked_number(before + 1, set).await?;
        let right = before.is_multiple_of(2);
        let answer = if right { rightly(question, before) } else { wrongly(question, before) };
        let verdict = person.answers(question, &answer).await?;
        ensure!((verdict == "Right") == right, "`{}`: “{verdict}”", question.id);
        given.push((question, answer));
        person.goes_on(before + 1, set).await?;
    }
    Ok(given)
}

/// Hands a test in that was answered throughout.
async fn hands_in(person: &Person, set: &Set, choose: Choose) -> Result<()> {
    let all = set.questions().len();
    for number in 1..=all {
        let question = person.is_asked_number(number, set).await?;
        person.gives(question, &choose(question, 0)).await?;
        person.clicks(Role::Link, if number == all { "Overview" } else { "Next question" }).await?;
    }
    person.clicks(Role::Button, "Hand in").await?;
    let dialog = person.finds(Role::Dialog, "Hand in").await?;
    let button = person.all_within(&dialog, Role::Button).await?;
    button.first().context("a dialog without a button")?.click().await?;
    person.is_on_page("Your results").await
}

/// The verbs of a session, in order.
fn verbs(lrs: &Lrs, number: usize) -> Vec<String> {
    let name = format!("session-{number}");
    let of = lrs.statements();
    of.iter().filter(|statement| session(statement) == name).map(|statement| verb(statement).to_owned()).collect()
}

#[tokio::test]
async fn a_whole_session_is_told_and_gone_on_with_on_another_device() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        let all = set.questions().len();
        launches(person, lrs, Launching::default()).await?;
        person.is_on_page(set.title()).await?;
        person.reads_no("No LMS has answered").await?;
        person.clicks(Role::Link, "Start").await?;
        let mut given = answers(person, set, 0..4).await?;
        lrs.has(4, "answered").await?;
        leaves(person).await?;
        lrs.has(1, "terminated").await?;
        takes_another_device(person).await?;
        launches(person, lrs, Launching::default()).await?;
        person.reads(&format!("4 of {all} answered")).await?;
        person.clicks(Role::Link, "Continue with question 5").await?;
        given.extend(answers(person, set, 4..all).await?);
        person.sees_score(all.div_ceil(2), all).await?;
        lrs.has(1, "completed").await?;
        leaves(person).await?;
        lrs.has(2, "terminated").await?;
        are_told(lrs, &given, all)?;
        // What is finished can be looked at, and is not told again.
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(all.div_ceil(2), all).await?;
        leaves(person).await?;
        lrs.has(3, "terminated").await?;
        ensure!(verbs(lrs, 3) == ["initialized", "terminated"], "the third session is {:?}", verbs(lrs, 3));
        Ok(())
    })
    .await
}

/// Checks the statements of two sessions, one by one, against what was answered.
fn are_told(lrs: &Lrs, given: &Given<'_>, all: usize) -> Result<()> {
    let first = ["initialized", "answered", "answered", "answered", "answered", "terminated"];
    ensure!(verbs(lrs, 1) == first, "the first session is {:?}", verbs(lrs, 1));
    let told = lrs.statements();
    let told: Vec<_> = told.iter().filter(|statement| verb(statement) == "answered").collect();
    ensure!(told.len() == given.len(), "{} answers told, {} given", told.len(), given.len());
    told.iter().zip(given).enumerate().try_for_each(|(at, (told, (question, answer)))| {
        expected::is_told(told, question, answer, at.is_multiple_of(2))
    })?;
    let told = lrs.statements();
    let scored = told.iter().find(|statement| verb(statement) == "scored").context("no score is told")?;
    let (share, raw) = (of(scored, &["result", "score", "scaled"]), of(scored, &["result", "score", "raw"]));
    let earned = all.div_ceil(2) as f64 / all as f64;
    ensure!(share.as_f64().is_some_and(|share| (share - earned).abs() < 1e-6), "the score is {share}");
    ensure!(raw.as_u64() == Some((earned * 100.0) as u64), "the points are {raw}");
    Ok(())
}
