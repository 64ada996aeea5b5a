//! Owns the comparison of every bad input under `tests/bad` with the diagnostics expected beside it.
//!
//! Never holds an input or an expectation itself. A case is a folder whose files are put over those of the good
//! bank (`tests/good/lending`), and beside them:
//!
//! - `expected.txt`: what `verbatim check lending` prints, with `{kinds}` for the names of all kinds of question.
//!   `UPDATE_EXPECTED=1` writes it anew;
//! - `without.txt`: names of files that are taken out of the bank, one a line;
//! - `arguments.txt`: more arguments for the tool, one a line;
//! - `NAME.recipe`: a file `NAME` too large to keep: how often it repeats, and on the next line what.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;
use std::path::Path;

use sandbox::{Sandbox, tests};
use serde_json::Value;
use verbatim_core::bank::shape;

#[test]
fn every_bad_input_is_reported_as_expected() {
    let mut cases: Vec<_> = fs::read_dir(tests().join("bad")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 36, "only {} cases", cases.len());
    let failed: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(failed.is_empty(), "{} of {} cases:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

/// Compares what the tool says of a case with what is expected; an error names the case and the difference.
fn check(case: &Path) -> Result<(), String> {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let sandbox = assemble(case, &name);
    let more = read(&case.join("arguments.txt"));
    let arguments: Vec<&str> = ["check", "lending"].into_iter().chain(more.lines()).collect();
    let human = sandbox.verbatim(&arguments);
    let printed = String::from_utf8(human.stdout).map_err(|error| format!("{name}: {error}"))?;
    let json = sandbox.verbatim(&[arguments.as_slice(), &["--format", "json"]].concat());
    let document: Value = serde_json::from_slice(&json.stdout).map_err(|error| format!("{name}: {error}"))?;
    let diagnostics = document.get("diagnostics").and_then(|list| list.as_array()).unwrap();
    let wrong = diagnostics.iter().any(|diagnostic| diagnostic["severity"] == "error");
    if human.status.code() != Some(i32::from(wrong)) || json.status.code() != human.status.code() {
        return Err(format!("{name}: exit {:?}\n{}", human.status, String::from_utf8_lossy(&human.stderr)));
    }
    if diagnostics.is_empty() {
        return Err(format!("{name}: nothing is reported"));
    }
    diagnostics.iter().try_for_each(|one| complete(one, &printed)).map_err(|lack| format!("{name}: {lack}"))?;
    compare(&case.join("expected.txt"), &printed).map_err(|difference| format!("{name}: {difference}"))
}

fn assemble(case: &Path, name: &str) -> Sandbox {
    let sandbox = Sandbox::new(&format!("bad-{name}"));
    sandbox.add_files(case);
    for beside in ["expected.txt", "without.txt", "arguments.txt"] {
        let _ = fs::remove_file(sandbox.path("lending").join(beside));
    }
    for without in read(&case.join("without.txt")).lines() {
        fs::remove_file(sandbox.path("lending").join(without)).unwrap();
    }
    for entry in fs::read_dir(case).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|ending| ending == "recipe") {
            let recipe = fs::read_to_string(&file).unwrap();
            let (times, part) = recipe.split_once('\n').unwrap();
            let made = sandbox.path("lending").join(file.file_stem().unwrap());
            fs::write(made, part.repeat(times.parse().unwrap())).unwrap();
        }
    }
    sandbox
}

/// Whether a diagnostic has all that an author needs, in the form that all of them share.
fn complete(diagnostic: &Value, printed: &str) -> Result<(), String> {
    let text = |name: &str| diagnostic[name].as_str().unwrap_or_default();
    let (code, message) = (text("code"), text("message"));
    let place = format!("{}:{}:{}", text("file"), diagnostic["line"], diagnostic["column"]);
    let lower = message.starts_with(|c: char| c.is_lowercase() || "`“\"".contains(c));
    let demands = [
        (!code.is_empty() && printed.contains(&format!("[{code}]: {message}")), "code and message are printed"),
        (printed.contains(&format!("> {place}\n")), "file:line:column is printed"),
        (!text("hint").is_empty(), "there is a hint"),
        (lower && !message.ends_with('.'), "the message begins in lower case and has no full stop"),
    ];
    match demands.iter().find(|(met, _)| !met) {
        Some((_, demand)) => Err(format!("not so: {demand}: {code} at {place}: {message}")),
        None => Ok(()),
    }
}

fn compare(expected: &Path, printed: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(expected, printed.replace(&kinds(), KINDS)).unwrap();
    }
    let expected = read(expected).replace(KINDS, &kinds());
    if expected == printed { Ok(()) } else { Err(format!("expected\n{expected}\nand this is printed\n{printed}")) }
}

/// What stands for the names of all kinds in what is expected, so that a new kind changes no expectation.
const KINDS: &str = "{kinds}";

fn kinds() -> String {
    shape::kinds().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ")
}

/// The text of a file; empty where there is none.
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}
