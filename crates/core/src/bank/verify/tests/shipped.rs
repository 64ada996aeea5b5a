//! Owns the facts about a bank that ships its source's text, and about evidence in its paragraphs.

use super::super::super::fixture::{self, BANK, SOURCE, of_kind, verified_beside};
use super::{Bank, Written, any_error, good, set};
use crate::question::{Evidence, Kind};
use crate::source::{Fingerprint, SourceText};

/// Compares the codes of the diagnostics of a bank whose `[source]` says `text`, with these texts beside it.
fn check(text: &str, texts: &[(&str, Written<'_>)], question: &str, expect: &[&str]) -> Option<Bank> {
    let print = Fingerprint::of(&SourceText::new(SOURCE), "pets").to_string();
    let texts: Vec<_> = texts.iter().map(|(name, written)| ((*name).to_owned(), *written)).collect();
    let bank = BANK.replace("[source]\n", &format!("[source]\n{text}\n"));
    let one = if question.is_empty() { good("a") } else { set(&[question.to_owned()]) };
    let (bank, list) = verified_beside(Written::Text(&print), &texts, &bank, &one, &good("b"));
    assert_eq!(list.iter().map(|found| found.code).collect::<Vec<_>>(), expect, "{question}\n{list:#?}");
    assert_eq!(bank.is_some(), !any_error(&list));
    bank
}

const NAMED: &str = "text = 'source.txt'";
const BESIDE: &[(&str, Written<'static>)] = &[("source.txt", Written::Text(SOURCE))];

/// Evidence in some paragraphs, proved by some quotation.
fn evidence(paragraphs: &str, quote: &str) -> String {
    of_kind("a", "evidence", &format!("paragraphs = {paragraphs}\nquote = {quote}"))
}

/// What proves the statement, of the sentences shown, with their paragraphs.
fn sentences(paragraphs: &str, quote: &str) -> Vec<(u32, bool)> {
    let bank = check(NAMED, BESIDE, &evidence(paragraphs, quote), &[]).unwrap();
    let kind = &bank.sets()[0].questions()[0].kind;
    let Kind::Evidence(Evidence::Sentences(sentences)) = kind else { panic!("{kind:?}") };
    sentences.list().iter().map(|sentence| (sentence.paragraph, sentence.proves())).collect()
}

#[test]
fn a_text_is_shipped_where_the_author_names_it() {
    let paragraphs = |bank: Option<Bank>| {
        let bank = bank.unwrap();
        crate::Pack::new(&bank, &bank.sets()[0]).original().paragraphs().len()
    };
    assert_eq!(paragraphs(check(NAMED, BESIDE, "", &[])), 2);
    assert_eq!(paragraphs(check("", BESIDE, "", &[])), 0);
}

#[test]
fn a_text_that_is_named_is_there_and_is_the_one_of_the_fingerprint() {
    check(NAMED, &[], "", &["text-missing"]);
    check(NAMED, &[("sources.txt", Written::Text(SOURCE))], "", &["text-missing"]);
    check(NAMED, &[("source.txt", Written::Text("The cat sat on the mat."))], "", &["text-differs"]);
    let wide = SOURCE.replace(' ', "  ");
    check(NAMED, &[("source.txt", Written::Text(&wide))], "", &[]);
}

#[test]
fn a_text_that_is_missing_is_told_from_those_that_are_there() {
    let print = Fingerprint::of(&SourceText::new(SOURCE), "pets").to_string();
    let bank = BANK.replace("[source]\n", "[source]\ntext = 'source.txt'\n");
    let hint = |names: &[&str]| {
        let texts: Vec<_> = names.iter().map(|name| ((*name).to_owned(), Written::Text(SOURCE))).collect();
        verified_beside(Written::Text(&print), &texts, &bank, &good("a"), &good("b")).1[0].hint.clone()
    };
    assert!(hint(&[]).contains("beside bank.toml"), "{}", hint(&[]));
    assert!(hint(&["sources.txt"]).contains("`sources.txt`"), "{}", hint(&["sources.txt"]));
    assert!(hint(&["notes.md", "cat.txt"]).contains("`cat.txt`"), "{}", hint(&["notes.md", "cat.txt"]));
}

#[test]
fn the_sentences_of_the_quotation_are_the_proof() {
    let dog = "'The dog lay on the rug near it.'";
    assert_eq!(sentences("[1]", dog), [(1, false), (1, true)]);
    assert_eq!(sentences("[2, 1]", dog), [(1, false), (1, true), (2, false)]);
    let apart = "['The cat sat on the mat.', 'Now the cat sat on the sofa.']";
    assert_eq!(sentences("[1, 2]", apart), [(1, true), (1, false), (2, true)]);
}

#[test]
fn paragraphs_are_those_of_a_text_that_is_shipped() {
    let question = evidence("[1]", "'The dog lay on the rug near it.'");
    check("", &[], &question, &["no-shipped-text"]);
    for number in ["0", "3", "-1", "1.5"] {
        check(NAMED, BESIDE, &question.replace("[1]", &format!("[{number}]")), &["no-such-paragraph"]);
    }
    check(NAMED, BESIDE, &question.replace("[1]", "[]"), &["passages-or-paragraphs"]);
    check(NAMED, BESIDE, &question.replace("[1]", "1"), &["wrong-type"]);
    check(NAMED, BESIDE, &question.replace("[1]", "['1']"), &["wrong-type"]);
}

#[test]
fn the_proof_is_whole_sentences_of_the_paragraphs_shown() {
    let refused = |paragraphs: &str, quote: &str| {
        check(NAMED, BESIDE, &evidence(paragraphs, quote), &["not-whole-sentences"]);
    };
    refused("[1]", "'The dog lay on the rug near it'");
    refused("[1]", "'dog lay on the rug near it.'");
    refused("[2]", "'The dog lay on the rug near it.'");
    refused("[1]", "'The dog lay on the rug near it. Now the cat sat on the sofa.'");
    let wrong = evidence("[1]", "'The dog lay under the rug near it.'");
    check(NAMED, BESIDE, &wrong, &["quote-not-found"]);
}

#[test]
fn a_paragraph_that_is_not_shown_is_no_proof() {
    let source = "One two three four.\nFive six seven eight.\nNine ten eleven twelve.";
    let print = Fingerprint::of(&SourceText::new(source), "pets").to_string();
    let bank = BANK.replace("[source]\n", "[source]\ntext = 's.txt'\n");
    let texts = [("s.txt".to_owned(), Written::Text(source))];
    let codes = |paragraphs: &str| {
        let question = evidence(paragraphs, "'One two three four. Five six seven eight. Nine ten eleven twelve.'");
        let two = set(&[fixture::question("b", "quote = 'One two three four'")]);
        let (_, list) = verified_beside(Written::Text(&print), &texts, &bank, &set(&[question]), &two);
        list.iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("[1, 2, 3]"), Vec::<&str>::new());
    assert_eq!(codes("[1, 3]"), ["not-whole-sentences"]);
}
