//! Owns the promise that marks are what the rules come to by hand, for each kind and each of its options; and that no
//! kind goes without a case.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use verbatim_core::bank::shape;
use verbatim_core::{Kind, Set};
use verbatim_tests::given::By;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

use super::check;
use super::table::{self, Case};

/// Plays cases in rounds, each a new attempt, so that every question is answered once in each.
async fn rounds(set: &str, cases: Vec<Case>) -> Outcome {
    let (bank, set) = &bank::with_set(set)?;
    let story = async |person: &Person, _: &Host| {
        let mut open = cases;
        while !open.is_empty() {
            let mut later = Vec::new();
            let mut done = BTreeSet::new();
            for case in open {
                if !done.insert(case.question) {
                    later.push(case);
                    continue;
                }
                let question = bank::question_named(set, case.question)?;
                person.opens_question(bank, set, question).await?;
                check(person, By::Mouse, bank, question, &case.answer).await?;
                person.reads_in(Role::Status, case.said).await?;
            }
            open = later;
            person.opens_set(bank, set).await?;
            person.clicks(Role::Button, "Start again").await?;
            person.reads("A new attempt has begun.").await?;
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn marks_of_every_kind_are_as_worked_out_by_hand() -> Outcome {
    rounds(super::plain::SET, table::plain()).await
}

#[tokio::test]
async fn marks_of_the_finer_points_are_as_worked_out_by_hand() -> Outcome {
    rounds("options", table::finer()).await
}

/// The name of a kind in an author's file, and the question that is its case: a new kind does not compile without.
fn case(kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Choice(_) => ("choice", "pendulum-set-aside"),
        Kind::Choices(_) => ("choices", "change-of-1983"),
        Kind::Truth(_) => ("truth", "short-bar-replaced"),
        Kind::Text(_) => ("text", "origin-of-the-name"),
        Kind::Number(_) => ("number", "states-in-1875"),
        Kind::Order(_) => ("order", "five-definitions"),
        Kind::Match(_) => ("match", "who-did-what"),
        Kind::Blanks(_) => ("blanks", "prototype-in-a-sentence"),
        Kind::Evidence(_) => ("evidence", "weakest-link"),
    }
}

/// The kinds of the questions that a set asks and that worked cases answer both rightly and not wholly rightly.
fn covered(set: &Set, cases: &[Case]) -> Result<BTreeSet<&'static str>> {
    let mut covered = BTreeSet::new();
    for question in set.questions() {
        let (name, id) = case(&question.kind);
        let said = |sign: &str| cases.iter().any(|case| case.question == id && case.said.starts_with(sign));
        ensure!(said("✓"), "no right answer to `{id}` is worked out");
        ensure!(said("✗"), "no wrong answer to `{id}` is worked out");
        ensure!(bank::question_named(set, id).is_ok_and(|named| case(&named.kind).0 == name), "`{id}` is no {name}");
        covered.insert(name);
    }
    Ok(covered)
}

#[test]
fn every_kind_has_its_question_and_its_worked_cases() -> Outcome {
    let (_, set) = bank::with_set(super::plain::SET)?;
    let covered = covered(&set, &table::plain())?;
    let kinds: BTreeSet<&str> = shape::kinds().collect();
    ensure_same(&covered, &kinds)?;
    Ok(())
}

fn ensure_same(covered: &BTreeSet<&str>, kinds: &BTreeSet<&str>) -> Result<()> {
    ensure!(covered == kinds, "cases cover {covered:?}, and there are {kinds:?}");
    Ok(())
}

#[test]
fn every_question_of_the_tour_of_options_has_a_worked_case() -> Outcome {
    let (_, set) = bank::with_set("options")?;
    let cases = table::finer();
    let without = |id: &&str| !cases.iter().any(|case| case.question == *id);
    let missing: Vec<&str> = set.questions().iter().map(|question| question.id.as_str()).filter(without).collect();
    if missing.is_empty() { Ok(()) } else { Err(anyhow::anyhow!("no case for {missing:?}"))? }
}
