//! Owns a small bank for the unit tests of this crate.
//!
//! Never part of what is built.

use std::rc::Rc;

use super::draft::Draft;
use super::verify::{Evidence, Written, verify};
use super::{Bank, Pack, parse};
use crate::diagnostic::Diagnostic;
use crate::source::{Fingerprint, SourceText};

/// The text that the bank quotes.
pub const SOURCE: &str = "The cat sat on the mat. The dog lay on the rug near it.\nNow the cat sat on the sofa.";

/// `bank.toml`, with the sets `one` and `two` and the concepts `cats` and `dogs`.
pub const BANK: &str = "title = 'Pets'\nsets = ['one', 'two']\n\
    [source]\ntitle = 'The cat'\naddress = 'https://example.org/cat'\n\
    [[concept]]\nid = 'dogs'\nterm = 'Dogs'\n[[concept]]\nid = 'cats'\nterm = 'Cats'\n";

/// A question with the options `yes`, `no` and `perhaps`, of which the first is right.
pub fn question(id: &str, more: &str) -> String {
    let option = |text: &str, correct: bool| {
        format!("[[question.options]]\ntext = '{text}'\nwhy = 'Because.'\ncorrect = {correct}\n")
    };
    format!("[[question]]\nid = '{id}'\nkind = 'choice'\nprompt = 'Did it?'\nexplanation = 'It did.'\n{more}\n")
        + &option("yes", true)
        + &option("no", false)
        + &option("perhaps", false)
}

/// A set of questions.
pub fn set(questions: &[String]) -> String {
    format!("title = 'A set'\n{}", questions.concat())
}

/// What comes of `bank.toml` and the files of the sets `one` and `two`.
pub fn verified(bank: &str, one: &str, two: &str) -> (Option<Bank>, Vec<Diagnostic>) {
    let print = Fingerprint::of(&SourceText::new(SOURCE), "pets").to_string();
    verified_against(Written::Text(&print), bank, one, two)
}

/// The same with another fingerprint.
pub fn verified_against(print: Written<'_>, bank: &str, one: &str, two: &str) -> (Option<Bank>, Vec<Diagnostic>) {
    let (bank, mut list) = parse::bank(&Rc::from("bank.toml"), bank);
    let mut sets = Vec::new();
    for (name, text) in [("one.toml", one), ("two.toml", two)] {
        let (draft, found) = parse::set(&Rc::from(name), text);
        sets.push(draft);
        list.extend(found);
    }
    let draft = Draft { id: "pets".to_owned(), bank, sets };
    let (bank, found) =
        verify(&draft, Evidence { file: &Rc::from("source.fingerprint"), fingerprint: print, text: None });
    list.extend(found);
    (bank, list)
}

/// The set `one` with three questions: `a` about cats, `b` about cats and dogs, `c` about nothing.
pub fn pack() -> Rc<Pack> {
    let quote = "quote = 'The dog lay on the rug'\n";
    let one = set(&[
        question("a", &format!("{quote}concepts = ['cats']")),
        question("b", &format!("{quote}concepts = ['cats', 'dogs']")),
        question("c", quote),
    ]);
    let (bank, list) = verified(BANK, &one, &set(&[question("d", quote)]));
    let bank = bank.unwrap_or_else(|| panic!("{list:#?}"));
    Rc::new(Pack::new(&bank, &bank.sets()[0]))
}
