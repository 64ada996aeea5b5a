//! Owns the promise that a package runs in an LMS: what is answered there is reported, kept and gone on with, by SCORM 1.2
//! and by SCORM 2004, with a run-time that others have written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::Value;
use tempfile::TempDir;
use verbatim_cli::export::{self, Form};
use verbatim_core::{Bank, Set};
use verbatim_lms::Standard;
use verbatim_tests::quiz::{Choose, rightly, wrongly};
use verbatim_tests::surroundings::Need;
use verbatim_tests::wait::{until, until_true};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const LMS: &str = include_str!("scorm/lms.html");

/// The set with all kinds of questions.
const FILE: &str = "tour/kinds.toml";

/// How a student leaves in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leave {
    /// To another page.
    Navigate,
    /// The LMS closes the frame.
    Close,
    /// The browser ends without a word.
    Kill,
}

/// A folder with an LMS and a package in it.
fn served(standard: Standard, file: &str) -> Result<TempDir> {
    let folder = TempDir::with_prefix("verbatim-scorm-")?;
    let zip = folder.path().join("package.zip");
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions").join(file);
    let form = Form::Scorm(standard, Some(&zip));
    export::write(&[set], form, &Need::Site.path()?).map_err(|failure| anyhow!("{failure}"))?.context("errors")?;
    zip::ZipArchive::new(fs::File::open(&zip)?)?.extract(folder.path().join("package"))?;
    fs::write(folder.path().join("lms.html"), LMS)?;
    // The page that the host knows.
    fs::write(folder.path().join("index.html"), "<!DOCTYPE html><link rel=icon href='data:,'><title>A course</title>")?;
    fs::copy(Need::Scorm.path()?, folder.path().join("run-time.js"))?;
    Ok(folder)
}

/// Launches the package in the LMS.
async fn launches(person: &Person, standard: Standard) -> Result<()> {
    person.leaves().await?;
    person.opens(&format!("lms.html#{}", standard.name())).await?;
    person.window().enter_frame(0).await?;
    person.has_the_player().await
}

/// Leaves as soon as the LMS has kept so many answers.
async fn leaves(person: &Person, how: Leave, answers: usize) -> Result<()> {
    until(format!("{answers} answers to be kept"), async || {
        let kept = kept(person).await?;
        let count = kept.pointer("/cmi/interactions").and_then(count);
        Ok((count == Some(answers)).then_some(()))
    })
    .await?;
    person.window().enter_default_frame().await?;
    let script = match how {
        Leave::Navigate => return person.leaves().await,
        Leave::Close => "document.querySelector('iframe').remove()",
        Leave::Kill => "kill()",
    };
    person.window().execute(script, Vec::new()).await?;
    Ok(())
}

fn count(interactions: &Value) -> Option<usize> {
    interactions
        .as_array()
        .map(Vec::len)
        .or_else(|| interactions.get("childArray")?.as_array().map(Vec::len))
        .or_else(|| interactions.as_object().map(|list| list.keys().filter(|key| key.parse::<usize>().is_ok()).count()))
}

/// What the LMS has kept.
async fn kept(person: &Person) -> Result<Value> {
    stored(person, "kept").await
}

async fn stored(person: &Person, key: &str) -> Result<Value> {
    let script = "return localStorage.getItem(arguments[0]) ?? 'null'";
    let text: String = person.window().execute(script, vec![key.into()]).await?.convert()?;
    Ok(serde_json::from_str(&text)?)
}

/// Answers from the question at a place on to the one before another: each second one rightly.
async fn answers(person: &Person, set: &Set, places: std::ops::Range<usize>) -> Result<()> {
    for before in places {
        let question = person.is_asked_number(before + 1, set).await?;
        let right = before.is_multiple_of(2);
        let answer = if right { rightly(question, before) } else { wrongly(question, before) };
        let verdict = person.answers(question, &answer).await?;
        ensure!((verdict == "Right") == right, "`{}`: “{verdict}”", question.id);
        person.goes_on(before + 1, set).await?;
    }
    Ok(())
}

