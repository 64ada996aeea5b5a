//! Owns the examples of what test programs print, beside what they come to.
//! Never runs a test program.

use super::*;

fn count(passed: u64, failed: u64, ignored: u64) -> Count {
    Count { passed, failed, ignored }
}

fn check(lines: &str, property: Count, other: Count, broken: u64) {
    let mut reader = Reader::default();
    lines.lines().for_each(|line| reader.read(line));
    let tally = reader.finish();
    let (failed, unable) = (tally.failed.clone(), tally.unable.clone());
    let expected = Tally { property, other, broken, failed, unable };
    assert_eq!(tally, expected, "{lines}");
}

#[test]
fn property_tests_are_told_by_their_path() {
    let lines = "\
running 4 tests
test mark::tests::a_mark_has_reasons ... ok
test bank::properties::no_input_panics ... ok
test bank::properties::every_quote_stands ... FAILED
test attempt::tests::slow_one ... ignored, takes an hour

failures:

---- bank::properties::every_quote_stands stdout ----

failures:
    bank::properties::every_quote_stands

test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
    check(lines, count(1, 1, 0), count(1, 0, 1), 0);
    let mut reader = Reader::default();
    lines.lines().for_each(|line| reader.read(line));
    assert_eq!(reader.finish().failed, ["bank::properties::every_quote_stands"]);
}

#[test]
fn the_programs_of_a_run_add_up() {
    let lines = "\
running 1 test
test a ... ok
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
running 0 tests
test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
running 2 tests
test crates/core/src/mark.rs - mark::Mark (line 12) ... ok
test crates/core/src/mark.rs - mark::Mark (line 30) - compile fail ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s
";
    check(lines, count(0, 0, 0), count(3, 0, 0), 0);
}

#[test]
fn a_test_that_its_browser_cannot_play_has_not_passed() {
    let lines = "\
running 2 tests
test a ... ok
cannot be played here: b: it has no touch screen
test b ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
    check(lines, count(0, 0, 0), count(1, 0, 1), 0);
    let mut reader = Reader::default();
    lines.lines().for_each(|line| reader.read(line));
    assert_eq!(reader.finish().unable, ["b: it has no touch screen"]);
}

#[test]
fn a_line_torn_by_a_print_is_made_good_by_the_result() {
    let lines = "\
running 2 tests
test a ... printed by the test
ok
test b ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
    check(lines, count(0, 0, 0), count(2, 0, 0), 0);
}

#[test]
fn a_program_that_ends_early_is_broken_and_keeps_what_it_told() {
    let lines = "\
running 3 tests
test a ... ok
test properties::b ... ok
running 1 test
test c ... FAILED
";
    check(lines, count(1, 0, 0), count(1, 1, 0), 2);
}

#[test]
fn the_runner_for_wasm_reports_alike() {
    let lines = "\
Running headless tests in Chrome on `http://127.0.0.1:40123/`
running 2 tests
test store::tests::a_broken_store_is_kept ... ok
test view::tests::a_question_has_a_legend ... FAIL

test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 filtered out; finished in 0.11s
";
    check(lines, count(0, 0, 0), count(1, 1, 0), 0);
}

#[test]
fn what_tests_and_cargo_print_is_passed_over() {
    let lines = "\
no tests to run!
running late
test ... is not a test
test result: none
test a ... ok
";
    check(lines, count(0, 0, 0), count(0, 0, 0), 0);
}
