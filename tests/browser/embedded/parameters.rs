//! Owns the promise that an address can ask for some of a set's questions, a mode, an order, and a look.

use anyhow::ensure;
use verbatim_core::{Bank, Set};
use verbatim_tests::axe::Audit;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Outcome, Person, Role, Stage, bank};

/// The page of a set, asked for something.
fn asked(bank: &Bank, set: &Set, what: &str) -> String {
    format!("{}?{what}", bank::page(bank, set))
}

#[tokio::test]
async fn chosen_questions_are_asked_in_their_order_with_progress_of_their_own() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    let [later, earlier] = [3, 1].map(|place| bank::question(&set, place));
    let (later, earlier) = (later?, earlier?);
    let story = async |person: &Person, _: &_| {
        let address = asked(&bank, &set, &format!("questions={},{},nothing", later.id, earlier.id));
        person.opens(&address).await?;
        person.is_on_page(set.title()).await?;
        person.reads("2 questions").await?;
        person.reads("asks for what this set does not have: questions=nothing").await?;
        person.clicks(Role::Link, "Start").await?;
        for (number, question) in [(1, later), (2, earlier)] {
            let is_asked = person.is_asked_number_of(number, 2, &set).await?;
            ensure!(is_asked.id == question.id, "`{}` is asked, and not `{}`", is_asked.id, question.id);
            person.answers(question, &rightly(question, 0)).await?;
            person.leaves_by(if number == 2 { "See results" } else { "Next question" }).await?;
        }
        person.sees_score(2, 2).await?;
        // The whole set knows nothing of it, and the other way round.
        person.opens(&bank::page(&bank, &set)).await?;
        person.is_asked(&set, bank::question(&set, 0)?).await?;
        person.opens(&address).await?;
        person.is_on_page(set.title()).await?;
        person.clicks(Role::Link, "See results").await?;
        person.sees_score(2, 2).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_mode_that_is_asked_for_is_the_only_one() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    let story = async |person: &Person, _: &_| {
        person.opens(&asked(&bank, &set, "mode=test")).await?;
        person.is_on_page(set.title()).await?;
        person.reads("test: verdicts come when you hand it in").await?;
        person.finds(Role::Button, "Start").await?;
        person.opens(&asked(&bank, &set, "mode=practice")).await?;
        person.is_on_page(set.title()).await?;
        person.finds(Role::Link, "Start").await?;
        person.finds_no(Role::Button, "Take it as a test").await?;
        person.opens(&asked(&bank, &set, "mode=exam&seed=x")).await?;
        person.is_on_page(set.title()).await?;
        person.reads("mode=exam, seed=x").await?;
        person.opens(&asked(&bank, &set, "scheme=dark&accent=red")).await?;
        person.reads("asks for what this set does not have: accent=red").await?;
        person.reads_no("scheme=dark").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_seed_gives_every_student_and_every_attempt_the_same_order() -> Outcome {
    let (bank, set) = bank::with_set("kinds")?;
    let story = async |person: &Person, _: &_| {
        let question = bank::question(&set, 0)?;
        let address = asked(&bank, &set, "seed=12");
        let mut orders = Vec::new();
        for _ in 0..3 {
            person.opens_catalogue().await?;
            person.opens(&format!("{address}#/{}/{}/{}", bank.id(), set.id(), question.id)).await?;
            person.is_asked(&set, question).await?;
            orders.push(person.names(Role::Radio).await?);
        }
        ensure!(orders.windows(2).all(|two| two[0] == two[1]), "{orders:?}");
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn text_can_be_read_in_any_accent_in_both_schemes() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    let story = async |person: &Person, _: &_| {
        let mut audit = Audit::default();
        for scheme in ["light", "dark"] {
            for accent in ["ffff00", "000000", "ffffff", "00ff00", "ff0000", "0000ff", "b3541e"] {
                person.opens("").await?;
                person.has_the_player().await?;
                person.opens(&asked(&bank, &set, &format!("mode=practice&scheme={scheme}&accent={accent}"))).await?;
                person.is_on_page(set.title()).await?;
                person.has_the_player().await?;
                audit.checks(person, &format!("{scheme}, {accent}")).await?;
            }
        }
        audit.ends()
    };
    Stage::new().without_workers().play(story).await
}
