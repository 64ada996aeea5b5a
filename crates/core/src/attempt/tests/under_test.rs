//! Owns the facts about a test. Never about its time.

use super::*;

#[test]
fn answers_are_changed_and_taken_back_until_the_test_is_handed_in() {
    let pack = fixture::pack();
    let attempt = check(
        &pack,
        Mode::Test,
        &[
            (option(&pack, "a", 1), Ok(())),
            (option(&pack, "a", 0), Ok(())),
            (option(&pack, "a", 0), Ok(())),
            (option(&pack, "b", 0), Ok(())),
            (cleared("b"), Ok(())),
            (cleared("c"), Ok(())),
            (Event::Submitted, Ok(())),
        ],
    );
    assert_eq!(["a", "b", "c"].map(|id| earned(&attempt, id)), [Some(1.0), None, None]);
    assert!(attempt.course(0).is_some_and(|course| course.tries().len() == 1));
    assert_eq!(attempt.course(1), Some(&Course::default()));
}

#[test]
fn an_answer_that_is_changed_was_never_the_first_one() {
    let pack = fixture::pack();
    let attempt = check(&pack, Mode::Test, &[(option(&pack, "a", 1), Ok(())), (option(&pack, "a", 0), Ok(()))]);
    assert_eq!(attempt.course(0).unwrap().first(), attempt.course(0).unwrap().given());
    assert_eq!(attempt.report().first, 1.0 / 3.0);
}

#[test]
fn no_verdict_is_seen_before_the_test_is_handed_in() {
    let pack = fixture::pack();
    let answers = ["a", "b", "c"].map(|id| (option(&pack, id, 1), Ok(())));
    let attempt = check(&pack, Mode::Test, &answers);
    assert!((0..3).all(|place| !attempt.is_settled(place)) && !attempt.is_finished() && attempt.mistakes().is_empty());
    assert_eq!((attempt.answered(), attempt.first_open()), (3, None));
    let attempt = attempt.apply(BEGIN, &Event::Submitted).unwrap();
    assert!((0..3).all(|place| attempt.is_settled(place)) && attempt.is_finished() && attempt.is_submitted());
    assert_eq!(attempt.mistakes(), ["a", "b", "c"]);
}

#[test]
fn a_test_that_was_handed_in_takes_nothing_more() {
    let pack = fixture::pack_of("", &fixture::three("hints = 'h'"));
    let attempt = check(
        &pack,
        Mode::Test,
        &[
            (option(&pack, "a", 1), Ok(())),
            (Event::Submitted, Ok(())),
            (option(&pack, "a", 0), Err(Rejected::Submitted)),
            (option(&pack, "b", 0), Err(Rejected::Submitted)),
            (cleared("a"), Err(Rejected::Submitted)),
            (hinted("b"), Err(Rejected::Submitted)),
            (revealed("b"), Err(Rejected::OutOfPlace)),
            (Event::Paused, Err(Rejected::OutOfPlace)),
            (Event::Submitted, Err(Rejected::OutOfPlace)),
            (flagged("b", true), Ok(())),
        ],
    );
    assert_eq!((earned(&attempt, "a"), earned(&attempt, "b")), (Some(0.0), None));
}

#[test]
fn what_was_not_answered_is_a_mistake_and_no_longer_open() {
    let pack = fixture::pack();
    let attempt = check(&pack, Mode::Test, &[(option(&pack, "b", 0), Ok(()))]);
    assert_eq!((attempt.answered(), attempt.first_open()), (1, Some(0)));
    let attempt = attempt.apply(BEGIN, &Event::Submitted).unwrap();
    assert_eq!((attempt.answered(), attempt.first_open()), (1, None));
    assert_eq!(attempt.mistakes(), ["a", "c"]);
}

#[test]
fn no_answer_is_shown_during_a_test() {
    let pack = fixture::pack();
    check(&pack, Mode::Test, &[(revealed("a"), Err(Rejected::OutOfPlace))]);
}
