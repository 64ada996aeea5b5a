//! Owns the facts about a set that was changed while a student is going through it.

use super::*;

/// What the answers and events of one set become in another, which has been revised since.
fn moved(before: &Rc<Pack>, now: &Rc<Pack>, mode: Mode, events: &[Event], rejected: &[Rejected]) -> Attempt {
    let timed: Vec<_> = events.iter().map(|event| (BEGIN, event.clone())).collect();
    assert_eq!(Attempt::replay(Rc::clone(before), start(mode), &timed).1, []);
    let (attempt, found) = Attempt::replay(Rc::clone(now), start(mode), &timed);
    assert_eq!(found, rejected);
    attempt
}

/// The fixture's set with other words in question `b`.
fn revised() -> Rc<Pack> {
    let [a, b, c] = fixture::three("");
    fixture::pack_of("", &[a, b.replace("'perhaps'", "'never'"), c])
}

fn answers(pack: &Pack) -> Vec<Event> {
    ["a", "b", "c"].map(|id| option(pack, id, 0)).to_vec()
}

#[test]
fn a_revised_question_alone_is_open_again() {
    let (before, now) = (fixture::pack(), revised());
    let attempt = moved(&before, &now, Mode::Practice, &answers(&before), &[Rejected::Revised]);
    assert_eq!((0..3).map(|place| attempt.is_open(place)).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!((attempt.first_open(), attempt.answered(), earned(&attempt, "b")), (Some(1), 2, None));
}

#[test]
fn an_answer_to_an_earlier_wording_is_rejected_at_any_time() {
    let (before, now) = (fixture::pack(), revised());
    check(&now, Mode::Test, &[(option(&before, "b", 0), Err(Rejected::Revised)), (option(&now, "b", 0), Ok(()))]);
    check(&now, Mode::Practice, &[(option(&now, "b", 0), Ok(())), (option(&before, "b", 0), Err(Rejected::Revised))]);
}

#[test]
fn a_retry_of_what_was_revised_leaves_it_open() {
    let (before, now) = (fixture::pack(), revised());
    let events = [option(&before, "b", 1), retried(&["b"]), option(&before, "b", 0)];
    let rejected = [Rejected::Revised, Rejected::OutOfPlace, Rejected::Revised];
    let attempt = moved(&before, &now, Mode::Practice, &events, &rejected);
    assert!(attempt.is_open(1) && !attempt.is_retry());
    let events = [option(&before, "a", 1), option(&before, "b", 1), retried(&["a", "b"]), option(&before, "a", 0)];
    let attempt = moved(&before, &now, Mode::Practice, &events, &[Rejected::Revised]);
    assert_eq!((attempt.asked(), attempt.first_open(), earned(&attempt, "a")), (vec![0, 1, 2], Some(1), Some(1.0)));
}

#[test]
fn an_explanation_costs_no_answer() {
    let before = fixture::pack();
    let now = fixture::pack_of("", &fixture::three("hints = 'New.'").map(|q| q.replace("It did.", "It did, it did.")));
    assert!(moved(&before, &now, Mode::Practice, &answers(&before), &[]).is_finished());
}

#[test]
fn a_question_that_is_gone_takes_only_its_own_answer_with_it() {
    let before = fixture::pack();
    let [a, _, c] = fixture::three("");
    let now = fixture::pack_of("", &[c, a]);
    let attempt = moved(&before, &now, Mode::Practice, &answers(&before), &[Rejected::UnknownQuestion]);
    assert!(attempt.is_finished());
    assert_eq!((attempt.place("a"), attempt.report().asked), (Some(1), 2));
}

#[test]
fn a_new_question_is_open() {
    let before = fixture::pack();
    let now = fixture::pack_of("", &[&fixture::three("")[..], &[fixture::truth("new", fixture::QUOTE)]].concat());
    let attempt = moved(&before, &now, Mode::Practice, &answers(&before), &[]);
    assert_eq!((attempt.first_open(), attempt.answered()), (Some(3), 3));
}
