//! `first NAMES LIST`: measures which functions of the player a first answer needs, on a site whose player tells that.
//!
//! Owns what a first answer is: a page of a set is opened, the first question is answered before the player runs or once
//! it does, right or wrong, and the verdict is read.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use verbatim_core::question::Evidence;
use verbatim_core::{Answer, Bank, Kind, Set};
use verbatim_split::Names;
use verbatim_tests::surroundings::Need;
use verbatim_tests::ways::{rightly, wrongly};
use verbatim_tests::{Broken, Fault, Host, Outcome, Person, Stage, bank};

/// The compiled player.
const PLAYER: &str = ".wasm";
/// How long after the verdict an answer is shown and saved in full.
const SETTLED: Duration = Duration::from_secs(2);
/// The functions that were called, by their places.
const CALLED: &str = "return [...globalThis.called]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let names = arguments.next().context("the names of the functions are not given")?;
    let list = arguments.next().context("the list to be written is not given")?;
    let names = std::fs::read_to_string(&names).context("the names cannot be read")?;
    let names: Vec<&str> = names.lines().collect();
    let mut called = BTreeSet::new();
    let banks = bank::banks()?;
    for (bank, set) in banks.iter().flat_map(|bank| bank.sets().iter().map(move |set| (bank, set))) {
        let question = bank::question(set, 0)?;
        let page = Need::Site.path()?.join(bank::page(bank, set));
        let is_early = std::fs::read_to_string(&page).context("a set without a page")?.contains("id=\"early\"");
        if !(is_early && tells_at_once(&question.kind)) {
            continue;
        }
        let (right, wrong) = (rightly(question, 0), wrongly(question, 0));
        for answer in [&right, &wrong] {
            called.extend(called_by(bank, set, &[], Some(answer)).await?);
        }
        for answers in [&[&right][..], &[&wrong], &[&right, &wrong], &[&wrong, &right, &wrong]] {
            called.extend(called_by(bank, set, answers, None).await?);
        }
    }
    let first: Names = called.iter().filter_map(|place| names.get(*place)).collect();
    std::fs::write(&list, first.text()).context("the list cannot be written")?;
    println!("{} of {} functions come first: {}", first.count(), names.len(), list.display());
    Ok(())
}

/// Whether a question of this kind can be answered for good before the player runs.
fn tells_at_once(kind: &Kind) -> bool {
    matches!(kind, Kind::Choice(_) | Kind::Evidence(Evidence::Passages(_)))
}

/// What is called when a set is opened and its first question answered: in turn before the player runs, or once it does.
async fn called_by(
    bank: &Bank,
    set: &Set,
    before: &[&Answer],
    then: Option<&Answer>,
) -> Result<BTreeSet<usize>, Broken> {
    let question = bank::question(set, 0)?;
    let mut called = BTreeSet::new();
    let story = async |person: &Person, host: &Host| {
        host.breaks(PLAYER, Fault::Held);
        person.sets_out_for(&bank::page(bank, set)).await?;
        person.reads(&format!("Question 1 of {}", set.questions().len())).await?;
        for answer in before {
            person.gives(question, answer).await?;
        }
        host.heals();
        if let Some(answer) = then {
            person.has_the_player().await?;
            person.answers(question, answer).await?;
        }
        person.reads_verdict().await?;
        // What may happen around the page meanwhile does not wait for the rest.
        person.presses(thirtyfour::Key::Tab).await?;
        person.is_called_away().await?;
        // What follows by itself belongs to it: the rest may come as late as this.
        tokio::time::sleep(SETTLED).await;
        let told = person.window().execute(CALLED, Vec::new()).await?;
        let places = told.json().as_array().context("this player does not tell what is called")?;
        called.extend(places.iter().filter_map(Value::as_u64).filter_map(|place| usize::try_from(place).ok()));
        Ok(())
    };
    Stage::new().without_workers().play(story).await?;
    Ok(called)
}
