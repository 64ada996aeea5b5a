//! Owns what holds for any Markdown: it is read or reported, and nothing unsafe comes out.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "*", "**", "_", "`", "``", "[", "](", "](https://example.org)", "](javascript:x)", "](mailto:a@example.org)", ")", "!",
    "<", ">", "<b>", "</b>", "<a href='data:x'>", "<!--", "-->", "<https://example.org>", "<javascript:x>", "[a]: data:x\n",
    "&lt;", "&#106;avascript:", "\\", "\n", "\n\n", "\r\n", "- ", "1. ", "> ", "# ", "---\n", "    ", "\t", "```\n", "|", "~~", "a", "é",
    "“", "\u{0}", "\u{feff}",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => select(SIGNS).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A text as a string of TOML.
fn written(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// What is reported of a text that is the one string of its file.
fn check<T>(text: &str, parse: fn(&Literal, &mut Findings) -> T) -> (T, Vec<Diagnostic>) {
    let file = written(text);
    let literal = Literal::new(&file, Span::new(0, file.len()), text);
    let mut findings = Findings::new(&Rc::from("test.toml"));
    let tree = parse(&literal, &mut findings);
    let list = findings.into_list();
    for found in &list {
        assert!(file.get(found.span.start..found.span.end).is_some(), "{found:?}");
    }
    (tree, list)
}

fn addresses(line: &[Inline]) -> Vec<&str> {
    line.iter().flat_map(addresses_of).collect()
}

fn addresses_of(piece: &Inline) -> Vec<&str> {
    match piece {
        Inline::Link { address, label } => [vec![address.as_str()], addresses(label)].concat(),
        Inline::Emphasis(inner) | Inline::Strong(inner) => addresses(inner),
        Inline::Plain(_) | Inline::Code(_) | Inline::Break => Vec::new(),
    }
}

fn lines(block: &Block) -> Vec<&[Inline]> {
    match block {
        Block::Paragraph(line) => vec![line.as_slice()],
        Block::List { items, .. } => items.iter().flatten().flat_map(lines).collect(),
    }
}

fn is_safe(address: &&str) -> bool {
    ["https:", "http:", "mailto:"].iter().any(|scheme| address.to_lowercase().starts_with(scheme))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_has_only_safe_addresses(text in texts()) {
        let (tree, _) = check(&text, line);
        prop_assert!(addresses(&tree).iter().all(is_safe), "{tree:?}");
    }

    #[test]
    fn blocks_have_only_safe_addresses(text in texts()) {
        let (tree, _) = check(&text, blocks);
        prop_assert!(tree.iter().flat_map(lines).flat_map(addresses).all(|address| is_safe(&address)), "{tree:?}");
    }

    #[test]
    fn a_text_without_signs_is_what_it_says(text in "[a-zé ,.;()0-9“”’]{0,60}") {
        let (tree, list) = check(&text, line);
        let plain = crate::prose::plain(&tree);
        prop_assert_eq!(plain.trim_end(), text.trim());
        prop_assert_eq!(list, Vec::new());
    }
}
