//! Owns what `coverage` and `stats` tell: the good bank's tables as files, the totals of the shipped banks, and
//! exit codes.
//!
//! Never counts anything anew but questions. `UPDATE_EXPECTED=1` writes the files in `tests/good/told` anew.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use sandbox::{Sandbox, tests};
use serde_json::Value;

/// Compares what is printed of the good bank with the file that is kept.
fn check(kept: &str, arguments: &[&str]) {
    let output = Sandbox::new(&format!("told-{kept}")).verbatim(arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let (path, printed) = (tests().join("good/told").join(kept), printed(&output));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &printed).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), printed, "{kept}");
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let output = sandbox.verbatim(&[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_good_bank_is_told_as_it_was() {
    check("coverage.txt", &["coverage", "lending"]);
    check("coverage-with-source.txt", &["coverage", "lending", "--source", "lending.txt"]);
    check("coverage.json", &["coverage", "lending", "--format", "json"]);
    check("stats.txt", &["stats", "lending"]);
    check("stats.json", &["stats", "lending", "--format", "json"]);
}

#[test]
fn between_two_places_there_is_one_degree_of_freedom() {
    let sandbox = Sandbox::new("told-degree");
    let two_options = fs::read_to_string(tests().join("bad/misspelt-concept/loans.toml")).unwrap();
    fs::write(sandbox.path("lending/loans.toml"), two_options.replace("laon", "loan")).unwrap();
    let told = printed(&sandbox.verbatim(&["stats", "lending"]));
    assert!(told.contains(", 1 degree of freedom, p = "), "{told}");
}

#[test]
fn too_little_ends_with_1_and_says_what_is_missing() {
    let sandbox = Sandbox::new("told-min");
    let set = sandbox.path("lending/loans.toml");
    let rated = fs::read_to_string(&set).unwrap().replace("[\"loan\"]\n", "[\"loan\"]\ndifficulty = \"remember\"\n");
    fs::write(&set, rated.replace("\"waiting-list\"]\n", "\"waiting-list\"]\ndifficulty = \"apply\"\n")).unwrap();
    let run = |demand: &[&str], code: i32, said: &[&str]| {
        let output = sandbox.verbatim(&[&["coverage", "lending"], demand].concat());
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), errors.lines().count()), (Some(code), said.len()), "{demand:?} {errors}");
        assert!(said.iter().all(|said| errors.contains(said)), "{errors}");
    };
    run(&["--min", "33.3"], 0, &[]);
    run(&["--min", "33.4%"], 1, &["33.3 % of the sentences are quoted, and 33.4 % are demanded"]);
    let few = ["`waiting-list` is asked about on 1 of 2 levels", "`fees` is asked about on 0 of 2 levels"];
    run(&["--min-levels", "2"], 1, &few);
    run(&["--min", "0"], 0, &[]);
    for (option, value) in
        [("--min", "101"), ("--min", "-5"), ("--min", "0.95"), ("--min-levels", "0"), ("--min-levels", "9")]
    {
        let output = sandbox.verbatim(&["coverage", "lending", option, value]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && said.contains(option), "{value} {said}");
    }
}

#[test]
fn nothing_is_told_of_a_bank_with_an_error() {
    let sandbox = Sandbox::new("told-bad");
    sandbox.add_files(&tests().join("bad/no-right-option"));
    for arguments in [&["coverage", "lending", "--html", "page.html"][..], &["stats", "lending"]] {
        let output = sandbox.verbatim(arguments);
        assert_eq!((output.status.code(), printed(&output).as_str()), (Some(1), ""));
        assert!(String::from_utf8_lossy(&output.stderr).contains("error["), "{output:?}");
    }
    assert!(!sandbox.path("page.html").exists());
}

/// The number of questions in the files of a shipped bank.
fn written(bank: &PathBuf) -> u64 {
    let files = fs::read_dir(bank).unwrap().map(|entry| entry.unwrap().path());
    let sets = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let count = |path: PathBuf| fs::read_to_string(path).unwrap().lines().filter(|l| *l == "[[question]]").count();
    u64::try_from(sets.map(count).sum::<usize>()).unwrap()
}

#[test]
fn the_totals_of_shipped_banks_agree() {
    let sandbox = Sandbox::new("told-shipped");
    for name in ["tour", "wuzhen-2015"] {
        let folder = tests().join("../../../questions").join(name);
        let path = folder.to_string_lossy().into_owned();
        let stats = &json(&sandbox, &["stats", &path])["banks"][0];
        let sum = |list: Vec<&Value>| list.iter().map(|count| count.as_u64().unwrap()).sum::<u64>();
        let all = written(&folder);
        assert_eq!(stats["totals"]["questions"], all, "{name}");
        assert_eq!(sum(stats["kinds"].as_object().unwrap().values().collect()), all);
        assert_eq!(sum(stats["difficulties"].as_object().unwrap().values().collect()), all);
        let of_sets = |field: &str| stats["sets"].as_array().unwrap().iter().map(|s| &s["totals"][field]).collect();
        assert_eq!(sum(of_sets("questions")), all);
        assert!((0.05..=0.25 + 1e-9).contains(&stats["totals"]["guess"].as_f64().unwrap()), "{}", stats["totals"]);
        // Neither where the right options stand nor their words give them away.
        assert!(stats["keys"]["p"].as_f64().unwrap() > 0.2, "{}", stats["keys"]);
        for trick in stats["tricks"].as_array().unwrap() {
            assert!(trick["p"].as_f64().unwrap() > 0.05, "{trick}");
        }
        let coverage = &json(&sandbox, &["coverage", &path])["banks"][0];
        let quoted = coverage["sentences"].as_array().unwrap().iter().filter(|s| s["by"] != serde_json::json!([]));
        assert_eq!(coverage["sentences_quoted"], quoted.count());
    }
    let tour = tests().join("../../../questions/tour").to_string_lossy().into_owned();
    let kinds = &json(&sandbox, &["stats", &tour])["banks"][0]["kinds"];
    assert!(kinds.as_object().unwrap().values().all(|count| count.as_u64().unwrap() > 0), "{kinds}");
}
