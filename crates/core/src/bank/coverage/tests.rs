//! Owns the facts about coverage. Never compares what is printed.

use super::*;
use crate::bank::fixture::{BANK, QUOTE, SOURCE, question, set, verified};
use crate::source::SourceText;

/// What two sets of questions cover of the three sentences of 7, 9 and 8 tokens.
fn coverage(one: &[String], two: &[String]) -> Coverage {
    let (bank, list) = verified(BANK, &set(one), &set(two));
    let fingerprint = Fingerprint::of(&SourceText::new(SOURCE), "pets");
    Coverage::new(&bank.unwrap_or_else(|| panic!("{list:#?}")), &fingerprint)
}

fn check(quote: &str, expect: [(usize, usize); 3]) {
    let found = coverage(&[question("a", &format!("quote = {quote}"))], &[question("b", QUOTE)]);
    let counts: Vec<(usize, usize)> = found.sentences().iter().map(|s| (s.by.len(), s.quoted)).collect();
    assert_eq!(counts, expect, "{quote}");
}

#[test]
fn a_sentence_is_quoted_by_what_touches_it() {
    check("'The dog lay on'", [(0, 0), (2, 9), (0, 0)]);
    check("'sat on the mat. The dog'", [(1, 5), (2, 9), (0, 0)]);
    check("['The cat sat on', 'Now the cat sat on the sofa.']", [(1, 4), (1, 9), (1, 8)]);
    // Tokens that two fragments both cover count once.
    check("['The cat sat on the mat.']", [(1, 7), (1, 9), (0, 0)]);
}

#[test]
fn questions_are_named_with_their_sets_in_the_banks_order() {
    let found = coverage(&[question("a", QUOTE)], &[question("b", QUOTE)]);
    let second = &found.sentences()[1];
    let by: Vec<(&str, &str)> = second.by.iter().map(|by| (by.set.as_str(), by.question.as_str())).collect();
    assert_eq!(by, [("one", "a"), ("two", "b")]);
    assert_eq!((second.number, second.paragraph, second.tokens), (2, 1, 9));
    assert!(second.is_whole() && !found.sentences()[0].is_quoted());
    assert_eq!((found.quoted(), found.sentences()[2].paragraph), (1, 2));
    assert!((found.share() - 1.0 / 3.0).abs() < 1e-9);
    assert!(found.quotes(7) && found.quotes(15) && !found.quotes(6) && !found.quotes(16));
}

#[test]
fn a_part_of_a_sentence_is_a_share_of_its_words_and_marks() {
    let quote = question("a", "quote = 'The cat sat on the'");
    let found = coverage(std::slice::from_ref(&quote), &[question("b", QUOTE)]);
    let first = &found.sentences()[0];
    assert!((first.share() - 5.0 / 7.0).abs() < 1e-9 && first.is_quoted() && !first.is_whole());
}

#[test]
fn concepts_are_counted_by_level() {
    let about = |id: &str, more: &str| question(id, &format!("{QUOTE}{more}"));
    let found = coverage(
        &[
            about("a", "concepts = ['cats', 'dogs']\ndifficulty = 'remember'"),
            about("b", "concepts = ['cats']\ndifficulty = 'apply'"),
        ],
        &[about("c", "concepts = ['cats']"), about("d", "difficulty = 'analyse'")],
    );
    let rows: Vec<(&str, [usize; 4], usize)> =
        found.concepts().iter().map(|row| (row.term.as_str(), row.levels, row.unrated)).collect();
    assert_eq!(rows, [("Dogs", [1, 0, 0, 0], 0), ("Cats", [1, 0, 1, 0], 1)]);
    assert_eq!(found.concepts().iter().map(Row::levels_asked).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((found.concepts()[1].questions(), found.without_concept().levels), (3, [0, 0, 0, 1]));
}
