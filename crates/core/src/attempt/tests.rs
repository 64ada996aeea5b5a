//! Owns the facts about an attempt. Never looks at a bank's files.

use super::*;
use crate::bank::fixture;

/// The answer to a question of the fixture's set, by id and option; `yes`, option 0, is right.
fn answered(pack: &Pack, question: &str, option: usize) -> Event {
    let revision = pack.set().questions().iter().find(|q| q.id == question).map_or(0, |q| q.revision);
    Event::Answered { question: question.to_owned(), revision, answer: Answer::Option(option) }
}

/// Applies answers one after another, and compares what became of each with what is expected.
fn check(events: &[(&str, usize, Result<(), Rejected>)]) -> Attempt {
    let pack = fixture::pack();
    events.iter().fold(Attempt::new(Rc::clone(&pack)), |attempt, (question, option, expect)| {
        let after = attempt.apply(answered(&pack, question, *option));
        assert_eq!(after.as_ref().map(|_| ()).map_err(|rejected| *rejected), *expect, "{question} {option}");
        after.unwrap_or(attempt)
    })
}

#[test]
fn a_new_attempt_is_open_at_its_first_question() {
    let attempt = check(&[]);
    assert_eq!((attempt.answered(), attempt.first_open()), (0, Some(0)));
    assert_eq!(attempt.given(0), None);
    assert_eq!(attempt.question(2).map(|question| question.id.as_str()), Some("c"));
    assert!(attempt.question(3).is_none() && attempt.given(3).is_none());
}

#[test]
fn an_answer_is_kept_with_its_mark() {
    let attempt = check(&[("b", 0, Ok(())), ("a", 2, Ok(()))]);
    let earned = |position| attempt.given(position).map(|(answer, mark)| (answer.clone(), mark.earned()));
    assert_eq!(earned(0), Some((Answer::Option(2), 0.0)));
    assert_eq!(earned(1), Some((Answer::Option(0), 1.0)));
    assert_eq!((attempt.answered(), attempt.first_open()), (2, Some(2)));
}

#[test]
fn an_answered_question_takes_no_other_answer() {
    let attempt = check(&[("a", 1, Ok(())), ("a", 0, Err(Rejected::AnsweredAlready))]);
    assert_eq!(attempt.given(0).map(|(answer, _)| answer), Some(&Answer::Option(1)));
}

#[test]
fn an_attempt_with_all_answers_has_no_open_question() {
    assert_eq!(check(&[("a", 0, Ok(())), ("b", 1, Ok(())), ("c", 2, Ok(()))]).first_open(), None);
}

#[test]
fn what_the_set_does_not_have_is_rejected() {
    check(&[("d", 0, Err(Rejected::UnknownQuestion)), ("a", 3, Err(Rejected::Unfitting))]);
}

#[test]
fn an_answer_to_an_earlier_wording_is_rejected() {
    let pack = fixture::pack();
    let revision = pack.set().questions()[0].revision.wrapping_add(1);
    let event = Event::Answered { question: "a".to_owned(), revision, answer: Answer::Option(0) };
    assert_eq!(Attempt::new(pack).apply(event), Err(Rejected::Revised));
}

#[test]
fn a_replay_keeps_what_it_can_and_says_why_the_rest_was_not() {
    let pack = fixture::pack();
    let events = [("a", 0), ("gone", 0), ("a", 1), ("c", 1)].map(|(id, option)| answered(&pack, id, option));
    let (attempt, rejected) = Attempt::replay(Rc::clone(&pack), events);
    assert_eq!(rejected, [Rejected::UnknownQuestion, Rejected::AnsweredAlready]);
    assert_eq!(attempt, check(&[("a", 0, Ok(())), ("c", 1, Ok(()))]));
}