async fn plays(person: &Person, host: &Host, standard: Standard, how: Leave) -> Result<()> {
    let (_, set): &(Bank, Set) = &bank::with_set("kinds")?;
    let folder = served(standard, FILE)?;
    host.deploys(PathBuf::from(folder.path()));
    let (all, began) = (set.questions().len(), Instant::now());
    launches(person, standard).await?;
    person.is_on_page(set.title()).await?;
    person.reads_no("No LMS has answered").await?;
    // In a window of its own it has the page of what is saved, too, which must not promise what holds for a device.
    person.window().execute("location.hash = '#/progress'", Vec::new()).await?;
    person.reads("is kept by the LMS you came from, which is told your results").await?;
    person.reads_no("on this device alone").await?;
    person.window().execute("history.back()", Vec::new()).await?;
    person.clicks(Role::Link, "Start").await?;
    answers(person, set, 0..4).await?;
    leaves(person, how, 4).await?;
    launches(person, standard).await?;
    person.reads(&format!("4 of {all} answered")).await?;
    person.clicks(Role::Link, "Continue with question 5").await?;
    answers(person, set, 4..all).await?;
    person.sees_score(all.div_ceil(2), all).await?;
    leaves(person, Leave::Navigate, all).await?;
    // What is finished can be looked at, and is still finished.
    launches(person, standard).await?;
    person.clicks(Role::Link, "See results").await?;
    person.sees_score(all.div_ceil(2), all).await?;
    leaves(person, Leave::Navigate, all).await?;
    person.opens("index.html").await?;
    told(person, standard, all, began).await
}

/// What an LMS is to know of the answers to the set with all kinds, each second one wrong: form, answer, and what is right,
/// written by hand from the set's file and the two standards. Where they differ, what 2004 has comes second.
const TOLD: [[(&str, &str, &str); 2]; 10] = [
    [("choice", "c", "c"); 2],
    [("choice", "b,c,e", "a,d"), ("choice", "b[,]c[,]e", "a[,]d")],
    [("true-false", "f", "f"), ("true-false", "false", "false")],
    [("fill-in", "measure", "metron|μέτρον"); 2],
    [("numeric", "17", "17"), ("numeric", "17", "17[:]17")],
    [("sequencing", "e,d,c,b,a", "a,b,c,d,e"), ("sequencing", "e[,]d[,]c[,]b[,]a", "a[,]b[,]c[,]d[,]e")],
    [("matching", "a.a,b.b,c.c", "a.a,b.b,c.c"), ("matching", "a[.]a[,]b[.]b[,]c[.]c", "a[.]a[,]b[.]b[,]c[.]c")],
    [
        ("fill-in", "1875; something else altogether; small holes", "1889; iridium; fine lines"),
        ("fill-in", "1875[,]something else altogether[,]small holes", "1889[,]iridium[,]fine lines"),
    ],
    [("choice", "a", "a"); 2],
    [("choice", "d", "c"); 2],
];

/// What the run-time has under a path; nothing where that is empty.
fn read<'a>(kept: &'a Value, path: &str) -> Option<&'a str> {
    kept.pointer(path).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// Whether the attempt is told as finished, with half of all earned.
fn stands(kept: &Value, standard: Standard) -> Result<()> {
    let (status, score, location) = match standard {
        Standard::Scorm12 => ("/cmi/core/lesson_status", "/cmi/core/score", "/cmi/core/lesson_location"),
        Standard::Scorm2004 => ("/cmi/completion_status", "/cmi/score", "/cmi/location"),
    };
    let is = |path: &str, expected: &str| {
        let found = read(kept, path);
        ensure!(found == Some(expected), "{path} is {found:?}, and not `{expected}`");
        Ok(())
    };
    is(status, "completed")?;
    is(location, "results")?;
    for (of, expected) in [("raw", "50"), ("min", "0"), ("max", "100")] {
        is(&format!("{score}/{of}"), expected)?;
    }
    if standard == Standard::Scorm2004 {
        is("/cmi/score/scaled", "0.5")?;
        is("/cmi/progress_measure", "1")?;
        is("/cmi/success_status", "unknown")?;
    }
    Ok(())
}

