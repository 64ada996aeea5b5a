//! Owns the tests of whole pages, as a browser's parser reads them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first page that is not as it should be"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use scraper::{Html, Selector};
use tempfile::TempDir;

const TEMPLATE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8" /><meta name="description" content="x" />
    <title>x</title><link rel="manifest" href="manifest.webmanifest">
    <link rel="icon" href="data:,"><script src="./page-0.js" type="module"></script></head>
    <body><div class="page" id="boot"><p>waiting</p></div><div id="app"></div><script id="player" type="module" src="./player-0.js" async></script></body></html>"#;

/// The shipped banks.
fn questions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions")
}

/// The shipped banks as a site with its pages.
fn site() -> (TempDir, Vec<String>) {
    site_of(questions())
}

/// A bank of which one set has so many questions: its own, again and again.
fn large(count: usize) -> (TempDir, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let bank = folder.path().join("tour");
    fs::create_dir(&bank).unwrap();
    for file in fs::read_dir(questions().join("tour")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), bank.join(file.file_name())).unwrap();
    }
    let text = fs::read_to_string(bank.join("kinds.toml")).unwrap();
    let (head, list) = text.split_once("[[question]]").unwrap();
    let questions: Vec<&str> = list.split("[[question]]").collect();
    let copy = |place: usize| {
        let question = questions[place % questions.len()];
        format!("[[question]]{question}\n").replace("\nid = \"", &format!("\nid = \"place-{place}-"))
    };
    fs::write(bank.join("kinds.toml"), head.to_owned() + &(0..count).map(copy).collect::<String>()).unwrap();
    site_of(bank)
}

fn site_of(questions: PathBuf) -> (TempDir, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), TEMPLATE).unwrap();
    verbatim_cli::site::run(&[questions], folder.path(), false).unwrap();
    let names = verbatim_pages::write(folder.path()).unwrap();
    (folder, names)
}

fn page(site: &TempDir, name: &str) -> String {
    fs::read_to_string(site.path().join(name)).unwrap()
}

/// A page as it is where no script runs.
fn parsed(site: &TempDir, name: &str) -> Html {
    Html::parse_document(&page(site, name).replace("noscript>", "div>"))
}

fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

