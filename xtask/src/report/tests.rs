//! Owns the examples of runs, beside the table and the last line that they come to.
//! Never runs a test program.

use super::*;
use crate::plan::Engine;

const CHROMIUM: Run = Run::Site(Engine::Chromium);

fn tally(property: u64, passed: u64, failed: u64) -> Tally {
    let count = |passed, failed| Count { passed, failed, ignored: 0 };
    Tally {
        property: count(property, 0),
        other: count(passed, failed),
        failed: Vec::new(),
        broken: 0,
        unable: Vec::new(),
    }
}

fn check(ends: Vec<RunEnd>, filter: Option<&str>, expected: &str) {
    let text = Report::new(ends, filter).text();
    let lines: Vec<_> = text.lines().map(|line| line.split_whitespace()).collect();
    let lines: Vec<_> = lines.into_iter().map(|words| words.collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(lines.join("\n"), expected.replace("        ", ""));
}

#[test]
fn the_last_line_is_the_sum_of_the_table() {
    let ends = vec![
        RunEnd::ran(Run::Unit, tally(4, 10, 1), false),
        RunEnd::ran(Run::Wasm, tally(0, 3, 0), true),
        RunEnd::ran(CHROMIUM, tally(0, 7, 0), true),
    ];
    let expected = "
        tests passed failed ignored
        unit 10 1 0
        property 4 0 0
        wasm 3 0 0
        chromium 7 0 0

        24 passed, 1 failed";
    check(ends, None, expected);
}

#[test]
fn what_a_browser_cannot_play_is_told_below_the_table() {
    let mut tally = tally(0, 7, 0);
    tally.other.ignored = 1;
    tally.unable.push("tabs::a: it has one tab".to_owned());
    let ends = vec![RunEnd::ran(Run::Site(Engine::Webkit), tally, true)];
    let expected = "
        tests passed failed ignored
        webkit 7 0 1

        not played in webkit: tabs::a: it has one tab

        7 passed, 0 failed";
    check(ends, None, expected);
}

#[test]
fn tests_that_a_browser_cannot_play_are_not_taken_for_a_filter_without_any() {
    let mut tally = tally(0, 0, 0);
    tally.other.ignored = 1;
    tally.unable.push("files::a: it prints nothing".to_owned());
    let ends = vec![RunEnd::ran(Run::Site(Engine::Webkit), tally, true)];
    let expected = "webkit: this browser can play none of these tests

        tests passed failed ignored
        webkit 0 1 1

        not played in webkit: files::a: it prints nothing

        0 passed, 1 failed";
    check(ends, Some("files"), expected);
}

#[test]
fn what_passes_when_it_is_played_again_is_told_and_the_rest_has_failed() {
    let named = |mut tally: Tally, failed: &[&str]| {
        tally.failed = failed.iter().map(|&test| test.to_owned()).collect();
        tally
    };
    let run = Run::Site(Engine::Firefox);
    let first = RunEnd::ran(run, named(tally(0, 7, 2), &["a::b", "c::d"]), false);
    assert_eq!(first.failed(), ["a::b", "c::d"]);
    let again = RunEnd::ran(run, named(tally(0, 1, 1), &["c::d"]), false);
    let expected = "
        tests passed failed ignored
        firefox 8 1 0

        passed only when played again in firefox: a::b

        8 passed, 1 failed";
    check(vec![first.clone().played_again(&again)], None, expected);
    let expected = "
        tests passed failed ignored
        firefox 7 2 0

        7 passed, 2 failed";
    check(vec![first.played_again(&RunEnd::not_run(run, "no browser"))], None, expected);
}

#[test]
fn a_step_that_could_not_run_counts_as_one_failed_and_says_why() {
    let ends = vec![RunEnd::not_run(CHROMIUM, "no browser")];
    let expected = "chromium: no browser

        tests passed failed ignored
        chromium 0 1 0

        0 passed, 1 failed";
    check(ends, None, expected);
}

#[test]
fn a_step_that_did_not_compile_is_not_taken_for_one_that_passed() {
    let end = RunEnd::ran(Run::Unit, Tally::default(), false);
    assert!(!Report::new(vec![end], None).is_good());
}

#[test]
fn a_broken_test_program_is_a_failure_even_when_all_that_it_told_passed() {
    let mut broken = tally(0, 5, 0);
    broken.broken = 1;
    let end = RunEnd::ran(Run::Wasm, broken, false);
    assert_eq!(Report::new(vec![end], None).total().failed, 1);
}

#[test]
fn a_step_without_tests_fails_unless_a_filter_left_it_none() {
    let ends = || vec![RunEnd::ran(Run::Unit, tally(0, 1, 0), true), RunEnd::ran(Run::Wasm, Tally::default(), true)];
    assert!(!Report::new(ends(), None).is_good());
    assert!(Report::new(ends(), Some("mark")).is_good());
}

#[test]
fn a_filter_that_leaves_no_test_at_all_fails() {
    let ends = vec![RunEnd::ran(Run::Unit, Tally::default(), true)];
    let report = Report::new(ends, Some("xyz"));
    assert!(report.text().starts_with("unit: no test's name contains `xyz`\n"));
    assert!(!report.is_good());
}
