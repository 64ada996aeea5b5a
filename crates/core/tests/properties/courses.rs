//! Owns any courses of an attempt: how it begins, and what happens in it.
//!
//! Never expects anything.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use verbatim_core::mark::Certainty;
use verbatim_core::{Event, Mode, Pack, Question, Start};

use super::answers::{answers, nonsense};
use super::pack::pack;
use super::written::written;

pub const BEGIN: u64 = 1_000_000;

fn settings() -> impl Strategy<Value = String> {
    let line = |list: &'static [&'static str]| select(list);
    let lines = (
        line(&["", "shuffle = false", "shuffle = 'questions'", "shuffle = 'options'"]),
        line(&["", "tries = 'until-right'"]),
        line(&["", "time_limit = 20", "time_limit = 20\npause = true"]),
        line(&["", "hint_cost = 0", "hint_cost = 0.4"]),
        line(&["", "certainty = true", "pass = 0.5"]),
    );
    lines.prop_map(|(a, b, c, d, e)| [a, b, c, d, e].join("\n"))
}

pub fn packs() -> impl Strategy<Value = Rc<Pack>> {
    (settings(), vec(written(), 1..5)).prop_map(|(settings, questions)| pack(&settings, &questions))
}

pub fn starts() -> impl Strategy<Value = Start> {
    let mode = select(&[Mode::Practice, Mode::Test][..]);
    (mode, any::<Option<u64>>()).prop_map(|(mode, seed)| Start { at: BEGIN, mode, seed })
}

/// An answer to a question; now and then one that does not fit, or to another wording.
pub fn answer(question: &Question) -> BoxedStrategy<Event> {
    let certainty = select(&[None, Some(Certainty::Low), Some(Certainty::Middle), Some(Certainty::High)][..]);
    let given = prop_oneof![12 => answers(&question.kind), 1 => nonsense(), 3 => Just(question.kind.rules().key())];
    let (id, revision) = (question.id.clone(), question.revision);
    (given, certainty, prop::bool::weighted(0.05))
        .prop_map(move |(answer, certainty, revised)| {
            let revision = if revised { revision.wrapping_add(1) } else { revision };
            Event::Answered { question: id.clone(), revision, answer, certainty }
        })
        .boxed()
}

/// Any event: mostly one that could have happened to this set, now and then to a question that it does not have.
fn event(pack: &Pack) -> BoxedStrategy<Event> {
    let answer = Union::new(pack.set().questions().iter().map(answer));
    let id = || (0..=pack.set().questions().len()).prop_map(|number| format!("q{number}"));
    let revisions: Vec<u64> = pack.set().questions().iter().map(|question| question.revision).collect();
    let named = move || {
        let revisions = revisions.clone();
        (0..=revisions.len())
            .prop_map(move |number| (format!("q{number}"), revisions.get(number).copied().unwrap_or_default()))
    };
    prop_oneof![
        10 => answer,
        1 => id().prop_map(|question| Event::Cleared { question }),
        1 => (id(), any::<bool>()).prop_map(|(question, flagged)| Event::Flagged { question, flagged }),
        2 => named().prop_map(|(question, revision)| Event::Hinted { question, revision }),
        1 => named().prop_map(|(question, revision)| Event::Revealed { question, revision }),
        1 => Just(Event::Paused),
        1 => Just(Event::Resumed),
        1 => Just(Event::Submitted),
        2 => vec(id(), 0..4).prop_map(|questions| Event::Retried { questions }),
    ]
    .boxed()
}

/// An attempt and what happens in it, mostly one after another, and now and then at any moment at all.
pub fn courses() -> impl Strategy<Value = (Rc<Pack>, Start, Vec<(u64, Event)>)> {
    let moment = || prop_oneof![30 => (0..200_000_u64).prop_map(Ok), 1 => any::<u64>().prop_map(Err)];
    packs().prop_flat_map(move |pack| (starts(), vec((moment(), event(&pack)), 0..25), Just(pack))).prop_map(
        |(start, list, pack)| {
            let mut now = BEGIN;
            let events = list.into_iter().map(|(moment, event)| match moment {
                Ok(gap) => {
                    now += gap;
                    (now, event)
                }
                Err(at) => (at, event),
            });
            let events = events.collect();
            (pack, start, events)
        },
    )
}

/// The right answers of all questions.
pub fn keys(pack: &Pack) -> Vec<(u64, Event)> {
    let key = |question: &Question| Event::Answered {
        question: question.id.clone(),
        revision: question.revision,
        answer: question.kind.rules().key(),
        certainty: None,
    };
    pack.set().questions().iter().map(|question| (BEGIN, key(question))).collect()
}
