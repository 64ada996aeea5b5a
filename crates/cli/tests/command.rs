//! Owns the tool as a script sees it: exit codes, output formats, and the files that its commands write.
//!
//! Never looks into a diagnostic's words: `tests/diagnostics.rs` does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use sandbox::{Sandbox, tests};
use serde_json::Value;

/// Runs the tool beside the good bank, and compares exit code and printed text with what is expected.
fn check(name: &str, arguments: &[&str], code: i32, stdout: &str, stderr: &str) {
    let output = Sandbox::new(name).verbatim(arguments);
    let (out, err) = printed(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}{err}");
    assert!(out.contains(stdout), "{arguments:?} prints\n{out}");
    assert!(err.contains(stderr), "{arguments:?} says\n{err}");
}

fn printed(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

/// A sandbox with the files of a bad case over the good bank.
fn bad(name: &str, case: &str) -> Sandbox {
    let sandbox = Sandbox::new(name);
    sandbox.add_files(&tests().join("bad").join(case));
    sandbox
}

#[test]
fn a_good_bank_ends_with_0_and_its_counts() {
    let counts = "lending: 1 set, 3 questions, 3 quotations proved, \
                  33 % of the source's sentences quoted (3 of 9); no problems\n";
    check("good", &["check", "lending"], 0, counts, "");
    check("good-file", &["check", "lending/loans.toml"], 0, counts, "");
    check("good-above", &["check", "."], 0, counts.trim_start_matches("lending"), "");
    check("good-source", &["check", "lending", "--source", "lending.txt"], 0, counts, "");
}

#[test]
fn problems_end_with_1_and_warnings_alone_with_0() {
    for (case, code) in [("no-right-option", 1), ("quote-found-twice", 0)] {
        for format in ["human", "json", "github"] {
            let output = bad(&format!("code-{case}"), case).verbatim(&["check", "lending", "--format", format]);
            assert_eq!(output.status.code(), Some(code), "{case} as {format}");
        }
    }
}

#[test]
fn wrong_usage_and_unreadable_input_end_with_2_and_say_what_to_do() {
    check("no-command", &[], 2, "", "Usage: verbatim <COMMAND>");
    check("unknown-command", &["chekc"], 2, "", "check");
    check("unknown-format", &["check", "lending", "--format", "xml"], 2, "", "possible values: human, json, github");
    check("no-path", &["check", "nowhere"], 2, "", "cannot read nowhere");
    check("no-default", &["check"], 2, "", "cannot read questions");
    check("no-bank", &["check", "lending.txt"], 0, "lending: 1 set", "");
    check("no-source", &["check", "lending", "--source", "none.txt"], 2, "", "cannot read none.txt");
    check("source-folder", &["check", "lending", "--source", "lending"], 2, "", "cannot read lending");
    check("no-article", &["fingerprint", "none.txt", "--bank", "lending"], 2, "", "cannot read none.txt");
}

#[test]
fn a_folder_without_a_bank_or_with_an_unfit_name_ends_with_2() {
    let sandbox = Sandbox::new("unfit");
    let check = |path: &str, words: &str| {
        let output = sandbox.verbatim(&["check", path]);
        assert_eq!(output.status.code(), Some(2));
        assert!(printed(&output).1.contains(words), "{}", printed(&output).1);
        assert!(printed(&output).1.contains("help: "), "{}", printed(&output).1);
    };
    fs::create_dir(sandbox.path("empty")).unwrap();
    check("empty", "there is no bank in empty");
    let mut folder = "lending";
    for name in ["Lending Rules", "data", "hosting", "icons"] {
        fs::rename(sandbox.path(folder), sandbox.path(name)).unwrap();
        check(name, "cannot be a bank's id");
        folder = name;
    }
}

#[test]
fn json_says_what_a_person_is_shown() {
    let sandbox = bad("json", "many-problems");
    let human = printed(&sandbox.verbatim(&["check", "lending"])).0;
    let json = printed(&sandbox.verbatim(&["check", "lending", "--format", "json"])).0;
    let document: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["version"], 1);
    assert_eq!(document["banks"][0]["folder"], "lending");
    assert_eq!(document["banks"][0]["counts"], Value::Null);
    let told: Vec<String> = document["diagnostics"].as_array().unwrap().iter().map(headline).collect();
    assert_eq!(told, headlines(&human));
    assert!(told.len() > 10);
}

