//! Owns the promise that the element lives as others do: late, moved, removed, changed, and not before it is seen.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_tests::bank::words;
use verbatim_tests::browser::Ability;
use verbatim_tests::course::field;
use verbatim_tests::quiz::rightly;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Outcome, Person, Role, bank};

use super::{can, on_course};

/// A page with the script alone, and what is said in it.
fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A course</title><script src=course.js></script>\
         <script src=SITE/embed.js></script><h1>A course</h1>{body}"
    )
}

/// One quiz.
const ONE: &str = "<verbatim-quiz id=one src=SITE/wuzhen-2015/concepts.html><a href=SITE/wuzhen-2015/concepts.html>Concepts</a></verbatim-quiz>";

async fn run(person: &Person, script: &str) -> Result<Value> {
    person.steps_out().await?;
    Ok(person.window().execute(script, Vec::new()).await?.json().clone())
}

#[tokio::test]
async fn nothing_but_the_script_is_asked_for_until_a_quiz_is_seen() -> Outcome {
    // A canvas has its height without styles, which the page's policy forbids.
    let body = format!("<canvas id=far height=4000></canvas>{ONE}");
    on_course(&page(&body), async |person, host, _| {
        let is_defined =
            "return customElements.get('verbatim-quiz') !== undefined && document.readyState === 'complete'";
        until_true("the script", async || Ok(run(person, is_defined).await? == true)).await?;
        // Two frames later everything that is seen has been noticed.
        let script = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        person.window().execute_async(script, Vec::new()).await?;
        ensure!(host.asked() == ["/embed.js"], "asked for {:?}", host.asked());
        person.goes_to_quiz("one").await?;
        person.sees_fit("one").await
    })
    .await
}

#[tokio::test]
async fn the_link_stands_there_until_the_quiz_does() -> Outcome {
    let missing = "<verbatim-quiz id=two src=SITE/nothing.html><a href=SITE/nothing.html>Nothing</a></verbatim-quiz>";
    on_course(&page(&format!("{ONE}{missing}")), async |person, _, _| {
        person.sees_fit("one").await?;
        person.finds_no(Role::Link, "Concepts").await?;
        person.goes_to_quiz("two").await?;
        person.finds(Role::Link, "Nothing").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_quiz_can_come_late_move_and_go() -> Outcome {
    let (_, set) = bank::with_set("concepts")?;
    on_course(&page("<div id=here></div><div id=there></div>"), async |person, host, _| {
        let site = host.site();
        let add = format!(
            "const quiz = document.createElement('verbatim-quiz'); quiz.id = 'one'; quiz.setAttribute('src', '{site}');
             quiz.setAttribute('set', 'wuzhen-2015/concepts'); document.getElementById('here').append(quiz)"
        );
        run(person, &add).await?;
        person.sees_fit("one").await?;
        person.begins("one").await?;
        let question = person.is_asked_number(1, &set).await?;
        person.answers(question, &rightly(question, 0)).await?;
        person.hears("one", "answered", 1).await?;
        run(person, "document.getElementById('there').append(document.getElementById('one'))").await?;
        person.sees_fit("one").await?;
        let told = person.hears("one", "ready", 2).await?;
        ensure!(*field(&told, "answered") == 1, "{told}");
        run(person, "document.getElementById('one').remove()").await?;
        ensure!(run(person, "return self.length").await? == 0, "a frame is left");
        // The same element, once more.
        run(person, &add).await?;
        person.hears("one", "ready", 3).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn other_attributes_show_another_quiz() -> Outcome {
    let (_, events) = bank::with_set("events")?;
    on_course(&page(ONE), async |person, host, _| {
        person.hears("one", "ready", 1).await?;
        let change = format!(
            "const quiz = document.getElementById('one'); quiz.setAttribute('src', '{}'); quiz.setAttribute('set', 'wuzhen-2015/events')",
            host.site()
        );
        run(person, &change).await?;
        let told = person.hears("one", "ready", 2).await?;
        ensure!(*field(&told, "title") == events.title(), "{told}");
        person.sees_fit("one").await
    })
    .await
}

#[tokio::test]
async fn a_page_can_begin_a_quiz_anew_and_go_to_it() -> Outcome {
    let (_, set) = bank::with_set("concepts")?;
    on_course(&page(ONE), async |person, _, _| {
        person.begins("one").await?;
        let question = person.is_asked_number(1, &set).await?;
        person.answers(question, &rightly(question, 0)).await?;
        person.goes_on_within("one", 1, &set).await?;
        run(person, "document.getElementById('one').reset()").await?;
        person.steps_into("one").await?;
        person.is_asked_number(1, &set).await?;
        person.reads("A new attempt has begun.").await?;
        person.clicks(Role::Button, "Undo").await?;
        person.finds_no(Role::Button, "Undo").await?;
        run(person, "document.getElementById('one').focus()").await?;
        let focus = "return document.activeElement.id";
        until_true("the focus on the quiz", async || Ok(run(person, focus).await? == "one")).await?;
        person.steps_into("one").await?;
        let heading = async || Ok(*person.window().execute(focus, Vec::new()).await?.json() == json!("heading"));
        until_true("the focus on its heading", heading).await
    })
    .await
}

#[tokio::test]
async fn a_frame_scrolls_as_long_as_its_page_does_not_answer() -> Outcome {
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>A course</title><script src=course.js></script>\
        <iframe id=one title=Concepts width=640 height=200 src=SITE/wuzhen-2015/concepts.html></iframe>";
    on_course(page, async |person, host, _| {
        person.steps_into("one").await?;
        person.has_the_player().await?;
        let scrolls = "const root = document.documentElement;
            scrollTo(0, 50); return scrollY === 50 && getComputedStyle(root).overflow === 'visible' && innerHeight === 200";
        let has = async |expected: bool| {
            until_true("how it scrolls", async || {
                Ok(*person.window().execute(scrolls, Vec::new()).await?.json() == json!(expected))
            })
            .await
        };
        has(true).await?;
        // The script comes late: from then on the frame has its height.
        let add = format!(
            "const script = document.createElement('script'); script.src = trustedTypes ? \
             trustedTypes.createPolicy('test', {{ createScriptURL: (url) => url }}).createScriptURL('{0}embed.js') : '{0}embed.js'; \
             document.head.append(script)",
            host.site()
        );
        run(person, &add.replace("trustedTypes ?", "self.trustedTypes ?")).await?;
        person.sees_fit("one").await?;
        person.steps_into("one").await?;
        has(false).await.context("it still scrolls")
    })
    .await
}

#[tokio::test]
async fn a_sandboxed_quiz_says_that_it_keeps_nothing() -> Outcome {
    let (_, set) = bank::with_set("events")?;
    let body = "<iframe id=one title=Events width=640 sandbox=allow-scripts src=SITE/wuzhen-2015/events.html></iframe>";
    on_course(&page(body), async |person, _, _| {
        if !can(person, Ability::SandboxedScripts) {
            person.steps_into("one").await?;
            person.finds(Role::Link, "Open it in a window of its own").await?;
            person.reads(&words(&bank::question(&set, 0)?.prompt)).await?;
            return person.reads_no("on its way").await;
        }
        person.sees_fit("one").await?;
        person.steps_into("one").await?;
        person.reads("Your browser does not let this page save anything.").await?;
        let question = person.is_asked_number(1, &set).await?;
        person.answers(question, &rightly(question, 0)).await?;
        let told = person.hears("one", "answered", 1).await?;
        ensure!(*field(&told, "question") == question.id, "{told}");
        person.sees_fit("one").await
    })
    .await
}
