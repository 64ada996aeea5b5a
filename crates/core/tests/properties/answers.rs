//! Owns what may be answered to a question of every kind.
//!
//! Never expects anything. A new kind is one line in [`answers`].

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use verbatim_core::question::blanks::Blank;
use verbatim_core::question::evidence;
use verbatim_core::{Answer, Kind};

/// Answers that fit a kind.
pub fn answers(kind: &Kind) -> BoxedStrategy<Answer> {
    match kind {
        Kind::Choice(choice) => one_of(choice.options().len()),
        Kind::Choices(choices) => some_of(choices.options().len()),
        Kind::Truth(_) => one_of(2),
        Kind::Text(_) => select(&["Wuzhen", "wuzhén", "Wuzhan", "Beijing", "x"][..]).prop_map(text).boxed(),
        Kind::Number(_) => select(&["12", "12,5", "13", "-1", "1/3"][..]).prop_map(text).boxed(),
        Kind::Order(order) => all_of(order.items().len()),
        Kind::Match(matching) => {
            parts(vec![one_of(matching.pairs().len() + matching.extras().len()); matching.pairs().len()])
        }
        Kind::Blanks(blanks) => parts(blanks.blanks().iter().map(|(_, blank)| blank_answers(blank)).collect()),
        Kind::Evidence(evidence::Evidence::Passages(passages)) => one_of(passages.list().len()),
        Kind::Evidence(evidence::Evidence::Sentences(sentences)) => some_of(sentences.list().len()),
    }
}

fn blank_answers(blank: &Blank) -> BoxedStrategy<Answer> {
    match blank {
        Blank::Text(_) => select(&["Wuzhen", "wuzhen", "Paris"][..]).prop_map(text).boxed(),
        Blank::Number(_) => select(&["12", "3"][..]).prop_map(text).boxed(),
        Blank::Choice(choice) => one_of(choice.options().len()),
    }
}

fn text(words: &str) -> Answer {
    Answer::text(words)
}

fn one_of(count: usize) -> BoxedStrategy<Answer> {
    (0..count).prop_map(Answer::Option).boxed()
}

fn some_of(count: usize) -> BoxedStrategy<Answer> {
    subsequence((0..count).collect::<Vec<_>>(), 1..=count).prop_shuffle().prop_map(Answer::Options).boxed()
}

fn all_of(count: usize) -> BoxedStrategy<Answer> {
    Just((0..count).collect::<Vec<_>>()).prop_shuffle().prop_map(Answer::Order).boxed()
}

/// An answer to at least one of several parts.
fn parts(parts: Vec<BoxedStrategy<Answer>>) -> BoxedStrategy<Answer> {
    let given =
        vec(prop::bool::weighted(0.8), parts.len()).prop_filter("says something", |given| given.contains(&true));
    let part = |(answer, given): (Answer, bool)| given.then_some(answer);
    (parts, given)
        .prop_map(move |(parts, given)| Answer::Parts(parts.into_iter().zip(given).map(part).collect()))
        .boxed()
}

/// Answers of any shape, which mostly do not fit.
pub fn nonsense() -> BoxedStrategy<Answer> {
    let number = || prop_oneof![9 => 0..8_usize, 1 => any::<usize>()];
    let leaf = prop_oneof![
        number().prop_map(Answer::Option),
        vec(number(), 0..7).prop_map(Answer::Options),
        vec(number(), 0..7).prop_map(Answer::Order),
        "\\PC{0,4}".prop_map(|words| Answer::text(&words)),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| vec(prop::option::of(inner), 0..5).prop_map(Answer::Parts)).boxed()
}
