//! Owns launches of other kinds: that nobody made, that an LMS refuses, in which nothing counts, and that are judged.
//!
//! Never expects more of an LMS than cmi5 does.

use anyhow::{Result, ensure};
use serde_json::Value;
use verbatim_tests::browser::Ability;
use verbatim_tests::lrs::{Launching, Lrs, of, verb};
use verbatim_tests::quiz::{Choose, rightly, wrongly};
use verbatim_tests::wait::until;
use verbatim_tests::{Outcome, Person, Role, bank};

use super::{FILE, answers, hands_in, launches, leaves, plays, takes_another_device, verbs};

/// A set with a pass mark.
const TEST: &str = "tour/test.toml";

#[tokio::test]
async fn without_a_launch_it_plays_and_says_so() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        person.opens("package/index.html").await?;
        person.is_on_page(set.title()).await?;
        person.reads("No LMS has answered: your results are not reported.").await?;
        person.clicks(Role::Link, "Start").await?;
        answers(person, set, 0..2).await?;
        person.opens("index.html").await?;
        person.opens("package/index.html").await?;
        person.reads(&format!("2 of {} answered", set.questions().len())).await?;
        ensure!(lrs.asked().is_empty(), "it asks {:?}", lrs.asked());
        Ok(())
    })
    .await
}

/// Plays on after a launch that failed, and is told why.
async fn plays_on(person: &Person, words: &str) -> Result<()> {
    let (_, set) = &bank::with_set("kinds")?;
    person.reads(words).await?;
    person.clicks(Role::Link, "Start").await?;
    answers(person, set, 0..1).await.map(|_| ())
}

#[tokio::test]
async fn a_launch_is_good_for_one_device() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let address = launches(person, lrs, Launching::default()).await?;
        takes_another_device(person).await?;
        lrs.has(1, "terminated").await?;
        person.opens(&address).await?;
        plays_on(person, "The LMS did not let this visit begin (The token was given out before.)").await
    })
    .await
}

#[tokio::test]
async fn an_lms_in_trouble_does_not_keep_the_quiz_from_its_student() -> Outcome {
    for (status, words) in
        [(Some(503), "did not let this visit begin (503)"), (None, "The LMS cannot be reached: your results are not")]
    {
        plays(FILE, async |person, _, lrs| {
            lrs.answers_with(status);
            if status.is_none() {
                lrs.stops();
            }
            launches(person, lrs, Launching::default()).await?;
            plays_on(person, words).await?;
            ensure!(lrs.statements().is_empty(), "something is told all the same");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_a_session_may_not_tell_any_more_waits_for_the_next() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "Start").await?;
        answers(person, set, 0..1).await?;
        lrs.has(1, "answered").await?;
        lrs.answers_with(Some(401));
        answers(person, set, 1..3).await?;
        person.reads("The LMS takes nothing more from this visit (401).").await?;
        leaves(person).await?;
        lrs.answers_with(None);
        launches(person, lrs, Launching::default()).await?;
        person.reads(&format!("3 of {} answered", set.questions().len())).await?;
        lrs.has(3, "answered").await?;
        leaves(person).await?;
        lrs.has(2, "terminated").await
    })
    .await
}

#[tokio::test]
async fn a_page_that_a_key_loads_anew_goes_on_in_its_session() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        goes_on_when_loaded_anew(person, lrs, async || {
            let key = "dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' }))";
            person.window().execute(key, Vec::new()).await?;
            person.window().refresh().await
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_page_that_a_script_loads_anew_goes_on_in_its_session() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        person.window().can(Ability::ToldReloads)?;
        goes_on_when_loaded_anew(person, lrs, async || {
            person.window().execute("location.reload()", Vec::new()).await.map(|_| ()).map_err(Into::into)
        })
        .await
    })
    .await
}

/// Answers before and after the page is loaded anew: it is all one session.
async fn goes_on_when_loaded_anew(
    person: &Person,
    lrs: &Lrs,
    loads_anew: impl AsyncFnOnce() -> Result<()>,
) -> Result<()> {
    let (_, set) = &bank::with_set("kinds")?;
    launches(person, lrs, Launching::default()).await?;
    person.clicks(Role::Link, "Start").await?;
    answers(person, set, 0..2).await?;
    lrs.has(2, "answered").await?;
    loads_anew().await?;
    person.has_the_player().await?;
    person.is_asked_number(3, set).await?;
    answers(person, set, 2..3).await?;
    lrs.has(3, "answered").await?;
    leaves(person).await?;
    lrs.has(1, "terminated").await?;
    let all = ["initialized", "answered", "answered", "answered", "terminated"];
    ensure!(verbs(lrs, 1) == all, "{:?}", verbs(lrs, 1));
    Ok(())
}

