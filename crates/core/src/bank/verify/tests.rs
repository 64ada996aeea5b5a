//! Owns the facts about verification. Never compares the words of a diagnostic: the tool's bad files do.

mod glossary;
mod kinds;
mod settings;
mod shipped;

use super::super::fixture::{BANK, question, set, verified, verified_against};
use super::*;
use crate::Question;

const QUOTE: &str = "quote = 'The dog lay on the rug'";

fn good(id: &str) -> String {
    set(&[question(id, QUOTE)])
}

/// Compares the codes of all diagnostics with those expected; a bank has to come out where there is no error.
fn check(bank: &str, one: &str, two: &str, expect: &[&str]) -> Option<Bank> {
    let (bank, list) = verified(bank, one, two);
    let codes: Vec<&str> = list.iter().map(|found| found.code).collect();
    assert_eq!(codes, expect, "{list:#?}");
    assert_eq!(bank.is_some(), !any_error(&list));
    bank
}

/// The first question of a set with one question.
fn first(question: &str) -> Question {
    let bank = check(BANK, &set(&[question.to_owned()]), &good("other"), &[]).unwrap();
    bank.sets()[0].questions()[0].clone()
}

#[test]
fn sets_and_questions_keep_the_author_s_order() {
    let bank = BANK.replace("'one', 'two'", "'two', 'one'");
    let bank = check(&bank, &set(&[question("b", QUOTE), question("a", QUOTE)]), &good("c"), &[]).unwrap();
    assert_eq!(bank.sets().iter().map(Set::id).collect::<Vec<_>>(), ["two", "one"]);
    assert_eq!((bank.sets()[1].position("b"), bank.sets()[1].position("a")), (Some(0), Some(1)));
    assert_eq!(bank.sets()[1].position("c"), None);
}

#[test]
fn an_error_in_any_file_leaves_no_bank() {
    check(BANK, &good("a"), "title = 'A set'", &["missing-field"]);
    check(&BANK.replace("https", "ftp"), &good("a"), &good("b"), &["address-not-allowed"]);
    check(BANK, &good("a"), &good("a"), &["duplicate-id"]);
}

#[test]
fn a_warning_leaves_the_bank() {
    check(BANK, &set(&[question("a", "quote = 'cat sat on the'")]), &good("b"), &["quote-not-unique"]);
}

#[test]
fn a_set_that_is_not_listed_is_checked_all_the_same() {
    let bank = BANK.replace("'one', 'two'", "'one'");
    check(&bank, &good("a"), &set(&[question("b", "quote = 'The dog'")]), &["set-unlisted", "quote-too-short"]);
}

#[test]
fn without_a_fingerprint_no_quotation_is_looked_for() {
    let one = set(&[question("a", "quote = 'words that stand nowhere'")]);
    let cases = [
        (Written::Missing, vec!["fingerprint-missing"]),
        (Written::Unreadable, vec![]),
        (Written::Text("nothing"), vec!["fingerprint-damaged"]),
        (Written::Text("verbatim fingerprint 1\nbank dogs\n"), vec!["fingerprint-other-bank"]),
    ];
    for (print, expect) in cases {
        let (bank, list) = verified_against(print, BANK, &one, &good("b"));
        assert_eq!(list.iter().map(|found| found.code).collect::<Vec<_>>(), expect);
        assert_eq!(bank, None);
    }
}

#[test]
fn a_mistake_is_reported_once_and_not_for_what_follows_from_it() {
    for (right, wrong, code) in [
        ("correct = true", "corect = true", "unknown-field"),
        ("correct = true", "correct = 'true'", "wrong-type"),
        ("correct = true", "correct = True", "toml-syntax"),
        ("quote = 'The", "quote = The", "toml-syntax"),
        ("quote =", "qoute =", "unknown-field"),
        ("quote =", "quote = 1 #", "wrong-type"),
        ("kind = 'choice'", "kind = 'choise'", "unknown-kind"),
        ("id = 'a'", "id = ' '", "empty-text"),
        ("[[question.options]]", "[[question.options]", "toml-syntax"),
    ] {
        check(BANK, &good("a").replacen(right, wrong, 1), &good("b"), &[code]);
    }
    for (right, wrong, code) in [
        ("sets = [", "set = [", "unknown-field"),
        ("sets = [", "sets = [1, ", "wrong-type"),
        ("'one', 'two'", "'one' 'two'", "toml-syntax"),
        ("[[concept]]", "[[concept]", "toml-syntax"),
    ] {
        let one = set(&[question("a", "quote = 'The dog lay on the rug'\nconcepts = ['dogs']")]);
        check(&BANK.replacen(right, wrong, 1), &one, &good("b"), &[code]);
    }
}

#[test]
fn a_revision_changes_exactly_with_what_a_student_answers_to() {
    let text = question("a", QUOTE);
    let revision = first(&text).revision;
    for (from, to) in [("Did it?", "Did it not?"), ("'no'", "'never'"), ("'yes'", "'Yes'")] {
        assert_ne!(first(&text.replace(from, to)).revision, revision, "{to}");
    }
    let other_key = text.replace("= true", "= x").replacen("= false", "= true", 1).replace("= x", "= false");
    assert_ne!(first(&other_key).revision, revision);
    for (from, to) in
        [("It did.", "It *did*."), ("Because.", "So."), ("'a'", "'z'"), ("lay on the rug", "lay on the rug near")]
    {
        assert_eq!(first(&text.replace(from, to)).revision, revision, "{to}");
    }
    assert_eq!(first(&question("a", &format!("{QUOTE}\nconcepts = ['cats']"))).revision, revision);
}

#[test]
fn a_quotation_knows_its_place_and_opens_there_where_it_is_unique() {
    let quote = |more: &str| first(&question("a", more)).quotes[0].clone();
    let whole = quote(QUOTE);
    assert_eq!((whole.place().paragraph, whole.place().sentence), (1, 2));
    assert_eq!(whole.address(), Some("https://example.org/cat#:~:text=The%20dog%20lay%20on%20the%20rug"));
    assert!(whole.opens_at_words());
    let parts = quote("quote = ['The dog lay on', 'Now  the cat sat']");
    assert_eq!(parts.fragments(), ["The dog lay on", "Now the cat sat"]);
    assert_eq!(parts.tokens(), [(7, 11), (16, 20)]);
    let (bank, _) = verified(BANK, &set(&[question("a", "quote = 'cat sat on the'")]), &good("b"));
    let twice = bank.unwrap().sets()[0].questions()[0].quotes[0].clone();
    assert_eq!((twice.address(), twice.opens_at_words()), (Some("https://example.org/cat"), false));
}

#[test]
fn an_id_is_fit_for_an_address() {
    for id in ["a", "a-b", "2015", &"a".repeat(64)] {
        assert!(is_id(id), "{id}");
    }
    for id in ["", "-", "a-", "-a", "a--b", "A", "a b", "é", "a/b", "a.b", &"a".repeat(65)] {
        assert!(!is_id(id), "{id}");
    }
}
