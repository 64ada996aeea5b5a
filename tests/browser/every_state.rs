//! Owns the promise that every state of every kind of question is accessible, in every look.

use anyhow::{Context, Result};
use verbatim_core::{Answer, Bank, Question, Set};
use verbatim_tests::axe::Audit;
use verbatim_tests::kind::played;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::wait::until_true;
use verbatim_tests::ways::partly;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Goes through a set from its beginning, and looks at each question: before an answer, where `before` says so also
/// with nothing given and with a hint; and after it.
async fn goes_through(
    person: &Person,
    audit: &mut Audit,
    set: &Set,
    before: bool,
    choose: impl Fn(&Question) -> Option<Answer>,
) -> Result<()> {
    for number in 1..=set.questions().len() {
        let question = person.is_asked_number(number, set).await?;
        let name = format!("`{}`", question.id);
        if before {
            audit.checks_every_look(person, &name).await?;
            if person.names(Role::Button).await?.iter().any(|name| name.starts_with("Show hint 1")) {
                let hint = format!("Show hint 1 of {}", question.hints.len());
                let names = person.names(Role::Button).await?;
                let hint = names.iter().find(|name| name.starts_with(&hint)).context("no hint")?;
                person.clicks(Role::Button, hint).await?;
                person.finds(Role::Heading, "Hints").await?;
            }
            // What stands there from the beginning can be the answer.
            if played(&question.kind).missing().is_some() {
                person.checks().await?;
                let said = async || Ok(person.texts(Role::Alert).await?.iter().any(|text| text.contains(" first")));
                until_true("what is missing", said).await?;
            }
            audit
                .checks_every_look(person, &format!("{name} with a hint, where it has one, and nothing given"))
                .await?;
        }
        let Some(answer) = choose(question) else {
            let way = if number == set.questions().len() { "See results" } else { "Skip" };
            person.clicks(Role::Link, way).await?;
            continue;
        };
        let verdict = person.answers(question, &answer).await?;
        audit.checks_every_look(person, &format!("{name}: {verdict}")).await?;
        person.goes_on(number, set).await?;
    }
    person.is_on_page("Your results").await
}

/// Opens a set and begins.
async fn begins(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    person.opens_set(bank, set).await?;
    person.clicks(Role::Link, "Start").await
}

async fn check(story: impl AsyncFn(&Person, &mut Audit) -> Result<()>) -> Outcome {
    let whole = async |person: &Person, _: &Host| {
        let mut audit = Audit::default();
        let seen = story(person, &mut audit).await;
        // What was found up to then is told even when a view did not come.
        audit.ends()?;
        seen
    };
    Stage::new().play(whole).await
}

#[tokio::test]
async fn every_kind_is_accessible_before_an_answer_and_after_a_wrong_one() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    check(async |person, audit| {
        begins(person, bank, set).await?;
        goes_through(person, audit, set, true, |question| Some(wrongly(question, 0))).await?;
        audit.checks_every_look(person, "results, all wrong").await
    })
    .await
}

#[tokio::test]
async fn every_kind_is_accessible_after_right_and_partly_right_answers() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    check(async |person, audit| {
        begins(person, bank, set).await?;
        goes_through(person, audit, set, false, partly).await?;
        audit.checks_every_look(person, "results, some partly right, some open").await?;
        person.clicks(Role::Button, "Start again").await?;
        person.reads("A new attempt has begun.").await?;
        goes_through(person, audit, set, false, |question| Some(rightly(question, 0))).await?;
        audit.checks_every_look(person, "results, all right").await
    })
    .await
}

/// A question with another try, certainty, and a test with its overview and dialogs.
async fn other_ways(person: &Person, audit: &mut Audit) -> Result<()> {
    let (bank, set) = &bank::with_set("tries")?;
    begins(person, bank, set).await?;
    let question = person.is_asked_number(1, set).await?;
    person.answers(question, &wrongly(question, 0)).await?;
    audit.checks_every_look(person, "a question to be tried again").await?;
    person.clicks(Role::Button, "Show the answer").await?;
    person.finds(Role::Heading, "Explanation").await?;
    audit.checks_every_look(person, "an answer that was shown").await?;
    let (bank, set) = &bank::with_set("certainty")?;
    begins(person, bank, set).await?;
    person.is_asked_number(1, set).await?;
    audit.checks_every_look(person, "a question with certainty").await?;
    let (bank, set) = &bank::with_set("test")?;
    person.opens_set(bank, set).await?;
    audit.checks_every_look(person, "the start of a test").await?;
    person.clicks(Role::Button, "Start").await?;
    person.is_asked_number(1, set).await?;
    person.clicks(Role::Button, "Flag").await?;
    audit.checks_every_look(person, "a flagged question of a test").await?;
    person.clicks(Role::Button, "Pause").await?;
    person.finds(Role::Button, "Go on").await?;
    audit.checks_every_look(person, "a pause").await?;
    person.clicks(Role::Button, "Go on").await?;
    person.clicks(Role::Link, "Overview").await?;
    person.reads("0 of 6 answered, 1 flagged").await?;
    audit.checks_every_look(person, "the overview").await?;
    person.clicks(Role::Button, "Hand in").await?;
    person.finds(Role::Dialog, "Hand in").await?;
    audit.checks_every_look(person, "the dialog before handing in").await
}

#[tokio::test]
async fn other_ways_to_answer_are_accessible_too() -> Outcome {
    check(other_ways).await
}

#[tokio::test]
async fn the_glossary_is_accessible() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    check(async |person, audit| {
        person.opens("#/tour/glossary").await?;
        person.is_on_page("Glossary").await?;
        audit.checks_every_look(person, "glossary").await?;
        person.opens("#/tour/glossary/nothing").await?;
        person.reads("may have been renamed").await?;
        audit.checks_every_look(person, "glossary without the entry").await?;
        begins(person, bank, set).await?;
        let question = person.is_asked_number(1, set).await?;
        person.answers(question, &rightly(question, 0)).await?;
        let concept = bank.concepts().iter().find(|concept| question.concepts.contains(&concept.id));
        person.clicks(Role::Link, &concept.context("no concept")?.term).await?;
        person.finds(Role::Link, "Back to the question").await?;
        audit.checks_every_look(person, "an entry of the glossary").await
    })
    .await
}

#[tokio::test]
async fn progress_and_keys_are_accessible() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    check(async |person, audit| {
        person.opens("#/progress").await?;
        person.reads("Nothing is saved yet.").await?;
        audit.checks_every_look(person, "progress, nothing there").await?;
        begins(person, bank, set).await?;
        let question = person.is_asked_number(1, set).await?;
        person.answers(question, &rightly(question, 0)).await?;
        person.clicks(Role::Button, "Keys").await?;
        person.finds(Role::Dialog, "Keys").await?;
        audit.checks_every_look(person, "the help on keys").await?;
        person.clicks(Role::Button, "Close").await?;
        person.clicks(Role::Link, "Progress").await?;
        person.reads("2 entries are saved.").await?;
        audit.checks_every_look(person, "progress").await?;
        person.clicks(Role::Button, "Erase everything").await?;
        person.finds(Role::Dialog, "Erase everything").await?;
        audit.checks_every_look(person, "the dialog before erasing").await
    })
    .await
}
