//! Owns the promise that one file is what it says: no larger than it may be, the same each time, closed to anything else,
//! and never a blank page.

use std::fs;

use anyhow::{Context, Result, ensure};
use verbatim_tests::browser::devtools;
use verbatim_tests::wait::until_true;
use verbatim_tests::{OneFile, Outcome, Person, bank, page};

use super::{FILE, stage, with};

/// The most that the file of one set may weigh, in bytes.
const MOST: usize = 220_000;

/// What the packed part begins with.
const PACKED: &str = "<script type=\"application/octet-stream\"";

/// Waits for words, without the player that would say when it is there.
async fn reads_early(person: &Person, words: &str) -> Result<()> {
    until_true(format!("“{words}”"), async || Ok(person.page_text().await?.contains(words))).await
}

#[tokio::test]
async fn without_scripts_it_says_what_it_is_and_what_it_needs() -> Outcome {
    with(stage(), async |person, _, _, set| {
        devtools::without_scripts(person.window()).await?;
        person.opens("").await?;
        let read = person.page_text().await?;
        for words in [set.title(), set.about(), "This file is a quiz.", "needs JavaScript"] {
            ensure!(read.contains(words), "no “{words}” in: {read}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_that_is_too_old_is_told_so() -> Outcome {
    for lacking in ["delete self.DecompressionStream", "delete self.WebAssembly"] {
        with(stage(), async |person, _, _, set| {
            devtools::run_before_pages(person.window(), lacking).await?;
            person.opens("").await?;
            reads_early(person, "This browser is too old for the quiz.").await?;
            reads_early(person, set.title()).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_file_that_was_damaged_says_so() -> Outcome {
    for share in [0.5, 0.9] {
        with(stage().troubled(), async |person, host, _, _| {
            let path = host.site().replacen("file://", "", 1);
            let text = fs::read_to_string(&path)?;
            let (before, packed) = text.split_once(PACKED).context("nothing is packed in it")?;
            let place = (packed.len() as f64 * share) as usize;
            let (kept, altered) = packed.split_at_checked(place).context("no such place")?;
            fs::write(&path, format!("{before}{PACKED}{kept}{}", altered.replacen('A', "B", 1)))?;
            person.opens("").await?;
            reads_early(person, "The quiz could not be started. The file may be damaged").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn no_other_script_becomes_part_of_it() -> Outcome {
    let stage = stage().refusing();
    with(stage, async |person, _, _, set| {
        person.opens("").await?;
        person.is_on_page(set.title()).await?;
        let script = "
            const script = document.createElement('script');
            try { script.textContent = 'window.foreign = 1'; document.head.append(script) } catch {}
            try { trustedTypes.createPolicy('verbatim', { createScript: (text) => text }); return 'a policy' } catch {}
            return window.foreign ?? 'nothing'";
        let ran = person.window().execute(script, Vec::new()).await?.json().to_string();
        ensure!(ran == "\"nothing\"", "{ran} came in");
        Ok(())
    })
    .await
}

#[test]
fn the_file_of_no_set_is_larger_than_it_may_be() -> Result<()> {
    for bank in bank::banks()? {
        for set in bank.sets() {
            let file = OneFile::of(&[&format!("{}/{}.toml", bank.id(), set.id())])?;
            let size = file.text()?.len();
            ensure!(size <= MOST, "the file of {}/{} has {size} bytes, and may have {MOST}", bank.id(), set.id());
        }
    }
    Ok(())
}

#[test]
fn two_exports_of_the_same_set_are_the_same_bytes() -> Result<()> {
    let export = || OneFile::of(FILE)?.text();
    ensure!(export()? == export()?, "they differ");
    Ok(())
}

#[test]
fn its_policy_allows_nothing_unsafe_and_no_address() -> Result<()> {
    let text = OneFile::of(FILE)?.text()?;
    let policy = page::policy(&text)?;
    let unsafe_words: Vec<_> = policy.split([' ', ';']).filter(|word| word.contains("unsafe")).collect();
    ensure!(unsafe_words == ["'wasm-unsafe-eval'"], "{policy}");
    ensure!(policy.starts_with("default-src 'none';") && !policy.contains("'self'"), "{policy}");
    let (shell, _) = text.split_once(PACKED).context("nothing is packed in it")?;
    for leading in ["src=", "href=\"http", "href=\"/", "href=\"./", "serviceWorker", "manifest"] {
        ensure!(!shell.contains(leading), "the shell has `{leading}`");
    }
    Ok(())
}
