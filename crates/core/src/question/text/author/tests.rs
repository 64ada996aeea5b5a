//! Owns the facts about how a `text` is written. Never compares the words of a diagnostic.

use super::*;
use crate::bank::fixture::{BANK, question, set, verified};

/// What comes of a text with these fields, after its diagnostics are compared with those expected: codes, and the
/// words marked.
fn check(fields: &str, expect: &[(&str, &str)]) -> Option<Text> {
    let head = "[[question]]\nid = 'a'\nkind = 'text'\nprompt = 'Who?'\nexplanation = 'So.'\n";
    let one = set(&[format!("{head}quote = 'The dog lay on the rug'\n{fields}")]);
    let (bank, list) = verified(BANK, &one, &set(&[question("b", "quote = 'The dog lay on the rug'")]));
    let found: Vec<(&str, &str)> =
        list.iter().map(|found| (found.code, &one[found.span.start..found.span.end])).collect();
    assert_eq!(found, expect, "{list:#?}");
    let Kind::Text(text) = bank?.sets()[0].questions()[0].kind.clone() else { panic!("another kind") };
    Some(text)
}

fn wrong(text: &str) -> String {
    format!("[[question.wrong]]\ntext = {text}\nwhy = '*No*.'\n")
}

#[test]
fn answers_lose_their_markdown_and_are_decomposed() {
    let text = check("accept = ['*café*  “noir”', 'b']\nexact = true", &[]).unwrap();
    assert_eq!(text.accepted(), ["café  “noir”", "b"]);
    assert_eq!(text.accept[0].form, "cafe\u{301} \"noir\"");
    assert_eq!((text.exact, text.strict, text.typos), (true, false, true));
    let text = check("accept = 'Zürich'\ndiacritics = 'strict'\ntypos = false", &[]).unwrap();
    assert_eq!(text.accept[0].form, "zu\u{308}rich");
    assert_eq!((text.exact, text.strict, text.typos), (false, true, false));
}

#[test]
fn listed_wrong_answers_have_their_reason() {
    let text = check(&format!("accept = 'dog'\n{}{}", wrong("['cat', 'a cat']"), wrong("'rug'")), &[]).unwrap();
    assert_eq!(text.wrong()[0].texts(), ["cat", "a cat"]);
    assert_eq!(plain(text.wrong()[1].why()), "No.");
}

#[test]
fn an_answer_is_right_or_wrong_and_said_once() {
    let fields = |accept: &str, listed: &str| format!("accept = {accept}\n{}", wrong(listed));
    check(&fields("'The dog'", "'the  DOG'"), &[("wrong-is-right", "'the  DOG'")]);
    check(&fields("['dog', 'Dog']", "'cat'"), &[("repeated-answer", "'Dog'")]);
    check(&fields("'dog'", "['cat', 'CAT']"), &[("repeated-answer", "'CAT'")]);
    // Where case counts these differ, and a wrong answer may be what is forgiven otherwise.
    check(&format!("exact = true\n{}", fields("['dog', 'Dog']", "'DOG'")), &[]);
    check(&fields("'café'", "'cafe'"), &[]);
}

#[test]
fn an_answer_says_something() {
    check("accept = []", &[("empty-list", "accept")]);
    check("accept = ['dog', '\u{200b}']", &[("empty-text", "'\u{200b}'")]);
    check(&format!("accept = 'dog'\n{}", wrong("[]")), &[("empty-list", "text")]);
    check("accept = '<b>dog</b>'", &[("raw-html", "<b>")]);
    check("accept = 'dog'\ndiacritics = 'loose'", &[("unknown-word", "'loose'")]);
}
