//! Owns the facts about a report. Never marks an answer itself.

use super::*;
use crate::bank::fixture;
use crate::mark::{Reason, percent};

const RIGHT: Option<bool> = Some(true);
const WRONG: Option<bool> = Some(false);
const OPEN: Option<bool> = None;

/// Reports on the fixture's set: `a` about cats, `b` about cats and dogs, `c` about nothing. Compares the whole in per
/// cent, the number of answers, and for each concept its per cent, right and asked.
fn check(given: [Option<bool>; 3], whole: u8, answered: usize, concepts: [(&str, u8, usize, usize); 2]) {
    let marks = given.map(|right| {
        right.map(|right| if right { Mark::full(Reason::RightOption) } else { Mark::none(Reason::WrongOption) })
    });
    let report = Report::new(&fixture::pack(), marks.iter().map(Option::as_ref));
    let right = given.iter().filter(|given| **given == RIGHT).count();
    assert_eq!((percent(report.earned), report.asked, report.answered, report.right), (whole, 3, answered, right));
    let found: Vec<_> =
        report.concepts.iter().map(|c| (c.concept.id.as_str(), percent(c.earned), c.right, c.asked)).collect();
    assert_eq!(found, concepts);
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