/// Reads everything back from the run-time, and compares it.
async fn told(person: &Person, standard: Standard, all: usize, began: Instant) -> Result<()> {
    let log: Vec<Vec<String>> = serde_json::from_value(stored(person, "log").await?)?;
    let failed: Vec<_> = log.iter().filter(|call| call.last().is_none_or(|code| code != "0")).collect();
    ensure!(failed.is_empty(), "the run-time refused {failed:#?}");
    let kept = kept(person).await?;
    stands(&kept, standard)?;
    ensure!(all == TOLD.len(), "{all} questions");
    let mut spent = 0.0;
    for (index, expected) in TOLD.iter().enumerate() {
        let interaction = kept.pointer("/cmi/interactions").and_then(|list| at(list, index)).context("it is lost")?;
        let latency = answered(interaction, standard, index, expected).with_context(|| interaction.to_string())?;
        ensure!(latency > 0.0, "answer {index} took no time");
        spent += latency;
    }
    let sessions = sessions(&log);
    let took = began.elapsed().as_secs_f64();
    ensure!(
        sessions.len() == 3 && spent < took && sessions.iter().sum::<f64>() < took,
        "{spent} {sessions:?} of {took}"
    );
    let long = log.iter().flatten().map(|value| value.encode_utf16().count()).max();
    ensure!(standard == Standard::Scorm2004 || long <= Some(4096), "a value has {long:?} characters");
    let ends = log.iter().filter(|call| call.first().is_some_and(|name| name == "LMSFinish" || name == "Terminate"));
    ensure!(ends.count() <= 3, "a session ended more than once");
    Ok(())
}

/// An interaction of the run-time's, whose list is one in some versions, and an object of them in others.
fn at(list: &Value, index: usize) -> Option<&Value> {
    list.get(index).or_else(|| list.get("childArray")?.get(index)).or_else(|| list.get(index.to_string()))
}

/// Compares an interaction, and gives its latency in seconds.
fn answered(told: &Value, standard: Standard, index: usize, expected: &[(&str, &str, &str); 2]) -> Result<f64> {
    let is_12 = standard == Standard::Scorm12;
    let [(kind, response, patterns), _] = if is_12 { *expected } else { [expected[1], expected[0]] };
    let (given, time) = if is_12 { ("student_response", "time") } else { ("learner_response", "timestamp") };
    let wrong = if is_12 { "wrong" } else { "incorrect" };
    let result = if index.is_multiple_of(2) { "correct" } else { wrong };
    let id = format!("q{}", index + 1);
    for (name, expected) in
        [("id", id.as_str()), ("type", kind), (given, response), ("result", result), ("weighting", "1")]
    {
        let found = read(told, &format!("/{name}"));
        ensure!(found == Some(expected), "`{name}` is {found:?}, and not `{expected}`");
    }
    for (number, pattern) in patterns.split('|').enumerate() {
        let list = told.get("correct_responses").context("what is right is lost")?;
        let found = at(list, number).and_then(|pattern| read(pattern, "/pattern"));
        ensure!(found == Some(pattern), "right is {found:?}, and not `{pattern}`");
    }
    ensure!(read(told, &format!("/{time}")).is_some(), "it has no moment");
    seconds(read(told, "/latency").context("it has no latency")?)
}

/// How long each session was, in seconds, as the run-time was told last in it.
fn sessions(log: &[Vec<String>]) -> Vec<f64> {
    let mut sessions = Vec::new();
    for call in log {
        let text = |place: usize| call.get(place).map(String::as_str).unwrap_or_default();
        if text(0).ends_with("nitialize") {
            sessions.push(0.0);
        } else if text(1).ends_with("session_time") && text(0).ends_with("SetValue") {
            let last = sessions.last_mut();
            if let (Some(last), Ok(time)) = (last, seconds(text(2))) {
                *last = time;
            }
        }
    }
    sessions
}

