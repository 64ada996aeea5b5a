//! Owns the facts about `order`. Never shows one.

use super::*;

fn order(ranks: &[usize]) -> Order {
    let item = |rank: &usize| Item { text: Vec::new(), why: Vec::new(), date: None, rank: *rank };
    Order { items: ranks.iter().map(item).collect() }
}

fn check(ranks: &[usize], given: &[usize], expect: Option<(f64, usize, usize, usize)>) {
    let mark = order(ranks).mark(&Answer::Order(given.to_vec()));
    let found = mark.map(|mark| match mark.reasons() {
        [Reason::Ordered { right, pairs, to_move }] => (mark.earned(), *right, *pairs, *to_move),
        other => panic!("{other:?}"),
    });
    assert_eq!(found, expect, "{given:?}");
}

#[test]
fn the_share_of_right_pairs_is_stretched_from_a_half_on() {
    check(&[0, 1, 2, 3], &[0, 1, 2, 3], Some((1.0, 6, 6, 0)));
    // One swap of neighbours: 5 of 6 pairs, 2 * 5/6 - 1.
    check(&[0, 1, 2, 3], &[1, 0, 2, 3], Some((2.0 * 5.0 / 6.0 - 1.0, 5, 6, 1)));
    check(&[0, 1, 2, 3], &[3, 0, 1, 2], Some((0.0, 3, 6, 1)));
    check(&[0, 1, 2, 3], &[3, 2, 1, 0], Some((0.0, 0, 6, 3)));
}

#[test]
fn pairs_that_tie_are_dropped() {
    check(&[0, 1, 1, 2], &[0, 2, 1, 3], Some((1.0, 5, 5, 0)));
    check(&[0, 1, 1, 2], &[3, 2, 1, 0], Some((0.0, 0, 5, 2)));
}

#[test]
fn an_order_without_all_items_does_not_fit() {
    for given in [&[][..], &[0, 1, 2], &[0, 1, 2, 2], &[0, 1, 2, 4], &[0, 1, 2, 3, 4]] {
        check(&[0, 1, 2, 3], given, None);
    }
}

#[test]
fn ranks_that_order_nothing_are_unsound() {
    assert!(order(&[0, 0, 1]).is_sound());
    for ranks in [&[][..], &[0], &[0, 0], &[1, 2], &[0, 2], &[0, 1, 0]] {
        assert!(!order(ranks).is_sound(), "{ranks:?}");
    }
}

#[test]
#[cfg(feature = "author")]
fn guessing_earns_the_mean_over_all_orders() {
    let check = |ranks: &[usize], expect: f64| {
        let guess = order(ranks).guess();
        assert!((guess - expect).abs() < 1e-9, "{ranks:?} {guess}");
    };
    check(&[0, 1], 1.0 / 2.0);
    // Of 6 orders one has no pair wrong, two have one of three.
    check(&[0, 1, 2], (1.0 + 2.0 / 3.0) / 6.0);
    check(&[0, 1, 2, 3], (1.0 + 3.0 * 2.0 / 3.0 + 5.0 / 3.0) / 24.0);
    // Of the 3 places of the last among two that tie: both pairs right, one, none.
    check(&[0, 0, 1], 1.0 / 3.0);
}
