//! Owns the facts about `number`. Never shows one.

use super::*;

/// A number with these allowances, and 1 as a wrong answer that is expected.
fn number(value: f64, absolute: f64, relative: f64) -> Number {
    let wrong = vec![Wrong { value: 1.0, why: vec![Inline::Plain("too few".to_owned())] }];
    Number { value, written: value.to_string(), absolute, relative, unit: None, wrong }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Found {
    Right,
    Near,
    Wrong,
    Listed,
    None,
}
use Found::{Listed, Near, Right};

fn check(number: &Number, expect: Found, texts: &[&str]) {
    for text in texts {
        let answer = Answer::text(text);
        let found = match number.mark(&answer).map(|mark| (mark.earned(), mark.reasons()[0].clone())) {
            Some((1.0, Reason::RightNumber)) => Right,
            Some((1.0, Reason::NearNumber { key })) if key == number.written() => Near,
            Some((0.0, Reason::WrongNumber)) if number.feedback(&answer).is_some() => Listed,
            Some((0.0, Reason::WrongNumber)) => Found::Wrong,
            None => Found::None,
            Some(other) => panic!("{text:?}: {other:?}"),
        };
        assert_eq!(found, expect, "{text:?} {number:?}");
    }
}

#[test]
fn without_an_allowance_a_number_is_exact() {
    let year = number(2015.0, 0.0, 0.0);
    check(&year, Right, &["2015", "2 015", "2015.0", "4030/2"]);
    check(&year, Found::Wrong, &["2014", "2016", "-2015", "2015.001"]);
    let large = number(9_007_199_254_740_991.0, 0.0, 0.0);
    check(&large, Right, &["9007199254740991"]);
    check(&large, Found::Wrong, &["9007199254740990"]);
}

#[test]
fn an_absolute_allowance_holds_on_both_sides_with_its_edges() {
    let height = number(100.0, 5.0, 0.0);
    check(&height, Right, &["100"]);
    check(&height, Near, &["95", "105", "99.9"]);
    check(&height, Found::Wrong, &["94", "94.99", "105.01", "106"]);
}

#[test]
fn a_relative_allowance_is_a_share_of_the_key() {
    check(&number(200.0, 0.0, 0.05), Near, &["190", "210"]);
    check(&number(200.0, 0.0, 0.05), Found::Wrong, &["189.9", "210.1"]);
    check(&number(-200.0, 0.0, 0.05), Near, &["-190", "-210"]);
    check(&number(0.0, 0.0, 0.05), Found::Wrong, &["0.01"]);
}

#[test]
fn both_allowances_add_up() {
    check(&number(200.0, 2.0, 0.05), Near, &["188", "212"]);
    check(&number(200.0, 2.0, 0.05), Found::Wrong, &["187.9", "212.1"]);
}

#[test]
fn binary_rounding_moves_no_edge() {
    check(&number(0.3, 0.1, 0.0), Near, &["0.4", "0.2"]);
    check(&number(0.3, 0.1, 0.0), Found::Wrong, &["0.401", "0.199", "0.400000001"]);
    check(&number(0.3, 0.0, 0.0), Right, &["0.3", "3/10", "0.30000000000000004"]);
    check(&number(0.3, 0.0, 0.0), Found::Wrong, &["0.3000001"]);
    // 0.29 * 100 is 28.999999999999996.
    check(&number(100.0, 0.0, 0.29), Near, &["129", "71"]);
}

#[test]
fn a_listed_wrong_number_has_its_own_feedback() {
    check(&number(2.0, 0.0, 0.0), Listed, &["1", "1,0", "2/2"]);
    check(&number(2.0, 0.0, 0.0), Found::Wrong, &["1.1"]);
    // What counts as right has none.
    check(&number(2.0, 1.0, 0.0), Near, &["1"]);
    assert_eq!(number(2.0, 1.0, 0.0).feedback(&Answer::text("1")), None);
}

#[test]
fn what_is_no_number_is_no_answer() {
    check(&number(2.0, 0.0, 0.0), Found::None, &["", "two", "2 km", "2%"]);
    assert_eq!(number(2.0, 0.0, 0.0).mark(&Answer::Option(2)), None);
}

#[test]
fn the_key_earns_everything() {
    for value in [2015.0, -0.1, 1e300, 1.0 / 3.0, 5e-324] {
        let number = number(value, 0.0, 0.0);
        assert_eq!(number.mark(&number.key()), Some(Mark::full(Reason::RightNumber)), "{value}");
    }
}

#[test]
fn numbers_that_compare_with_nothing_are_unsound() {
    assert!(number(2.0, 0.5, 0.1).is_sound());
    for (value, absolute, relative) in [
        (f64::NAN, 0.0, 0.0),
        (f64::INFINITY, 0.0, 0.0),
        (2.0, -1.0, 0.0),
        (2.0, 0.0, -0.1),
        (2.0, f64::NAN, 0.0),
        (1e300, 0.0, 1e300),
        // The wrong number counts as right.
        (2.0, 1.0, 0.0),
    ] {
        assert!(!number(value, absolute, relative).is_sound(), "{value} {absolute} {relative}");
    }
}