/// A span in seconds: hours, minutes and seconds between colons in 1.2, a period of ISO 8601 in 2004.
fn seconds(span: &str) -> Result<f64> {
    let mut seconds = 0.0;
    if let Some(period) = span.strip_prefix("PT") {
        for part in period.split_inclusive(|sign: char| sign.is_alphabetic()) {
            let (number, unit) = part.split_at_checked(part.len() - 1).context("no unit")?;
            let length = match unit {
                "H" => 3600.0,
                "M" => 60.0,
                "S" => 1.0,
                other => bail!("`{other}` in {span}"),
            };
            seconds += number.parse::<f64>()? * length;
        }
    } else {
        for part in span.split(':') {
            seconds = seconds * 60.0 + part.parse::<f64>()?;
        }
    }
    Ok(seconds)
}

/// The schemas of each standard's manifest: by namespace, the file of it.
fn schemas(standard: Standard) -> (&'static str, &'static [(&'static str, &'static str)]) {
    match standard {
        Standard::Scorm12 => (
            "scorm12edition",
            &[
                ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
                ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
            ],
        ),
        Standard::Scorm2004 => (
            "scorm20043rdedition",
            &[
                ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
                ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
                ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
            ],
        ),
    }
}

/// Has xmllint look at the manifest of a package by the schemas of its standard, without a network.
fn validates(standard: Standard, file: &str) -> Result<()> {
    let folder = served(standard, file)?;
    let (edition, list) = schemas(standard);
    let schemas = Need::Schemas.path()?;
    let schemas = schemas.ancestors().nth(2).context("the schemas lie nowhere")?.join(edition);
    let import = |(space, name): &(&str, &str)| {
        let place = schemas.join(name);
        format!("<xs:import namespace=\"{space}\" schemaLocation=\"{}\"/>", place.display())
    };
    let imports: String = list.iter().map(import).collect();
    let all = format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">{imports}</xs:schema>");
    let schema = folder.path().join("all.xsd");
    fs::write(&schema, all)?;
    let manifest = folder.path().join("package/imsmanifest.xml");
    let check = |manifest: &Path| -> Result<(bool, String)> {
        let mut command = Command::new(Need::Xmllint.path()?);
        let output = command.args(["--nonet", "--noout", "--schema"]).arg(&schema).arg(manifest).output()?;
        Ok((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned()))
    };
    let (is_valid, said) = check(&manifest)?;
    ensure!(is_valid, "{said}");
    // A check that lets everything pass would be none.
    let broken = folder.path().join("broken.xml");
    fs::write(&broken, fs::read_to_string(&manifest)?.replace("identifierref", "identifieref"))?;
    ensure!(!check(&broken)?.0, "xmllint takes any manifest");
    Ok(())
}

#[test]
fn manifests_are_as_their_schemas_want_them() -> Outcome {
    // The second has a pass mark.
    for file in ["wuzhen-2015/concepts.toml", "tour/test.toml"] {
        validates(Standard::Scorm12, file)?;
        validates(Standard::Scorm2004, file)?;
    }
    Ok(())
}

async fn check(standard: Standard, how: Leave) -> Outcome {
    Stage::new()
        .without_workers()
        .play(async |person: &Person, host: &Host| plays(person, host, standard, how).await)
        .await
}

#[tokio::test]
async fn by_scorm_12_nothing_is_lost_when_a_student_goes_elsewhere() -> Outcome {
    check(Standard::Scorm12, Leave::Navigate).await
}

#[tokio::test]
async fn by_scorm_12_nothing_is_lost_when_the_lms_closes_the_quiz() -> Outcome {
    check(Standard::Scorm12, Leave::Close).await
}

#[tokio::test]
async fn by_scorm_12_nothing_is_lost_when_the_browser_is_killed() -> Outcome {
    check(Standard::Scorm12, Leave::Kill).await
}

#[tokio::test]
async fn by_scorm_2004_nothing_is_lost_when_a_student_goes_elsewhere() -> Outcome {
    check(Standard::Scorm2004, Leave::Navigate).await
}

#[tokio::test]
async fn by_scorm_2004_nothing_is_lost_when_the_lms_closes_the_quiz() -> Outcome {
    check(Standard::Scorm2004, Leave::Close).await
}

#[tokio::test]
async fn by_scorm_2004_nothing_is_lost_when_the_browser_is_killed() -> Outcome {
    check(Standard::Scorm2004, Leave::Kill).await
}

