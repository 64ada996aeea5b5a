//! Owns the facts about Markdown. Never looks at a whole file.

use std::rc::Rc;

use super::*;
use crate::prose::plain;

fn findings() -> Findings {
    Findings::new(&Rc::from("test.toml"))
}

/// Parses `text` as the one string of a file; gives what was made of it and the codes of what was reported,
/// each with the marked words.
fn check<T: PartialEq + core::fmt::Debug>(
    parse: fn(&Literal, &mut Findings) -> T,
    text: &str,
    expect: T,
    problems: &[(&str, &str)],
) {
    let file = format!("'''{text}'''");
    let literal = Literal::new(&file, Span::new(0, file.len()), text);
    let mut findings = findings();
    assert_eq!(parse(&literal, &mut findings), expect, "{text:?}");
    let list = findings.into_list();
    let found: Vec<_> = list.iter().map(|d| (d.code, &file[d.span.start..d.span.end])).collect();
    assert_eq!(found, problems, "{text:?}");
}

fn words(text: &str) -> Inline {
    Inline::Plain(text.to_owned())
}

#[test]
fn emphasis_code_and_links_are_kept() {
    let link = Inline::Link { address: "https://example.org".to_owned(), label: vec![words("c")] };
    let expect = vec![Inline::Emphasis(vec![words("a")]), words(" "), Inline::Code("b".to_owned()), words(" "), link];
    check(line, "*a* `b` [c](https://example.org)", expect, &[]);
    check(line, "**“a”**", vec![Inline::Strong(vec![words("“a”")])], &[]);
}

#[test]
fn what_begins_a_block_is_text_in_a_line() {
    for text in ["2014.", "1. one", "# one", "- one", "> one", "    one"] {
        check(line, text, vec![words(text.trim())], &[]);
    }
    check(line, "one\n- two", vec![words("one - two")], &[]);
}

#[test]
fn raw_html_is_reported_where_it_stands() {
    check(line, "a <b>c</b>", vec![words("a c")], &[("raw-html", "<b>")]);
    check(line, "a <b>c</i>", vec![words("a c")], &[("raw-html", "<b>"), ("raw-html", "</i>")]);
    check(blocks, "<script>x</script>", vec![], &[("raw-html", "<script>x</script>")]);
    check(blocks, "<div>\nx\n</div>", vec![], &[("raw-html", "<div>")]);
}

#[test]
fn signs_that_are_no_tags_are_text() {
    check(line, "1 < 2 and 3 > 2", vec![words("1 < 2 and 3 > 2")], &[]);
    check(line, "&lt;b>", vec![words("<b>")], &[]);
}

#[test]
fn addresses_with_scripts_are_reported() {
    for text in ["[a](javascript:alert(1))", "[a](JavaScript:alert(1))", "[a](data:text/html,x)", "[a](//example.org)"]
    {
        let literal = Literal::new(text, Span::new(0, text.len()), text);
        let mut findings = findings();
        line(&literal, &mut findings);
        assert_eq!(findings.into_list().first().map(|d| d.code), Some("address-not-allowed"), "{text}");
    }
}

#[test]
fn paragraphs_and_lists_make_an_explanation() {
    let paragraph = |text: &str| Block::Paragraph(vec![words(text)]);
    let list = Block::List { numbered: false, items: vec![vec![paragraph("b")], vec![paragraph("c")]] };
    check(blocks, "a\n\n- b\n- c\n", vec![paragraph("a"), list], &[]);
}

#[test]
fn other_blocks_are_reported() {
    check(blocks, "# a", vec![], &[("markup-not-allowed", "# a")]);
    check(
        blocks,
        "![a](https://example.org/b.png)",
        vec![Block::Paragraph(vec![])],
        &[("markup-not-allowed", "![a](https://example.org/b.png)")],
    );
}

#[test]
fn the_words_of_a_line_have_no_formatting() {
    let text = "*a* **b** `c` [d](https://example.org)";
    let literal = Literal::new(text, Span::new(0, text.len()), text);
    assert_eq!(plain(&line(&literal, &mut findings())), "a b c d");
}
