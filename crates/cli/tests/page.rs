//! Owns the page of `coverage --html`, as a browser's parser reads it.
//!
//! Never looks at it: how it looks is for eyes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sandbox;

use std::collections::BTreeSet;
use std::fs;

use base64::Engine;
use sandbox::{Sandbox, tests};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

/// The page about a bank, which a browser's parser reads without a complaint.
fn page(sandbox: &Sandbox, arguments: &[&str]) -> Html {
    let output = sandbox.verbatim(&[&["coverage"], arguments, &["--html", "page.html"]].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let page = Html::parse_document(&fs::read_to_string(sandbox.path("page.html")).unwrap());
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    page
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

/// The words of some elements.
fn words(page: &Html, selector: &str) -> String {
    page.select(&Selector::parse(selector).unwrap()).flat_map(|element| element.text()).collect()
}

/// What an attribute says, wherever it stands.
fn values(page: &Html, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(&format!("[{attribute}]")).unwrap();
    page.select(&selector).map(|element| element.attr(attribute).unwrap().to_owned()).collect()
}

/// Every link of the page leads to a place on it, it loads nothing, and its policy allows its own style alone.
fn check_closed(page: &Html) {
    let ids = values(page, "id");
    let places: BTreeSet<String> = ids.iter().map(|id| format!("#{id}")).collect();
    assert_eq!(places.len(), ids.len(), "an id stands twice");
    let links = values(page, "href");
    assert!(links.iter().all(|link| places.contains(link)), "{links:?}");
    assert!(links.len() > 5);
    for loads in ["script", "link", "img", "iframe", "object", "embed", "form", "base", "svg", "[src]", "[style]"] {
        assert_eq!(count(page, loads), 0, "{loads}");
    }
    let handlers = page.tree.values().filter_map(|node| node.as_element());
    assert!(handlers.flat_map(|element| element.attrs()).all(|(name, _)| !name.starts_with("on")));
    let style = page.select(&Selector::parse("style").unwrap()).next().unwrap().inner_html();
    assert!(!style.contains("url(") && !style.contains("@import"));
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style.as_bytes()));
    let policies = values(page, "content");
    let expect = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert!(policies.contains(&expect), "{policies:?}");
}

#[test]
fn the_page_has_a_box_for_each_sentence_and_loads_nothing() {
    let sandbox = Sandbox::new("told-page");
    let page_of = |arguments: &[&str]| page(&sandbox, arguments);
    let bare = page_of(&["lending"]);
    check_closed(&bare);
    assert_eq!((count(&bare, ".box"), count(&bare, ".box--0"), count(&bare, "td.gap")), (9, 6, 12));
    assert_eq!((count(&bare, "main"), count(&bare, "h1"), count(&bare, "caption"), count(&bare, "mark")), (1, 1, 1, 0));
    let shown = page_of(&["lending", "--source", "lending.txt"]);
    check_closed(&shown);
    let marked: Vec<String> =
        shown.select(&Selector::parse("mark").unwrap()).map(|mark| mark.text().collect()).collect();
    let expect = [
        "The card costs nothing, and a new reader needs only a proof of address to get one.",
        "A loan lasts three weeks",
        "it can be renewed twice unless another reader has asked",
        "never more than the “ceiling” of five euros",
    ];
    assert_eq!(marked, expect);
    let tour = page_of(&[&tests().join("../../../questions/tour").to_string_lossy()]);
    check_closed(&tour);
    assert!(count(&tour, "mark") > 0, "the tour ships its text");
}

#[test]
fn hostile_words_stay_words() {
    let sandbox = Sandbox::new("told-hostile");
    let hostile = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)> & \"'";
    let quoted = serde_json::to_string(hostile).unwrap();
    let put = |file: &str, from: &str| {
        let text = fs::read_to_string(sandbox.path(file)).unwrap();
        assert!(text.contains(from), "{file} {from}");
        fs::write(sandbox.path(file), text.replace(from, &quoted)).unwrap();
    };
    put("lending/bank.toml", "\"How a library lends its books\"");
    put("lending/bank.toml", "\"How a Town Library Lends Its Books\"");
    put("lending/bank.toml", "\"Verbatim’s tests\"");
    put("lending/bank.toml", "\"Fees\"");
    put("lending/loans.toml", "\"Borrowing a book\"");
    let page = page(&sandbox, &["lending"]);
    check_closed(&page);
    for place in ["h2", "cite", "tbody th", "h4.set"] {
        assert!(words(&page, place).contains(hostile), "{place}");
    }
    assert_eq!(words(&page, "title"), format!("What is quoted: {hostile}"));
}
