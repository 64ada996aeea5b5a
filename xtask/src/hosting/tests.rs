//! Owns the tests of a site that is finished as a whole.
//!
//! Never builds one: the suite in a browser has the built one.

use super::*;

const HTML: &str = r#"<!doctype html><html><head><meta charset="utf-8"><style>p { color: red }</style>
    <script type="module">import './app-0123456789abcdef.js';</script></head><body><p>Words, and words again.</p></body></html>"#;

/// A site with this page, sealed.
fn sealed(html: &str) -> (tempfile::TempDir, Outcome<()>) {
    let folder = site(html);
    let outcome = seal(folder.path());
    (folder, outcome)
}

/// A site with this page.
fn site(html: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path();
    std::fs::create_dir_all(site.join("data/a")).unwrap();
    std::fs::write(site.join(PAGE), html).unwrap();
    std::fs::write(site.join("app-0123456789abcdef.js"), "word()\n".repeat(99)).unwrap();
    std::fs::write(site.join("data/a/x-0123456789ab.bin"), "data ".repeat(99)).unwrap();
    folder
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).unwrap()
}

#[test]
fn the_page_and_all_files_for_hosts_have_the_same_policy() {
    let (site, outcome) = sealed(HTML);
    outcome.unwrap();
    let page = Page::read(&read(&site, PAGE), PAGE).unwrap();
    let policy = Policy::of(&page).to_string();
    assert_eq!(policy.matches("sha256-").count(), 2);
    for name in [PAGE, files::HEADERS, files::NGINX, files::CLOUDFRONT] {
        assert!(read(&site, name).contains(&policy), "{name}");
    }
}

#[test]
fn a_site_that_is_sealed_twice_is_the_same() {
    let (site, outcome) = sealed(HTML);
    outcome.unwrap();
    let once: Vec<_> = files::of(site.path()).unwrap();
    let all = || [PAGE, files::HEADERS, verbatim_offline::LIST, verbatim_offline::WORKER].map(|name| read(&site, name));
    let before = all();
    seal(site.path()).unwrap();
    for name in ["app-0123456789abcdef.js", "data/a/x-0123456789ab.bin", PAGE, "icons/icon.svg", "sw.js"] {
        assert!(once.iter().any(|known| known == name), "{name}");
    }
    assert_eq!(files::of(site.path()).unwrap(), once);
    assert_eq!(all(), before);
}

#[test]
fn data_and_scripts_have_compressed_files_beside_them() {
    let (site, outcome) = sealed(HTML);
    outcome.unwrap();
    for name in files::of(site.path()).unwrap() {
        for ending in files::COMPRESSED {
            let beside = site.path().join(format!("{name}{ending}"));
            assert!(beside.is_file() || name == PAGE, "{}", beside.display());
        }
    }
}

#[test]
fn a_script_that_cannot_be_hashed_ends_the_build() {
    let (_site, outcome) = sealed(&HTML.replace("<p>", "<p onclick=\"go()\">"));
    assert!(outcome.unwrap_err().happened().contains("onclick"));
}

#[test]
fn what_is_only_looked_at_here_stays_as_it_is() {
    let unfinished = |html: &str, profile| {
        let site = site(html);
        finish(site.path(), profile, Player::Parts).unwrap();
        read(&site, PAGE)
    };
    assert_eq!(unfinished(HTML, Profile::Debug), HTML);
    let reloading = HTML.replace("import", "'{{__TRUNK_ADDRESS__}}'; import");
    let told = reloading.replace("</head>", &format!("<script>\n{SERVED}</script></head>"));
    for profile in [Profile::Debug, Profile::Release] {
        assert_eq!(unfinished(&reloading, profile), told, "it says what is wrong where its build fails");
    }
}

#[test]
fn one_policy_allows_what_stands_in_any_page() {
    let folder = site(HTML);
    std::fs::create_dir(folder.path().join("b")).unwrap();
    let other = HTML.replace("'./app", "'../app").replace("<p>", "<script data-file='x'>a</script><p>");
    std::fs::write(folder.path().join("b/c.html"), other).unwrap();
    seal(folder.path()).unwrap();
    let pages = [PAGE, "b/c.html"].map(|name| read(&folder, name));
    let policy = |page: &str| page.split("content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(policy(&pages[0]), policy(&pages[1]));
    // Two ways to the player's script, and one style; data is hashed by nobody.
    assert_eq!(policy(&pages[0]).matches("sha256-").count(), 3);
}
