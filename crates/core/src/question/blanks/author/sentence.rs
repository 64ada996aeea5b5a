//! Owns where the blanks of a sentence stand, and what stands between them.
//!
//! Never knows which blanks there are.

use crate::bank::draft::Literal;
use crate::diagnostic::Findings;
use crate::prose::{Inline, markdown};
use crate::source::Span;

/// A place in a sentence that names a blank.
#[derive(Debug, PartialEq)]
pub(super) struct Place {
    /// What stands between its braces, trimmed.
    pub name: String,
    /// Where it stands in the sentence, with its braces.
    pub span: Span,
}

/// The places of a sentence in their order. A brace that is never closed is no place.
pub(super) fn places(sentence: &Literal) -> Vec<Place> {
    let text = sentence.text();
    let closed = text.match_indices('}').filter_map(|(close, _)| {
        let open = text.get(..close)?.rfind(['{', '}'])?;
        let name = text.get(open..close)?.strip_prefix('{')?.trim().to_owned();
        Some(Place { name, span: Span::new(open, close + 1) })
    });
    closed.collect()
}

/// What stands before, between and behind the places: one more than there are.
pub(super) fn segments(sentence: &Literal, findings: &mut Findings) -> Vec<Vec<Inline>> {
    let places = places(sentence);
    let starts = core::iter::once(0).chain(places.iter().map(|place| place.span.end));
    let ends = places.iter().map(|place| place.span.start).chain([sentence.text().len()]);
    let last = places.len();
    let pieces = starts.zip(ends).map(|(start, end)| sentence.part(Span::new(start, end)));
    pieces.zip(0..).map(|(piece, at)| segment(&piece, (at > 0, at < last), findings)).collect()
}

/// One piece of a sentence. At the sides that touch a blank it keeps its space, which a line of Markdown loses.
fn segment(piece: &Literal, (left, right): (bool, bool), findings: &mut Findings) -> Vec<Inline> {
    let mut line = markdown::line(piece, findings);
    let (text, empty) = (piece.text(), piece.text().trim().is_empty());
    if left && text.starts_with(char::is_whitespace) && (right || !empty) {
        match line.first_mut() {
            Some(Inline::Plain(words)) => words.insert(0, ' '),
            Some(_) | None => line.insert(0, space()),
        }
    }
    if right && text.ends_with(char::is_whitespace) && !empty {
        match line.last_mut() {
            Some(Inline::Plain(words)) => words.push(' '),
            Some(_) | None => line.push(space()),
        }
    }
    line
}

fn space() -> Inline {
    Inline::Plain(" ".to_owned())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::prose::plain;

    /// Compares the names of a sentence's places, and the words around them.
    fn check(sentence: &str, names: &[&str], around: &[&str]) -> Vec<Vec<Inline>> {
        let file = format!("'{sentence}'");
        let literal = Literal::new(&file, Span::new(0, file.len()), sentence);
        let found: Vec<String> = places(&literal).into_iter().map(|place| place.name).collect();
        assert_eq!(found, names, "{sentence}");
        let segments = segments(&literal, &mut Findings::new(&Rc::from("")));
        assert_eq!(segments.iter().map(|segment| plain(segment)).collect::<Vec<_>>(), around, "{sentence}");
        segments
    }

    #[test]
    fn the_words_around_a_blank_keep_their_spaces() {
        check("It was held in {year} in {place}.", &["year", "place"], &["It was held in ", " in ", "."]);
        check("{a} {b}{c}", &["a", "b", "c"], &["", " ", "", ""]);
        check("  {a}-{b}  ", &["a", "b"], &["", "-", ""]);
        check("pre{a}post", &["a"], &["pre", "post"]);
        check("no blank", &[], &["no blank"]);
    }

    #[test]
    fn a_line_break_is_a_space() {
        check("one\n{a}\n two", &["a"], &["one ", " two"]);
    }

    #[test]
    fn markdown_keeps_its_spaces_at_a_blank() {
        let segments = check("the *first* {a} *was* held", &["a"], &["the first ", " was held"]);
        assert_eq!(segments[0][2], Inline::Plain(" ".to_owned()));
        assert!(matches!(segments[1][..], [Inline::Plain(_), Inline::Emphasis(_), Inline::Plain(_)]));
    }

    #[test]
    fn only_a_pair_of_braces_is_a_place() {
        check("a {b c} d", &["b c"], &["a ", " d"]);
        check("a { b } {} d", &["b", ""], &["a ", " ", " d"]);
        check("a {b", &[], &["a {b"]);
        check("a b} {c}", &["c"], &["a b} ", ""]);
        check("{{a}}", &["a"], &["{", "}"]);
    }
}
