//! Owns the comparison of every example of a rule under `tests/lint` with what `verbatim lint` is expected to say of it.
//!
//! Never holds an example or an expectation itself. A rule has a folder with its name, and in it files that take the
//! place of the good bank's set (`tests/good/lending/loans.toml`):
//!
//! - `bad-….toml`: of these at least three, each of another sort, in which the rule finds something;
//! - `good-….toml`: of these at least two, near to a bad one, in which no rule finds anything;
//! - `expected.txt`: what is printed of the bad ones, one after another. `UPDATE_EXPECTED=1` writes it anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;
use std::path::{Path, PathBuf};

use sandbox::{Sandbox, tests};
use verbatim_core::lint::RULES;

#[test]
fn every_rule_finds_its_bad_examples_and_spares_its_good_ones() {
    let failed: Vec<String> = RULES.iter().flat_map(|rule| check(rule.name)).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_folder_is_that_of_a_rule() {
    let folders = fs::read_dir(tests().join("lint")).unwrap().map(|entry| entry.unwrap().file_name());
    let known = |name: &str| RULES.iter().any(|rule| rule.name == name);
    folders.for_each(|name| assert!(known(&name.to_string_lossy()), "{name:?}"));
}

/// What is not as it should be with the examples of a rule.
fn check(rule: &str) -> Vec<String> {
    let folder = tests().join("lint").join(rule);
    let (bad, good) = (examples(&folder, "bad-"), examples(&folder, "good-"));
    let mut failed = Vec::new();
    if bad.len() < 3 || good.len() < 2 {
        failed.push(format!("{rule}: {} bad examples and {} good ones", bad.len(), good.len()));
    }
    let mut printed = String::new();
    for example in &bad {
        let (code, said) = lint(example, &["--deny-all"]);
        if code != Some(1) || !said.contains(&format!("error[{rule}]: ")) {
            failed.push(format!("{}: exit {code:?}\n{said}", example.display()));
        }
        printed += &format!("== {}\n\n{said}\n", example.file_name().unwrap().to_string_lossy());
    }
    for example in &good {
        let (code, said) = lint(example, &["--deny-all"]);
        if code != Some(0) || !said.contains(" 0 findings") {
            failed.push(format!("{}: exit {code:?}\n{said}", example.display()));
        }
    }
    failed.extend(compare(&folder.join("expected.txt"), &printed).err());
    failed
}

fn examples(folder: &Path, begin: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begin));
    let mut list: Vec<PathBuf> = entries.filter(named).collect();
    list.sort();
    list
}

/// The exit code, and what is printed of the good bank with this file as its set.
fn lint(example: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let name = example.file_stem().unwrap().to_string_lossy();
    let rule = example.parent().unwrap().file_name().unwrap().to_string_lossy();
    let sandbox = Sandbox::new(&format!("lint-{rule}-{name}"));
    fs::copy(example, sandbox.path("lending/loans.toml")).unwrap();
    let output = sandbox.verbatim(&[&["lint", "lending"], arguments].concat());
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn compare(expected: &Path, printed: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(expected, printed).unwrap();
    }
    let known = fs::read_to_string(expected).unwrap_or_default();
    if known == printed {
        return Ok(());
    }
    Err(format!("{}: expected\n{known}\nand this is printed\n{printed}", expected.display()))
}
