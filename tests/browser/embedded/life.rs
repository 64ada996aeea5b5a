//! Owns the promise that the element lives as others do: late, moved, removed, changed, and not before it is seen.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_tests::bank::words;
use verbatim_tests::browser::Ability;
use verbatim_tests::course::field;
use verbatim_tests::quiz::rightly;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Course, Host, Outcome, Person, Role, Stage, bank};

use super::{can, on_course, shows_all};

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
        person.finds(Role::Link, "Nothing").await?;
        let height = "return document.getElementById('two').offsetHeight";
        let is_low =
            async || Ok(run(person, height).await?.as_f64().is_some_and(|height| (1.0..60.0).contains(&height)));
        until_true("no more room than the link needs", is_low).await?;
        person.finds(Role::Link, "Nothing").await.map(|_| ())
    })
    .await
}

/// What the elements say, how high each is, what has stood in the console, and how many frames there are.
const SAID: &str = "const quizzes = [...document.querySelectorAll('verbatim-quiz')];
    return [quizzes.map((quiz) => quiz.shadowRoot.querySelector('p')?.innerText ?? ''),
        quizzes.map((quiz) => quiz.offsetHeight), complaints, self.length]";

#[tokio::test]
async fn an_attribute_that_is_missing_or_wrong_is_named_and_nothing_framed() -> Outcome {
    let wrong = "<verbatim-quiz id=one></verbatim-quiz>\
        <verbatim-quiz id=two src=SITE/ set='concepts <b>'><a href=SITE/wuzhen-2015/concepts.html>Concepts</a></verbatim-quiz>\
        <verbatim-quiz id=three src=javascript:alert(1)></verbatim-quiz>";
    on_course(&page(wrong), async |person, host, _| {
        let expected = [
            "The attribute src is missing. Write the address of the site with the quiz: src=\"https://quiz.example/\".",
            "The attribute set cannot be \"concepts <b>\". Write the bank and the set: set=\"wuzhen-2015/concepts\".",
            "The attribute src cannot be \"javascript:alert(1)\". Write the address of the site with the quiz: \
             src=\"https://quiz.example/\".",
        ];
        let expected = expected.map(|what| format!("This quiz cannot be shown. {what}"));
        let said = async || Ok(run(person, SAID).await?.get(0) == Some(&json!(expected)));
        until_true("what is wrong", said).await.context(run(person, SAID).await?.to_string())?;
        person.finds(Role::Link, "Concepts").await?;
        person.finds_no(Role::Link, "Open the quiz").await?;
        let said = run(person, SAID).await?;
        ensure!(said.get(2) == Some(&json!(expected)), "once each in the console: {said}");
        ensure!(said.get(3) == Some(&json!(0)), "something is framed: {said}");
        let low = |height: &Value| height.as_f64().is_some_and(|height| (20.0..150.0).contains(&height));
        ensure!(said.get(1).and_then(Value::as_array).is_some_and(|all| all.iter().all(low)), "{said}");
        // Mended, each is shown.
        let mend =
            format!("document.getElementById('one').setAttribute('src', '{}wuzhen-2015/concepts.html')", host.site());
        run(person, &mend).await?;
        person.sees_fit("one").await?;
        run(person, "document.getElementById('two').setAttribute('set', 'wuzhen-2015/concepts')").await?;
        person.sees_fit("two").await?;
        let said = run(person, SAID).await?;
        ensure!(said.pointer("/0/0") == Some(&json!("")) && said.pointer("/0/1") == Some(&json!("")), "{said}");
        ensure!(said.get(2) == Some(&json!(expected)), "once each in the console: {said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_site_in_a_folder_needs_no_last_slash() -> Outcome {
    let quiz = "<verbatim-quiz id=one src=SITE set=wuzhen-2015/concepts mode=practice></verbatim-quiz>\
        <verbatim-quiz id=two src=SITE/index.html set=wuzhen-2015/events></verbatim-quiz>";
    let story = async |person: &Person, host: &Host| {
        let course = Course::open(host, &page(quiz))?;
        person.window().goto(course.address()).await?;
        shows_all(person).await?;
        person.sees_fit("one").await?;
        person.sees_fit("two").await?;
        let address = run(person, "return document.getElementById('one').address").await?;
        ensure!(address == json!(format!("{}wuzhen-2015/concepts.html?mode=practice", host.site())), "{address}");
        Ok(())
    };
    Stage::new().in_folder("/some/where/").troubled().play(story).await
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
