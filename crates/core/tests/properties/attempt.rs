//! Owns what holds for any course of an attempt.
//!
//! Never looks at how a bank came to be.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;
use verbatim_core::mark::percent;
use verbatim_core::{Answer, Attempt, Event, Mode, Rejected};

use super::config;
use super::courses::{BEGIN, answer, courses, keys, packs, starts};

/// What holds for an attempt at any moment.
fn holds(attempt: &Attempt) -> Result<(), TestCaseError> {
    let places = || 0..attempt.pack().set().questions().len();
    prop_assert!(attempt.first_open().is_none_or(|place| attempt.is_open(place) && !attempt.is_settled(place)));
    prop_assert!(attempt.answered() <= attempt.asked().len() && attempt.asked().is_sorted());
    prop_assert_eq!(attempt.is_finished(), places().all(|place| attempt.is_settled(place)));
    prop_assert!(!attempt.is_paused() || attempt.mode() == Mode::Test && !attempt.is_submitted());
    for place in places() {
        let (question, course) = (attempt.question(place).unwrap(), attempt.course(place).unwrap());
        prop_assert_eq!(attempt.place(&question.id), Some(place));
        prop_assert_eq!(course.mark().is_some(), course.given().is_some());
        prop_assert!(course.mark().is_none_or(|mark| (0.0..=1.0).contains(&mark.earned())));
        prop_assert!(course.hints() <= question.hints.len());
        prop_assert!(!attempt.is_settled(place) || !attempt.is_open(place));
        let best = course.tries().iter().map(|given| given.mark.earned()).fold(0.0, f64::max);
        prop_assert!(course.mark().is_none_or(|mark| mark.earned() <= best));
        drawn(attempt, place)?;
    }
    let report = attempt.report();
    prop_assert!(
        [report.earned, report.first].iter().all(|mean| (0.0..=1.0).contains(mean)) && percent(report.earned) <= 100
    );
    prop_assert!(report.concepts.iter().all(|concept| (0.0..=1.0).contains(&concept.earned)));
    prop_assert!(report.right <= report.answered && report.answered <= report.asked);
    prop_assert!(report.certainty.is_none_or(|(points, most)| points <= most && points >= -2.0 * most));
    Ok(())
}

/// What is shown is everything once, with what is fixed in its place, and no order that says the answer.
fn drawn(attempt: &Attempt, place: usize) -> Result<(), TestCaseError> {
    let rules = attempt.question(place).unwrap().kind.rules();
    let (shown, movable) = (attempt.shown(place), rules.movable());
    let mut sorted = shown.clone();
    sorted.sort_unstable();
    prop_assert_eq!(sorted, (0..movable.len()).collect::<Vec<_>>());
    prop_assert!(shown.iter().zip(movable).enumerate().all(|(at, (entry, movable))| movable || *entry == at));
    prop_assert!(shown.is_empty() || !rules.gives_itself_away(&shown));
    prop_assert!(rules.mark(&Answer::Order(shown)).is_none_or(|mark| !mark.is_full()));
    Ok(())
}

/// What one event may change.
fn follows(before: &Attempt, event: &Event, after: &Attempt) -> Result<(), TestCaseError> {
    let mistakes = before.mistakes();
    let is_again = |id: &String| matches!(event, Event::Retried { questions } if questions.contains(id));
    for place in (0..before.pack().set().questions().len()).filter(|place| before.is_settled(*place)) {
        let id = &before.question(place).unwrap().id;
        let (was, is) = (before.course(place).unwrap(), after.course(place).unwrap());
        let reopened = is_again(id) && mistakes.contains(id);
        prop_assert_eq!(after.is_settled(place), !reopened);
        prop_assert_eq!(is.mark(), was.mark().filter(|_| !reopened));
        prop_assert_eq!(is.first(), was.first());
        prop_assert!(!reopened || after.asked().contains(&place));
    }
    let (was, is) = (before.left(0), after.left(0));
    prop_assert!(is.is_none() || is <= was, "{:?} {:?}", was, is);
    prop_assert!(after.report().worked >= before.report().worked);
    Ok(())
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn every_prefix_of_any_course_is_an_attempt((pack, start, events) in courses()) {
        let mut attempt = Attempt::new(Rc::clone(&pack), start);
        let mut refused = Vec::new();
        for (count, (at, event)) in events.iter().enumerate() {
            let (replayed, rejected) = Attempt::replay(Rc::clone(&pack), start, &events[..count]);
            prop_assert_eq!((&replayed, &rejected), (&attempt, &refused));
            prop_assert_eq!(replayed.report(), attempt.report());
            holds(&attempt)?;
            match attempt.apply(*at, event) {
                Ok(after) => {
                    follows(&attempt, event, &after)?;
                    attempt = after;
                }
                Err(rejected) => refused.push(rejected),
            }
        }
        holds(&attempt)?;
    }

    #[test]
    fn what_was_rejected_changes_nothing((pack, start, events) in courses()) {
        let mut accepted = Vec::new();
        let mut attempt = Attempt::new(Rc::clone(&pack), start);
        for (at, event) in &events {
            if let Ok(after) = attempt.apply(*at, event) {
                accepted.push((*at, event.clone()));
                attempt = after;
            }
        }
        prop_assert_eq!(Attempt::replay(pack, start, &accepted), (attempt, Vec::<Rejected>::new()));
    }

    #[test]
    fn all_right_is_a_hundred(pack in packs(), start in starts()) {
        let (attempt, rejected) = Attempt::replay(Rc::clone(&pack), start, &keys(&pack));
        prop_assert_eq!((rejected, attempt.first_open()), (Vec::<Rejected>::new(), None));
        let report = attempt.report();
        prop_assert_eq!((percent(report.earned), report.first, report.right), (100, 1.0, report.asked));
        prop_assert!(report.concepts.iter().all(|concept| percent(concept.earned) == 100));
    }

    #[test]
    fn the_order_of_answers_does_not_matter(
        ((start, events, pack), by) in (packs().prop_flat_map(|pack| {
            let events: Vec<_> = pack.set().questions().iter().map(answer).collect();
            (starts(), events, Just(pack))
        }), any::<Index>()),
    ) {
        let mut events: Vec<_> = events.into_iter().map(|event| (BEGIN, event)).collect();
        let (straight, _) = Attempt::replay(Rc::clone(&pack), start, &events);
        events.rotate_left(by.index(pack.set().questions().len()));
        prop_assert_eq!(straight, Attempt::replay(pack, start, &events).0);
    }
}
