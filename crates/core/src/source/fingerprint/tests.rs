//! Owns the facts about fingerprints. Never looks at a bank.

use super::*;
use crate::source::token::tokens;

const TEXT: &str = "The cat sat on the mat. The dog lay on the rug near it.\nNow the cat sat on the sofa.";

fn fingerprint() -> Fingerprint {
    Fingerprint::of(&SourceText::new(TEXT), "pets")
}

fn check(quotation: &str, expect: Standing) {
    assert_eq!(fingerprint().standing(&tokens(quotation), 0), expect, "{quotation:?}");
}

/// What is found where so many tokens from a place of the quotation stand at `at`.
fn partly(at: usize, (from, length): (usize, usize), differing: &[(usize, usize)]) -> Standing {
    let differing = differing.iter().map(|(start, end)| Span::new(*start, *end)).collect();
    Standing::Partly { at, from, length, differing }
}

#[test]
fn a_quotation_stands_where_its_words_stand() {
    check("The dog lay on the rug", Standing::Stands { at: 7, again: None });
}

#[test]
fn a_quotation_that_stands_twice_says_where_else() {
    check("cat sat on the", Standing::Stands { at: 1, again: Some(18) });
}

#[test]
fn a_quotation_is_sought_from_the_place_asked_for() {
    let found = fingerprint().standing(&tokens("cat sat on the"), 5);
    assert_eq!(found, Standing::Stands { at: 18, again: Some(1) });
}

#[test]
fn a_beginning_that_stands_fails_at_the_word_behind_it() {
    check("The dog lay on the carpet", partly(7, (0, 5), &[(5, 6)]));
}

#[test]
fn an_end_that_stands_fails_at_the_word_before_it() {
    check("One hound lay on the rug near it", partly(9, (2, 6), &[(1, 2)]));
}

#[test]
fn every_stretch_that_differs_is_told() {
    check("cat sat on the rug. The dog lay on the carpet near it", partly(6, (5, 6), &[(4, 5), (11, 12)]));
    check("dog lay on the old red rug near it. Now", partly(12, (6, 5), &[(4, 6)]));
}

#[test]
fn where_words_are_left_out_both_sides_of_the_gap_are_told() {
    check("The dog lay on near it. Now", partly(7, (0, 4), &[(3, 5)]));
}

#[test]
fn of_an_end_too_short_for_a_hash_only_the_next_word_is_told_and_a_longer_one_as_a_whole() {
    check("a b c The dog lay on the rug", partly(7, (3, 6), &[(2, 3)]));
    check("a b c d e The dog lay on the rug", partly(7, (5, 6), &[(0, 5)]));
    check("The dog lay on the rug a b c", partly(7, (0, 6), &[(6, 7)]));
    check("The dog lay on the rug a b c d e", partly(7, (0, 6), &[(6, 11)]));
}

#[test]
fn words_in_another_order_stand_nowhere() {
    check("mat the on sat cat", Standing::Nowhere);
}

#[test]
fn three_words_cannot_be_proved() {
    check("on the mat", Standing::TooShort);
}

#[test]
fn a_quotation_may_cross_from_one_paragraph_to_the_next() {
    check("near it. Now the cat", Standing::Stands { at: 13, again: None });
}

#[test]
fn places_count_paragraphs_and_sentences_from_one() {
    let print = fingerprint();
    assert_eq!(print.place(0), Place { paragraph: 1, sentence: 1 });
    assert_eq!(print.place(7), Place { paragraph: 1, sentence: 2 });
    assert_eq!(print.place(18), Place { paragraph: 2, sentence: 3 });
    assert_eq!(print.sentences_of(Span::new(5, 8)), 0..2);
    assert_eq!(print.sentences_of(Span::new(7, 9)), 1..2);
}

#[test]
fn a_fingerprint_reads_back_as_it_was_written() {
    let print = fingerprint();
    assert_eq!(print.to_string().parse(), Ok(print));
}

#[test]
fn a_fingerprint_holds_no_word_of_the_text() {
    let written = fingerprint().to_string();
    assert!(!written.contains("cat") && !written.contains("sofa"), "{written}");
}

#[test]
fn another_bank_has_other_hashes() {
    let other = Fingerprint::of(&SourceText::new(TEXT), "others");
    assert_eq!(other.standing(&tokens("The dog lay on the rug"), 0), Standing::Stands { at: 7, again: None });
    assert!(other.hashes.iter().all(|hash| !fingerprint().hashes.contains(hash)));
}

#[test]
fn damage_is_named_by_its_line() {
    let damaged = fingerprint().to_string().replace("\n7 ", "\nseven ");
    assert_eq!(damaged.parse::<Fingerprint>().map_err(|damage| damage.line), Err(4));
    assert_eq!("".parse::<Fingerprint>().map_err(|damage| damage.line), Err(1));
}
