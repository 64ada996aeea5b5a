//! Owns a text of an author's file together with the place of each of its characters in that file.
//!
//! Never parses TOML: it only follows what the parser made of a string.

use crate::source::Span;

/// A string of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    text: String,
    span: Span,
    /// (offset in the text, offset in the file) from which on the two run alongside; sorted.
    anchors: Vec<(usize, usize)>,
}

impl Literal {
    /// The string that the parser read as `text` at `span` of `file`, delimiters included.
    #[must_use]
    pub fn new(file: &str, span: Span, text: &str) -> Self {
        let raw = file.get(span.start..span.end).unwrap_or_default();
        Self { text: text.to_owned(), span, anchors: anchors(raw, span.start, text) }
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it stands, with its delimiters.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Where a part of the text stands in the file.
    #[must_use]
    pub fn at(&self, part: Span) -> Span {
        let inside = |offset| self.offset(offset).clamp(self.span.start, self.span.end);
        Span::new(inside(part.start), inside(part.end))
    }

    /// A part of the text as a string of its own, which stands where the part does.
    #[must_use]
    pub fn part(&self, part: Span) -> Self {
        let text = self.text.get(part.start..part.end).unwrap_or_default().to_owned();
        let behind = self.anchors.iter().filter(|(text, _)| *text > part.start);
        let anchors = behind.map(|(text, file)| (text - part.start, *file));
        let span = self.at(part);
        Self { text, span, anchors: core::iter::once((0, span.start)).chain(anchors).collect() }
    }

    fn offset(&self, offset: usize) -> usize {
        let behind = self.anchors.partition_point(|(text, _)| *text <= offset);
        let anchor = behind.checked_sub(1).and_then(|last| self.anchors.get(last));
        anchor.map_or(self.span.start, |(text, file)| file + offset - text)
    }
}

/// Follows a TOML string through its file: delimiters, the line break behind an opening `"""`, escapes.
fn anchors(raw: &str, start: usize, text: &str) -> Vec<(usize, usize)> {
    let delimiter = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|d| raw.starts_with(d)).unwrap_or("");
    let inner = raw.get(delimiter.len()..).unwrap_or_default();
    let first_break = match (delimiter.len(), inner) {
        (3, inner) if inner.starts_with("\r\n") => 2,
        (3, inner) if inner.starts_with('\n') => 1,
        _ => 0,
    };
    let mut at = start + delimiter.len() + first_break;
    let mut rest = inner.get(first_break..).unwrap_or_default();
    let mut anchors = vec![(0, at)];
    let escapes = delimiter.starts_with('"');
    // Most strings stand in the file as they are.
    if rest.starts_with(text) && !(escapes && text.contains('\\')) {
        return anchors;
    }
    for (offset, c) in text.char_indices() {
        let skipped = if escapes { swallowed(rest) } else { 0 } + dropped_return(rest, c);
        rest = rest.get(skipped..).unwrap_or_default();
        let length = if escapes && rest.starts_with('\\') { escape(rest) } else { c.len_utf8() };
        rest = rest.get(length..).unwrap_or_default();
        if skipped > 0 {
            anchors.push((offset, at + skipped));
        }
        at += skipped + length;
        if length != c.len_utf8() {
            anchors.push((offset + c.len_utf8(), at));
        }
    }
    anchors
}

/// A carriage return that the parser may have dropped before a line break.
fn dropped_return(rest: &str, c: char) -> usize {
    usize::from(c == '\n' && rest.starts_with("\r\n"))
}

/// A backslash at a line's end swallows all white space up to the next character.
fn swallowed(rest: &str) -> usize {
    match rest.strip_prefix('\\') {
        Some(behind) if behind.starts_with([' ', '\t', '\r', '\n']) => {
            let kept = behind.trim_start();
            let more = rest.len() - kept.len();
            more + swallowed(kept)
        }
        _ => 0,
    }
}

/// How many bytes an escape takes in the file.
fn escape(rest: &str) -> usize {
    match rest.as_bytes().get(1) {
        Some(b'u') => 6,
        Some(b'U') => 10,
        Some(b'x') => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, text: &str, part: &str, expect: &str) {
        let file = format!("a = {raw}\n");
        let literal = Literal::new(&file, Span::new(4, 4 + raw.len()), text);
        let start = text.find(part).unwrap_or(0);
        let span = literal.at(Span::new(start, start + part.len()));
        assert_eq!(&file[span.start..span.end], expect, "{raw}");
    }

    #[test]
    fn a_part_knows_its_places_too() {
        let file = r#"a = "one \"two\" three""#;
        let literal = Literal::new(file, Span::new(4, file.len()), "one \"two\" three");
        let part = literal.part(Span::new(4, 13));
        assert_eq!((part.text(), &file[part.span().start..part.span().end]), ("\"two\" thr", r#"\"two\" thr"#));
        for (at, expect) in [(Span::new(1, 4), "two"), (Span::new(4, 9), r#"\" thr"#)] {
            let span = part.at(at);
            assert_eq!(&file[span.start..span.end], expect);
        }
        assert_eq!(literal.part(Span::new(90, 91)).text(), "");
    }

    #[test]
    fn plain_strings_run_alongside() {
        check(r#""one two""#, "one two", "two", "two");
        check("'one two'", "one two", "two", "two");
    }

    #[test]
    fn escapes_are_longer_in_the_file() {
        check(r#""a \"b\" \u00e9 c""#, "a \"b\" é c", "c", "c");
        check(r#""a \"b\" c""#, "a \"b\" c", "\"b\"", r#"\"b\""#);
    }

    #[test]
    fn the_first_line_break_of_a_long_string_is_not_part_of_it() {
        check("\"\"\"\none\ntwo\"\"\"", "one\ntwo", "two", "two");
        check("\"\"\"\r\none\r\ntwo\"\"\"", "one\ntwo", "two", "two");
    }

    #[test]
    fn a_backslash_at_the_end_of_a_line_swallows_white_space() {
        check("\"\"\"one \\\n   two\"\"\"", "one two", "two", "two");
    }

    #[test]
    fn a_place_never_leaves_the_string() {
        let literal = Literal::new("a = 'b'", Span::new(4, 7), "quite another text");
        assert_eq!(literal.at(Span::new(10, 90)), Span::new(7, 7));
    }
}