/// Hands a test with a pass mark in, and reads back what the LMS was told of it.
async fn hands_in(standard: Standard, choose: Choose, passed: &str, status: &str) -> Outcome {
    let folder = served(standard, "tour/test.toml")?;
    let story = async |person: &Person, host: &Host| {
        let (_, set) = &bank::with_set("test")?;
        host.deploys(PathBuf::from(folder.path()));
        launches(person, standard).await?;
        person.clicks(Role::Button, "Start").await?;
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
        person.is_on_page("Your results").await?;
        leaves(person, Leave::Navigate, all).await?;
        person.opens("index.html").await?;
        let log: Vec<Vec<String>> = serde_json::from_value(stored(person, "log").await?)?;
        let is_it = |call: &&Vec<String>| call.get(1).is_some_and(|name| name == status);
        let told: Vec<&str> = log.iter().filter(is_it).filter_map(|call| call.get(2)).map(String::as_str).collect();
        ensure!(told.last() == Some(&passed), "`{status}` was {told:?}");
        let failed: Vec<_> = log.iter().filter(|call| call.last().is_none_or(|code| code != "0")).collect();
        ensure!(failed.is_empty(), "the run-time refused {failed:#?}");
        Ok(())
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn whoever_earns_enough_has_passed() -> Outcome {
    hands_in(Standard::Scorm12, rightly, "passed", "cmi.core.lesson_status").await?;
    hands_in(Standard::Scorm2004, rightly, "passed", "cmi.success_status").await
}

#[tokio::test]
async fn whoever_earns_too_little_has_failed() -> Outcome {
    hands_in(Standard::Scorm12, wrongly, "failed", "cmi.core.lesson_status").await?;
    hands_in(Standard::Scorm2004, wrongly, "failed", "cmi.success_status").await
}

/// A window with nothing in it but the package in a frame.
const FRAMED: &str = "
    const { document } = open('about:blank');
    const frame = document.createElement('iframe');
    frame.src = new URL('package/index.html', location.href).href;
    document.body.append(frame);";

#[tokio::test]
async fn an_lms_that_opens_a_window_with_a_frame_is_found_too() -> Outcome {
    let folder = served(Standard::Scorm2004, FILE)?;
    let story = async |person: &Person, host: &Host| {
        let (_, set) = &bank::with_set("kinds")?;
        host.deploys(PathBuf::from(folder.path()));
        person.opens("lms.html#2004-window").await?;
        person.opens_window(FRAMED).await?;
        until_true("the frame", async || Ok(person.window().enter_frame(0).await.is_ok())).await?;
        person.is_on_page(set.title()).await?;
        person.reads_no("No LMS has answered").await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn an_lms_that_opens_a_window_is_found_too() -> Outcome {
    for standard in [Standard::Scorm12, Standard::Scorm2004] {
        let folder = served(standard, FILE)?;
        let story = async |person: &Person, host: &Host| {
            let (_, set) = &bank::with_set("kinds")?;
            host.deploys(PathBuf::from(folder.path()));
            person.opens(&format!("lms.html#{}-window", standard.name())).await?;
            let lms = person.opens_window("open('package/index.html')").await?;
            person.is_on_page(set.title()).await?;
            person.reads_no("No LMS has answered").await?;
            person.clicks(Role::Link, "Start").await?;
            answers(person, set, 0..2).await?;
            person.window().close_window().await?;
            person.window().switch_to_window(lms).await?;
            leaves(person, Leave::Navigate, 2).await
        };
        Stage::new().without_workers().play(story).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_an_lms_it_plays_and_says_so() -> Outcome {
    let folder = served(Standard::Scorm2004, FILE)?;
    let story = async |person: &Person, host: &Host| {
        let (_, set) = &bank::with_set("kinds")?;
        host.deploys(PathBuf::from(folder.path()));
        person.opens("package/index.html").await?;
        person.is_on_page(set.title()).await?;
        person.reads("No LMS has answered: your results are not reported.").await?;
        person.clicks(Role::Link, "Start").await?;
        answers(person, set, 0..2).await?;
        person.window().refresh().await?;
        person.opens("package/index.html").await?;
        person.reads(&format!("2 of {} answered", set.questions().len())).await
    };
    Stage::new().without_workers().play(story).await
}
