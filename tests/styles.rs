//! Owns the agreement between the player's classes and the styles: every class used is styled, and the reverse.
//!
//! Never looks at a browser: it reads the files.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first file that it cannot read")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn text(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// What may be names of classes in a text.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).filter(|name| !name.is_empty())
}

/// The classes that the styles name in selectors.
fn styled() -> BTreeSet<String> {
    let css = text(&files(&root().join("styles")));
    let bare: String = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let selectors = bare.split('}').filter_map(|rule| rule.rsplit_once('{').map(|(selector, _)| selector));
    let classes = selectors.flat_map(|selector| selector.split('.').skip(1)).filter_map(|behind| names(behind).next());
    classes.map(str::to_owned).collect()
}

/// What stands between quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}

/// The player's markup and what is shown before it runs.
fn markup() -> String {
    let mut all = files(&root().join("src"));
    all.extend(files(&root().join("embed")));
    all.push(root().join("index.html"));
    text(&all)
}

#[test]
fn every_class_that_is_styled_is_used() {
    let markup = markup();
    let used: BTreeSet<&str> = quoted(&markup).flat_map(names).collect();
    let unused: Vec<String> = styled().into_iter().filter(|class| !used.contains(class.as_str())).collect();
    assert!(unused.is_empty(), "styled and never used: {unused:?}");
}

#[test]
fn every_class_that_is_used_is_styled() {
    let markup = markup();
    let styled = styled();
    let attributes = markup.split("class=\"").skip(1).filter_map(|behind| behind.split('"').next());
    // Of an element as `el("p.page__lead")` the name is no class.
    let classes = |name: &'_ str| name.split_once('.').map(|(_, classes)| classes.to_owned());
    let elements = markup.split("el(").skip(1).filter_map(|behind| behind.split(')').next()).flat_map(quoted);
    let parts = quoted(&markup).filter(|quoted| quoted.contains("__"));
    let named = elements.filter_map(classes).chain(parts.map(|part| classes(part).unwrap_or(part.to_owned())));
    let named: Vec<String> = named.collect();
    let used: BTreeSet<&str> = attributes.chain(named.iter().map(String::as_str)).flat_map(names).collect();
    let missing: Vec<&str> = used.into_iter().filter(|class| !styled.contains(*class)).collect();
    assert!(missing.is_empty(), "used and never styled: {missing:?}");
}

#[test]
fn colours_come_from_the_tokens() {
    // Paper has colours of its own.
    let owners = ["tokens.css", "print.css"];
    for path in files(&root().join("styles")).into_iter().filter(|path| !owners.iter().any(|own| path.ends_with(own))) {
        let css = fs::read_to_string(&path).unwrap();
        assert!(!css.contains('#') && !css.contains("rgb"), "{} has a colour of its own", path.display());
    }
}
