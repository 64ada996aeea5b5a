//! Owns the promise that nothing is lost and nothing is counted twice, whatever becomes of the network, the tab and the session.
//!
//! Never waits for a repetition where the browser can be told that the network is back.

use anyhow::{Context, Result, ensure};
use verbatim_tests::browser::devtools;
use verbatim_tests::lrs::{Launching, Lrs, of, verb};
use verbatim_tests::storage::LOCAL_REFUSALS;
use verbatim_tests::wait::until;
use verbatim_tests::{Outcome, Person, Role, bank};

use super::{FILE, Given, answers, launches, leaves, plays, takes_another_device, verbs};

const AWAY: &str = "There is no connection to the LMS. What you do is kept here until there is one.";

/// The network is back, and the browser notices.
async fn is_back(person: &Person, lrs: &Lrs) -> Result<()> {
    lrs.starts()?;
    person.window().execute("dispatchEvent(new Event('online'))", Vec::new()).await?;
    Ok(())
}

/// Checks that these answers were told, each once and in this order.
fn are_told(lrs: &Lrs, given: &Given<'_>) -> Result<()> {
    let told = lrs.statements();
    let told = told.iter().filter(|statement| verb(statement) == "answered");
    let told: Vec<_> = told.filter_map(|told| of(told, &["object", "id"]).as_str()?.rsplit('/').next()).collect();
    let ids: Vec<_> = given.iter().map(|(question, _)| question.id.as_str()).collect();
    ensure!(told == ids, "{told:?} is told, and {ids:?} was answered");
    Ok(())
}

#[tokio::test]
async fn what_is_answered_without_a_network_arrives_once_and_in_order() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "Start").await?;
        let mut given = answers(person, set, 0..2).await?;
        lrs.has(2, "answered").await?;
        lrs.stops();
        given.extend(answers(person, set, 2..5).await?);
        person.reads(AWAY).await?;
        is_back(person, lrs).await?;
        lrs.has(5, "answered").await?;
        until("the word on the network to go", async || Ok(person.reads_no(AWAY).await.is_ok().then_some(()))).await?;
        given.extend(answers(person, set, 5..6).await?);
        lrs.has(6, "answered").await?;
        are_told(lrs, &given)?;
        leaves(person).await?;
        lrs.has(1, "terminated").await
    })
    .await
}

/// Answers two questions, two more without a network, and closes the page then.
async fn closes_without_a_network<'a>(person: &Person, lrs: &Lrs, set: &'a verbatim_core::Set) -> Result<Given<'a>> {
    launches(person, lrs, Launching::default()).await?;
    person.clicks(Role::Link, "Start").await?;
    let mut given = answers(person, set, 0..2).await?;
    lrs.has(2, "answered").await?;
    lrs.stops();
    given.extend(answers(person, set, 2..4).await?);
    person.reads(AWAY).await?;
    leaves(person).await?;
    Ok(given)
}

#[tokio::test]
async fn a_page_that_is_closed_without_a_network_has_lost_nothing_at_the_next_launch() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        let mut given = closes_without_a_network(person, lrs, set).await?;
        lrs.starts()?;
        launches(person, lrs, Launching::default()).await?;
        person.reads(&format!("4 of {} answered", set.questions().len())).await?;
        lrs.has(4, "answered").await?;
        lrs.has(1, "terminated").await?;
        let first = ["initialized", "answered", "answered", "answered", "answered", "terminated"];
        ensure!(verbs(lrs, 1) == first, "the first session is {:?}", verbs(lrs, 1));
        person.clicks(Role::Link, "Continue with question 5").await?;
        given.extend(answers(person, set, 4..5).await?);
        lrs.has(5, "answered").await?;
        are_told(lrs, &given)?;
        leaves(person).await?;
        lrs.has(2, "terminated").await
    })
    .await
}

#[tokio::test]
async fn what_a_closed_session_could_not_tell_is_told_in_the_next() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        let given = closes_without_a_network(person, lrs, set).await?;
        lrs.starts()?;
        // The LMS has noted that the session was abandoned.
        lrs.closes_sessions();
        launches(person, lrs, Launching::default()).await?;
        person.reads(&format!("4 of {} answered", set.questions().len())).await?;
        lrs.has(4, "answered").await?;
        are_told(lrs, &given)?;
        ensure!(verbs(lrs, 1) == ["initialized", "answered", "answered"], "the first session is {:?}", verbs(lrs, 1));
        leaves(person).await?;
        lrs.has(1, "terminated").await?;
        let second = ["initialized", "answered", "answered", "terminated"];
        ensure!(verbs(lrs, 2) == second, "the second session is {:?}", verbs(lrs, 2));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_has_arrived_unheard_is_sent_again_and_counts_once() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "Start").await?;
        lrs.loses_its_answers(true);
        let given = answers(person, set, 0..3).await?;
        person.reads(AWAY).await?;
        lrs.loses_its_answers(false);
        person.window().execute("dispatchEvent(new Event('online'))", Vec::new()).await?;
        lrs.has(3, "answered").await?;
        until("a repetition", async || Ok((lrs.repeated() > 0).then_some(()))).await?;
        are_told(lrs, &given)?;
        leaves(person).await?;
        lrs.has(1, "terminated").await
    })
    .await
}

#[tokio::test]
async fn two_devices_at_once_lose_nothing_of_each_other() -> Outcome {
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        let all = set.questions().len();
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "Start").await?;
        answers(person, set, 0..2).await?;
        leaves(person).await?;
        lrs.has(1, "terminated").await?;
        let early = lrs.settled().await?;
        takes_another_device(person).await?;
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "Continue with question 3").await?;
        answers(person, set, 2..4).await?;
        leaves(person).await?;
        lrs.has(2, "terminated").await?;
        let late = lrs.settled().await?;
        ensure!(early != late, "nothing was kept");
        // A third one began before the second had done anything, and goes on after it.
        lrs.keeps(&early);
        takes_another_device(person).await?;
        launches(person, lrs, Launching::default()).await?;
        person.reads(&format!("2 of {all} answered")).await?;
        lrs.keeps(&late);
        person.clicks(Role::Link, "Continue with question 3").await?;
        answers(person, set, 2..3).await?;
        leaves(person).await?;
        lrs.has(3, "terminated").await?;
        takes_another_device(person).await?;
        launches(person, lrs, Launching::default()).await?;
        person.reads(&format!("4 of {all} answered")).await
    })
    .await
}

#[tokio::test]
async fn where_nothing_can_be_kept_the_page_warns_and_sends_what_it_can() -> Outcome {
    let (_, refusal) = LOCAL_REFUSALS.into_iter().next().context("no refusal")?;
    plays(FILE, async |person, _, lrs| {
        let (_, set) = &bank::with_set("kinds")?;
        devtools::run_before_pages(person.window(), refusal).await?;
        launches(person, lrs, Launching::default()).await?;
        person.clicks(Role::Link, "Start").await?;
        let mut given = answers(person, set, 0..1).await?;
        lrs.has(1, "answered").await?;
        lrs.stops();
        given.extend(answers(person, set, 1..3).await?);
        person.reads("There is no connection to the LMS. Leave this page open until there is one").await?;
        is_back(person, lrs).await?;
        lrs.has(3, "answered").await?;
        are_told(lrs, &given)?;
        leaves(person).await?;
        lrs.has(1, "terminated").await
    })
    .await
}
