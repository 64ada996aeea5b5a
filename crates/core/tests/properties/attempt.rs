//! Owns what holds for any course of an attempt.
//!
//! Never looks at how a bank came to be.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use verbatim_core::bank::draft::Draft;
use verbatim_core::bank::parse;
use verbatim_core::bank::verify::{Evidence, Written, verify};
use verbatim_core::mark::percent;
use verbatim_core::source::{Fingerprint, SourceText};
use verbatim_core::{Answer, Attempt, Event, Pack, Rejected};

use super::config;

const SOURCE: &str = "one two three four five six seven eight nine ten";
const BANK: &str = "title = 'b'\nsets = ['s']\n[source]\ntitle = 's'\n[[concept]]\nid = 'even'\nterm = 'e'\n";

/// A set whose questions have these numbers of options, each with its right one; every other has a concept.
fn pack(questions: &[(usize, usize)]) -> Rc<Pack> {
    let mut text = "title = 's'\n".to_owned();
    for (number, (options, right)) in questions.iter().enumerate() {
        text += &format!("[[question]]\nid = 'q{number}'\nkind = 'choice'\nprompt = 'p{number}'\nexplanation = 'e'\n");
        text += "quote = 'two three four five'\n";
        text += if number % 2 == 0 { "concepts = ['even']\n" } else { "" };
        for option in 0..*options {
            let correct = option == *right;
            text += &format!("[[question.options]]\ntext = 'o{option}'\nwhy = 'w'\ncorrect = {correct}\n");
        }
    }
    let bank = parse::bank(&Rc::from("bank.toml"), BANK).0;
    let draft = Draft { id: "b".to_owned(), bank, sets: vec![parse::set(&Rc::from("s.toml"), &text).0] };
    let print = Fingerprint::of(&SourceText::new(SOURCE), "b").to_string();
    let evidence = Evidence { file: &Rc::from("f"), fingerprint: Written::Text(&print), text: None };
    let (bank, list) = verify(&draft, evidence);
    let bank = bank.unwrap_or_else(|| panic!("{text}\n{list:#?}"));
    Rc::new(Pack::new(&bank, &bank.sets()[0]))
}

fn packs() -> impl Strategy<Value = Rc<Pack>> {
    vec((2..5_usize).prop_flat_map(|options| (Just(options), 0..options)), 1..6).prop_map(|list| pack(&list))
}

/// An answer to a question, both by number; a number that is not there and another revision are tried, too.
fn event(pack: &Pack, (question, option, revised): (usize, usize, bool)) -> Event {
    let revision = pack.set().questions().get(question).map_or(0, |question| question.revision);
    let revision = if revised { revision.wrapping_add(1) } else { revision };
    Event::Answered { question: format!("q{question}"), revision, answer: Answer::Option(option) }
}

/// Any events at all, of which most could have happened.
fn courses() -> impl Strategy<Value = (Rc<Pack>, Vec<Event>)> {
    let numbers = vec((0..7_usize, 0..6_usize, prop::bool::weighted(0.1)), 0..12);
    (packs(), numbers).prop_map(|(pack, numbers)| {
        let events = numbers.into_iter().map(|numbers| event(&pack, numbers)).collect();
        (pack, events)
    })
}

/// One answer to each question, chosen by `choose` from the number of options and the right one.
fn answers(pack: &Pack, choose: impl Fn(usize, usize) -> usize) -> Vec<Event> {
    let questions = pack.set().questions().iter().enumerate();
    let chosen = questions.map(|(number, question)| {
        let verbatim_core::Kind::Choice(choice) = &question.kind;
        event(pack, (number, choose(choice.options().len(), choice.right()), false))
    });
    chosen.collect()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn every_prefix_of_any_course_is_an_attempt((pack, events) in courses()) {
        let mut attempt = Attempt::new(Rc::clone(&pack));
        for (count, event) in events.iter().enumerate() {
            let (replayed, rejected) = Attempt::replay(Rc::clone(&pack), events[..count].iter().cloned());
            prop_assert_eq!(&replayed, &attempt);
            prop_assert_eq!(attempt.answered() + rejected.len(), count);
            let report = attempt.report();
            prop_assert!((0.0..=1.0).contains(&report.earned) && percent(report.earned) <= 100);
            prop_assert!(report.concepts.iter().all(|concept| (0.0..=1.0).contains(&concept.earned)));
            prop_assert!(report.right <= report.answered && report.answered <= report.asked);
            attempt = attempt.apply(event.clone()).unwrap_or(attempt);
        }
    }

    #[test]
    fn no_event_happens_twice((pack, events) in courses()) {
        let (attempt, _) = Attempt::replay(Rc::clone(&pack), events.clone());
        for event in events {
            prop_assert!(attempt.apply(event).is_err());
        }
    }

    #[test]
    fn all_right_is_a_hundred_and_all_wrong_nothing(pack in packs()) {
        for (events, expect) in [(answers(&pack, |_, right| right), 100), (answers(&pack, |all, right| (right + 1) % all), 0)] {
            let (attempt, rejected) = Attempt::replay(Rc::clone(&pack), events);
            prop_assert_eq!(rejected, Vec::<Rejected>::new());
            let report = attempt.report();
            prop_assert_eq!(percent(report.earned), expect);
            prop_assert!(report.concepts.iter().all(|concept| percent(concept.earned) == expect));
            prop_assert_eq!(attempt.first_open(), None);
        }
    }

    #[test]
    fn the_order_of_answers_does_not_matter(
        (pack, events) in packs().prop_flat_map(|pack| {
            let events = answers(&pack, |all, right| (right + all / 3) % all);
            (Just(pack), Just(events).prop_shuffle())
        }),
    ) {
        let in_order = answers(&pack, |all, right| (right + all / 3) % all);
        let (straight, _) = Attempt::replay(Rc::clone(&pack), in_order);
        let (shuffled, _) = Attempt::replay(pack, events);
        prop_assert_eq!(straight.report(), shuffled.report());
        prop_assert_eq!(straight, shuffled);
    }
}
