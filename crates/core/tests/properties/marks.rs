//! Owns what holds for the mark of any answer to any question.
//!
//! Never looks at an attempt.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;
use verbatim_core::bank::Mode;
use verbatim_core::mark::{Certainty, certainty_points, fraction, percent};
use verbatim_core::question::Order;
use verbatim_core::{Answer, Attempt, Event, Kind, Pack, Question, Reason, Start};

use super::answers::{answers, nonsense};
use super::config;
use super::pack::{pack, question};
use super::written::{self, Fields, SENTENCES, proofs, proved_by, written};

/// A question with an answer that fits it.
fn answered(fields: BoxedStrategy<Fields>) -> impl Strategy<Value = (Question, Answer)> {
    fields
        .prop_map(question)
        .prop_flat_map(|question| (answers(&question.kind), Just(question)))
        .prop_map(|(a, q)| (q, a))
}

/// A set of two questions, with an answer to the second one.
fn beside_another() -> impl Strategy<Value = (Rc<Pack>, Answer)> {
    let truth = || ("truth", "answer = true\nwhy_true = 'w'\nwhy_false = 'w'\n".to_owned());
    let packs = written().prop_map(move |fields| pack("", &[truth(), fields]));
    packs
        .prop_flat_map(|pack| (answers(&pack.set().questions()[1].kind), Just(pack)))
        .prop_map(|(answer, pack)| (pack, answer))
}

fn earned(question: &Question, answer: &Answer) -> f64 {
    question.mark(answer).unwrap_or_else(|| panic!("{answer:?} does not fit {question:?}")).earned()
}

/// What the items of an order are sorted by: their dates.
fn ranks(order: &Order, given: &[usize]) -> Vec<String> {
    given.iter().map(|item| order.items()[*item].date.clone().unwrap()).collect()
}

/// Kendall's tau over the pairs that do not tie, and the longest rise, both computed pair by pair.
fn naive(ranks: &[String]) -> (f64, usize) {
    let (mut concordant, mut discordant, mut rises) = (0, 0, vec![1; ranks.len()]);
    for later in 0..ranks.len() {
        for earlier in 0..later {
            concordant += i32::from(ranks[earlier] < ranks[later]);
            discordant += i32::from(ranks[earlier] > ranks[later]);
            if ranks[earlier] <= ranks[later] {
                rises[later] = rises[later].max(rises[earlier] + 1);
            }
        }
    }
    (f64::from(concordant - discordant) / f64::from(concordant + discordant), rises.into_iter().max().unwrap_or(0))
}

