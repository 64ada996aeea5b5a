//! Owns the facts about how sure a student says to be.

use super::*;

const SURE: [Option<Certainty>; 3] = [Some(Certainty::Low), Some(Certainty::Middle), Some(Certainty::High)];

/// The points and the most of them, after these answers to the fixture's questions.
fn points(settings: &str, mode: Mode, given: &[(&str, usize, Option<Certainty>)]) -> Option<(f64, f64)> {
    let pack = fixture::pack_of(settings, &fixture::three(""));
    let event =
        |(id, chosen, certainty): &(&str, usize, _)| super::given(&pack, id, Answer::Option(*chosen), *certainty);
    let events: Vec<_> = given.iter().map(|answer| (event(answer), Ok(()))).collect();
    check(&pack, mode, &events).report().certainty
}

#[test]
fn right_and_wrong_answers_earn_what_they_pay() {
    for (sure, right, wrong) in [(SURE[0], 1.0, 0.0), (SURE[1], 2.0, -2.0), (SURE[2], 3.0, -6.0)] {
        assert_eq!(points("certainty = true", Mode::Practice, &[("a", 0, sure)]), Some((right, 3.0)));
        assert_eq!(points("certainty = true", Mode::Practice, &[("a", 1, sure)]), Some((wrong, 3.0)));
    }
    let all = [("a", 0, SURE[2]), ("b", 1, SURE[1]), ("c", 0, SURE[0])];
    assert_eq!(points("certainty = true", Mode::Test, &all), Some((3.0 - 2.0 + 1.0, 9.0)));
}

#[test]
fn a_part_of_the_mark_earns_its_part_of_the_way() {
    let pack = fixture::pack_of("certainty = true", &[fixture::choices("a", fixture::QUOTE)]);
    let event = given(&pack, "a", Answer::Options(vec![0]), SURE[2]);
    // Half of the mark: half way from -6 to 3.
    assert_eq!(check(&pack, Mode::Practice, &[(event, Ok(()))]).report().certainty, Some((-1.5, 3.0)));
}

#[test]
fn it_is_kept_only_where_the_set_asks_for_it() {
    for settings in ["", "certainty = false"] {
        assert_eq!(points(settings, Mode::Practice, &[("a", 0, SURE[2])]), None);
    }
    assert_eq!(points("certainty = true", Mode::Practice, &[]), None);
    assert_eq!(points("certainty = true", Mode::Practice, &[("a", 0, None)]), None);
    assert_eq!(points("certainty = true", Mode::Practice, &[("a", 0, None), ("b", 0, SURE[1])]), Some((2.0, 3.0)));
}

#[test]
fn in_a_test_the_last_word_counts() {
    let answers = [("a", 0, SURE[2]), ("a", 0, SURE[0])];
    assert_eq!(points("certainty = true", Mode::Test, &answers), Some((1.0, 3.0)));
}

#[test]
fn it_belongs_to_the_first_answer() {
    let settings = "certainty = true\ntries = 'until-right'";
    assert_eq!(points(settings, Mode::Practice, &[("a", 1, SURE[2]), ("a", 0, SURE[0])]), Some((-6.0, 3.0)));
}
