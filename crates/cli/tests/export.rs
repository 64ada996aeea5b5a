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
    for folder in ["dist/hosting", "dist/hosting/lms"] {
        let folder = sandbox.path(folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("player.wasm"), b"\0asm").unwrap();
        fs::write(folder.join("player.js"), "self.verbatim = async () => {};\n").unwrap();
    }
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
fn the_help_names_every_form() {
    let help = printed(&Sandbox::new("export-help").verbatim(&["--help"]));
    // A narrow terminal breaks lines.
    let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = ["one file that opens by a double click", "a package for an LMS (SCORM, cmi5)"];
    assert!(all.iter().all(|form| words.contains(form)), "{help}");
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

/// The files of a package, by name.
fn unpacked(sandbox: &Sandbox, name: &str) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(sandbox.path(name)).unwrap()).unwrap();
    let file = |place| {
        let mut file = zip.by_index(place).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        (file.name().to_owned(), text)
    };
    (0..2).map(file).collect()
}

#[test]
fn a_package_has_a_manifest_and_a_page_that_names_its_standard() {
    let sandbox = built("export-scorm");
    let path = sandbox.path("lending/loans.toml");
    let set = fs::read_to_string(&path).unwrap().replacen("title = ", "pass = 0.7\ntitle = ", 1);
    fs::write(&path, set).unwrap();
    for (standard, score) in [
        ("1.2", "<adlcp:masteryscore>70</adlcp:masteryscore>"),
        ("2004", "<imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>"),
    ] {
        let name = format!("loans-scorm-{standard}.zip");
        check(&sandbox, &["lending/loans.toml", "--scorm", standard], 0, &format!("{name}: 1 set, 3 questions, "));
        let files = unpacked(&sandbox, &name);
        assert_eq!([&*files[0].0, &*files[1].0], ["imsmanifest.xml", "index.html"]);
        assert!(files[0].1.contains(score), "{}", files[0].1);
        assert!(files[1].1.contains(&format!("<meta name=\"lms\" content=\"{standard}\">")), "{}", files[1].1);
        let bytes = fs::read(sandbox.path(&name)).unwrap();
        check(&sandbox, &["lending/loans.toml", "--scorm", standard, "--out", "again.zip"], 0, "again.zip");
        assert_eq!(fs::read(sandbox.path("again.zip")).unwrap(), bytes, "two packages are the same bytes");
    }
}

#[test]
fn a_cmi5_package_has_a_course_structure_and_a_page_that_may_ask_an_lms() {
    let sandbox = built("export-cmi5");
    check(&sandbox, &["lending/loans.toml", "--cmi5"], 0, "loans-cmi5.zip: 1 set, 3 questions, ");
    let files = unpacked(&sandbox, "loans-cmi5.zip");
    assert_eq!([&*files[0].0, &*files[1].0], ["cmi5.xml", "index.html"]);
    let structure = &files[0].1;
    assert!(structure.contains("moveOn=\"Completed\"") && !structure.contains("masteryScore"), "{structure}");
    assert!(structure.contains("<url>index.html</url>"), "{structure}");
    let ids: Vec<&str> = structure.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(ids.len() == 2 && ids[0] != ids[1] && ids.iter().all(|id| id.starts_with("urn:uuid:")), "{ids:?}");
    let page = &files[1].1;
    assert!(page.contains("<meta name=\"lms\" content=\"cmi5\">"), "{page}");
    assert!(page.contains("; connect-src https: http:\""), "{page}");
    let path = sandbox.path("lending/loans.toml");
    let set = fs::read_to_string(&path).unwrap().replacen("title = ", "pass = 0.7\ntitle = ", 1);
    fs::write(&path, set).unwrap();
    for name in ["one.zip", "two.zip"] {
        check(&sandbox, &["lending/loans.toml", "--cmi5", "--out", name], 0, name);
    }
    let passing = &unpacked(&sandbox, "one.zip")[0].1;
    assert!(passing.contains("moveOn=\"Passed\"") && passing.contains("masteryScore=\"0.7\""), "{passing}");
    assert!(ids.iter().all(|id| passing.contains(id)), "the names are the same in each edition: {passing}");
    let bytes = |name: &str| fs::read(sandbox.path(name)).unwrap();
    assert_eq!(bytes("one.zip"), bytes("two.zip"), "two packages are the same bytes");
}

#[test]
fn what_an_lms_has_no_room_for_is_not_packed() {
    let sandbox = built("export-scorm-room");
    let path = sandbox.path("lending/loans.toml");
    let mut set = fs::read_to_string(&path).unwrap();
    for number in 0..20 {
        set += &format!(
            "[[question]]\nid = 'written-{number}'\nkind = 'text'\nprompt = 'p'\naccept = ['card']\n\
             quote = 'a new reader needs only a proof of address'\nexplanation = 'e'\n"
        );
    }
    fs::write(&path, set).unwrap();
    let arguments = ["lending/loans.toml", "--scorm", "1.2"];
    check(&sandbox, &arguments, 2, "and an LMS keeps 4096 by SCORM 1.2");
    check(&sandbox, &arguments, 2, "part the set in two");
    check(&sandbox, &["lending/loans.toml", "--scorm", "2004"], 0, "loans-scorm-2004.zip");
}

#[test]
fn a_package_wants_a_known_standard_and_a_player_that_talks_to_an_lms() {
    let sandbox = built("export-scorm-wrong");
    check(&sandbox, &["lending", "--scorm", "1.3"], 2, "`1.2` or `2004` is wanted");
    fs::remove_dir_all(sandbox.path("dist/hosting/lms")).unwrap();
    check(&sandbox, &["lending", "--scorm", "2004"], 2, "it has no hosting/lms/player.wasm");
    check(&sandbox, &["lending", "--scorm", "2004"], 2, "cargo xtask build");
}
