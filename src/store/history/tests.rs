//! Owns the facts about a history. Never writes a line itself.

use super::*;

/// Lines without their version; what is left: the newest attempt's name and the questions answered in it.
fn check(lines: &[&str], expect: Option<(u64, &[&str])>) -> History {
    let line = |line: &&str| line.replace(" answered ", " answered q").replace(" x", " 00000000000000ff - option:0");
    let history = History::read(lines.iter().map(line));
    let questions = |kept: &Kept| -> Vec<String> {
        let name = |(_, event): &(u64, Event)| {
            if let Event::Answered { question, .. } = event { question.clone() } else { format!("{event:?}") }
        };
        kept.events.iter().map(name).collect()
    };
    let found = history.attempt.as_ref().map(|kept| (kept.id, questions(kept)));
    let expect = expect.map(|(id, list)| (id, list.iter().map(|name| (*name).to_owned()).collect()));
    assert_eq!(found, expect, "{lines:?}");
    history
}

#[test]
fn nothing_saved_is_no_attempt() {
    assert_eq!(check(&[], None), History::default());
}

#[test]
fn a_new_start_leaves_earlier_answers_behind() {
    check(&["2 1 a began practice", "2 2 a answered 1 x", "2 3 b started test"], Some((0xb, &[])));
}

#[test]
fn a_new_start_taken_back_brings_them_back() {
    let lines = ["2 1 a began practice", "2 2 a answered 1 x", "2 3 b started test", "2 4 b took-back"];
    check(&lines, Some((0xa, &["q1"])));
    check(&[&lines[..], &["2 5 b answered 2 x"]].concat(), Some((0xa, &["q1", "q2"])));
}

#[test]
fn an_attempt_in_which_another_tab_answered_is_not_taken_back() {
    let lines = ["2 1 a began test", "2 2 b started test", "2 3 b answered 1 x", "2 4 b took-back"];
    check(&lines, Some((0xb, &["q1"])));
}

#[test]
fn two_tabs_that_begin_at_once_share_one_attempt() {
    let lines = ["2 1 a began practice", "2 2 b began practice", "2 3 b answered 2 x", "2 4 a answered 1 x"];
    check(&lines, Some((0xa, &["q2", "q1"])));
}

#[test]
fn lines_found_in_another_order_are_put_in_theirs() {
    check(&["2 3 a answered 2 x", "2 1 a began practice", "2 2 a answered 1 x"], Some((0xa, &["q1", "q2"])));
}

#[test]
fn a_line_that_is_there_twice_counts_once() {
    check(&["2 1 a began practice", "2 2 a answered 1 x", "2 2 a answered 1 x"], Some((0xa, &["q1"])));
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_is_read() {
    let history = check(&["2 1 a began practice", "9 nonsense", "2 2 a answered 1 x"], Some((0xa, &["q1"])));
    assert!(history.unreadable);
    let history = check(&["2 1 a began practice", "2 2 b answered 1 x"], Some((0xa, &[])));
    assert!(history.unreadable, "an answer in an attempt that never began, beside another");
}

#[test]
fn what_version_1_saved_goes_on_in_the_author_s_order() {
    let older = include_str!("../saved/older/version-1.txt").lines().map(str::to_owned);
    let history = History::read(older);
    let kept = history.attempt.unwrap();
    assert_eq!((kept.start.seed, kept.events.len(), history.unreadable), (None, 2, false));
    assert_eq!(history.last, 1_448_323_205_000);
}

#[test]
fn what_version_2_adds_to_an_attempt_of_version_1_belongs_to_it() {
    let lines = ["1 5 answered 1 00000000000000ff option 0", "2 6 0000000000000000 answered 2 x"];
    check(&lines, Some((0, &["q1", "q2"])));
}

#[test]
fn an_answer_whose_beginning_was_erased_is_kept() {
    check(&["2 2 a answered 1 x"], Some((0xa, &["q1"])));
}

#[test]
fn a_practice_of_another_device_is_no_part_of_a_test() {
    let test = ["2 1 a started test", "2 2 a answered 1 x", "2 3 a submitted"];
    check(&[&test[..], &["2 4 b began practice", "2 5 b answered 2 x"]].concat(), Some((0xb, &["q2"])));
}
