//! Owns the promise that no message changes anything or breaks anything that is not the protocol's, or comes from a window
//! that has no business to send it.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use verbatim_tests::course::{COURSE, HOSTILE};
use verbatim_tests::quiz::rightly;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Outcome, Person, bank};

use super::{on_course, quizzes};

/// How many messages are sent in each direction.
const MANY: u32 = 10_000;

/// The same page with a stranger in a frame.
fn with_stranger() -> String {
    COURSE.replace("</body>", "<iframe id=\"stranger\" title=\"A stranger\" src=\"stranger.html\"></iframe></body>")
}

/// All of a page that messages might change: what it has heard, its attributes, how high the frames are.
async fn state(person: &Person) -> Result<Value> {
    person.steps_out().await?;
    let script = "const frame = (quiz) => quiz.shadowRoot?.querySelector('iframe') ?? quiz;
        // Drivers mark frames that they have looked into.
        const plain = (one) => one.outerHTML.replace(/ cd_frame_id_=\"\\w+\"/g, '');
        const of = (quiz) => [plain(quiz), plain(frame(quiz)), frame(quiz).offsetHeight];
        const quizzes = [...document.querySelectorAll('verbatim-quiz, iframe')];
        return [heard, broken, document.body.childElementCount, history.length, quizzes.map(of)]";
    Ok(person.window().execute(script, Vec::new()).await?.json().clone())
}

/// All of a quiz that messages might change.
async fn shown(person: &Person, id: &str) -> Result<Value> {
    person.steps_into(id).await?;
    let script = "const root = document.documentElement;
        return [location.href, root.className, root.style.cssText, document.body.outerHTML, document.activeElement.id, innerHeight]";
    Ok(person.window().execute(script, Vec::new()).await?.json().clone())
}

/// Waits until a window has dealt with what was sent to it so far: what it sends itself comes behind that.
async fn has_dealt_with_it(person: &Person) -> Result<()> {
    let ask = "addEventListener('message', ({ data }) => { if (data === 'the last') self.last = true }); postMessage('the last', '*')";
    person.window().execute(ask, Vec::new()).await?;
    until_true("the last message", async || {
        Ok(*person.window().execute("return self.last === true", Vec::new()).await?.json() == json!(true))
    })
    .await?;
    person.window().execute("delete self.last", Vec::new()).await?;
    Ok(())
}

/// Whoever stands in the page and the frame, with an answer given, so that there is something to lose.
async fn prepared(person: &Person) -> Result<()> {
    let (_, set) = bank::with_set("concepts")?;
    person.begins("first").await?;
    let question = person.is_asked_number(1, &set).await?;
    person.answers(question, &rightly(question, 0)).await?;
    person.hears("first", "answered", 1).await?;
    for id in quizzes(person) {
        person.goes_to_quiz(id).await?;
        person.hears(id, "ready", 1).await?;
        person.sees_fit(id).await?;
    }
    Ok(())
}

#[tokio::test]
async fn strangers_change_nothing_whatever_they_send() -> Outcome {
    on_course(&with_stranger(), async |person, _, _| {
        prepared(person).await?;
        let before = (shown(person, "first").await?, shown(person, "plain").await?, state(person).await?);
        person.steps_into("stranger").await?;
        // To the page, and to every frame in it: those of elements, too.
        let send = "const frames = Array.from({ length: parent.length }, (_, place) => parent[place]);
            sends([parent, ...frames].filter((window) => window !== self), arguments[0], 7, true)";
        person.window().execute(send, vec![json!(MANY)]).await?;
        person.steps_out().await?;
        has_dealt_with_it(person).await?;
        for id in ["first", "plain"] {
            person.steps_into(id).await?;
            has_dealt_with_it(person).await?;
        }
        let after = (shown(person, "first").await?, shown(person, "plain").await?, state(person).await?);
        ensure!(after == before, "changed from\n{before:#?}\nto\n{after:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hostile_page_changes_nothing_in_its_frames() -> Outcome {
    let page = COURSE.replace("</head>", "<script src=\"hostile.js\"></script></head>");
    on_course(&page, async |person, _, _| {
        prepared(person).await?;
        let before = (shown(person, "first").await?, shown(person, "plain").await?);
        person.steps_out().await?;
        let send = "sends(Array.from({ length: self.length }, (_, place) => self[place]), arguments[0], 11, false)";
        person.window().execute(send, vec![json!(MANY)]).await?;
        for id in ["first", "plain"] {
            person.steps_into(id).await?;
            has_dealt_with_it(person).await?;
        }
        let after = (shown(person, "first").await?, shown(person, "plain").await?);
        ensure!(after == before, "changed from\n{before:#?}\nto\n{after:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hostile_frame_changes_nothing_in_its_page() -> Outcome {
    on_course(COURSE, async |person, _, _| {
        prepared(person).await?;
        let before = state(person).await?;
        for id in ["first", "plain"] {
            person.steps_into(id).await?;
            let send = format!("{HOSTILE}; sends([parent], arguments[0], 13, false)");
            person.window().execute(send.as_str(), vec![json!(MANY)]).await?;
        }
        person.steps_out().await?;
        has_dealt_with_it(person).await?;
        let after = state(person).await?;
        ensure!(after == before, "changed from\n{before:#?}\nto\n{after:#?}");
        Ok(())
    })
    .await
}
