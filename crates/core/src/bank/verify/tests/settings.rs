//! Owns the facts about how a set says that it is gone through.

use super::{BANK, QUOTE, any_error, good, question, verified};
use crate::bank::{Mode, Settings};

/// Compares the codes of the diagnostics of a set with these lines at its head, and what they come to.
fn check(head: &str, codes: &[&str], expect: Option<Settings>) {
    let one = format!("title = 'A set'\n{head}\n{}", question("a", QUOTE));
    let (bank, list) = verified(BANK, &one, &good("b"));
    assert_eq!(list.iter().map(|found| found.code).collect::<Vec<_>>(), codes, "{head}\n{list:#?}");
    assert_eq!(bank.is_some(), !any_error(&list));
    assert_eq!(bank.map(|bank| bank.sets()[0].settings().clone()), expect, "{head}");
    for found in list {
        let marked = one.get(found.span.start..found.span.end).unwrap_or_default();
        assert!(!marked.is_empty() && head.contains(marked), "{found:#?} marks {marked}");
    }
}

fn usual() -> Settings {
    Settings::default()
}

#[test]
fn what_is_not_said_is_as_usual() {
    check("", &[], Some(usual()));
    let usual = usual();
    assert_eq!((usual.mode, usual.time_limit, usual.hint_cost), (None, None, 0.25));
    assert!(
        usual.shuffle_questions && usual.shuffle_options && !usual.until_right && !usual.pausable && !usual.certainty
    );
}

#[test]
fn what_is_said_counts() {
    for (line, settings) in [
        ("shuffle = true", usual()),
        ("shuffle = false", Settings { shuffle_questions: false, shuffle_options: false, ..usual() }),
        ("shuffle = 'questions'", Settings { shuffle_options: false, ..usual() }),
        ("shuffle = 'options'", Settings { shuffle_questions: false, ..usual() }),
        ("mode = 'test'", Settings { mode: Some(Mode::Test), ..usual() }),
        ("mode = 'practice'", Settings { mode: Some(Mode::Practice), ..usual() }),
        ("tries = 'one'", usual()),
        ("tries = 'until-right'", Settings { until_right: true, ..usual() }),
        ("time_limit = 10", Settings { time_limit: Some(600_000), ..usual() }),
        ("time_limit = 0.5\npause = true", Settings { time_limit: Some(30_000), pausable: true, ..usual() }),
        ("hint_cost = 0", Settings { hint_cost: 0.0, ..usual() }),
        ("hint_cost = 1.0", Settings { hint_cost: 1.0, ..usual() }),
        ("pass = 0.7", Settings { pass: Some(0.7), ..usual() }),
        ("pass = 1", Settings { pass: Some(1.0), ..usual() }),
        ("certainty = true", Settings { certainty: true, ..usual() }),
    ] {
        check(line, &[], Some(settings));
    }
}

#[test]
fn a_word_is_one_of_those_that_are_known() {
    for line in ["mode = 'exam'", "tries = 'two'", "shuffle = 'answers'", "shuffle = 'true'"] {
        check(line, &["unknown-word"], None);
    }
    for line in [
        "mode = true",
        "tries = 2",
        "shuffle = 1",
        "certainty = 'yes'",
        "pause = 0",
        "time_limit = '10'",
        "hint_cost = [1]",
        "pass = '70 %'",
    ] {
        check(line, &["wrong-type"], None);
    }
}

#[test]
fn a_number_can_be_counted_with() {
    for line in ["time_limit = inf", "time_limit = nan", "hint_cost = 0x1", "hint_cost = -inf"] {
        check(line, &["not-a-number"], None);
    }
    check("time_limit = 1_0", &[], Some(Settings { time_limit: Some(600_000), ..usual() }));
    check("time_limit = +1e1", &[], Some(Settings { time_limit: Some(600_000), ..usual() }));
}

#[test]
fn a_number_lies_within_its_range() {
    for line in [
        "time_limit = 0",
        "time_limit = -1",
        "time_limit = 0.09",
        "time_limit = 1441",
        "hint_cost = -0.1",
        "hint_cost = 1.01",
        "pass = 0",
        "pass = 70",
    ] {
        check(line, &["out-of-range"], None);
    }
    check("time_limit = 0.1", &[], Some(Settings { time_limit: Some(6000), ..usual() }));
    check("time_limit = 1440", &[], Some(Settings { time_limit: Some(86_400_000), ..usual() }));
}

#[test]
fn a_setting_that_never_shows_is_a_warning() {
    let practice = Settings { mode: Some(Mode::Practice), ..usual() };
    let limited = Settings { time_limit: Some(60_000), ..practice.clone() };
    check("mode = 'practice'\ntime_limit = 1", &["useless-setting"], Some(limited.clone()));
    check("pause = true", &["useless-setting"], Some(Settings { pausable: true, ..usual() }));
    let test = Settings { mode: Some(Mode::Test), ..usual() };
    check("mode = 'test'\npause = true", &["useless-setting"], Some(Settings { pausable: true, ..test.clone() }));
    check("mode = 'test'\ntries = 'until-right'", &["useless-setting"], Some(Settings { until_right: true, ..test }));
    // Of a limit that does not count that alone is said.
    let both = Settings { pausable: true, ..limited };
    check("mode = 'practice'\ntime_limit = 1\npause = true", &["useless-setting"], Some(both));
}

#[test]
fn what_follows_from_another_mistake_is_not_reported() {
    check("time_limit = 0\npause = true", &["out-of-range"], None);
    check("time_limit = 'ten'\npause = true", &["wrong-type"], None);
    check("time_limt = 1\npause = true", &["unknown-field"], None);
    check("mode = 'practise'\ntime_limit = 1", &["unknown-word"], None);
}
