//! Owns the command `export` as a script sees it: what it packs, what it refuses, and what it says then.
//!
//! Never opens what it wrote in a browser: the browser suite does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;
use std::process::Output;

use sandbox::{Sandbox, tests};

/// A page of a release, as far as the tool reads it.
const PAGE: &str = "<link rel=\"icon\" href=\"data:image/svg+xml,x\" type=\"a\" /><style>p{color:red}</style>";

/// A sandbox with the good bank, and what a release has of a player.
fn built(name: &str) -> Sandbox {
    let sandbox = Sandbox::new(name);
    assert_eq!(sandbox.verbatim(&["site", "lending", "--out", "dist"]).status.code(), Some(0));
    fs::create_dir_all(sandbox.path("dist/hosting")).unwrap();
    fs::write(sandbox.path("dist/hosting/player.wasm"), b"\0asm").unwrap();
    fs::write(sandbox.path("dist/hosting/player.js"), "self.verbatim = async () => {};\n").unwrap();
    fs::write(sandbox.path("dist/index.html"), PAGE).unwrap();
    sandbox
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

/// Exports with these arguments and compares exit code and words with what is expected.
fn check(sandbox: &Sandbox, arguments: &[&str], code: i32, words: &str) {
    let output = sandbox.verbatim(&[&["export"], arguments].concat());
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{}", printed(&output));
    assert!(printed(&output).contains(words), "{arguments:?} says\n{}", printed(&output));
}

#[test]
fn a_set_and_a_bank_are_written_as_one_file_each() {
    let sandbox = built("export");
    for named in ["lending/loans.toml", "lending", ".", "./lending/loans.toml", "lending/bank.toml"] {
        check(&sandbox, &[named, "--html", "quiz.html"], 0, "quiz.html: 1 set, 3 questions, ");
    }
    let page = fs::read_to_string(sandbox.path("quiz.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{page}");
    assert!(page.contains("data-route=\"#/lending/loans\""), "one set is opened at its start: {page}");
}

#[test]
fn two_exports_are_the_same_bytes() {
    let sandbox = built("export-twice");
    let export = |name: &str| {
        check(&sandbox, &["lending", "--html", name], 0, name);
        fs::read(sandbox.path(name)).unwrap()
    };
    assert_eq!(export("one.html"), export("two.html"));
}

#[test]
fn a_bank_with_an_error_is_not_written() {
    let sandbox = built("export-bad");
    sandbox.add_files(&tests().join("bad/no-right-option"));
    check(&sandbox, &["lending", "--html", "quiz.html"], 1, "error[");
    assert!(!sandbox.path("quiz.html").exists());
}

#[test]
fn a_form_has_to_be_named() {
    check(&built("export-form"), &["lending"], 2, "--html");
}

#[test]
fn what_is_no_set_is_said() {
    let sandbox = built("export-no-set");
    check(&sandbox, &["lending/none.toml", "--html", "quiz.html"], 2, "cannot read lending/none.toml");
    let words = "lending/source.fingerprint is no set of its bank";
    check(&sandbox, &["lending/source.fingerprint", "--html", "quiz.html"], 2, words);
    check(&sandbox, &["lending", "--html", "nowhere/quiz.html"], 2, "cannot write nowhere/quiz.html");
}

#[test]
fn a_site_without_a_player_is_to_be_built_first() {
    let sandbox = built("export-unbuilt");
    let arguments = ["lending", "--html", "quiz.html", "--site", "elsewhere"];
    check(&sandbox, &arguments, 2, "there is no built player in elsewhere");
    check(&sandbox, &arguments, 2, "cargo xtask build");
    fs::write(sandbox.path("dist/index.html"), "<p>").unwrap();
    check(&sandbox, &["lending", "--html", "quiz.html"], 2, "is not as a release has it");
}

#[test]
fn a_player_of_another_version_is_refused() {
    let sandbox = built("export-version");
    let catalogue = sandbox.path("dist/data/catalogue.bin");
    let mut bytes = fs::read(&catalogue).unwrap();
    bytes[0] ^= 1;
    fs::write(&catalogue, bytes).unwrap();
    check(&sandbox, &["lending", "--html", "quiz.html"], 2, "of another version");
    check(&sandbox, &["lending", "--html", "quiz.html"], 2, "build it anew");
    assert!(!sandbox.path("quiz.html").exists());
}
