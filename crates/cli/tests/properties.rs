//! Owns what holds for any input of the tool: real files, mutated.
//!
//! Never expects a particular diagnostic: `tests/diagnostics.rs` does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod mutation;

use std::fs;
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use verbatim_cli::files::{Checked, File, Files};
use verbatim_cli::lint::linted;
use verbatim_cli::render::{github, human, inside, json};
use verbatim_core::Pack;
use verbatim_core::diagnostic::{any_error, decode};
use verbatim_core::lint::RULES;

/// The good bank (`tests/good/lending`), or the shipped one.
fn read(folder: &str) -> Files {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let file = |path: PathBuf| File {
        name: path.file_name().unwrap().to_str().unwrap().into(),
        bytes: fs::read(&path).unwrap(),
    };
    let all: Vec<File> = fs::read_dir(&path).unwrap().map(|entry| file(entry.unwrap().path())).collect();
    let ending = |ending: &str| all.iter().filter(|file| file.name.ends_with(ending)).cloned().collect::<Vec<_>>();
    let (mut sets, texts) = (ending(".toml"), ending(".txt"));
    sets.retain(|file| *file.name != *"bank.toml");
    let id = path.file_name().unwrap().to_string_lossy().into_owned();
    let fingerprint = Some(fs::read(path.join("source.fingerprint")).unwrap());
    let bank = file(path.join("bank.toml"));
    let fingerprint_name = "source.fingerprint".into();
    Files { folder: PathBuf::from(&id), id, bank, sets, fingerprint_name, fingerprint, texts }
}

/// Checks and renders a bank in every way, and holds what comes out against what always holds.
fn check(mut files: Files) {
    let checked = files.check(None);
    assert_eq!(checked.bank.is_some(), !any_error(&checked.diagnostics), "{:#?}", checked.diagnostics);
    for diagnostic in &checked.diagnostics {
        let text = &checked.texts[&diagnostic.file];
        let span = inside(text, diagnostic.span);
        assert!(text.get(span.start..span.end).is_some(), "{diagnostic:#?}");
        let decodes = decode(&diagnostic.file, text.as_bytes()).is_ok() && diagnostic.code != "not-utf8";
        assert!(!decodes || span == diagnostic.span, "{diagnostic:#?} {span:?}");
    }
    // What comes out can be played.
    for (bank, set) in checked.bank.iter().flat_map(|bank| bank.sets().iter().map(move |set| (bank, set))) {
        let pack = Pack::new(bank, set);
        assert_eq!(Pack::read(&pack.write().unwrap()), Ok(pack));
    }
    assert_eq!(files.check_and_draft().0.diagnostics, checked.diagnostics);
    check_linted(&files);
    let checked = [checked];
    check_rendering(&checked);
    // The same bytes are judged the same.
    assert_eq!(files.check(None).diagnostics, checked[0].diagnostics);
    files.fingerprint = None;
    assert!(files.check(None).bank.is_none());
}

/// Whatever the linter finds has its place in a file of the bank, and a bank with errors keeps them.
fn check_linted(files: &Files) {
    let sound = files.check(None).bank.is_some();
    let linted = [linted(files, true)];
    for diagnostic in &linted[0].diagnostics {
        assert_eq!(sound, RULES.iter().any(|rule| rule.name == diagnostic.code), "{diagnostic:#?}");
        let text = &linted[0].texts[&diagnostic.file];
        assert!(!sound || inside(text, diagnostic.span) == diagnostic.span, "{diagnostic:#?}");
    }
    check_rendering(&linted);
}

fn check_rendering(checked: &[Checked]) {
    let count = checked[0].diagnostics.len();
    let human = human::text(checked, &Renderer::plain());
    let titles = |line: &&str| line.starts_with("error[") || line.starts_with("warning[");
    assert_eq!(human.lines().filter(titles).count(), count, "{human}");
    assert_eq!(human.lines().filter(|line| line.trim_start().starts_with("--> ")).count(), count, "{human}");
    let document: serde_json::Value = serde_json::from_str(&json::document(checked).unwrap()).unwrap();
    assert_eq!(document["diagnostics"].as_array().unwrap().len(), count);
    let github = github::text(checked);
    assert_eq!(github.lines().filter(|line| line.starts_with("::")).count(), count, "{github}");
    assert_eq!(github.lines().count(), count + 1, "{github}");
}

mod properties {
    use proptest::prelude::*;

    use super::mutation::mutations;
    use super::{check, read};

    fn config(cases: u32) -> ProptestConfig {
        ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
    }

    proptest! {
        #![proptest_config(config(300))]

        #[test]
        fn a_mutated_small_bank_is_judged_and_rendered(mutations in mutations()) {
            let mut files = read("tests/good/lending");
            mutations.iter().for_each(|mutation| mutation.apply(&mut files));
            check(files);
        }
    }

    proptest! {
        #![proptest_config(config(40))]

        #[test]
        fn a_mutated_shipped_bank_is_judged_and_rendered(mutations in mutations()) {
            let mut files = read("../../questions/wuzhen-2015");
            mutations.iter().for_each(|mutation| mutation.apply(&mut files));
            check(files);
        }

        #[test]
        fn a_mutated_bank_of_every_kind_is_judged_and_rendered(mutations in mutations()) {
            let mut files = read("../../questions/tour");
            mutations.iter().for_each(|mutation| mutation.apply(&mut files));
            check(files);
        }
    }
}
