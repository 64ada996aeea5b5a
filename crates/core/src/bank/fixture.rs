//! Owns a small bank for the unit tests of this crate.
//!
//! Never part of what is built.

use std::rc::Rc;

use super::draft::Draft;
use super::verify::{Evidence, Written, verify};
use super::{Bank, Pack, parse};
use crate::diagnostic::Diagnostic;
use crate::source::{Fingerprint, SourceText};

/// The text that the bank quotes: two sentences in the first paragraph, one in the second.
pub const SOURCE: &str = "The cat sat on the mat. The dog lay on the rug near it.\nNow the cat sat on the sofa.";

/// A quotation of its second sentence.
pub const QUOTE: &str = "quote = 'The dog lay on the rug near it.'\n";

/// `bank.toml`, with the sets `one` and `two` and the concepts `cats` and `dogs`.
pub const BANK: &str = "title = 'Pets'\nsets = ['one', 'two']\n\
    [source]\ntitle = 'The cat'\naddress = 'https://example.org/cat'\n\
    [[concept]]\nid = 'dogs'\nterm = 'Dogs'\n[[concept]]\nid = 'cats'\nterm = 'Cats'\n";

/// A question with the options `yes`, `no` and `perhaps`, of which the first is right.
pub fn question(id: &str, more: &str) -> String {
    of_kind(
        id,
        "choice",
        &(format!("{more}\n") + &options("options", &[("yes", true), ("no", false), ("perhaps", false)])),
    )
}

/// A question of any kind, without a quotation.
pub fn of_kind(id: &str, kind: &str, more: &str) -> String {
    format!("[[question]]\nid = '{id}'\nkind = '{kind}'\nprompt = 'Did it?'\nexplanation = 'It did.'\n{more}\n")
}

/// A list of options, or of passages, each of them right or wrong.
pub fn options(field: &str, list: &[(&str, bool)]) -> String {
    let option = |(text, correct): &(&str, bool)| {
        format!("[[question.{field}]]\ntext = '{text}'\nwhy = 'Because.'\ncorrect = {correct}\n")
    };
    list.iter().map(option).collect()
}

/// A question of the kind `truth`; the statement is true.
pub fn truth(id: &str, more: &str) -> String {
    of_kind(id, "truth", &format!("answer = true\nwhy_true = 'So.'\nwhy_false = 'So.'\n{more}"))
}

/// A question of the kind `choices`, of which `a` and `b` are right and `c` and `d` wrong.
pub fn choices(id: &str, more: &str) -> String {
    let list = options("options", &[("a", true), ("b", true), ("c", false), ("d", false)]);
    of_kind(id, "choices", &format!("{more}\n{list}"))
}

/// A question of the kind `order`, with the items `a` to `e`, of which those of the same date tie.
pub fn order(id: &str, dates: [Option<u8>; 5], more: &str) -> String {
    let dates = dates.map(|date| date.map_or_else(String::new, |date| format!("date = '{date}'\n")));
    let item = |(text, date)| format!("[[question.items]]\ntext = '{text}'\nwhy = 'So.'\n{date}");
    of_kind(
        id,
        "order",
        &format!("{more}\n{}", ["a", "b", "c", "d", "e"].into_iter().zip(dates).map(item).collect::<String>()),
    )
}

/// A question of the kind `match`, with three pairs and one choice that fits nothing.
pub fn matching(id: &str, more: &str) -> String {
    let pair = |name| format!("[[question.pairs]]\nleft = '{name}'\nright = 'right {name}'\nwhy = 'So.'\n");
    let extra = "[[question.extras]]\ntext = 'nothing'\nwhy = 'So.'\n";
    of_kind(id, "match", &format!("{more}\n{}{extra}", ["a", "b", "c"].map(pair).concat()))
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
    verified_beside(print, &[], bank, one, two)
}

/// The same with texts beside `bank.toml`.
pub fn verified_beside(
    print: Written<'_>,
    texts: &[(String, Written<'_>)],
    bank: &str,
    one: &str,
    two: &str,
) -> (Option<Bank>, Vec<Diagnostic>) {
    let (bank, mut list) = parse::bank(&Rc::from("bank.toml"), bank);
    let mut sets = Vec::new();
    for (name, text) in [("one.toml", one), ("two.toml", two)] {
        let (draft, found) = parse::set(&Rc::from(name), text);
        sets.push(draft);
        list.extend(found);
    }
    let draft = Draft { id: "pets".to_owned(), bank, sets };
    let (bank, found) =
        verify(&draft, Evidence { file: &Rc::from("source.fingerprint"), fingerprint: print, text: None, texts });
    list.extend(found);
    (bank, list)
}

/// The set `one` with three questions: `a` about cats, `b` about cats and dogs, `c` about nothing.
pub fn pack() -> Rc<Pack> {
    pack_of("", &three(""))
}

/// The questions of [`pack`], each with more of its own: `a` about cats, `b` about cats and dogs, `c` about nothing.
pub fn three(more: &str) -> [String; 3] {
    let concepts = [("a", "concepts = ['cats']"), ("b", "concepts = ['cats', 'dogs']"), ("c", "")];
    concepts.map(|(id, concepts)| question(id, &format!("{QUOTE}{concepts}\n{more}")))
}

/// The set `one` of these questions, gone through as `settings` say.
pub fn pack_of(settings: &str, questions: &[String]) -> Rc<Pack> {
    let one = format!("{settings}\n{}", set(questions));
    let (bank, list) = verified(BANK, &one, &set(&[question("elsewhere", QUOTE)]));
    let bank = bank.unwrap_or_else(|| panic!("{one}\n{list:#?}"));
    Rc::new(Pack::new(&bank, &bank.sets()[0]))
}
