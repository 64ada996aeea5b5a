//! Owns the fuzzing of the way from bytes to printed diagnostics: decode, parse, verify, render.
//!
//! Never touches the disk. An input is up to four files with a line `====` between them: a set, `bank.toml`, the
//! fingerprint, another set. What is left out is that of the good bank of the tool's tests, so that every set file is
//! an input as it is.

#![no_main]

use std::path::PathBuf;

use annotate_snippets::Renderer;
use libfuzzer_sys::fuzz_target;
use verbatim_cli::files::{File, Files};
use verbatim_cli::render::{github, human, inside, json};
use verbatim_core::Pack;
use verbatim_core::diagnostic::any_error;

const SEPARATOR: &[u8] = b"\n====\n";
const BANK: &[u8] = include_bytes!("../../crates/cli/tests/good/lending/bank.toml");
const FINGERPRINT: &[u8] = include_bytes!("../../crates/cli/tests/good/lending/source.fingerprint");

fuzz_target!(|data: &[u8]| check(data));

fn check(data: &[u8]) {
    let parts = split(data);
    let part = |number: usize| parts.get(number).map(|part| part.to_vec());
    let set = |name: &str, number| part(number).map(|bytes| File { name: name.into(), bytes });
    let files = Files {
        folder: PathBuf::from("lending"),
        id: "lending".to_owned(),
        bank: File { name: "bank.toml".into(), bytes: part(1).unwrap_or_else(|| BANK.to_vec()) },
        sets: [set("loans.toml", 0), set("fees.toml", 3)].into_iter().flatten().collect(),
        fingerprint_name: "source.fingerprint".into(),
        fingerprint: Some(part(2).unwrap_or_else(|| FINGERPRINT.to_vec())),
        texts: Vec::new(),
    };
    let checked = [files.check(None)];
    let [bank] = &checked;
    assert_eq!(bank.bank.is_some(), !any_error(&bank.diagnostics));
    for (verified, set) in bank.bank.iter().flat_map(|bank| bank.sets().iter().map(move |set| (bank, set))) {
        let pack = Pack::new(verified, set);
        assert_eq!(pack.write().and_then(|bytes| Pack::read(&bytes)), Ok(pack));
    }
    for diagnostic in &bank.diagnostics {
        let text = &bank.texts[&diagnostic.file];
        let span = inside(text, diagnostic.span);
        assert!(text.get(span.start..span.end).is_some());
    }
    let human = human::text(&checked, &Renderer::plain());
    assert_eq!(human.lines().filter(|line| line.trim_start().starts_with("--> ")).count(), bank.diagnostics.len());
    assert_eq!(github::text(&checked).lines().count(), bank.diagnostics.len() + 1);
    assert!(json::document(&checked).is_ok());
}

/// The parts of an input between its separators.
fn split(data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(SEPARATOR.len()).position(|window| window == SEPARATOR) {
        parts.push(&rest[..at]);
        rest = &rest[at + SEPARATOR.len()..];
    }
    parts.push(rest);
    parts
}
