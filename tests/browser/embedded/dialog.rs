//! Owns the promise that a teacher gets from a set's own page what she has to paste into hers, and that it works there.

use anyhow::{Result, ensure};
use verbatim_core::{Bank, Set};
use verbatim_tests::axe::Audit;
use verbatim_tests::course::field;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Course, Host, Outcome, Person, Role, Stage, bank};

use super::shows_all;

const TITLE: &str = "Use in your course";

async fn opens(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    person.can_be_shown_elsewhere()?;
    person.opens_set(bank, set).await?;
    person.clicks(Role::Button, TITLE).await?;
    person.finds(Role::Dialog, TITLE).await.map(|_| ())
}

/// What the dialog gives to paste.
async fn given(person: &Person, way: &str) -> Result<String> {
    person.clicks(Role::Radio, way).await?;
    let code = person.finds(Role::Textbox, "What to paste").await?;
    Ok(code.prop("value").await?.unwrap_or_default())
}

#[tokio::test]
async fn what_is_pasted_works_in_an_empty_page() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    let (left_out, first) = (bank::question(&set, 0)?, bank::question(&set, 1)?);
    let all = set.questions().len();
    let story = async |person: &Person, host: &Host| {
        opens(person, &bank, &set).await?;
        person.clicks(Role::Summary, &format!("Questions: all {all}")).await?;
        person.clicks(Role::Checkbox, &bank::words(&left_out.prompt)).await?;
        person.finds(Role::Summary, &format!("Questions: {} of {all}", all - 1)).await?;
        for way in ["Frame", "Element"] {
            let code = given(person, way).await?;
            let page = format!(
                "<!doctype html><html lang=en><meta charset=utf-8><title>A course</title><script src=course.js></script><div id=pasted>{code}</div>"
            );
            let course = Course::open(host, &page)?;
            person.window().goto(course.address()).await?;
            shows_all(person).await?;
            person.begins("pasted").await?;
            let asked = person.is_asked_number_of(1, all - 1, &set).await?;
            ensure!(asked.id == first.id, "{way}: `{}` is asked", asked.id);
            if way == "Element" {
                person.answers(asked, &rightly(asked, 0)).await?;
                let told = person.hears("", "answered", 1).await?;
                ensure!(*field(&told, "question") == first.id, "{told}");
            }
            person.sees_fit("pasted").await?;
            opens(person, &bank, &set).await?;
            person.clicks(Role::Summary, &format!("Questions: all {all}")).await?;
            person.clicks(Role::Checkbox, &bank::words(&left_out.prompt)).await?;
        }
        let link = given(person, "Link").await?;
        person.window().goto(link.as_str()).await?;
        person.is_on_page(set.title()).await?;
        person.reads(&format!("{} questions", all - 1)).await?;
        opens(person, &bank, &set).await?;
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_package_is_made_by_the_standard_that_the_lms_knows() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        let mut audit = Audit::default();
        opens(person, &bank, &set).await?;
        person.finds_no(Role::Combobox, "Standard").await?;
        person.selects("Mode", "Test").await?;
        let export = "cargo verbatim export questions/wuzhen-2015/concepts.toml";
        let command = given(person, "LMS package").await?;
        ensure!(command == format!("{export} --scorm 2004"), "{command}");
        let standards = [
            ("SCORM 1.2, for Moodle and older LMSs", "--scorm 1.2"),
            ("cmi5, for LMSs with a learning record store", "--cmi5"),
            ("SCORM 2004", "--scorm 2004"),
        ];
        for (standard, flag) in standards {
            person.selects("Standard", standard).await?;
            let command = given(person, "LMS package").await?;
            ensure!(command == format!("{export} {flag}"), "{command}");
        }
        // What a package does not have is not offered, and is as it was where it is.
        person.finds_no(Role::Combobox, "Mode").await?;
        audit.checks_every_look(person, "the way to a package").await?;
        let link = given(person, "Link").await?;
        ensure!(link.ends_with("?mode=test"), "{link}");
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_dialog_is_for_everybody_and_gives_the_focus_back() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        let mut audit = Audit::default();
        opens(person, &bank, &set).await?;
        audit.checks_every_look(person, "the dialog").await?;
        person.clicks(Role::Button, "Copy").await?;
        person.reads_in(Role::Status, "Copied.").await?;
        person.clicks(Role::Button, "Close").await?;
        person.finds_no(Role::Dialog, TITLE).await?;
        let focused = person.window().active_element().await?;
        ensure!(focused.text().await? == TITLE, "the focus is on “{}”", focused.text().await?);
        // Once more, as if it had never been open.
        person.clicks(Role::Button, TITLE).await?;
        person.finds(Role::Dialog, TITLE).await?;
        audit.ends()
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_quiz_in_a_frame_offers_it_to_nobody() -> Outcome {
    let (bank, set) = bank::with_set("concepts")?;
    let story = async |person: &Person, host: &Host| {
        let page = "<!doctype html><html lang=en><meta charset=utf-8><title>A course</title><script src=course.js></script>\
            <iframe id=one title=Concepts width=640 height=500 src=SITE/wuzhen-2015/concepts.html?mode=practice></iframe>";
        let course = Course::open(host, page)?;
        person.window().goto(course.address()).await?;
        person.steps_into("one").await?;
        person.is_on_page(set.title()).await?;
        person.finds_no(Role::Button, TITLE).await?;
        person.steps_out().await?;
        person.opens_set(&bank, &set).await?;
        person.finds(Role::Button, TITLE).await.map(|_| ())
    };
    Stage::new().play(story).await
}