#[test]
fn every_set_every_glossary_and_the_catalogue_has_its_page() {
    let (_, names) = site();
    for name in ["index.html", "tour/kinds.html", "tour/glossary.html", "wuzhen-2015/concepts.html"] {
        assert!(names.iter().any(|known| known == name), "{name} is not among {names:?}");
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    let (site, names) = site();
    no_id_stands_twice(&site, &names);
}

fn no_id_stands_twice(site: &TempDir, names: &[String]) {
    for name in names {
        let ids = attributes(&parsed(site, name), "[id]", "id");
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{name}: {ids:?}");
    }
}

#[test]
fn every_link_within_the_site_leads_to_a_page_and_a_place_on_it() {
    let (site, names) = site();
    every_link_leads_somewhere(&site, &names);
}

fn every_link_leads_somewhere(site: &TempDir, names: &[String]) {
    for name in names {
        let folder = Path::new(name).parent().unwrap().to_owned();
        for link in attributes(&parsed(site, name), "a[href]", "href") {
            if link.starts_with("https:") {
                continue;
            }
            let (file, place) = link.split_once('#').unwrap_or((&link, ""));
            let target = flat(&folder.join(file));
            assert!(names.contains(&target), "{name}: {link} leads to {target}");
            let ids = attributes(&parsed(site, &target), "[id]", "id");
            assert!(place.is_empty() || ids.iter().any(|id| id == place), "{name}: nothing on {target} is {place}");
        }
    }
}

/// A path without the steps up in it.
fn flat(path: &Path) -> String {
    let mut flat = PathBuf::new();
    for part in path {
        if part == ".." { assert!(flat.pop(), "{} leaves the site", path.display()) } else { flat.push(part) }
    }
    flat.to_str().unwrap().to_owned()
}

#[test]
fn the_player_is_found_from_every_folder() {
    let (site, _) = site();
    let addresses = |name: &str| {
        [attributes(&parsed(&site, name), "link", "href"), attributes(&parsed(&site, name), "script", "src")].concat()
    };
    let within = ["../manifest.webmanifest", "data:,", "../page-0.js", "../player-0.js"];
    assert_eq!(addresses("tour/kinds.html"), within);
    assert_eq!(attributes(&parsed(&site, "tour/kinds.html"), "html", "data-root"), ["../"]);
    assert_eq!(addresses("index.html"), within.map(|address| address.replace("../", "./")));
}

#[test]
fn a_page_brings_the_data_of_its_own_address() {
    let (site, names) = site();
    for name in names {
        let html = parsed(&site, &name);
        let file = attributes(&html, "#data", "data-file").concat();
        let data = Selector::parse("#data").unwrap();
        let text: String = html.select(&data).flat_map(|data| data.text()).collect();
        let bytes = fs::read(site.path().join("data").join(&file)).unwrap();
        assert_eq!(text, verbatim_app::boot::escape(&bytes), "{name}");
    }
}

#[test]
fn what_is_right_stands_nowhere_in_a_test_but_for_those_without_scripts() {
    let (site, _) = site();
    let html = page(&site, "tour/test.html");
    let shown = html.split("<noscript>").next().unwrap();
    assert!(!shown.contains("option__why") && !shown.contains("id=\"early\""), "{shown}");
    assert!(html.contains("option__why"));
}

/// The pages of the set with the many questions.
fn of_set(names: &[String]) -> Vec<&String> {
    names.iter().filter(|name| name.starts_with("tour/kinds")).collect()
}

#[test]
fn a_large_set_goes_on_where_no_script_runs() {
    let (site, names) = large(126);
    let pages = of_set(&names);
    let ids: Vec<Vec<String>> =
        pages.iter().map(|name| attributes(&parsed(&site, name), "article[id]", "id")).collect();
    assert_eq!(ids.iter().map(Vec::len).collect::<Vec<_>>(), [25, 25, 25, 25, 25, 1]);
    for (place, id) in ids.concat().iter().enumerate() {
        assert!(id.starts_with(&format!("/tour/kinds/place-{place}-")), "{id} is at {place}");
    }
    for (place, name) in pages.iter().enumerate() {
        let links = attributes(&parsed(&site, name), ".document__end a", "href");
        let others = pages.iter().filter(|other| *other != name).map(|other| &other["tour/".len()..]);
        assert_eq!(links, others.chain(["../index.html"]).collect::<Vec<_>>(), "{name}");
        let html = page(&site, name);
        // Those who run scripts find all of it in the player, and are led there from where it is not.
        assert_eq!(html.contains("<script"), place == 0, "{name}");
        assert_eq!(html.contains("<noscript><div"), place == 0, "{name}");
        assert_eq!(html.contains("Nothing is counted or saved on this page"), place > 0, "{name}");
        assert_eq!(html.contains("<meta name=\"robots\" content=\"noindex\">"), place > 0, "{name}");
        let within = attributes(&parsed(&site, name), "main article[id]", "id");
        assert!(within == ids[place] || place == 0, "{name}: {within:?} are in its main part");
    }
    assert!(page(&site, pages[5]).contains("<title>One of each kind · Question 126 · Verbatim</title>"));
    every_link_leads_somewhere(&site, &names);
    no_id_stands_twice(&site, &names);
}

#[test]
fn a_set_of_a_hundred_questions_has_one_page() {
    assert_eq!(of_set(&large(100).1).len(), 1);
    assert_eq!(of_set(&large(101).1).len(), 5);
}

#[test]
fn pages_that_are_written_twice_are_the_same() {
    let (site, names) = large(101);
    let once: Vec<String> = names.iter().map(|name| page(&site, name)).collect();
    assert_eq!(verbatim_pages::write(site.path()).unwrap(), names);
    for (name, once) in names.iter().zip(once) {
        assert!(once == page(&site, name), "{name} is another page");
    }
}

#[test]
fn a_site_without_data_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), TEMPLATE).unwrap();
    let failure = verbatim_pages::write(folder.path()).unwrap_err().to_string();
    assert!(failure.contains("catalogue.bin"), "{failure}");
}

#[test]
fn data_of_another_version_is_named() {
    let (site, _) = site();
    fs::write(site.path().join("data/catalogue.bin"), "vbm0").unwrap();
    let failure = verbatim_pages::write(site.path()).unwrap_err().to_string();
    assert!(failure.contains("catalogue.bin") && failure.contains("another version"), "{failure}");
}
