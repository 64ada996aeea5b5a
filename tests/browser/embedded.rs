//! Owns the promise that quizzes stand in pages of other sites: with the height that they need, and telling what happens.
//!
//! What hostile pages could do is in `hostile`.

mod dialog;
mod hostile;
mod life;
mod parameters;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::{Bank, Set};
use verbatim_tests::browser::Ability;
use verbatim_tests::browser::devtools::{self, Size};
use verbatim_tests::course::{COURSE, field};
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Course, Host, Outcome, Person, Stage, bank};

const QUIZZES: [&str; 5] = ["first", "second", "third", "plain", SANDBOXED];
const SANDBOXED: &str = "sandboxed";

/// Plays a story on a page of another site. The sandboxed frame may load no modules: that the browser says so is no surprise.
async fn on_course(page: &str, story: impl AsyncFnOnce(&Person, &Host, &Course) -> Result<()>) -> Outcome {
    let story = async |person: &Person, host: &Host| {
        let course = Course::open(host, page)?;
        person.window().goto(course.address()).await?;
        shows_all(person).await?;
        story(person, host, &course).await
    };
    Stage::new().troubled().play(story).await
}

/// Makes the window so high that nothing in a frame has to be brought into it, where a driver cannot do that.
async fn shows_all(person: &Person) -> Result<()> {
    if !can(person, Ability::ScrolledAround) {
        person.window().set_window_rect(0, 0, 1000, 2500).await?;
    }
    Ok(())
}

fn can(person: &Person, ability: Ability) -> bool {
    person.window().browser().cannot(ability).is_none()
}

/// The quizzes that run in this browser.
fn quizzes(person: &Person) -> impl Iterator<Item = &'static str> {
    QUIZZES.into_iter().filter(|id| *id != SANDBOXED || can(person, Ability::SandboxedScripts))
}

async fn all_fit(person: &Person) -> Result<()> {
    for id in quizzes(person) {
        person.sees_fit(id).await?;
    }
    Ok(())
}

/// Answers the first questions of a set, each with what explains it, and looks at the height at each step.
async fn answers(person: &Person, id: &str, set: &Set, count: usize) -> Result<()> {
    person.begins(id).await?;
    for before in 0..count {
        person.steps_into(id).await?;
        let question = person.is_asked_number(before + 1, set).await?;
        let answer = if before.is_multiple_of(2) { wrongly(question, before) } else { rightly(question, before) };
        person.answers(question, &answer).await?;
        person.goes_on_within(id, before + 1, set).await?;
        person.sees_fit(id).await?;
    }
    Ok(())
}

#[tokio::test]
async fn heights_stay_right_whatever_happens() -> Outcome {
    let (_, concepts) = bank::with_set("concepts")?;
    let (_, kinds) = bank::with_set("kinds")?;
    let (_, events) = bank::with_set("events")?;
    on_course(COURSE, async |person, _, _| {
        all_fit(person).await?;
        answers(person, "first", &concepts, 3).await?;
        answers(person, "second", &kinds, 4).await?;
        if can(person, Ability::SandboxedScripts) {
            answers(person, SANDBOXED, &events, 2).await?;
        }
        // Larger letters, as when a font comes late or a reader zooms into the text.
        for size in ["150%", "80%", ""] {
            for id in ["first", "plain"] {
                person.steps_into(id).await?;
                let script = "document.documentElement.style.fontSize = arguments[0]";
                person.window().execute(script, vec![json!(size)]).await?;
                person.sees_fit(id).await?;
            }
        }
        // Another window: turned, narrow, wide.
        for (width, height) in [(500, 900), (900, 500), (1300, 800)] {
            devtools::sized(person.window(), Size { width, height, scale: 1 }).await?;
            all_fit(person).await?;
        }
        // The whole page is zoomed.
        let zooms = if can(person, Ability::ZoomedFrames) { ["1.5", "0.75", "1"].as_slice() } else { &[] };
        for zoom in zooms {
            person.steps_out().await?;
            person.window().execute("document.body.style.zoom = arguments[0]", vec![json!(zoom)]).await?;
            all_fit(person).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_event_is_told_once_and_in_order() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    on_course(COURSE, async |person, _, _| {
        let all = set.questions().len();
        let before = ready(person, "first", &bank, &set, "practice").await?;
        ensure!(before == 0, "{before} answered before the first answer");
        person.begins("first").await?;
        let mut expected = vec![("ready".to_owned(), String::new())];
        for before in 0..all {
            person.steps_into("first").await?;
            let question = person.is_asked_number(before + 1, &set).await?;
            let right = before.is_multiple_of(2);
            person
                .answers(question, &if right { rightly(question, before) } else { wrongly(question, before) })
                .await?;
            person.goes_on_within("first", before + 1, &set).await?;
            let told = person.hears("first", "answered", before + 1).await?;
            ensure!(*field(&told, "question") == question.id && *field(&told, "answered") == before + 1, "{told}");
            ensure!(
                (*field(&told, "mark") == 1.0) == right
                    && *field(&told, "questions") == all
                    && *field(&told, "tries") == 1,
                "{told}"
            );
            expected.push(("answered".to_owned(), question.id.clone()));
        }
        let told = person.hears("first", "completed", 1).await?;
        ensure!(
            *field(&told, "right") == all.div_ceil(2)
                && *field(&told, "answered") == all
                && *field(&told, "questions") == all,
            "{told}"
        );
        expected.push(("completed".to_owned(), String::new()));
        let heard = person.has_heard().await?.into_iter().filter(|(id, ..)| id == "first");
        let question = |detail: &Value| field(detail, "question").as_str().unwrap_or_default().to_owned();
        let order: Vec<(String, String)> = heard.map(|(_, kind, detail)| (kind, question(&detail))).collect();
        ensure!(order == expected, "{order:?}");
        Ok(())
    })
    .await
}

/// Waits until a set has told that it is open, and gives how many of its questions were answered then.
async fn ready(person: &Person, id: &str, bank: &Bank, set: &Set, mode: &str) -> Result<u64> {
    person.goes_to_quiz(id).await?;
    let told = person.hears(id, "ready", 1).await?;
    ensure!(
        *field(&told, "set") == format!("{}/{}", bank.id(), set.id()) && *field(&told, "title") == set.title(),
        "{told}"
    );
    ensure!(*field(&told, "questions") == set.questions().len() && *field(&told, "mode") == mode, "{told}");
    field(&told, "answered").as_u64().context("no count")
}
