//! Owns the tests of reading and changing the page.
//!
//! Never reads a built page: `hosting/tests` does.

use super::*;

const HTML: &str = r#"<!doctype html><html><head>
    <meta charset="utf-8" />
    <style>p { color: red }</style><title>a &amp; b</title>
    <style media="print">q > r { color: blue }</style>
    <script type="module">if (1 < 2 && "</p>") go();</script>
    <script src="./a.js"></script>
    <link rel="icon" href="data:image/svg+xml,%3Csvg/%3E">
    </head><body><!-- <script>no()</script> --><a href="https://example.org">x</a><script>last()</script></body></html>"#;

fn refuses(body: &str, part: &str) {
    let failure = Page::read(&format!("<p>{body}</p>"), "index.html").unwrap_err();
    assert!(failure.happened().contains(part), "{failure}");
}

#[test]
fn scripts_and_styles_are_read_as_they_stand_and_in_order() {
    let page = Page::read(HTML, "index.html").unwrap();
    assert_eq!(page.scripts, [r#"if (1 < 2 && "</p>") go();"#, "last()"]);
    assert_eq!(page.styles, ["p { color: red }", "q > r { color: blue }"]);
}

#[test]
fn an_empty_script_is_one_too() {
    assert_eq!(Page::read("<script></script><script>a</script>", "index.html").unwrap().scripts, ["", "a"]);
}

#[test]
fn what_stands_in_attributes_and_cannot_be_hashed_is_refused() {
    refuses("<b onclick='go()'>", "`onclick=\"go()\"` of a `<b>`");
    refuses("<b style='width: 1%'>", "`style=");
}

#[test]
fn what_would_be_fetched_from_outside_of_the_site_is_refused() {
    refuses("<script src='https://example.org/a.js'></script>", "https://example.org/a.js");
    refuses("<script src='//example.org/a.js'></script>", "//example.org/a.js");
    refuses("<link rel=icon href=/icon.png>", "/icon.png");
    refuses("<img src='../picture.png'>", "../picture.png");
    assert!(Page::read("<img src='../picture.png'>", "a/b.html").is_ok());
    assert!(Page::read("<img src='../../picture.png'>", "a/b.html").is_err());
    refuses("<iframe src='javascript:go()'></iframe>", "javascript:go()");
}

#[test]
fn many_styles_become_one_that_says_the_same_in_the_same_order() {
    let styles =
        Page::read(&with_one_style("<style>a{}</style><p><style>b>c{}</style>").unwrap(), "index.html").unwrap().styles;
    assert_eq!(styles, ["a{}\nb>c{}"]);
}

#[test]
fn the_policy_stands_in_front_of_all_that_is_loaded_and_once() {
    let policy = Policy::of(&Page::read(HTML, "index.html").unwrap());
    let once = with_policy(HTML, &policy).unwrap();
    let meta = format!("<meta charset=\"utf-8\" /><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    assert!(once.contains(&meta), "{once}");
    let again = with_policy(&once, &policy).unwrap();
    assert_eq!(again.matches("Content-Security-Policy").count(), 1);
}

#[test]
fn a_page_that_loads_something_before_its_policy_is_none() {
    let policy = Policy::of(&Page::default());
    for head in ["", "<link rel=icon href=a.png><meta charset=utf-8>"] {
        let failure = with_policy(&format!("<head>{head}</head>"), &policy).unwrap_err();
        assert!(failure.happened().contains("no place"), "{failure}");
    }
}

#[test]
fn a_page_under_work_is_told_by_what_trunk_fills_in() {
    assert!(Page::read("<script>const at = '{{__TRUNK_ADDRESS__}}'</script>", "index.html").unwrap().reloads_itself());
    assert!(!Page::read(HTML, "index.html").unwrap().reloads_itself());
}
