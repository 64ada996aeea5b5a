//! Owns the facts about a practice in which a question may be tried until the answer is right.

use super::*;
use crate::mark::Reason;

const WAYS: [&str; 5] = ["a", "b", "c", "d", "e"];

/// A `choice` of so many options, of which the first is right.
fn choice(options: usize) -> String {
    let list: Vec<_> = WAYS.into_iter().take(options).map(|text| (text, text == "a")).collect();
    fixture::of_kind("a", "choice", &(fixture::QUOTE.to_owned() + &fixture::options("options", &list)))
}

/// Tries these options of a question, all of which can be tried, and compares the mark and whether it is settled.
fn tried(question: &str, tries: &[Answer], mark: f64, settled: bool) -> Attempt {
    let pack = fixture::pack_of("tries = 'until-right'", &[question.to_owned()]);
    let events: Vec<_> = tries.iter().map(|answer| (given(&pack, "a", answer.clone(), None), Ok(()))).collect();
    let attempt = check(&pack, Mode::Practice, &events);
    let found = (
        earned(&attempt, "a"),
        is_settled(&attempt, "a"),
        attempt.is_open(0),
        attempt.course(0).unwrap().tries().len(),
    );
    assert_eq!(found, (Some(mark), settled, !settled, tries.len()), "{tries:?}");
    attempt
}

fn options(chosen: &[usize]) -> Vec<Answer> {
    chosen.iter().copied().map(Answer::Option).collect()
}

#[test]
fn every_try_halves_what_the_right_answer_earns() {
    tried(&choice(5), &options(&[0]), 1.0, true);
    tried(&choice(5), &options(&[1]), 0.0, false);
    tried(&choice(5), &options(&[1, 0]), 0.5, true);
    tried(&choice(5), &options(&[1, 2, 0]), 0.25, true);
    let attempt = tried(&choice(5), &options(&[4, 2, 1, 0]), 0.125, true);
    let reasons = attempt.course(0).unwrap().mark().unwrap().reasons();
    assert_eq!(reasons, [Reason::RightOption, Reason::Tries { tries: 4 }]);
    assert_eq!((attempt.course(0).unwrap().first().unwrap().mark.earned(), attempt.mistakes().len()), (0.0, 1));
}

#[test]
fn the_last_option_is_no_merit() {
    for ways in 2..=5 {
        let wrong: Vec<usize> = (1..ways).collect();
        for tries in 1..wrong.len() {
            tried(&choice(ways), &options(&wrong[..tries]), 0.0, false);
        }
        tried(&choice(ways), &options(&wrong), 0.0, true);
    }
    let passages =
        [("The cat sat on the mat", true), ("The dog lay on the rug", false), ("cat sat on the sofa", false)];
    let passages = fixture::QUOTE.to_owned() + &fixture::options("passages", &passages);
    tried(&fixture::of_kind("a", "evidence", &passages), &options(&[1]), 0.0, false);
    tried(&fixture::of_kind("a", "evidence", &passages), &options(&[1, 2]), 0.0, true);
}

#[test]
fn a_statement_is_tried_once() {
    tried(&fixture::truth("a", fixture::QUOTE), &options(&[0]), 1.0, true);
    tried(&fixture::truth("a", fixture::QUOTE), &options(&[1]), 0.0, true);
}

#[test]
fn the_best_try_counts_and_no_later_one_lowers_it() {
    let question = fixture::choices("a", fixture::QUOTE);
    let picked = |tries: &[&[usize]]| tries.iter().map(|picks| Answer::Options(picks.to_vec())).collect::<Vec<_>>();
    tried(&question, &picked(&[&[0]]), 0.5, false);
    tried(&question, &picked(&[&[0], &[2, 3]]), 0.5, false);
    tried(&question, &picked(&[&[0], &[0, 1]]), 0.5, true);
    tried(&question, &picked(&[&[2], &[0, 1]]), 0.5, true);
    tried(&question, &picked(&[&[2], &[0]]), 0.25, false);
    tried(&question, &picked(&[&[2], &[3], &[2, 3], &[0, 2], &[0, 1, 2, 3], &[1, 0]]), 1.0 / 32.0, true);
}

#[test]
fn what_was_tried_is_not_tried_again() {
    let question = fixture::choices("b", fixture::QUOTE);
    let pack = fixture::pack_of("tries = 'until-right'", &[choice(4), question]);
    check(
        &pack,
        Mode::Practice,
        &[
            (option(&pack, "a", 1), Ok(())),
            (option(&pack, "a", 1), Err(Rejected::TriedAlready)),
            (option(&pack, "a", 2), Ok(())),
            (option(&pack, "a", 1), Err(Rejected::TriedAlready)),
            (picks(&pack, "b", &[0, 2]), Ok(())),
            (picks(&pack, "b", &[2, 0]), Err(Rejected::TriedAlready)),
            (picks(&pack, "b", &[2]), Ok(())),
        ],
    );
}

#[test]
fn who_gives_up_keeps_what_the_tries_earned() {
    let pack = fixture::pack_of("tries = 'until-right'", &[fixture::choices("a", fixture::QUOTE)]);
    let attempt = check(
        &pack,
        Mode::Practice,
        &[
            (picks(&pack, "a", &[0]), Ok(())),
            (revealed("a"), Ok(())),
            (picks(&pack, "a", &[0, 1]), Err(Rejected::AnsweredAlready)),
        ],
    );
    assert_eq!((earned(&attempt, "a"), attempt.is_finished()), (Some(0.5), true));
}

#[test]
fn in_a_test_there_is_one_answer_all_the_same() {
    let pack = fixture::pack_of("tries = 'until-right'", &[choice(4)]);
    let events = [(option(&pack, "a", 1), Ok(())), (option(&pack, "a", 0), Ok(())), (Event::Submitted, Ok(()))];
    let attempt = check(&pack, Mode::Test, &events);
    assert_eq!((earned(&attempt, "a"), attempt.course(0).unwrap().tries().len()), (Some(1.0), 1));
}

#[test]
fn what_was_done_with_a_question_has_begun_the_attempt_whether_it_is_settled_or_not() {
    let with_hint = choice(5).replace(fixture::QUOTE, &format!("hints = ['Look.']\n{}", fixture::QUOTE));
    let pack = fixture::pack_of("tries = 'until-right'", &[with_hint]);
    let begun = |mode, events: &[Event]| {
        let events: Vec<_> = events.iter().map(|event| (event.clone(), Ok(()))).collect();
        check(&pack, mode, &events).is_begun()
    };
    assert!(!begun(Mode::Practice, &[]));
    assert!(!begun(Mode::Test, &[flagged("a", true)]), "a flag is no work on a question");
    assert!(!begun(Mode::Test, &[option(&pack, "a", 1), cleared("a")]));
    assert!(begun(Mode::Practice, &[option(&pack, "a", 1)]));
    assert!(begun(Mode::Practice, &[hinted("a")]));
    // What is opened again was begun, though nothing is given to it yet.
    assert!(begun(Mode::Practice, &[option(&pack, "a", 1), revealed("a"), retried(&["a"])]));
}
