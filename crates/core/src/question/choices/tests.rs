//! Owns the facts about `choices`. Never shows one.

use super::*;

/// Three right options, 0 to 2, and two wrong ones.
fn choices(scheme: Scheme) -> Choices {
    Choices { options: option::some(5), keys: vec![0, 1, 2], scheme }
}

fn check(scheme: Scheme, picked: &[usize], earned: Option<f64>) {
    let mark = choices(scheme).mark(&Answer::Options(picked.to_vec()));
    let near = mark.as_ref().map(Mark::earned).zip(earned).is_some_and(|(mark, earned)| (mark - earned).abs() < 1e-9);
    assert!(near || mark.is_none() && earned.is_none(), "{scheme:?} {picked:?}: {mark:?} and not {earned:?}");
}

#[test]
fn net_takes_a_right_one_back_for_each_wrong_one() {
    check(Scheme::Net, &[0, 1, 2], Some(1.0));
    check(Scheme::Net, &[0, 1], Some(2.0 / 3.0));
    check(Scheme::Net, &[0, 1, 3], Some(1.0 / 3.0));
    check(Scheme::Net, &[0, 3, 4], Some(0.0));
    check(Scheme::Net, &[0, 1, 2, 3, 4], Some(1.0 / 3.0));
}

#[test]
fn balanced_gives_nothing_for_picking_everything() {
    check(Scheme::Balanced, &[0, 1, 2], Some(1.0));
    check(Scheme::Balanced, &[0, 1, 3], Some(2.0 / 3.0 - 0.5));
    check(Scheme::Balanced, &[0, 1, 2, 3, 4], Some(0.0));
}

#[test]
fn all_gives_nothing_for_less_or_more() {
    check(Scheme::All, &[2, 1, 0], Some(1.0));
    check(Scheme::All, &[0, 1], Some(0.0));
    check(Scheme::All, &[0, 1, 2, 3], Some(0.0));
}

#[test]
fn each_judges_every_option_by_itself() {
    check(Scheme::Each, &[0, 1, 2], Some(1.0));
    check(Scheme::Each, &[0], Some(3.0 / 5.0));
    check(Scheme::Each, &[3, 4], Some(0.0));
    check(Scheme::Each, &[0, 1, 2, 3, 4], Some(3.0 / 5.0));
}

#[test]
fn nothing_and_what_is_not_there_do_not_fit() {
    for scheme in [Scheme::Net, Scheme::Balanced, Scheme::All, Scheme::Each] {
        check(scheme, &[], None);
        check(scheme, &[5], None);
        check(scheme, &[0, 0], None);
    }
    assert_eq!(choices(Scheme::Net).mark(&Answer::Option(0)), None);
}

#[test]
fn the_reason_counts_right_and_wrong_picks() {
    let mark = choices(Scheme::Net).mark(&Answer::Options(vec![0, 1, 3]));
    let expect = Reason::Picked { right: 2, keys: 3, wrong: 1, scheme: Scheme::Net };
    assert_eq!(mark.map(|mark| mark.reasons().to_vec()), Some(vec![expect]));
}

#[test]
fn keys_that_leave_nothing_to_ask_are_unsound() {
    let with = |keys: &[usize]| Choices { options: option::some(3), keys: keys.to_vec(), scheme: Scheme::Net };
    assert!(with(&[0, 2]).is_sound());
    for keys in [&[][..], &[0, 1, 2], &[3], &[1, 0], &[1, 1]] {
        assert!(!with(keys).is_sound(), "{keys:?}");
    }
}

#[test]
#[cfg(feature = "author")]
fn guessing_earns_the_mean_over_all_sets() {
    let guess = |scheme, keys: &[usize]| Choices { options: option::some(4), keys: keys.to_vec(), scheme }.guess();
    let check = |found: f64, expect: f64| assert!((found - expect).abs() < 1e-9, "{found} and not {expect}");
    // Of the 15 sets of 4 options, 2 of them right: two earn 1/2 alone, one 1, two 1/2 beside a wrong one.
    check(guess(Scheme::Net, &[0, 1]), 3.0 / 15.0);
    check(guess(Scheme::Balanced, &[0, 1]), 3.0 / 15.0);
    check(guess(Scheme::All, &[0, 1]), 1.0 / 15.0);
    // Each option is right in 8 of the 16 sets; the empty one, which would earn 1/2, is no answer.
    check(guess(Scheme::Each, &[0, 1]), (16.0 * 0.5 - 0.5) / 15.0);
    // Three right ones of four earn 1/3 for each alone, and more together.
    check(guess(Scheme::Net, &[0, 1, 2]), (3.0 / 3.0 + 3.0 * 2.0 / 3.0 + 1.0 + 3.0 / 3.0 + 2.0 / 3.0) / 15.0);
    let many = Choices { options: option::some(26), keys: (0..13).collect(), scheme: Scheme::All }.guess();
    check(many * (f64::from(1_u32 << 26) - 1.0), 1.0);
}
