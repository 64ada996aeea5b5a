//! Owns the promise that every answer is marked and explained as the author wrote.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use verbatim_tests::quiz::{Choose, rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// The bank that the site is for; the other is a tour of the kinds, which `kinds` goes through.
const BANK: &str = "wuzhen-2015";

/// Answers every question of every set in one way and compares all that is shown with the files.
async fn check(person: &Person, choose: Choose, verdict: &str, percent: &str) -> Result<()> {
    for bank in bank::banks()?.into_iter().filter(|bank| bank.id() == BANK) {
        for set in bank.sets() {
            person.opens_set(&bank, set).await?;
            person.clicks(Role::Link, "Start").await?;
            let mut asked = Vec::new();
            let mut next = Some(person.is_asked_number(1, set).await?);
            while let Some(question) = next {
                let answer = choose(question, asked.len());
                let read = person.answers(question, &answer).await?;
                ensure!(read == verdict, "question `{}`: the verdict is “{read}”, and not “{verdict}”", question.id);
                person.sees_explained(&bank, question, &answer, &person.main().await?).await?;
                asked.push(question);
                next = person.goes_on(asked.len(), set).await?;
            }
            let all = set.questions().len();
            person.sees_score(if verdict == "Right" { all } else { 0 }, all).await?;
            person.reads(percent).await?;
            person.sees_review(&bank, &asked, choose, verdict).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn everything_answered_right_is_explained_and_comes_to_100_per_cent() -> Outcome {
    Stage::new().play(async |person: &Person, _: &Host| check(person, rightly, "Right", "100%").await).await
}

#[tokio::test]
async fn everything_answered_wrong_is_explained_and_comes_to_0_per_cent() -> Outcome {
    Stage::new().play(async |person: &Person, _: &Host| check(person, wrongly, "Not right", " 0%").await).await
}

#[tokio::test]
async fn a_check_with_nothing_chosen_asks_for_a_choice() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    Stage::new()
        .play(async |person: &Person, _: &Host| {
            let question = bank::question(set, 0)?;
            person.opens_question(bank, set, question).await?;
            ensure!(person.all(Role::Alert).await?.is_empty(), "an alert before anything was done");
            person.checks().await?;
            person.reads_in(Role::Alert, "Choose one of the answers first.").await?;
            person.is_asked(set, question).await?;
            ensure!(person.answers(question, &rightly(question, 0)).await? == "Right", "the answer does not count");
            ensure!(person.all(Role::Alert).await?.is_empty(), "the alert outlives the answer");
            Ok(())
        })
        .await
}

/// Notes what is told, and what is as it was, as soon as any of that has changed.
const NOTES: &str = "
    const form = document.querySelector('form');
    const before = form.outerHTML;
    const bar = document.querySelector('progress').value;
    new MutationObserver((changes, observer) => {
      const told = document.querySelector('[role=status] p[tabindex]') !== null;
      const is = {
        told,
        form: form.isConnected && form.outerHTML === before,
        bar: document.querySelector('progress').value === bar,
      };
      if (!told && is.form && is.bar) return;
      observer.disconnect();
      window.first = is;
    }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });";

#[tokio::test]
async fn a_verdict_is_drawn_before_anything_else_changes() -> Outcome {
    // One set in which an answer is the last, and one in which there is another try.
    let sets = [bank::with_set("concepts")?, bank::with_set("tries")?];
    let story = async |person: &Person, _: &Host| {
        for (bank, set) in &sets {
            let question = bank::question(set, 0)?;
            person.opens_question(bank, set, question).await?;
            person.gives(question, &wrongly(question, 0)).await?;
            person.window().execute(NOTES, Vec::new()).await?;
            person.checks().await?;
            person.reads_verdict().await?;
            let first: Value = person.window().execute("return window.first", Vec::new()).await?.convert()?;
            let alone = json!({ "told": true, "form": true, "bar": true });
            ensure!(first == alone, "with the first change of `{}` that holds: {first}", set.id());
            // What follows from it comes behind it.
            person.reads(if set.id() == "tries" { "Tried" } else { "Explanation" }).await?;
            let bar = "return document.querySelector('progress').value";
            let answered: u64 = person.window().execute(bar, Vec::new()).await?.convert()?;
            ensure!(answered == u64::from(set.id() != "tries"), "{answered} questions of `{}` are answered", set.id());
        }
        Ok(())
    };
    Stage::new().play(story).await
}
