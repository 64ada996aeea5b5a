//! Owns the promise that whoever looks something up in the glossary comes back to the very place, with nothing lost.

use anyhow::{Context, Result, ensure};
use thirtyfour::{By, Key};
use verbatim_tests::person::text;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Fault, Outcome, Person, Role, Stage, bank};

use super::{ADDRESS, EARTH, FILE, LIGHT, reads_glossary, with};

#[tokio::test]
async fn a_question_leads_there_once_it_is_answered_and_is_found_again() -> Outcome {
    with("kinds", Stage::new(), async |person, _, bank, set| {
        let question = bank::question_named(set, "short-bar-replaced")?;
        person.opens_question(bank, set, question).await?;
        for words in [EARTH, "Standards of metal", "Glossary"] {
            person.finds_no(Role::Link, words).await?;
        }
        person.answers(question, &wrongly(question, 0)).await?;
        person.finds(Role::Heading, "Concepts").await?;
        for (term, heading) in [(EARTH, EARTH), ("Standards of metal", "Standards of metal")] {
            person.clicks(Role::Link, term).await?;
            reads_glossary(person, heading).await?;
            person.clicks(Role::Link, "Back to the question").await?;
            person.is_asked(set, question).await?;
            person.is_taken_to(term).await?;
            ensure!(person.reads_verdict().await? == "Not right", "the answer is gone");
        }
        person.clicks(Role::Link, EARTH).await?;
        reads_glossary(person, EARTH).await?;
        person.clicks(Role::Link, LIGHT).await?;
        reads_glossary(person, LIGHT).await?;
        person.window().back().await?;
        reads_glossary(person, EARTH).await?;
        person.window().back().await?;
        person.is_asked(set, question).await?;
        person.is_taken_to(EARTH).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn results_lead_there_and_are_found_again() -> Outcome {
    with("certainty", Stage::new(), async |person, _, bank, set| {
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.is_on_page("Your results").await?;
        person.clicks(Role::Link, LIGHT).await?;
        reads_glossary(person, LIGHT).await?;
        person.clicks(Role::Link, "Back to your results").await?;
        person.is_on_page("Your results").await?;
        person.is_taken_to(LIGHT).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_folded_question_of_the_results_is_unfolded_again() -> Outcome {
    with("kinds", Stage::new(), async |person, _, bank, set| {
        let question = bank::question_named(set, "change-of-1983")?;
        person.opens_question(bank, set, question).await?;
        person.answers(question, &rightly(question, 0)).await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        let position = set.position(&question.id).context("no such question")?;
        let entry = person.opens_review(position, question).await?;
        let links = person.all_within(&entry, Role::Link).await?;
        let link = links.first().context("no link")?;
        ensure!(text(link).await? == LIGHT, "the first link is another");
        person.scrolls_to(link).await?;
        link.click().await?;
        reads_glossary(person, LIGHT).await?;
        person.window().back().await?;
        person.is_on_page("Your results").await?;
        let focus = person.is_taken_to(LIGHT).await?;
        let inside = focus.element.find_all(By::XPath("ancestor::details")).await?;
        ensure!(!inside.is_empty(), "the focus is on another link of the same name");
        Ok(())
    })
    .await
}

/// What stands in the line of a question.
async fn written(person: &Person) -> Result<Option<String>> {
    Ok(person.finds(Role::Textbox, "Your answer").await?.value().await?)
}

#[tokio::test]
async fn what_is_typed_and_not_checked_is_there_on_the_way_back() -> Outcome {
    with("kinds", Stage::new().troubled().without_workers(), async |person, host, bank, set| {
        let question = bank::question_named(set, "origin-of-the-name")?;
        person.opens_question(bank, set, question).await?;
        person.writes("Your answer", "metr").await?;
        host.breaks(FILE, Fault::Missing);
        person.opens(&format!("{ADDRESS}/earth")).await?;
        person.is_on_page("This did not work").await?;
        host.heals();
        person.clicks(Role::Button, "Try again").await?;
        reads_glossary(person, EARTH).await?;
        person.clicks(Role::Link, "Back to the question").await?;
        person.is_asked(set, question).await?;
        ensure!(written(person).await?.as_deref() == Some("metr"), "{:?} is left", written(person).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_test_that_runs_leads_to_no_concept_and_loses_nothing() -> Outcome {
    with("test", Stage::new(), async |person, _, bank, set| {
        person.opens_set(bank, set).await?;
        person.clicks(Role::Button, "Start").await?;
        let first = person.is_asked_number(1, set).await?;
        person.gives(first, &rightly(first, 0)).await?;
        let main = person.main().await?;
        let links = person.all_within(&main, Role::Link).await?;
        for link in &links {
            let there = person.target(link).await?;
            ensure!(!there.contains("/glossary"), "a question of a test leads to {there}");
        }
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.reads("1 of 6 answered").await?;
        for concept in bank.concepts() {
            person.finds_no(Role::Link, &concept.term).await?;
        }
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Glossary").await?;
        reads_glossary(person, "Glossary").await?;
        person.clicks(Role::Link, "Back to the set").await?;
        person.clicks(Role::Link, "Continue with question 2").await?;
        person.is_asked_number(2, set).await?;
        person.clicks(Role::Link, "Overview").await?;
        person.reads("1 of 6 answered").await?;
        person.clicks(Role::Button, "Hand in").await?;
        person.finds(Role::Dialog, "Hand in").await?;
        person.presses(Key::Enter).await?;
        person.is_on_page("Your results").await?;
        let names = person.names(Role::Link).await?;
        ensure!(bank.concepts().iter().any(|concept| names.contains(&concept.term)), "no concept in {names:?}");
        Ok(())
    })
    .await
}
