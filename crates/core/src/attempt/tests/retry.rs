//! Owns the facts about mending mistakes.

use super::*;

/// The fixture's set after these answers to its questions, then mended.
fn mended(mode: Mode, answers: &[(&str, usize)], again: &[&str]) -> (Rc<Pack>, Attempt) {
    let pack = fixture::pack();
    let mut events: Vec<_> = answers.iter().map(|(id, chosen)| (option(&pack, id, *chosen), Ok(()))).collect();
    events.extend((mode == Mode::Test).then_some((Event::Submitted, Ok(()))));
    events.push((retried(again), Ok(())));
    let attempt = check(&pack, mode, &events);
    (pack, attempt)
}

/// Answers a question of an attempt, which has to be possible.
fn after(pack: &Pack, attempt: &Attempt, id: &str, chosen: usize) -> Attempt {
    attempt.apply(BEGIN, &option(pack, id, chosen)).unwrap_or_else(|rejected| panic!("{id} {chosen}: {rejected:?}"))
}

#[test]
fn what_is_right_keeps_its_mark_and_mistakes_are_asked_again() {
    for mode in [Mode::Practice, Mode::Test] {
        let (pack, attempt) = mended(mode, &[("a", 0), ("b", 1), ("c", 2)], &["a", "b", "c"]);
        assert!(attempt.is_retry() && !attempt.is_finished());
        assert_eq!((attempt.mode(), attempt.asked()), (Mode::Practice, vec![1, 2]));
        assert_eq!((attempt.first_open(), attempt.answered()), (Some(1), 0));
        assert_eq!(["a", "b", "c"].map(|id| earned(&attempt, id)), [Some(1.0), None, None]);
        assert_eq!(attempt.apply(BEGIN, &option(&pack, "a", 1)), Err(Rejected::AnsweredAlready));
        let attempt = after(&pack, &after(&pack, &attempt, "c", 0), "b", 0);
        assert_eq!(["a", "b", "c"].map(|id| earned(&attempt, id)), [Some(1.0); 3]);
        assert!(attempt.is_finished() && attempt.first_open().is_none() && attempt.mistakes().is_empty());
    }
}

#[test]
fn first_answers_are_kept() {
    for mode in [Mode::Practice, Mode::Test] {
        let (pack, attempt) = mended(mode, &[("a", 1), ("b", 2), ("c", 0)], &["a", "b"]);
        let attempt = after(&pack, &attempt, "a", 0);
        let first = |place| attempt.course(place).and_then(Course::first).map(|given| given.answer.clone());
        assert_eq!([0, 1, 2].map(first), [1, 2, 0].map(|chosen| Some(Answer::Option(chosen))));
        assert_eq!([0, 1, 2].map(|place| attempt.course(place).unwrap().retries()), [1, 1, 0]);
        assert_eq!((attempt.report().first, attempt.report().earned), (1.0 / 3.0, 2.0 / 3.0));
    }
}

#[test]
fn who_saw_the_answer_has_no_first_one() {
    let (pack, attempt) = mended(Mode::Test, &[("a", 0)], &["b"]);
    let attempt = after(&pack, &attempt, "b", 0);
    assert_eq!((attempt.course(1).unwrap().first(), earned(&attempt, "b")), (None, Some(1.0)));
    let pack = fixture::pack();
    let events = [(revealed("a"), Ok(())), (retried(&["a"]), Ok(())), (option(&pack, "a", 0), Ok(()))];
    assert_eq!(check(&pack, Mode::Practice, &events).report().first, 0.0);
}

#[test]
fn what_is_open_stays_open_and_is_asked_too() {
    let (pack, attempt) = mended(Mode::Practice, &[("c", 1)], &["c"]);
    assert_eq!((attempt.asked(), attempt.first_open()), (vec![0, 1, 2], Some(0)));
    let attempt = after(&pack, &attempt, "a", 1);
    assert_eq!((attempt.course(0).unwrap().retries(), attempt.answered()), (0, 1));
}

#[test]
fn mistakes_that_are_not_named_stay_as_they_are() {
    let (pack, attempt) = mended(Mode::Practice, &[("a", 1), ("b", 1), ("c", 0)], &["b", "gone"]);
    assert_eq!((attempt.asked(), earned(&attempt, "a")), (vec![1], Some(0.0)));
    assert_eq!(attempt.apply(BEGIN, &option(&pack, "a", 0)), Err(Rejected::AnsweredAlready));
}

#[test]
fn mistakes_are_mended_more_than_once() {
    let (pack, attempt) = mended(Mode::Test, &[("a", 0), ("b", 1)], &["b", "c"]);
    let attempt = after(&pack, &attempt, "b", 2);
    assert_eq!(attempt.apply(BEGIN, &option(&pack, "b", 0)), Err(Rejected::AnsweredAlready));
    let attempt = attempt.apply(BEGIN, &retried(&["b"])).unwrap();
    assert_eq!((attempt.asked(), attempt.course(1).unwrap().retries()), (vec![1, 2], 2));
    let attempt = after(&pack, &after(&pack, &attempt, "b", 0), "c", 0);
    assert!(attempt.is_finished() && attempt.mistakes().is_empty());
}

#[test]
fn there_is_nothing_to_mend_where_nothing_is_wrong() {
    let pack = fixture::pack();
    let refused = |ids: &[&str]| (retried(ids), Err(Rejected::OutOfPlace));
    let nothing = [refused(&[]), refused(&["a"]), refused(&["gone"])];
    check(&pack, Mode::Practice, &nothing);
    check(&pack, Mode::Practice, &[(option(&pack, "a", 0), Ok(())), refused(&["a", "b"])]);
    check(&pack, Mode::Practice, &[(option(&pack, "a", 1), Ok(())), refused(&[])]);
    let attempt = check(&pack, Mode::Test, &[(option(&pack, "a", 1), Ok(())), refused(&["a"])]);
    assert!(!attempt.is_retry());
}

#[test]
fn a_new_round_begins_without_tries_and_hints() {
    let pack = fixture::pack_of("tries = 'until-right'", &fixture::three("hints = 'h'"));
    let events = [
        (hinted("a"), Ok(())),
        (option(&pack, "a", 1), Ok(())),
        (option(&pack, "a", 0), Ok(())),
        (retried(&["a"]), Ok(())),
        (option(&pack, "a", 0), Ok(())),
    ];
    let attempt = check(&pack, Mode::Practice, &events);
    assert_eq!((earned(&attempt, "a"), attempt.course(0).unwrap().hints()), (Some(1.0), 0));
}

#[test]
fn a_round_after_a_test_is_a_practice() {
    let (pack, attempt) = mended(Mode::Test, &[("a", 0), ("b", 1)], &["b"]);
    for event in [cleared("b"), Event::Submitted, Event::Paused, Event::Resumed] {
        assert_eq!(attempt.apply(BEGIN, &event), Err(Rejected::OutOfPlace), "{event:?}");
    }
    assert!(attempt.apply(BEGIN, &noted(&pack, &revealed("b"))).is_ok());
    assert!(is_settled(&after(&pack, &attempt, "b", 1), "b") && !is_settled(&attempt, "b"));
    // What was neither answered nor named stays a mistake of the test.
    assert_eq!((is_settled(&attempt, "c"), attempt.mistakes()), (true, vec!["c".to_owned()]));
}
