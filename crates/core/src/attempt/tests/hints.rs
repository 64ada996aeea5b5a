//! Owns the facts about hints.

use super::*;
use crate::mark::Reason;

const TWO: &str = "hints = ['Look.', 'Look again.']";

/// The mark of question `a` and its reasons after the right answer and so many hints.
fn right_after(settings: &str, mode: Mode, hints: usize) -> (f64, Vec<Reason>) {
    let pack = fixture::pack_of(settings, &fixture::three("hints = ['1', '2', '3', '4', '5']"));
    let mut events = vec![(hinted("a"), Ok(())); hints];
    events.push((option(&pack, "a", 0), Ok(())));
    let attempt = check(&pack, mode, &events);
    assert_eq!(attempt.course(0).unwrap().hints(), hints);
    let mark = attempt.course(0).unwrap().mark().unwrap();
    (mark.earned(), mark.reasons().to_vec())
}

#[test]
fn every_hint_takes_its_share_and_says_so() {
    for mode in [Mode::Practice, Mode::Test] {
        assert_eq!(right_after("", mode, 0), (1.0, vec![Reason::RightOption]));
        for (used, earned) in [(1, 0.75), (2, 0.5), (3, 0.25), (4, 0.0), (5, 0.0)] {
            assert_eq!(right_after("", mode, used), (earned, vec![Reason::RightOption, Reason::Hints { used }]));
        }
    }
    assert_eq!(right_after("hint_cost = 0.5", Mode::Practice, 1).0, 0.5);
    assert_eq!(right_after("hint_cost = 1", Mode::Practice, 1).0, 0.0);
}

#[test]
fn a_hint_that_costs_nothing_is_no_reason() {
    assert_eq!(right_after("hint_cost = 0", Mode::Practice, 2), (1.0, vec![Reason::RightOption]));
}

#[test]
fn a_wrong_answer_loses_nothing_by_hints() {
    let pack = fixture::pack_of("", &fixture::three(TWO));
    let attempt = check(&pack, Mode::Practice, &[(hinted("a"), Ok(())), (option(&pack, "a", 1), Ok(()))]);
    assert_eq!(attempt.course(0).unwrap().mark().unwrap().reasons(), [Reason::WrongOption]);
}

#[test]
fn there_are_no_more_hints_than_the_author_wrote() {
    let pack = fixture::pack_of("", &fixture::three(TWO));
    let events = [(hinted("a"), Ok(())), (hinted("a"), Ok(())), (hinted("a"), Err(Rejected::NoHint))];
    assert_eq!(check(&pack, Mode::Practice, &events).course(0).unwrap().hints(), 2);
    check(&fixture::pack(), Mode::Practice, &[(hinted("a"), Err(Rejected::NoHint))]);
}

#[test]
fn a_settled_question_has_no_more_hints() {
    let pack = fixture::pack_of("", &fixture::three(TWO));
    let events = [
        (option(&pack, "a", 0), Ok(())),
        (hinted("a"), Err(Rejected::AnsweredAlready)),
        (revealed("b"), Ok(())),
        (hinted("b"), Err(Rejected::AnsweredAlready)),
    ];
    assert_eq!(earned(&check(&pack, Mode::Practice, &events), "a"), Some(1.0));
}

#[test]
fn a_hint_after_the_answer_of_a_test_costs_too_and_clearing_does_not_give_it_back() {
    let pack = fixture::pack_of("", &fixture::three(TWO));
    let mut events = vec![(option(&pack, "a", 0), Ok(())), (hinted("a"), Ok(()))];
    assert_eq!(earned(&check(&pack, Mode::Test, &events), "a"), Some(0.75));
    events.extend([(cleared("a"), Ok(())), (option(&pack, "a", 0), Ok(()))]);
    assert_eq!(earned(&check(&pack, Mode::Test, &events), "a"), Some(0.75));
}

#[test]
fn hints_and_tries_lower_a_mark_together() {
    let pack = fixture::pack_of("tries = 'until-right'", &fixture::three(TWO));
    let events = [(option(&pack, "a", 1), Ok(())), (hinted("a"), Ok(())), (option(&pack, "a", 0), Ok(()))];
    let attempt = check(&pack, Mode::Practice, &events);
    let mark = attempt.course(0).unwrap().mark().unwrap();
    assert_eq!(mark.earned(), 0.375);
    assert_eq!(mark.reasons(), [Reason::RightOption, Reason::Tries { tries: 2 }, Reason::Hints { used: 1 }]);
    // What the first answer earned by itself is kept apart.
    assert_eq!(attempt.course(0).unwrap().first().unwrap().mark.earned(), 0.0);
}
