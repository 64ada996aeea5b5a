//! Owns the promise that marks are what the rules come to by hand, for each kind and each of its options; and that no
//! kind goes without a case.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use verbatim_core::bank::shape;
use verbatim_core::{Bank, Question, Set};
use verbatim_tests::given::By;
use verbatim_tests::kind::{CASES, Case};
use verbatim_tests::worked::Worked;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

use super::{check, finer, plain};

/// All worked examples.
fn all() -> impl Iterator<Item = Worked> {
    CASES.iter().flat_map(|case| (case.worked)())
}

/// Plays the examples of a set in rounds, each a new attempt, so that every question is answered once in each.
async fn rounds(set: &str) -> Outcome {
    let (bank, set) = &bank::with_set(set)?;
    let story = async |person: &Person, _: &Host| {
        let mut open: Vec<Worked> = all().filter(|one| set.position(one.question).is_some()).collect();
        while !open.is_empty() {
            let mut later = Vec::new();
            let mut done = BTreeSet::new();
            for one in open {
                if !done.insert(one.question) {
                    later.push(one);
                    continue;
                }
                let question = bank::question_named(set, one.question)?;
                person.opens_question(bank, set, question).await?;
                check(person, By::Mouse, bank, question, &one.answer).await?;
                person.reads_in(Role::Status, one.said).await?;
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
    rounds(plain::SET).await
}

#[tokio::test]
async fn marks_of_the_finer_points_are_as_worked_out_by_hand() -> Outcome {
    rounds(finer::SET).await
}

/// The one case of a kind.
fn case_of(question: &Question) -> Result<&'static Case> {
    let mut cases = CASES.iter().filter(|case| (case.of)(&question.kind).is_some());
    match (cases.next(), cases.next()) {
        (Some(case), None) => Ok(case),
        (None, _) => bail!("no file of tests/src/kind/ is the case of the kind of `{}`", question.id),
        (Some(one), Some(other)) => bail!("`{}` is both {} and {}", question.id, one.name, other.name),
    }
}

/// The names of the kinds of a set's questions. Each is what its author calls it, and answered rightly and wrongly in its
/// case.
fn covered(bank: &Bank, set: &Set) -> Result<BTreeSet<&'static str>> {
    let written = bank::written(bank, set)?;
    let mut covered = BTreeSet::new();
    for question in set.questions() {
        let (id, case) = (&question.id, case_of(question)?);
        let named = format!("id = \"{id}\"\nkind = \"{}\"\n", case.name);
        ensure!(written.contains(&named), "`{id}` is no {}", case.name);
        let examples = (case.worked)();
        let said = |sign: &str| examples.iter().any(|one| one.question == id && one.said.starts_with(sign));
        ensure!(said("✓"), "{}: no right answer to `{id}` is worked out", case.name);
        ensure!(said("✗"), "{}: no wrong answer to `{id}` is worked out", case.name);
        covered.insert(case.name);
    }
    Ok(covered)
}

#[test]
fn every_kind_has_its_question_and_its_worked_cases() -> Outcome {
    let kinds: BTreeSet<&str> = shape::kinds().collect();
    let cases: BTreeSet<&str> = CASES.iter().map(|case| case.name).collect();
    let missing = |have: &BTreeSet<&str>| kinds.difference(have).copied().collect::<Vec<_>>().join(", ");
    same(&cases, &kinds).with_context(|| format!("no case in tests/src/kind/ for: {}", missing(&cases)))?;
    let (bank, set) = bank::with_set(plain::SET)?;
    let covered = covered(&bank, &set)?;
    same(&covered, &kinds)
        .with_context(|| format!("no question in questions/tour/kinds.toml for: {}", missing(&covered)))?;
    Ok(())
}

fn same(have: &BTreeSet<&str>, kinds: &BTreeSet<&str>) -> Result<()> {
    ensure!(have == kinds, "there are {have:?}, and the kinds are {kinds:?}");
    Ok(())
}

fn none(ids: &[&str]) -> Result<()> {
    ensure!(ids.is_empty(), "{}", ids.join(", "));
    Ok(())
}

#[test]
fn every_worked_case_answers_a_question_of_the_tour() -> Outcome {
    let (plain, finer) = (bank::with_set(plain::SET)?.1, bank::with_set(finer::SET)?.1);
    let ids = all().map(|one| one.question);
    let unknown = ids.filter(|id| plain.position(id).is_none() && finer.position(id).is_none());
    none(&unknown.collect::<Vec<_>>()).context("there are no such questions")?;
    Ok(())
}

#[test]
fn every_question_of_the_tour_of_options_has_a_worked_case() -> Outcome {
    let (_, set) = bank::with_set(finer::SET)?;
    let ids = set.questions().iter().map(|question| question.id.as_str());
    let without = ids.filter(|id| !all().any(|one| one.question == *id));
    none(&without.collect::<Vec<_>>()).context("no example for these questions")?;
    Ok(())
}