/// `error[code] file:line:column` of an entry.
fn headline(entry: &Value) -> String {
    let word = |name: &str| entry[name].as_str().unwrap().to_owned();
    let (severity, code, file) = (word("severity"), word("code"), word("file"));
    format!("{severity}[{code}] {file}:{}:{}", entry["line"], entry["column"])
}

/// The same of what a person reads.
fn headlines(human: &str) -> Vec<String> {
    let title = |line: &str| line.split_once("]: ").map(|(title, _)| format!("{title}] "));
    let titles = human.lines().filter_map(title);
    let places = human.lines().filter_map(|line| Some(line.trim_start().strip_prefix("--> ")?.to_owned()));
    titles.zip(places).map(|(title, place)| title + &place).collect()
}

#[test]
fn json_of_a_good_bank_has_its_counts() {
    let json = printed(&Sandbox::new("json-good").verbatim(&["check", "lending", "--format", "json"])).0;
    let document: Value = serde_json::from_str(&json).unwrap();
    let counts = serde_json::json!({
        "sets": 1, "questions": 3, "quotations": 3, "sentences_quoted": 3, "sentences": 9
    });
    assert_eq!(document["banks"][0]["counts"], counts);
    assert_eq!(document["diagnostics"], serde_json::json!([]));
}

#[test]
fn github_gets_one_line_a_problem_at_the_same_places() {
    let sandbox = bad("github", "many-problems");
    let human = printed(&sandbox.verbatim(&["check", "lending"])).0;
    let github = printed(&sandbox.verbatim(&["check", "lending", "--format", "github"])).0;
    let commands: Vec<String> = github.lines().filter_map(command).collect();
    assert_eq!(commands, headlines(&human));
    assert!(github.lines().last().unwrap().starts_with("lending: 14 errors"), "{github}");
}

/// `error[code] file:line:column` of a workflow command.
fn command(line: &str) -> Option<String> {
    let (severity, rest) = line.strip_prefix("::")?.split_once(' ')?;
    let (properties, _) = rest.split_once("::")?;
    let of = |name: &str| {
        let property = |part: &&str| part.starts_with(&format!("{name}="));
        properties.split(',').find(property)?.split_once('=').map(|(_, value)| value)
    };
    Some(format!("{severity}[{}] {}:{}:{}", of("title")?, of("file")?, of("line")?, of("col")?))
}

#[test]
fn a_fingerprint_is_written_anew_as_it_was() {
    let sandbox = Sandbox::new("fingerprint");
    let file = sandbox.path("lending/source.fingerprint");
    let before = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    let output = sandbox.verbatim(&["fingerprint", "lending.txt", "--bank", "lending"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).0.contains("217 words and marks in 9 sentences and 3 paragraphs"));
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    fs::write(sandbox.path("short.txt"), "too short\n").unwrap();
    let output = sandbox.verbatim(&["fingerprint", "short.txt", "--bank", "lending"]);
    assert_eq!(output.status.code(), Some(2));
    fs::write(sandbox.path("latin.txt"), b"caf\xe9 au lait, et rien d'autre").unwrap();
    let output = sandbox.verbatim(&["fingerprint", "latin.txt", "--bank", "lending"]);
    assert!(printed(&output).1.contains("is not UTF-8 text"));
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
}

#[test]
fn the_schemas_beside_the_questions_are_what_the_tool_writes() {
    let sandbox = Sandbox::new("schema");
    assert_eq!(sandbox.verbatim(&["schema", "--out", "written"]).status.code(), Some(0));
    for name in ["bank.schema.json", "set.schema.json"] {
        let [kept, written] = [questions().join(name), sandbox.path("written").join(name)].map(fs::read_to_string);
        assert_eq!(kept.unwrap(), written.unwrap(), "write it anew: cargo verbatim schema");
    }
}

fn questions() -> PathBuf {
    tests().join("../../../questions")
}
