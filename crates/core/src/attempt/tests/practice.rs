//! Owns the facts about a practice with one try. Never about time.

use super::*;

fn practise(events: &[(&str, usize, Outcome)]) -> Attempt {
    let pack = fixture::pack();
    let events: Vec<_> = events.iter().map(|(id, chosen, expect)| (option(&pack, id, *chosen), *expect)).collect();
    check(&pack, Mode::Practice, &events)
}

#[test]
fn a_new_attempt_is_open_at_its_first_question() {
    let attempt = practise(&[]);
    assert_eq!((attempt.answered(), attempt.first_open(), attempt.asked()), (0, Some(0), vec![0, 1, 2]));
    assert_eq!(attempt.course(0), Some(&Course::default()));
    assert_eq!(attempt.question(2).map(|question| question.id.as_str()), Some("c"));
    assert!(!attempt.is_finished() && attempt.mistakes().is_empty());
}

#[test]
fn there_is_nothing_behind_the_last_place() {
    let attempt = practise(&[]);
    assert!(attempt.question(3).is_none() && attempt.course(3).is_none() && attempt.shown(3).is_empty());
    assert!(!attempt.is_open(3) && !attempt.is_settled(3));
    assert_eq!(attempt.place("d"), None);
}

#[test]
fn an_answer_is_kept_with_its_mark_and_settles_its_question() {
    let attempt = practise(&[("b", 0, Ok(())), ("a", 2, Ok(()))]);
    let course = |place| {
        attempt.course(place).and_then(|course| Some((course.given()?.answer.clone(), course.mark()?.earned())))
    };
    assert_eq!(course(0), Some((Answer::Option(2), 0.0)));
    assert_eq!(course(1), Some((Answer::Option(0), 1.0)));
    assert_eq!((attempt.answered(), attempt.first_open()), (2, Some(2)));
    assert!(attempt.is_settled(0) && !attempt.is_open(0) && attempt.is_open(2));
}

#[test]
fn an_answered_question_takes_no_other_answer() {
    let attempt = practise(&[
        ("a", 1, Ok(())),
        ("a", 0, Err(Rejected::AnsweredAlready)),
        ("a", 1, Err(Rejected::AnsweredAlready)),
    ]);
    assert_eq!(earned(&attempt, "a"), Some(0.0));
}

#[test]
fn an_attempt_with_all_answers_is_finished() {
    let attempt = practise(&[("a", 0, Ok(())), ("b", 1, Ok(())), ("c", 2, Ok(()))]);
    assert_eq!(attempt.first_open(), None);
    assert!(attempt.is_finished() && !attempt.is_submitted());
    assert_eq!(attempt.mistakes(), ["b", "c"]);
}

#[test]
fn what_the_set_does_not_have_is_rejected() {
    practise(&[("d", 0, Err(Rejected::UnknownQuestion)), ("a", 3, Err(Rejected::Unfitting))]);
    let pack = fixture::pack();
    let unknown = [cleared("d"), flagged("d", true), hinted("d"), revealed("d")];
    check(&pack, Mode::Practice, &unknown.map(|event| (event, Err(Rejected::UnknownQuestion))));
    check(&pack, Mode::Practice, &[(picks(&pack, "a", &[0]), Err(Rejected::Unfitting))]);
}

#[test]
fn what_belongs_to_a_test_is_out_of_place() {
    let pack = fixture::pack();
    let events = [cleared("a"), Event::Paused, Event::Resumed, Event::Submitted];
    let attempt = check(&pack, Mode::Practice, &events.map(|event| (event, Err(Rejected::OutOfPlace))));
    assert_eq!(attempt, Attempt::new(pack, start(Mode::Practice)));
}

#[test]
fn who_gives_up_is_shown_the_answer_and_earns_nothing() {
    let pack = fixture::pack();
    let events = [
        (revealed("a"), Ok(())),
        (revealed("a"), Err(Rejected::OutOfPlace)),
        (option(&pack, "a", 0), Err(Rejected::AnsweredAlready)),
        (option(&pack, "b", 0), Ok(())),
        (revealed("b"), Err(Rejected::OutOfPlace)),
    ];
    let attempt = check(&pack, Mode::Practice, &events);
    assert_eq!((earned(&attempt, "a"), attempt.answered(), attempt.mistakes()), (None, 2, vec!["a".to_owned()]));
    assert!(attempt.course(0).is_some_and(Course::is_revealed) && is_settled(&attempt, "a"));
}

#[test]
fn a_flag_is_set_and_taken_away_at_any_time() {
    let pack = fixture::pack();
    let is_flagged =
        |events: &[(Event, Outcome)]| check(&pack, Mode::Practice, events).course(0).is_some_and(Course::is_flagged);
    assert!(is_flagged(&[(flagged("a", true), Ok(())), (flagged("a", true), Ok(()))]));
    assert!(is_flagged(&[(option(&pack, "a", 1), Ok(())), (flagged("a", true), Ok(())), (retried(&["a"]), Ok(()))]));
    assert!(!is_flagged(&[(flagged("a", true), Ok(())), (flagged("a", false), Ok(()))]));
    assert!(!is_flagged(&[(flagged("b", true), Ok(()))]));
}

#[test]
fn a_replay_keeps_what_it_can_and_says_why_the_rest_was_not() {
    let pack = fixture::pack();
    let events = [("a", 0), ("gone", 0), ("a", 1), ("c", 1)].map(|(id, chosen)| (BEGIN, option(&pack, id, chosen)));
    let (attempt, rejected) = Attempt::replay(Rc::clone(&pack), start(Mode::Practice), &events);
    assert_eq!(rejected, [Rejected::UnknownQuestion, Rejected::AnsweredAlready]);
    let kept = [events[0].clone(), events[3].clone()];
    assert_eq!(attempt, Attempt::replay(pack, start(Mode::Practice), &kept).0);
}