#[tokio::test]
async fn what_comes_after_a_session_is_told_in_the_next() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "Start").await?;
        answers(person, set, 0..1).await?;
        // A button of the browser looks like an end to the page.
        person.window().refresh().await?;
        person.has_the_player().await?;
        lrs.has(1, "terminated").await?;
        person.reads("This visit has ended for the LMS.").await?;
        answers(person, set, 1..3).await?;
        leaves(person).await?;
        ensure!(verbs(lrs, 1) == ["initialized", "answered", "terminated"], "{:?}", verbs(lrs, 1));
        launches(person, lrs, Launching::default()).await?;
        person.reads(&format!("3 of {} answered", set.questions().len())).await?;
        lrs.has(3, "answered").await?;
        leaves(person).await?;
        lrs.has(2, "terminated").await?;
        ensure!(verbs(lrs, 2) == ["initialized", "answered", "answered", "terminated"], "{:?}", verbs(lrs, 2));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn looking_around_and_looking_back_count_for_nothing() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        for (number, mode) in [(1, "Browse"), (2, "Review")] {
            launches(person, lrs, Launching { mode, ..Launching::default() }).await?;
            person.reads("You are looking around: nothing is reported.").await?;
            person.clicks(Role::Link, "Start").await?;
            answers(person, set, 0..2).await?;
            leaves(person).await?;
            lrs.has(number, "terminated").await?;
            ensure!(verbs(lrs, number) == ["initialized", "terminated"], "{mode}: {:?}", verbs(lrs, number));
            ensure!(lrs.kept().is_none(), "{mode}: something is kept");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_window_that_is_closed_ends_its_session() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        person.opens("index.html").await?;
        let launched = format!("package/index.html?{}", lrs.launches(Launching::default()));
        let course = person.opens_window(&format!("open({})", Value::from(launched))).await?;
        person.is_on_page(set.title()).await?;
        person.clicks(Role::Link, "Start").await?;
        answers(person, set, 0..2).await?;
        person.window().close_window().await?;
        person.window().switch_to_window(course).await?;
        lrs.has(1, "terminated").await?;
        ensure!(verbs(lrs, 1) == ["initialized", "answered", "answered", "terminated"], "{:?}", verbs(lrs, 1));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_way_back_ends_the_session_and_leads_to_the_course() -> Outcome {
    plays(FILE, async |person, host, lrs| {
        let back = Some(format!("{}index.html?back", host.site()));
        launches(person, lrs, Launching { back, ..Launching::default() }).await?;
        person.clicks(Role::Link, "Back to the course").await?;
        person.is_at("index.html?back").await?;
        lrs.has(1, "terminated").await?;
        ensure!(verbs(lrs, 1) == ["initialized", "terminated"], "{:?}", verbs(lrs, 1));
        Ok(())
    })
    .await
}

/// Hands a test in, and leaves.
async fn judged(person: &Person, lrs: &Lrs, mastery: Option<f64>, choose: Choose) -> Result<()> {
    let (_, set) = &bank::with_set("test")?;
    launches(person, lrs, Launching { mastery, ..Launching::default() }).await?;
    person.clicks(Role::Button, "Start").await?;
    hands_in(person, set, choose).await?;
    leaves(person).await?;
    lrs.has(1, "terminated").await?;
    lrs.has(set.questions().len(), "answered").await?;
    lrs.has(1, "completed").await
}

#[tokio::test]
async fn whoever_earns_enough_has_passed() -> Outcome {
    for mastery in [None, Some(1.0)] {
        plays(TEST, async |person, _, lrs| {
            judged(person, lrs, mastery, rightly).await?;
            lrs.has(1, "passed").await?;
            let told = lrs.statements();
            let passed = told.iter().find(|told| verb(told) == "passed");
            let share = passed.map(|told| of(told, &["result", "score", "scaled"]).clone());
            ensure!(share == Some(serde_json::json!(1)), "the share is {share:?}");
            ensure!(lrs.count("failed") + lrs.count("scored") == 0, "it is told twice");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn whoever_earns_too_little_has_failed_and_can_pass_in_the_next_session() -> Outcome {
    plays(TEST, async |person, _, lrs| {
        let (_, set) = &bank::with_set("test")?;
        judged(person, lrs, Some(0.75), wrongly).await?;
        lrs.has(1, "failed").await?;
        ensure!(lrs.count("passed") == 0, "it is passed, too");
        launches(person, lrs, Launching { mastery: Some(0.75), ..Launching::default() }).await?;
        person.clicks(Role::Link, "See results").await?;
        // What the LMS takes for passed is what the page says, whatever the set does.
        person.reads("Not passed: 75% needed").await?;
        person.clicks(Role::Button, "Start again").await?;
        // The notice goes with the first thing that is done, and moves what is below it.
        person.clicks(Role::Button, "Flag").await?;
        person.finds(Role::Button, "Flag").await?;
        hands_in(person, set, rightly).await?;
        lrs.has(1, "passed").await?;
        leaves(person).await?;
        lrs.has(2, "terminated").await?;
        until("the end", async || Ok((verbs(lrs, 2).last().map(String::as_str) == Some("terminated")).then_some(())))
            .await?;
        ensure!(lrs.count("failed") == 1 && lrs.count("completed") == 1, "it is told twice");
        Ok(())
    })
    .await
}