fn words(sentences: &[usize]) -> f64 {
    // A full stop is a token, too.
    sentences.iter().map(|number| SENTENCES[*number].split(' ').count() as f64 + 1.0).sum()
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn an_answer_that_fits_earns_between_nothing_and_everything((question, answer) in answered(written())) {
        let mark = question.mark(&answer).unwrap();
        prop_assert!((0.0..=1.0).contains(&mark.earned()) && !mark.reasons().is_empty());
        prop_assert_eq!(mark.is_full(), percent(mark.earned()) == 100);
        prop_assert_eq!(question.mark(&answer), Some(mark));
    }

    #[test]
    fn an_answer_that_does_not_fit_is_no_panic(fields in written(), answer in nonsense()) {
        let mark = question(fields).mark(&answer);
        prop_assert!(mark.is_none_or(|mark| (0.0..=1.0).contains(&mark.earned())));
    }

    #[test]
    fn the_key_earns_everything(fields in written()) {
        let question = question(fields);
        prop_assert!(question.is_sound());
        prop_assert!(question.mark(&question.kind.rules().key()).is_some_and(|mark| mark.is_full()));
    }

    #[test]
    fn one_way_alone_is_right_where_ways_are_counted(fields in written()) {
        let question = question(fields);
        if let Some(ways) = question.kind.rules().ways() {
            let right = (0..ways).filter(|way| earned(&question, &Answer::Option(*way)) >= 1.0).count();
            prop_assert_eq!((right, question.mark(&Answer::Option(ways))), (1, None));
        }
    }

    #[test]
    fn a_wrong_pick_never_raises_a_mark_and_a_right_one_never_lowers_it(
        (question, answer) in answered(written::choices()), more in any::<Index>(),
    ) {
        let (Kind::Choices(choices), Answer::Options(picked)) = (&question.kind, &answer) else { unreachable!() };
        let rest: Vec<usize> = (0..choices.options().len()).filter(|option| !picked.contains(option)).collect();
        if !rest.is_empty() {
            let pick = *more.get(&rest);
            let all = Answer::Options([&picked[..], &[pick]].concat());
            let (before, after) = (earned(&question, &answer), earned(&question, &all));
            prop_assert!(if choices.is_right(pick) { after >= before } else { after <= before }, "{} {}", before, after);
        }
    }

    #[test]
    fn in_what_order_options_are_picked_does_not_matter((question, answer) in answered(written::choices())) {
        let Answer::Options(picked) = &answer else { unreachable!() };
        let turned = Answer::Options(picked.iter().rev().copied().collect());
        prop_assert_eq!(question.mark(&turned), question.mark(&answer));
        prop_assert!(turned.says_the_same(&answer));
    }

    #[test]
    fn an_order_earns_kendall_s_tau((question, answer) in answered(written::order())) {
        let (Kind::Order(order), Answer::Order(given)) = (&question.kind, &answer) else { unreachable!() };
        let (tau, rise) = naive(&ranks(order, given));
        let mark = question.mark(&answer).unwrap();
        prop_assert!((mark.earned() - tau.max(0.0)).abs() < 1e-9, "{} {}", mark.earned(), tau);
        let Reason::Ordered { to_move, .. } = mark.reasons()[0] else { unreachable!() };
        prop_assert_eq!(to_move, given.len() - rise);
        prop_assert_eq!(mark.is_full(), to_move == 0);
    }

    #[test]
    fn a_reversed_order_earns_nothing((question, answer) in answered(written::order())) {
        let (Answer::Order(given), Answer::Order(key)) = (&answer, question.kind.rules().key()) else { unreachable!() };
        let reversed = |order: &[usize]| earned(&question, &Answer::Order(order.iter().rev().copied().collect()));
        prop_assert_eq!(reversed(&key), 0.0);
        prop_assert!(earned(&question, &answer) == 0.0 || reversed(given) == 0.0);
    }

    #[test]
    fn each_thing_that_is_matched_earns_its_share((question, answer) in answered(written::matching())) {
        let Answer::Parts(parts) = &answer else { unreachable!() };
        let right = parts.iter().enumerate().filter(|(thing, part)| **part == Some(Answer::Option(*thing))).count();
        prop_assert_eq!(fraction(earned(&question, &answer)), fraction(right as f64 / parts.len() as f64));
    }

    #[test]
    fn evidence_earns_token_f1_which_is_the_same_both_ways(proof in proofs(), picked in proofs()) {
        let mark = |proof: &[usize], picked: &[usize]| earned(&question(proved_by(proof)), &Answer::Options(picked.to_vec()));
        let both: Vec<usize> = proof.iter().copied().filter(|number| picked.contains(number)).collect();
        let expect = 2.0 * words(&both) / (words(&proof) + words(&picked));
        prop_assert!((mark(&proof, &picked) - expect).abs() < 1e-9);
        prop_assert_eq!(mark(&proof, &picked), mark(&picked, &proof));
        prop_assert_eq!(mark(&proof, &picked) >= 1.0, proof == picked);
        prop_assert_eq!(mark(&proof, &picked) <= 0.0, both.is_empty());
    }

    #[test]
    fn no_seed_changes_a_mark((pack, answer) in beside_another(), one in any::<u64>(), other in any::<u64>()) {
        let revision = pack.set().questions()[1].revision;
        let event = Event::Answered { question: "q1".to_owned(), revision, answer, certainty: None };
        let marked = |seed| {
            let start = Start { at: 0, mode: Mode::Practice, seed };
            let attempt = Attempt::new(Rc::clone(&pack), start).apply(1, &event).unwrap();
            attempt.course(attempt.place("q1").unwrap()).unwrap().mark().cloned()
        };
        prop_assert_eq!(marked(Some(one)), marked(Some(other)));
        prop_assert_eq!(marked(Some(one)), marked(None));
    }

    #[test]
    fn certainty_pays_between_its_payoffs_and_never_less_for_a_better_mark(one in 0.0..=1.0, other in 0.0..=1.0) {
        for certainty in Certainty::ALL {
            let (right, wrong) = certainty.payoffs();
            let points = certainty_points(one, certainty);
            prop_assert!((f64::from(wrong)..=f64::from(right)).contains(&points));
            prop_assert!(one <= other || points >= certainty_points(other, certainty));
        }
    }
}
