//! Owns the facts about marks and how they are counted. Never marks an answer.

use super::*;

/// Compares what was earned, and the reasons that came to the first one.
fn check(mark: Mark, earned: f64, more: &[Reason]) {
    assert_eq!((mark.earned(), mark.reasons().get(1..)), (earned, Some(more)));
}

fn full() -> Mark {
    Mark::full(Reason::RightOption)
}

#[test]
fn percentages_round_half_up() {
    for (earned, expect) in [(0.0, 0), (1.0 / 3.0, 33), (0.125, 13), (0.5, 50), (2.0 / 3.0, 67), (1.0, 100)] {
        assert_eq!(percent(earned), expect, "{earned}");
    }
}

#[test]
fn all_but_everything_is_not_a_hundred_and_a_little_is_not_nothing() {
    assert_eq!([0.9999, 0.995, 0.0001].map(percent), [99, 99, 1]);
}

#[test]
fn a_mark_is_a_fraction_in_lowest_terms() {
    for (earned, expect) in [
        (0.0, Some((0, 1))),
        (1.0, Some((1, 1))),
        (0.5, Some((1, 2))),
        (0.75, Some((3, 4))),
        (2.0 / 3.0, Some((2, 3))),
        (2.0 * 5.0 / 6.0 - 1.0, Some((2, 3))),
        (2.0 / 3.0 - 0.5, Some((1, 6))),
        (0.1 + 0.2, Some((3, 10))),
        (99.0 / 100.0, Some((99, 100))),
        (1.0 / 101.0, None),
        (std::f64::consts::FRAC_1_PI, None),
        (1.5, Some((1, 1))),
        (-0.5, Some((0, 1))),
        (f64::NAN, None),
    ] {
        assert_eq!(fraction(earned), expect, "{earned}");
    }
}

#[test]
fn every_fraction_up_to_hundredths_is_found_again() {
    for below in 1..=100_u32 {
        for above in 0..=below {
            let (a, b) = fraction(f64::from(above) / f64::from(below)).unwrap();
            assert_eq!((a * below, b <= below), (above * b, true), "{above}/{below}");
        }
    }
}

#[test]
fn every_try_halves() {
    check(full().after_tries(0), 1.0, &[]);
    check(full().after_tries(1), 1.0, &[]);
    for (tries, earned) in [(2, 0.5), (3, 0.25), (4, 0.125)] {
        check(full().after_tries(tries), earned, &[Reason::Tries { tries }]);
    }
    check(full().after_tries(usize::MAX), 0.0, &[Reason::Tries { tries: usize::MAX }]);
}

#[test]
fn every_hint_takes_its_share_and_all_together_no_more_than_all() {
    check(full().after_hints(0, 0.25), 1.0, &[]);
    for (used, earned) in [(1, 0.75), (2, 0.5), (3, 0.25), (4, 0.0), (5, 0.0)] {
        check(full().after_hints(used, 0.25), earned, &[Reason::Hints { used }]);
    }
    check(full().after_hints(3, 0.0), 1.0, &[]);
    check(full().after_hints(1, 1.0), 0.0, &[Reason::Hints { used: 1 }]);
}

#[test]
fn nothing_is_not_lowered() {
    check(Mark::none(Reason::WrongOption).after_tries(3).after_hints(2, 0.5), 0.0, &[]);
}

#[test]
fn a_mark_lies_between_nothing_and_everything() {
    check(Mark::part(1.5, Reason::RightOption), 1.0, &[]);
    check(Mark::part(-0.5, Reason::WrongOption), 0.0, &[]);
    assert!(full().is_full() && !Mark::part(0.999_999, Reason::RightOption).is_full());
}

#[test]
fn certainty_pays_between_its_payoffs() {
    for (certainty, right, wrong) in
        [(Certainty::Low, 1.0, 0.0), (Certainty::Middle, 2.0, -2.0), (Certainty::High, 3.0, -6.0)]
    {
        assert_eq!(certainty_points(1.0, certainty), right);
        assert_eq!(certainty_points(0.0, certainty), wrong);
        assert_eq!(certainty_points(0.5, certainty), (right + wrong) / 2.0);
    }
}

#[test]
fn the_expected_points_cross_at_two_thirds_and_four_fifths() {
    // A mark of p earns what a student who is right with the chance p may expect: p, 4p - 2 and 9p - 6.
    let at = |p: f64| Certainty::ALL.map(|certainty| certainty_points(p, certainty));
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    for p in [0.0, 0.25, 2.0 / 3.0, 0.75, 0.8, 1.0] {
        at(p).into_iter().zip([p, 4.0 * p - 2.0, 9.0 * p - 6.0]).for_each(|(points, expect)| near(points, expect));
    }
    let [low, middle, _] = at(2.0 / 3.0);
    near(low, middle);
    let [_, middle, high] = at(0.8);
    near(middle, high);
    for (p, best) in [(0.5, 0), (0.66, 0), (0.67, 1), (0.79, 1), (0.81, 2), (1.0, 2)] {
        let points = at(p);
        assert!(points.iter().all(|other| *other <= points[best]), "{p} {points:?}");
    }
}

#[test]
fn the_more_certain_is_the_greater() {
    assert!(Certainty::ALL.is_sorted());
}
