//! Owns the agreement of the JSON schemas with the tool: what one takes, the other takes, as far as a schema can tell.
//!
//! Never tests what needs the whole bank, such as a quotation.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn schema(name: &str) -> Validator {
    let text = fs::read_to_string(tests().join("../../../questions").join(name)).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap();
    jsonschema::draft7::new(&schema).unwrap()
}

/// Whether a file is valid under the schema of its kind.
fn check(file: &Path, expect: bool) {
    let validator = schema(if file.ends_with("bank.toml") { "bank.schema.json" } else { "set.schema.json" });
    let instance: Value = toml::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&instance).map(|error| error.to_string()).collect();
    assert_eq!(errors.is_empty(), expect, "{}: {errors:?}", file.display());
}

#[test]
fn shipped_and_good_files_are_valid() {
    let banks = fs::read_dir(tests().join("../../../questions")).unwrap().map(|entry| entry.unwrap().path());
    let folders = banks.filter(|path| path.is_dir()).chain([tests().join("good/lending")]);
    let files: Vec<PathBuf> =
        folders.flat_map(|folder| fs::read_dir(folder).unwrap()).map(|e| e.unwrap().path()).collect();
    let toml: Vec<&PathBuf> = files.iter().filter(|file| file.extension().is_some_and(|e| e == "toml")).collect();
    assert!(toml.len() >= 5, "{toml:?}");
    toml.iter().for_each(|file| check(file, true));
}

#[test]
fn unknown_fields_are_invalid() {
    for case in ["unknown-field", "misspelt-field", "misspelt-field-of-option", "field-behind-the-options"] {
        check(&tests().join("bad").join(case).join("loans.toml"), false);
    }
    for case in ["misspelt-field-of-bank", "misspelt-field-of-source", "sets-behind-the-source"] {
        check(&tests().join("bad").join(case).join("bank.toml"), false);
    }
}

#[test]
fn wrong_types_are_invalid() {
    for case in ["text-for-true", "number-for-text", "date-for-text", "text-for-list", "table-for-list"] {
        check(&tests().join("bad").join(case).join("loans.toml"), false);
    }
    for case in ["number-in-list", "list-for-text", "options-as-texts", "unknown-kind", "empty-prompt"] {
        check(&tests().join("bad").join(case).join("loans.toml"), false);
    }
    check(&tests().join("bad/text-for-table/bank.toml"), false);
}

#[test]
fn missing_fields_are_invalid() {
    for case in ["missing-id", "missing-kind", "missing-prompt", "missing-why", "no-options", "no-question"] {
        check(&tests().join("bad").join(case).join("loans.toml"), false);
    }
    check(&tests().join("bad/question-list-empty/loans.toml"), false);
    check(&tests().join("bad/missing-source/bank.toml"), false);
}
