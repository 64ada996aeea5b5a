//! Owns the promise that a student's progress is hers: to save to a file, to erase, to read on another device.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use thirtyfour::By;
use verbatim_core::{Bank, Set};
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::mixed;
use verbatim_tests::wait::until;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// What three answers in practice leave: the beginning, and each of them.
const ENTRIES: &str = "4 entries are saved.";

/// The one file that has been downloaded into a folder, once it is whole.
pub async fn downloaded(folder: &Path, end: &str) -> Result<PathBuf> {
    until(format!("a download that ends in {end}"), async || {
        let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        let is_it = |path: &&PathBuf| path.to_string_lossy().ends_with(end);
        Ok(files.iter().find(is_it).filter(|path| fs::metadata(path).is_ok_and(|file| file.len() > 0)).cloned())
    })
    .await
}

async fn three_answers(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    person.opens_set(bank, set).await?;
    person.answers_first(3, set, mixed).await?;
    person.clicks(Role::Link, "Progress").await?;
    person.reads(ENTRIES).await
}

/// Saves the progress to a file.
async fn saves(person: &Person, folder: &Path) -> Result<PathBuf> {
    devtools::downloads_to(person.window(), folder).await?;
    person.clicks(Role::Button, "Save to a file").await?;
    downloaded(folder, ".txt").await
}

/// Gives the page a file to read.
async fn gives_file(person: &Person, file: &Path) -> Result<()> {
    let input = person.window().find(By::Css("input[type=file]")).await?;
    input.send_keys(file.to_str().context("a path that is not UTF-8")?).await?;
    Ok(())
}

async fn knows_three(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    person.opens(&format!("{}/results", bank::address(bank, set))).await?;
    person.sees_score(2, set.questions().len()).await
}

/// Asks for everything to be erased, and says yes or no.
async fn erases(person: &Person, answer: &str) -> Result<()> {
    person.clicks(Role::Button, "Erase everything").await?;
    person.reads("Erase all your answers to all sets?").await?;
    person.clicks_in_dialog(answer).await
}

#[tokio::test]
async fn a_file_takes_progress_to_another_device() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let folder = TempDir::new()?;
    let story = async |person: &Person, _: &Host| {
        three_answers(person, bank, set).await?;
        let file = saves(person, folder.path()).await?;
        let text = fs::read_to_string(&file)?;
        let lines: Vec<&str> = text.lines().collect();
        ensure!(lines.first() == Some(&"verbatim progress 1"), "the file begins {:?}", lines.first());
        let key = format!("{}/{}\t2 ", bank.id(), set.id());
        ensure!(lines.len() == 5 && lines[1..].iter().all(|line| line.starts_with(&key)), "the file holds {text}");
        person.reads_no("entries were added").await?;
        // Read where it came from, it adds nothing.
        gives_file(person, &file).await?;
        person.reads("The file holds nothing that was not here already.").await?;
        person.reads(ENTRIES).await
    };
    Stage::new().play(story).await?;
    // There is none where a browser cannot play this: that was said above.
    let Some(file) = fs::read_dir(folder.path())?.next() else { return Ok(()) };
    let file = file?.path();
    let elsewhere = async |person: &Person, _: &Host| {
        person.opens("#/progress").await?;
        person.reads("Nothing is saved yet.").await?;
        gives_file(person, &file).await?;
        person.reads_in(Role::Status, "4 entries were added from the file.").await?;
        person.reads(ENTRIES).await?;
        gives_file(person, &file).await?;
        person.reads("The file holds nothing that was not here already.").await?;
        knows_three(person, bank, set).await?;
        person.window().refresh().await?;
        knows_three(person, bank, set).await
    };
    Stage::new().play(elsewhere).await
}

#[tokio::test]
async fn a_strange_file_changes_nothing() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let folder = TempDir::new()?;
    let story = async |person: &Person, _: &Host| {
        three_answers(person, bank, set).await?;
        let strange: [(&str, &[u8]); 3] =
            [("notes.txt", b"milk, eggs, bread"), ("empty.txt", b""), ("picture.txt", &[0xff, 0xd8, 0xff, 0x00, 0x80])];
        for (name, bytes) in strange {
            let file = folder.path().join(name);
            fs::write(&file, bytes)?;
            gives_file(person, &file).await?;
            person.reads("This is not a file that Verbatim saved. Nothing was changed.").await?;
            person.window().refresh().await?;
            person.reads(ENTRIES).await?;
        }
        knows_three(person, bank, set).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn erasing_asks_first_and_can_be_undone() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        three_answers(person, bank, set).await?;
        erases(person, "Cancel").await?;
        person.is_taken_to("Erase everything").await?;
        person.reads(ENTRIES).await?;
        erases(person, "Erase everything").await?;
        person.reads("Your progress is erased.").await?;
        person.reads("Nothing is saved yet.").await?;
        person.clicks(Role::Button, "Undo").await?;
        person.reads(ENTRIES).await?;
        person.finds_no(Role::Button, "Undo").await?;
        knows_three(person, bank, set).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn what_is_erased_stays_erased() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        three_answers(person, bank, set).await?;
        erases(person, "Erase everything").await?;
        person.reads("Your progress is erased.").await?;
        person.window().refresh().await?;
        person.reads("Nothing is saved yet.").await?;
        person.opens_set(bank, set).await?;
        person.finds(Role::Link, "Start").await?;
        person.reads_no("answered").await
    };
    Stage::new().play(story).await
}
