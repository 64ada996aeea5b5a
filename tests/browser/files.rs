//! Owns the promise that results can be taken away: as a table, as data, and on paper.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::print::{PrintPage, PrintParameters};
use verbatim_core::mark::percent;
use verbatim_core::{Bank, Set};
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

use crate::progress_page::downloaded;

/// Answers every third question wrongly, and all but the last one.
async fn does_most(person: &Person, bank: &Bank, set: &Set) -> Result<Vec<(String, bool)>> {
    person.opens_set(bank, set).await?;
    let all = set.questions().len();
    let choose = |question: &_, before: usize| match before % 3 {
        0 => wrongly(question, before),
        _ => rightly(question, before),
    };
    let asked = person.answers_first(all - 1, set, choose).await?;
    person.opens(&format!("{}/results", bank::address(bank, set))).await?;
    person.is_on_page("Your results").await?;
    Ok(asked.iter().enumerate().map(|(place, question)| (question.id.clone(), place % 3 != 0)).collect())
}

/// The cells of a table (RFC 4180).
fn table(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}

#[tokio::test]
async fn the_table_says_what_the_screen_says() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let folder = TempDir::new()?;
    let story = async |person: &Person, _: &Host| {
        let done = does_most(person, bank, set).await?;
        devtools::downloads_to(person.window(), folder.path()).await?;
        person.clicks(Role::Button, "Save as a table (CSV)").await?;
        let text = fs::read_to_string(downloaded(folder.path(), ".csv").await?)?;
        ensure!(text.starts_with('\u{feff}'), "spreadsheets would take it for another encoding");
        let rows = table(text.trim_start_matches('\u{feff}'));
        ensure!(rows.iter().all(|row| row.len() == rows[0].len()), "rows of different lengths: {rows:#?}");
        ensure!(rows[0][..4] == ["Number", "Id", "Question", "Your answer"], "the head is {:?}", rows[0]);
        ensure!(rows.len() == set.questions().len() + 1, "{} rows", rows.len());
        let mark = rows[0].iter().position(|name| name == "Mark").context("no marks")?;
        for ((id, right), (number, row)) in done.iter().zip(rows.iter().enumerate().skip(1)) {
            ensure!(row[0] == number.to_string() && row[1] == *id, "row {number} is {row:?}, and not `{id}`");
            ensure!(row[mark] == if *right { "1" } else { "0" }, "the mark of `{id}` is {}", row[mark]);
            let question = set.questions().iter().find(|question| question.id == *id).context("a strange id")?;
            ensure!(row[2] == bank::words(&question.prompt), "row {number} asks {}", row[2]);
            ensure!(!row[3].is_empty(), "row {number} has no answer");
        }
        ensure!(rows[rows.len() - 1][3].is_empty(), "the last question has an answer: {:?}", rows[rows.len() - 1]);
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_data_say_what_the_screen_says() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let folder = TempDir::new()?;
    let story = async |person: &Person, _: &Host| {
        let done = does_most(person, bank, set).await?;
        devtools::downloads_to(person.window(), folder.path()).await?;
        person.clicks(Role::Button, "Save as data (JSON)").await?;
        let data: Value = serde_json::from_slice(&fs::read(downloaded(folder.path(), ".json").await?)?)?;
        let all = set.questions().len();
        let right = done.iter().filter(|(_, right)| *right).count();
        let expected = json!([bank.id(), set.id(), percent(right as f64 / all as f64), all, all - 1]);
        let found = json!([data["bank"], data["set"], data["percent"], data["asked"], data["answered"]]);
        ensure!(found == expected, "the data say {found}, and not {expected}");
        person.reads(&format!("{}% {right} of {all} right", percent(right as f64 / all as f64))).await?;
        let questions = data["questions"].as_array().context("no questions")?;
        ensure!(questions.len() == all, "{} questions", questions.len());
        for ((id, right), question) in done.iter().zip(questions) {
            ensure!(question["id"] == json!(id), "{question} is not `{id}`");
            ensure!(question["mark"].as_f64() == Some(f64::from(u8::from(*right))), "the mark of {question}");
        }
        Ok(())
    };
    Stage::new().play(story).await
}

