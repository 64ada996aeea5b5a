//! Owns the facts about a bank in numbers. Never compares what is printed.

use super::*;
use crate::bank::fixture::{BANK, QUOTE, matching, of_kind, options, question, set, truth, verified};
use crate::question::authored::CHOOSE;

fn stats(one: &[String], two: &[String]) -> Stats {
    let (bank, list) = verified(BANK, &set(one), &set(two));
    Stats::new(&bank.unwrap_or_else(|| panic!("{list:#?}")))
}

/// A choice of so many options, of which the one at `key` is right.
fn choice(id: &str, count: usize, key: usize) -> String {
    let texts: Vec<String> = (0..count).map(|number| format!("o{number}")).collect();
    let list: Vec<(&str, bool)> = texts.iter().enumerate().map(|(at, text)| (text.as_str(), at == key)).collect();
    of_kind(id, "choice", &format!("{QUOTE}{}", options("options", &list)))
}

fn near(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} and not {other}");
}

#[test]
fn questions_are_counted_by_kind_level_and_concept() {
    let found = stats(
        &[question("a", &format!("{QUOTE}concepts = ['cats']\ndifficulty = 'apply'")), truth("t", QUOTE)],
        &[question("b", &format!("{QUOTE}concepts = ['cats', 'dogs']"))],
    );
    let kinds: Vec<(&str, usize)> = found.kinds.iter().copied().filter(|(_, count)| *count > 0).collect();
    assert_eq!(kinds, [("choice", 2), ("truth", 1)]);
    assert_eq!(found.kinds.len(), AUTHORING.len());
    let levels: Vec<usize> = found.difficulties.iter().map(|(_, count)| *count).collect();
    assert_eq!(levels, [0, 0, 1, 0, 2]);
    let concepts: Vec<(Option<&str>, usize)> =
        found.concepts.iter().map(|(term, count)| (term.as_deref(), *count)).collect();
    assert_eq!(concepts, [(Some("Dogs"), 1), (Some("Cats"), 2), (None, 1)]);
    assert_eq!(found.truths, (1, 1));
}

#[test]
fn words_are_counted_by_what_they_are_for() {
    let found = stats(
        &[question("a", QUOTE)],
        &[question("b", &format!("{QUOTE}hints = ['Look at multi-word *terms*, 12 of them.']"))],
    );
    let words = found.sets[0].1.words;
    // "Did it?"; "yes", "no", "perhaps"; three times "Because."; "It did."; the second sentence.
    let expect = Words { prompts: 2, options: 3, reasons: 3, explanations: 2, quotations: 8, hints: 0 };
    assert_eq!((words, words.all()), (expect, 18));
    assert_eq!(found.sets[1].1.words.hints, 8);
    assert_eq!(found.bank.words.all(), 18 + 26);
}

#[test]
fn guessing_earns_the_mean_over_the_questions() {
    let found = stats(&[question("a", QUOTE), truth("t", QUOTE)], &[matching("m", QUOTE)]);
    near(found.sets[0].1.guess, f64::midpoint(1.0 / 3.0, 0.5));
    near(found.sets[1].1.guess, 0.25);
    near(found.bank.guess, (1.0 / 3.0 + 0.5 + 0.25) / 3.0);
}

#[test]
fn time_is_reading_and_thinking() {
    let found = stats(&[question("a", QUOTE)], &[question("b", QUOTE)]);
    near(found.sets[0].1.answering, 5.0 / 238.0 * 60.0 + CHOOSE);
    near(found.sets[0].1.feedback, 13.0 / 238.0 * 60.0);
    near(found.bank.answering, 2.0 * found.sets[0].1.answering);
}

#[test]
fn keys_are_compared_with_what_chance_would_give() {
    let keys = [0, 0, 0, 1].iter().enumerate().map(|(at, key)| choice(&format!("q{at}"), 2, *key)).collect::<Vec<_>>();
    let found = stats(&keys, &[truth("t", QUOTE)]).keys;
    assert_eq!((found.places, found.freedom), (vec![(3, 2.0), (1, 2.0)], 1));
    near(found.chi_square, 1.0);
    // Two-sided, one degree of freedom: P(|z| >= 1).
    assert!((found.p.unwrap() - 0.317_310_5).abs() < 1e-6, "{:?}", found.p);
}

#[test]
fn a_question_with_fewer_options_expects_nothing_behind_them() {
    let found = stats(&[choice("a", 2, 0), choice("b", 4, 3)], &[choice("c", 4, 1)]).keys;
    let expected: Vec<f64> = found.places.iter().map(|(_, expected)| *expected).collect();
    assert_eq!((expected, found.freedom), (vec![1.0, 1.0, 0.5, 0.5], 3));
    near(found.chi_square, 0.0 + 0.0 + 0.5 + 0.5);
}

#[test]
fn without_a_choice_there_is_nothing_to_compare() {
    let found = stats(&[truth("t", QUOTE)], &[truth("u", QUOTE)]).keys;
    assert_eq!((found.places.len(), found.freedom, found.p), (0, 0, None));
}

/// A choice of these options, the first of which is right.
fn choice_of(id: &str, texts: [&str; 3]) -> String {
    of_kind(id, "choice", &format!("{QUOTE}{}", options("options", &texts.map(|text| (text, text == texts[0])))))
}

/// Compares what a trick earns, and on how many questions it is clear and right.
fn check_trick(one: &[String], trick: usize, earns: f64, clear: (usize, usize)) {
    let found = stats(one, &[truth("t", QUOTE)]);
    near(found.tricks[trick].earns, earns);
    near(found.tricks[trick].chance, 1.0 / 3.0);
    assert_eq!(found.tricks[trick].clear, clear);
}

#[test]
fn tricks_earn_what_the_words_give_away() {
    let long = || choice_of("a", ["a cat on a mat", "a dog", "a cow"]);
    let short = || choice_of("b", ["cat", "a dog on a rug", "a cow in a field"]);
    check_trick(&[long(), short()], 0, 0.5, (2, 1));
    check_trick(&[long()], 1, 0.0, (0, 0));
    check_trick(&[short()], 1, 1.0, (1, 1));
    let alike = choice_of("c", ["red cat", "red dog", "black cat"]);
    check_trick(&[alike], 3, 1.0, (1, 1));
}

#[test]
fn where_options_look_the_same_a_trick_earns_what_chance_does() {
    check_trick(&[choice_of("a", ["cat", "dog", "cow"])], 0, 1.0 / 3.0, (0, 0));
}

#[test]
fn without_a_choice_there_is_no_trick() {
    assert_eq!(stats(&[truth("a", QUOTE)], &[truth("t", QUOTE)]).tricks, []);
}
