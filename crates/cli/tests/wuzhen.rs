//! Owns the proof that no word of any quotation can change unnoticed: in the shipped bank, whose article is not here,
//! and in the good bank, whose text is.
//!
//! Never reads the shipped bank's article.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use verbatim_core::Bank;
use verbatim_core::bank::draft::{Draft, FileDraft, Literal, Record};
use verbatim_core::bank::parse;
use verbatim_core::bank::verify::{Evidence, Written, verify};
use verbatim_core::diagnostic::Diagnostic;
use verbatim_core::source::fingerprint::{RUN, Standing};
use verbatim_core::source::token::{Token, tokens};
use verbatim_core::source::{Fingerprint, SourceText};

/// A word that neither text has.
const OTHER: &str = "Xylophone";

/// The files of a bank.
struct Files {
    id: String,
    bank: FileDraft,
    /// Each set's text, and what was read of it.
    sets: Vec<(String, FileDraft)>,
    fingerprint: String,
    text: Option<SourceText>,
}

impl Files {
    fn read(folder: &Path) -> Self {
        let read = |path: &Path| fs::read_to_string(path).unwrap();
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let sets = files.filter(|path| path.extension().is_some_and(|e| e == "toml") && !path.ends_with("bank.toml"));
        Self {
            id: folder.file_name().unwrap().to_string_lossy().into_owned(),
            bank: parse::bank(&Rc::from("bank.toml"), &read(&folder.join("bank.toml"))).0,
            sets: sets.map(|path| set(path.file_name().unwrap().to_str().unwrap(), read(&path))).collect(),
            fingerprint: read(&folder.join("source.fingerprint")),
            text: None,
        }
    }

    /// What comes of the bank when one of its sets says something else.
    fn verified(&self, changed: usize, text: &str) -> (Option<Bank>, Vec<Diagnostic>) {
        let mut sets: Vec<FileDraft> = self.sets.iter().map(|(_, draft)| draft.clone()).collect();
        sets[changed] = parse::set(&sets[changed].file, text).0;
        let draft = Draft { id: self.id.clone(), bank: self.bank.clone(), sets };
        let fingerprint = Written::Text(&self.fingerprint);
        let file = &Rc::from("source.fingerprint");
        verify(&draft, Evidence { file, fingerprint, text: self.text.as_ref(), texts: &[] })
    }
}

fn set(name: &str, text: String) -> (String, FileDraft) {
    let draft = parse::set(&Rc::from(name), &text).0;
    (text, draft)
}

/// A word of a quotation's fragment, changed.
struct Change<'a> {
    fragment: &'a Literal,
    /// The source's token at which the fragment begins.
    begins: usize,
    tokens: &'a [Token],
    /// The token that was changed.
    number: usize,
    /// The one diagnostic that came of it.
    found: &'a Diagnostic,
    /// The words that it marks.
    marked: &'a str,
}

/// Changes every word of every quotation, one at a time; says how many there were.
fn check(files: impl Fn() -> Files + Sync, expect: impl Fn(&Change<'_>) + Sync) -> usize {
    let (files, expect, sets) = (&files, &expect, files().sets.len());
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..sets).map(|set| scope.spawn(move || check_set(&files(), set, expect))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}

fn check_set(files: &Files, set: usize, expect: impl Fn(&Change<'_>)) -> usize {
    let print: Fingerprint = files.fingerprint.parse().unwrap();
    let (text, draft) = &files.sets[set];
    let questions = draft.record.records("question").unwrap();
    let mut words = 0;
    for fragment in questions.iter().flat_map(fragments) {
        let tokens = tokens(fragment.text());
        let Standing::Stands { at: begins, .. } = print.standing(&tokens, 0) else { panic!("{}", fragment.text()) };
        for number in (0..tokens.len()).filter(|number| is_word(&tokens[*number])) {
            let place = fragment.at(tokens[number].span);
            let changed = format!("{}{OTHER}{}", &text[..place.start], &text[place.end..]);
            let (bank, list) = files.verified(set, &changed);
            assert!(bank.is_none() && list.len() == 1, "{changed}\n{list:#?}");
            let found = &list[0];
            let marked = &changed[found.span.start..found.span.end];
            expect(&Change { fragment, begins, tokens: &tokens, number, found, marked });
            words += 1;
        }
    }
    words
}

fn fragments(question: &Record) -> Vec<&Literal> {
    let several = question.records("quotes").unwrap_or_default();
    question.texts("quote").iter().chain(several.iter().flat_map(|quote| quote.texts("text"))).collect()
}

fn is_word(token: &Token) -> bool {
    token.folded.chars().any(char::is_alphanumeric)
}

fn folder(inner: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inner)
}

#[test]
fn no_word_of_a_shipped_quotation_can_change_unnoticed() {
    let files = || Files::read(&folder("../../questions/wuzhen-2015"));
    let print: Fingerprint = files().fingerprint.parse().unwrap();
    let words = check(files, |change| {
        let Change { fragment, begins, tokens, number, found, marked } = change;
        assert_eq!(found.code, "quote-not-found", "{}", found.message);
        let grown = fragment.span().end + OTHER.len();
        assert!(found.span.start >= fragment.span().start && found.span.end <= grown, "{:?}", found.span);
        let (before, behind) = (*number, tokens.len() - number - 1);
        if before.max(behind) < RUN {
            assert_eq!(found.notes[0], "no 4 words or marks of it stand there in a row");
            return;
        }
        assert_eq!(*marked, OTHER, "{} {}", fragment.text(), tokens[*number].folded);
        let place = print.place(if before >= behind { *begins } else { begins + number + 1 });
        let stands = format!("it stands in paragraph {}, sentence {} ", place.paragraph, place.sentence);
        assert!(found.notes[0].starts_with(&stands), "{stands} {:?}", found.notes);
    });
    assert!(words > 300, "{words} words");
}

#[test]
fn with_the_text_at_hand_the_changed_word_is_marked_and_the_right_wording_given() {
    let source = fs::read_to_string(folder("tests/good/lending.txt")).unwrap();
    let files = || Files { text: Some(SourceText::new(&source)), ..Files::read(&folder("tests/good/lending")) };
    let words = check(files, |change| {
        assert_eq!(change.marked, OTHER, "{}", change.fragment.text());
        let wording = format!("the nearest wording of the source is “{}”", change.fragment.text());
        assert_eq!(change.found.hint, wording);
    });
    assert!(words > 25, "{words} words");
}
