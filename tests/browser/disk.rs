//! Owns the promise that a whole site opens by a double click, as from a USB stick: what one page cannot fetch another
//! brings.

use anyhow::{Context, Result};
use verbatim_tests::browser::{Ability, devtools};
use verbatim_tests::quiz::rightly;
use verbatim_tests::surroundings::Need;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Opens the site's first page from the disk, at an address behind its `#`.
async fn opens(person: &Person, address: &str) -> Result<()> {
    person.leaves().await?;
    let page = Need::Site.path()?.join("index.html").canonicalize()?;
    let page = format!("file://{}{address}", page.display());
    person.window().goto(page.as_str()).await.with_context(|| format!("{page} does not open"))
}

#[tokio::test]
async fn a_site_on_a_disk_leads_from_page_to_page() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let question = bank::question(set, 0)?;
    let concept = bank.concepts().iter().find(|concept| question.concepts.contains(&concept.id));
    let concept = concept.context("no concept")?;
    let story = async |person: &Person, _: &Host| {
        devtools::with_strict_files(person.window()).await?;
        opens(person, "").await?;
        person.is_on_page("Question sets").await?;
        person.clicks(Role::Link, set.title()).await?;
        person.is_asked(set, question).await?;
        person.answers(question, &rightly(question, 0)).await?;
        person.clicks(Role::Link, &concept.term).await?;
        person.is_on_page("Glossary").await?;
        person.clicks(Role::Link, "Verbatim").await?;
        person.is_on_page("Question sets").await?;
        // A link to a question leads there from whatever page.
        opens(person, &bank::address(bank, set)).await?;
        person.clicks(Role::Link, "Continue with question 2").await?;
        person.is_asked_number(2, set).await?;
        person.clicks(Role::Link, "Verbatim").await?;
        person.is_on_page("Question sets").await?;
        // Else what is saved in one page is not known to another.
        if person.window().browser().cannot(Ability::SharedDisk).is_none() {
            person.reads(&format!("1 of {} answered", set.questions().len())).await?;
        }
        opens(person, "#/nowhere/nothing").await?;
        person.is_on_page("Nothing is here").await
    };
    // Browsers say that they load no modules from a disk; the player comes as one script then.
    Stage::new().troubled().play(story).await
}
