//! Owns what may be answered to a question of any kind: what has the shape of its key and fits.
//!
//! Never expects anything, and never names a kind.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use verbatim_core::{Answer, Kind};

/// Words and numbers, some of which are right somewhere.
const WRITTEN: [&str; 12] =
    ["Wuzhen", "wuzhen", "wuzhén", "Wuzhan", "Beijing", "Paris", "x", "12", "12,5", "13", "-1", "1/3"];

/// Answers that fit a kind.
pub fn answers(kind: &Kind) -> BoxedStrategy<Answer> {
    let rules = kind.rules();
    // Where a kind says how many entries it has, each of them has to fit.
    let listed = rules.ways().unwrap_or_else(|| rules.movable().len());
    like(&rules.key(), listed, &|answer| rules.mark(&answer).is_some())
}

/// Answers with the shape of a key, about a list of so many entries, or, where that is 0, of as many as fit.
fn like(key: &Answer, listed: usize, fits: &dyn Fn(Answer) -> bool) -> BoxedStrategy<Answer> {
    let count = |fits: &dyn Fn(usize) -> bool| {
        if listed > 0 { listed } else { (0..100).take_while(|position| fits(*position)).count() }
    };
    match key {
        Answer::Option(_) => one_of(count(&|position| fits(Answer::Option(position)))),
        Answer::Options(_) => some_of(count(&|position| fits(Answer::Options(vec![position])))),
        Answer::Text(written) => texts(written.text(), fits),
        Answer::Order(items) => all_of(items.len()),
        Answer::Parts(keys) => {
            let alone = |place: usize, answer: Answer| {
                let mut parts = vec![None; keys.len()];
                parts[place] = Some(answer);
                Answer::Parts(parts)
            };
            let part = |(place, key): (usize, &Option<Answer>)| {
                like(key.as_ref().unwrap(), listed, &|answer| fits(alone(place, answer)))
            };
            parts(keys.iter().enumerate().map(part).collect())
        }
    }
}

/// The key as it is and with slips, and others: those that fit.
fn texts(key: &str, fits: &dyn Fn(Answer) -> bool) -> BoxedStrategy<Answer> {
    let short: String = key.chars().skip(1).collect();
    let doubled: String = key.chars().flat_map(|letter| [letter, letter]).collect();
    let slips = [key.to_owned(), key.to_uppercase(), short, doubled, format!(" {key} ")];
    let all = slips.into_iter().chain(WRITTEN.map(str::to_owned)).map(|words| Answer::text(&words));
    select(all.filter(|answer| fits(answer.clone())).collect::<Vec<_>>()).boxed()
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
