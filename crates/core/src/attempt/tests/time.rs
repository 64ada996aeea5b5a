//! Owns the facts about time: limits, pauses, and what was worked.

use super::*;

const MINUTE: u64 = 60_000;

/// A test of two minutes, of the fixture's three questions.
fn limited(more: &str) -> Rc<Pack> {
    fixture::pack_of(&format!("time_limit = 2\n{more}"), &fixture::three(""))
}

fn examined(pack: &Rc<Pack>, events: &[(u64, Event, Outcome)]) -> Attempt {
    check_at(pack, start(Mode::Test), events)
}

#[test]
fn an_answer_of_the_last_millisecond_counts_and_none_after_it() {
    let pack = limited("");
    let attempt = examined(
        &pack,
        &[
            (2 * MINUTE, option(&pack, "a", 0), Ok(())),
            (2 * MINUTE + 1, option(&pack, "b", 0), Err(Rejected::TimeUp)),
            (2 * MINUTE + 1, cleared("a"), Err(Rejected::TimeUp)),
            (2 * MINUTE + 1, option(&pack, "a", 1), Err(Rejected::TimeUp)),
        ],
    );
    assert_eq!(["a", "b"].map(|id| earned(&attempt, id)), [Some(1.0), None]);
    assert_eq!(attempt.left(BEGIN + 2 * MINUTE), Some(0));
    assert_eq!(attempt.left(BEGIN + 9 * MINUTE), Some(0));
}

#[test]
fn a_test_whose_time_is_up_is_handed_in_with_its_answers() {
    let pack = limited("");
    let attempt = examined(&pack, &[(MINUTE, option(&pack, "a", 0), Ok(())), (60 * MINUTE, Event::Submitted, Ok(()))]);
    assert_eq!((earned(&attempt, "a"), attempt.is_finished(), attempt.left(BEGIN)), (Some(1.0), true, None));
}

#[test]
fn what_is_left_grows_less_from_the_start_on() {
    let attempt = Attempt::new(limited(""), start(Mode::Test));
    assert_eq!(attempt.left(BEGIN), Some(2 * MINUTE));
    assert_eq!(attempt.left(BEGIN + 500), Some(2 * MINUTE - 500));
    assert_eq!(attempt.left(0), Some(2 * MINUTE));
}

#[test]
fn neither_a_practice_nor_a_set_without_a_limit_has_a_clock() {
    let pack = limited("");
    let attempt = check_at(&pack, start(Mode::Practice), &[(9 * MINUTE, option(&pack, "a", 0), Ok(()))]);
    assert_eq!(attempt.left(BEGIN), None);
    let pack = fixture::pack();
    assert_eq!(examined(&pack, &[(u64::MAX / 2, option(&pack, "a", 0), Ok(()))]).left(BEGIN), None);
}

#[test]
fn a_pause_takes_no_time_and_no_answer() {
    let pack = limited("pause = true");
    let attempt = examined(
        &pack,
        &[
            (MINUTE, Event::Paused, Ok(())),
            (MINUTE, Event::Paused, Err(Rejected::Paused)),
            (5 * MINUTE, option(&pack, "a", 0), Err(Rejected::Paused)),
            (5 * MINUTE, cleared("a"), Err(Rejected::Paused)),
            (5 * MINUTE, flagged("a", true), Ok(())),
            (9 * MINUTE, Event::Resumed, Ok(())),
            (9 * MINUTE, Event::Resumed, Err(Rejected::OutOfPlace)),
            (10 * MINUTE, option(&pack, "a", 0), Ok(())),
            (10 * MINUTE + 1, option(&pack, "b", 0), Err(Rejected::TimeUp)),
        ],
    );
    assert_eq!((attempt.left(BEGIN + 10 * MINUTE), attempt.report().worked), (Some(0), 2 * MINUTE));
}

#[test]
fn what_is_left_stands_still_in_a_pause() {
    let pack = limited("pause = true");
    let attempt = examined(&pack, &[(MINUTE, Event::Paused, Ok(()))]);
    assert!(attempt.is_paused());
    assert_eq!(attempt.left(BEGIN + 60 * MINUTE), Some(MINUTE));
}

#[test]
fn only_a_clock_that_may_be_paused_is() {
    let refused = [(0, Event::Paused, Err(Rejected::OutOfPlace))];
    examined(&limited(""), &refused);
    examined(&limited("pause = false"), &refused);
    examined(&fixture::pack_of("pause = true", &fixture::three("")), &refused);
    check_at(&limited("pause = true"), start(Mode::Practice), &refused);
    let pack = limited("pause = true");
    examined(&pack, &[(2 * MINUTE + 1, Event::Paused, Err(Rejected::TimeUp))]);
}

#[test]
fn a_test_is_handed_in_from_a_pause_and_is_paused_no_more() {
    let pack = limited("pause = true");
    let attempt = examined(
        &pack,
        &[
            (MINUTE, option(&pack, "a", 0), Ok(())),
            (MINUTE, Event::Paused, Ok(())),
            (3 * MINUTE, Event::Submitted, Ok(())),
            (4 * MINUTE, Event::Resumed, Err(Rejected::OutOfPlace)),
        ],
    );
    assert_eq!((attempt.is_paused(), earned(&attempt, "a"), attempt.report().worked), (false, Some(1.0), MINUTE));
}

#[test]
fn a_clock_that_is_set_back_gives_no_time() {
    let pack = limited("");
    let attempt =
        examined(&pack, &[(2 * MINUTE, option(&pack, "a", 0), Ok(())), (MINUTE, option(&pack, "b", 0), Ok(()))]);
    assert_eq!(attempt.left(BEGIN), Some(0));
}

#[test]
fn mistakes_are_mended_without_a_limit() {
    let pack = limited("");
    let attempt = examined(
        &pack,
        &[
            (MINUTE, Event::Submitted, Ok(())),
            (90 * MINUTE, retried(&["a"]), Ok(())),
            (99 * MINUTE, option(&pack, "a", 0), Ok(())),
        ],
    );
    assert_eq!((earned(&attempt, "a"), attempt.left(BEGIN)), (Some(1.0), None));
}

#[test]
fn of_every_thought_at_most_five_minutes_are_work() {
    let pack = fixture::pack();
    let worked = |events: &[(u64, Event, Outcome)]| check_at(&pack, start(Mode::Practice), events).report().worked;
    assert_eq!(worked(&[]), 0);
    assert_eq!(worked(&[(1500, option(&pack, "a", 0), Ok(()))]), 1500);
    let events = [
        (1000, option(&pack, "a", 0), Ok(())),
        (2000, option(&pack, "a", 1), Err(Rejected::AnsweredAlready)),
        (60 * MINUTE, option(&pack, "b", 0), Ok(())),
        (30 * MINUTE, option(&pack, "c", 0), Ok(())),
    ];
    assert_eq!(worked(&events), 1000 + 5 * MINUTE);
}
