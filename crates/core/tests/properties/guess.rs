//! Owns the agreement of what blind guessing is said to earn with the mean mark of all answers, one by one.
//!
//! Never says what is to be expected of a kind: its own tests do.

use proptest::prelude::*;
use verbatim_core::Answer;

use super::config;
use super::pack::question;
use super::written::written;

/// What a guesser writes, which is right nowhere.
const NONSENSE: &str = "-98765";

/// Every answer with the shape of a key that fits and leaves out no part.
fn all(key: &Answer, fits: &dyn Fn(Answer) -> bool) -> Vec<Answer> {
    let count = |answer: fn(usize) -> Answer| (0..100).take_while(|position| fits(answer(*position))).count();
    match key {
        Answer::Option(_) => one_of(count(Answer::Option)),
        Answer::Options(_) => some_of(count(|position| Answer::Options(vec![position]))),
        Answer::Text(_) => vec![Answer::text(NONSENSE)],
        Answer::Order(items) => orders(items.len()).into_iter().map(Answer::Order).collect(),
        Answer::Parts(keys) => {
            let alone = |place: usize, answer: Answer| {
                let mut parts = vec![None; keys.len()];
                parts[place] = Some(answer);
                Answer::Parts(parts)
            };
            let part = |(place, key): (usize, &Option<Answer>)| {
                all(key.as_ref().unwrap(), &|answer| fits(alone(place, answer)))
            };
            parts(&keys.iter().enumerate().map(part).collect::<Vec<_>>())
        }
    }
}

fn one_of(count: usize) -> Vec<Answer> {
    (0..count).map(Answer::Option).collect()
}

fn some_of(count: usize) -> Vec<Answer> {
    let picked = |set: u32| (0..count).filter(|option| set >> option & 1 == 1).collect();
    (1..1 << count).map(|set| Answer::Options(picked(set))).collect()
}

fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else { return vec![Vec::new()] };
    let insert = |order: Vec<usize>, at: usize| [&order[..at], &[last], &order[at..]].concat();
    orders(last).into_iter().flat_map(|order| (0..=last).map(move |at| insert(order.clone(), at))).collect()
}

fn parts(each: &[Vec<Answer>]) -> Vec<Answer> {
    let longer = |lists: Vec<Vec<Option<Answer>>>, answers: &Vec<Answer>| {
        let with = |list: &Vec<Option<Answer>>, answer: &Answer| [&list[..], &[Some(answer.clone())]].concat();
        lists.iter().flat_map(|list| answers.iter().map(move |answer| with(list, answer))).collect()
    };
    each.iter().fold(vec![Vec::new()], longer).into_iter().map(Answer::Parts).collect()
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn blind_guessing_earns_the_mean_of_all_answers(fields in written()) {
        let question = question(fields);
        let rules = question.kind.rules();
        let answers = all(&rules.key(), &|answer| rules.mark(&answer).is_some());
        let marks: f64 = answers.iter().map(|answer| question.mark(answer).unwrap().earned()).sum();
        let (mean, guess) = (marks / answers.len() as f64, rules.guess());
        prop_assert!((mean - guess).abs() < 1e-9, "{} answers: {} and not {}", answers.len(), guess, mean);
    }
}
