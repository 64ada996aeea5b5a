//! Owns the command `lint` as a script sees it: levels, allowances, exit codes, and what is told of a rule.
//!
//! Never holds examples of a rule: `tests/lint.rs` does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;

use sandbox::{Sandbox, tests};
use serde_json::Value;
use verbatim_cli::lint::document;

/// What the tool says of a bank whose one question has a negative stem that is not emphasised: exit code and words.
/// `bank` is added to bank.toml, and `question` to the question.
fn check(name: &str, (bank, question): (&str, &str), arguments: &[&str], code: i32, words: &str) {
    let sandbox = Sandbox::new(&format!("lint-command-{name}"));
    let set = fs::read_to_string(tests().join("lint/negative-stem/bad-which-does-not.toml")).unwrap();
    fs::write(
        sandbox.path("lending/loans.toml"),
        set.replace("kind = \"choice\"\n", &format!("kind = \"choice\"\n{question}\n")),
    )
    .unwrap();
    let own = fs::read_to_string(sandbox.path("lending/bank.toml")).unwrap();
    fs::write(sandbox.path("lending/bank.toml"), format!("{own}\n{bank}\n")).unwrap();
    let output = sandbox.verbatim(&[&["lint", "lending"], arguments].concat());
    let printed = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{printed}");
    assert!(printed.contains(words), "{words} is not in\n{printed}");
}

const NOTHING: (&str, &str) = ("", "");

#[test]
fn a_rule_warns_unless_the_bank_says_otherwise() {
    check("warn", NOTHING, &[], 0, "warning[negative-stem]");
    check("deny", ("[lint]\nnegative-stem = \"deny\"", ""), &[], 1, "error[negative-stem]");
    check("allow", ("[lint]\nnegative-stem = \"allow\"", ""), &[], 0, "1 question, 0 findings, 0 allowances");
    check("deny-all", ("[lint]\nnegative-stem = \"allow\"", ""), &["--deny-all"], 1, "error[negative-stem]");
}

#[test]
fn a_question_may_allow_what_a_rule_finds_with_a_reason() {
    let allow = ("", "allow = { negative-stem = \"the source says what is not needed\" }");
    check("allowed", allow, &["--deny-all"], 0, "0 findings, 1 allowance\n");
    check("no-reason", ("", "allow = { negative-stem = \" \" }"), &[], 1, "error[empty-text]");
    check("no-table", ("", "allow = [\"negative-stem\"]"), &[], 1, "error[wrong-type]");
}

#[test]
fn an_allowance_under_a_header_of_its_own_is_read() {
    let sandbox = Sandbox::new("lint-command-header");
    let set = fs::read_to_string(tests().join("lint/negative-stem/bad-which-does-not.toml")).unwrap();
    let allow = "\n  [question.allow]\n  negative-stem = \"the source says what is not needed\"\n";
    fs::write(sandbox.path("lending/loans.toml"), set + allow).unwrap();
    let output = sandbox.verbatim(&["lint", "lending", "--deny-all"]);
    assert!(output.status.success(), "{}", String::from_utf8(output.stdout).unwrap());
}

#[test]
fn a_name_that_no_rule_has_is_reported_with_the_likely_one() {
    check("misspelt", ("", "allow = { negative-sten = \"x\" }"), &[], 1, "did you mean `negative-stem`?");
    check("misspelt-level", ("[lint]\nlongest-options = \"deny\"", ""), &[], 1, "did you mean `longest-option`?");
    check("no-level", ("[lint]\nlongest-option = \"forbid\"", ""), &[], 1, "`deny`");
}

#[test]
fn a_bank_with_errors_keeps_them_and_says_what_to_do_first() {
    check(
        "errors",
        ("", "concepts = [\"none\"]"),
        &[],
        1,
        "1 error, so that it was not linted; run `verbatim check` first",
    );
}

#[test]
fn findings_are_printed_for_programs_too() {
    check("github", NOTHING, &["--format", "github"], 0, "::warning file=lending/loans.toml,line=");
    let sandbox = Sandbox::new("lint-command-json");
    let output = sandbox.verbatim(&["lint", "lending", "--format", "json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&document["banks"][0]["allowed"], &document["version"]), (&Value::from(0), &Value::from(1)));
}

#[test]
fn a_rule_explains_itself() {
    let run = |arguments: &[&str]| Sandbox::new("lint-command-explain").verbatim(arguments);
    let told = String::from_utf8(run(&["lint", "--explain", "stem-clue"]).stdout).unwrap();
    assert!(told.starts_with("stem-clue: ") && told.contains("\nFrom: Haladyna"), "{told}");
    let unknown = run(&["lint", "--explain", "none"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("the rules are longest-option, "));
    let listed = String::from_utf8(run(&["lint", "--rules"]).stdout).unwrap();
    assert!(listed.lines().any(|line| line.starts_with("copied-why ")), "{listed}");
}

#[test]
fn the_page_about_the_rules_is_what_the_tool_writes() {
    let page = fs::read_to_string(tests().join("../../../docs/lint.md")).unwrap_or_default();
    assert!(page == document(), "write it again: cargo verbatim lint --rules --markdown > docs/lint.md");
}
