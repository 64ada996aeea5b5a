//! Owns the facts about a report. Never marks an answer itself.

use std::rc::Rc;

use super::*;
use crate::answer::Answer;
use crate::attempt::{Attempt, Event, Start};
use crate::bank::{Mode, fixture};
use crate::mark::{Certainty, percent};

const RIGHT: Option<bool> = Some(true);
const WRONG: Option<bool> = Some(false);
const OPEN: Option<bool> = None;

/// The report after these answers, one a second: which question, which option, and how sure.
fn report(settings: &str, given: &[(&str, usize, Option<Certainty>)]) -> Report {
    let pack = fixture::pack_of(settings, &fixture::three("hints = ['h']"));
    let event = |(second, (id, chosen, certainty)): (u64, &(&str, usize, Option<Certainty>))| {
        let revision = pack.set().questions()[pack.set().position(id).unwrap()].revision;
        let (question, answer) = ((*id).to_owned(), Answer::Option(*chosen));
        (second * 1000, Event::Answered { question, revision, answer, certainty: *certainty })
    };
    let events: Vec<_> = (1..).zip(given).map(event).collect();
    let start = Start { at: 0, mode: Mode::Practice, seed: None };
    let (attempt, rejected) = Attempt::replay(Rc::clone(&pack), start, &events);
    assert_eq!(rejected, []);
    attempt.report()
}

/// Reports on the fixture's set: `a` about cats, `b` about cats and dogs, `c` about nothing. Compares the whole in per
/// cent, the number of answers, and for each concept its per cent, right and asked.
fn check(given: [Option<bool>; 3], whole: u8, answered: usize, concepts: [(&str, u8, usize, usize); 2]) {
    let answers = ["a", "b", "c"].into_iter().zip(given);
    let answers: Vec<_> = answers.filter_map(|(id, right)| Some((id, usize::from(!right?), None))).collect();
    let report = report("", &answers);
    let right = given.iter().filter(|given| **given == RIGHT).count();
    assert_eq!((percent(report.earned), report.asked, report.answered, report.right), (whole, 3, answered, right));
    let found: Vec<_> =
        report.concepts.iter().map(|c| (c.concept.id.as_str(), percent(c.earned), c.right, c.asked)).collect();
    assert_eq!(found, concepts);
    assert_eq!((report.first, report.certainty), (report.earned, None));
}

#[test]
fn concepts_stand_in_the_bank_s_order() {
    check([RIGHT, RIGHT, RIGHT], 100, 3, [("dogs", 100, 1, 1), ("cats", 100, 2, 2)]);
}

#[test]
fn a_question_without_an_answer_counts_nothing() {
    check([RIGHT, OPEN, OPEN], 33, 1, [("dogs", 0, 0, 1), ("cats", 50, 1, 2)]);
    check([OPEN, OPEN, OPEN], 0, 0, [("dogs", 0, 0, 1), ("cats", 0, 0, 2)]);
}

#[test]
fn a_question_counts_for_each_of_its_concepts() {
    check([WRONG, RIGHT, WRONG], 33, 3, [("dogs", 100, 1, 1), ("cats", 50, 1, 2)]);
}

#[test]
fn a_question_without_a_concept_counts_for_the_whole_alone() {
    check([WRONG, WRONG, RIGHT], 33, 3, [("dogs", 0, 0, 1), ("cats", 0, 0, 2)]);
}

#[test]
fn a_concept_of_no_question_of_the_set_is_left_out() {
    let pack = fixture::pack_of("", &[fixture::question("a", &format!("{}concepts = ['cats']", fixture::QUOTE))]);
    let report = Attempt::new(pack, Start { at: 0, mode: Mode::Practice, seed: None }).report();
    assert_eq!(report.concepts.iter().map(|c| c.concept.id.as_str()).collect::<Vec<_>>(), ["cats"]);
}

#[test]
fn first_answers_are_counted_by_themselves() {
    // Right at once, right on the second try, and wrong twice, which leaves one option.
    let tries = [("a", 0, None), ("b", 1, None), ("b", 0, None), ("c", 1, None), ("c", 2, None)];
    let report = report("tries = 'until-right'", &tries);
    assert_eq!((report.first, report.earned), (1.0 / 3.0, 0.5));
    assert_eq!((report.answered, report.right), (3, 1));
}

#[test]
fn certainty_counts_the_answers_that_tell_it() {
    let [low, high] = [Some(Certainty::Low), Some(Certainty::High)];
    assert_eq!(report("", &[("a", 0, high)]).certainty, None);
    assert_eq!(
        report("certainty = true", &[("a", 0, high), ("b", 1, high), ("c", 0, low)]).certainty,
        Some((-2.0, 9.0))
    );
    assert_eq!(report("certainty = true", &[("a", 0, high), ("b", 1, None)]).certainty, Some((3.0, 3.0)));
}

#[test]
fn time_is_counted_from_the_start_to_the_last_event() {
    assert_eq!(report("", &[]).worked, 0);
    assert_eq!(report("", &[("a", 0, None), ("b", 0, None)]).worked, 2000);
}

#[test]
fn who_reaches_the_pass_mark_has_passed() {
    for (settings, right, passed) in [
        ("", 3, None),
        ("pass = 1", 3, Some(true)),
        ("pass = 1", 2, Some(false)),
        // Two thirds, as near as an author would write them.
        ("pass = 0.6666666666", 2, Some(true)),
        ("pass = 0.67", 2, Some(false)),
        ("pass = 0.1", 0, Some(false)),
    ] {
        let given: Vec<_> = ["a", "b", "c"].into_iter().take(right).map(|id| (id, 0, None)).collect();
        assert_eq!(report(settings, &given).passed, passed, "{settings}, {right} right");
    }
}
