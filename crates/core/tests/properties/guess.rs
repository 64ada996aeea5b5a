//! Owns the agreement of what blind guessing is said to earn with the mean mark of all answers, one by one.
//!
//! Never says what is to be expected of a kind: its own tests do.

use proptest::prelude::*;
use verbatim_core::question::{Evidence, blanks::Blank};
use verbatim_core::{Answer, Kind};

use super::config;
use super::pack::question;
use super::written::written;

/// Every answer of a guesser who leaves out no part and writes nothing that counts.
fn all(kind: &Kind) -> Vec<Answer> {
    match kind {
        Kind::Choice(choice) => one_of(choice.options().len()),
        Kind::Choices(choices) => some_of(choices.options().len()),
        Kind::Truth(_) => one_of(2),
        Kind::Text(_) | Kind::Number(_) => written_nonsense(),
        Kind::Order(order) => orders(order.items().len()).into_iter().map(Answer::Order).collect(),
        Kind::Match(matching) => {
            parts(&vec![one_of(matching.pairs().len() + matching.extras().len()); matching.pairs().len()])
        }
        Kind::Blanks(blanks) => parts(&blanks.blanks().iter().map(|(_, blank)| of_blank(blank)).collect::<Vec<_>>()),
        Kind::Evidence(Evidence::Passages(passages)) => one_of(passages.list().len()),
        Kind::Evidence(Evidence::Sentences(sentences)) => some_of(sentences.list().len()),
    }
}

fn of_blank(blank: &Blank) -> Vec<Answer> {
    match blank {
        Blank::Text(_) | Blank::Number(_) => written_nonsense(),
        Blank::Choice(choice) => one_of(choice.options().len()),
    }
}

fn written_nonsense() -> Vec<Answer> {
    vec![Answer::text("-98765")]
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
        let answers = all(&question.kind);
        let marks: f64 = answers.iter().map(|answer| question.mark(answer).unwrap().earned()).sum();
        let (mean, guess) = (marks / answers.len() as f64, question.kind.rules().guess());
        prop_assert!((mean - guess).abs() < 1e-9, "{} answers: {} and not {}", answers.len(), guess, mean);
    }
}