/// What is wrong with the page as paper: what is folded, cut off or wider than the sheet, or empty.
const ON_PAPER: &str = "
    const wrong = [];
    const wide = document.documentElement.clientWidth;
    for (const one of document.querySelectorAll('details:not([open])')) wrong.push('folded: ' + one.innerText.slice(0, 80));
    for (const one of document.querySelectorAll('main *')) {
      if (!one.checkVisibility() || one.closest('.visually-hidden')) continue;
      const box = one.getBoundingClientRect();
      if (box.right > wide + 1 || box.left < -1) wrong.push('wider than the sheet: ' + one.outerHTML.slice(0, 120));
      const style = getComputedStyle(one);
      const cut = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      if (cut && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
        wrong.push('cut off: ' + one.outerHTML.slice(0, 120));
    }
    return wrong;";

/// Looks at the results as they are printed on a sheet of this width, in CSS pixels.
async fn on_paper(person: &Person, width: u32, set: &Set) -> Result<()> {
    devtools::on_paper(person.window(), width).await?;
    person.window().execute("dispatchEvent(new Event('beforeprint'))", Vec::new()).await?;
    let wrong: Vec<String> = person.window().execute(ON_PAPER, Vec::new()).await?.convert()?;
    ensure!(wrong.is_empty(), "on a sheet of {width} px: {wrong:#?}");
    let page = person.page_text().await?;
    for question in set.questions().iter() {
        ensure!(page.contains(&bank::words(&question.prompt)), "`{}` is not printed", question.id);
    }
    // All of the answered ones are explained.
    let explained = set.questions().iter().filter(|one| page.contains(&bank::all_words(&one.explanation))).count();
    ensure!(explained == set.questions().len() - 1, "{explained} explanations are printed");
    for control in ["Start again", "Save as a table (CSV)", "Progress Keys"] {
        ensure!(!page.contains(control), "“{control}” is printed");
    }
    ensure!(page.starts_with(set.title()), "what is printed does not say of which set it is");
    // The text's address, and not a link to each passage of it.
    ensure!(!page.contains("#:~:text"), "links to passages are printed");
    let bars = "return [...document.querySelectorAll('progress')].map((bar) => getComputedStyle(bar).printColorAdjust)";
    let bars: Vec<String> = person.window().execute(bars, Vec::new()).await?.convert()?;
    ensure!(!bars.is_empty() && bars.iter().all(|bar| bar == "exact"), "bars are printed {bars:?}");
    person.window().execute("dispatchEvent(new Event('afterprint'))", Vec::new()).await?;
    Ok(())
}

#[tokio::test]
async fn a_question_on_paper_has_no_controls_and_says_where_it_is_from() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let question = bank::question(set, 0)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        person.has_the_player().await?;
        devtools::on_paper(person.window(), 673).await?;
        let page = person.page_text().await?;
        ensure!(page.starts_with(set.title()), "it does not begin with the set's title: {page}");
        ensure!(page.contains(&bank::words(&question.prompt)), "the question is not printed");
        for control in ["Check answer", "Skip", "Progress"] {
            ensure!(!page.contains(control), "“{control}” is printed");
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn on_paper_everything_is_unfolded_and_nothing_cut_off() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let story = async |person: &Person, _: &Host| {
        does_most(person, bank, set).await?;
        // A4 and Letter, less the margins that the style sheet sets: 178 and 184 mm at 96 px an inch.
        for width in [673, 695] {
            on_paper(person, width, set).await?;
        }
        for (width, height) in [(21.0, 29.7), (21.59, 27.94)] {
            let page = PrintPage { width, height };
            let printed = person.window().print_page(PrintParameters { page, ..PrintParameters::default() }).await?;
            ensure!(printed.len() > 15_000, "a print of {} bytes", printed.len());
        }
        // Afterwards what was folded is folded again.
        let folded: u32 = person
            .window()
            .execute("return document.querySelectorAll('details:not([open])').length", Vec::new())
            .await?
            .convert()?;
        ensure!(folded > 0, "nothing is folded again after the print");
        Ok(())
    };
    Stage::new().play(story).await
}
