//! Owns how diagnostics and tables are printed.
//!
//! Never words a diagnostic, and never counts: `verbatim-core` does.

pub mod coverage;
pub mod github;
pub mod human;
pub mod json;
pub mod stats;
mod table;

use verbatim_core::source::Span;

/// A place in a file as people count: from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// The position of a byte of a text; the text's end for any byte behind it.
#[must_use]
pub fn position(text: &str, byte: usize) -> Position {
    let before = text.get(..boundary(text, byte)).unwrap_or(text);
    // A byte-order mark takes no column.
    let last = before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
    Position { line: before.matches('\n').count() + 1, column: last.chars().count() + 1 }
}

/// A span that lies in the text and parts no character.
#[must_use]
pub fn inside(text: &str, span: Span) -> Span {
    Span::new(boundary(text, span.start), boundary(text, span.end))
}

fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, byte: usize, line: usize, column: usize) {
        assert_eq!(position(text, byte), Position { line, column }, "{text:?} {byte}");
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        check("ab\ncd", 0, 1, 1);
        check("ab\ncd", 4, 2, 2);
    }

    #[test]
    fn columns_count_characters() {
        check("“é”x", 8, 1, 4);
        check("“é”x", 1, 1, 1);
    }

    #[test]
    fn a_carriage_return_makes_no_line() {
        check("ab\r\ncd", 4, 2, 1);
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        check("\u{feff}ab", 3, 1, 1);
    }

    #[test]
    fn what_lies_behind_the_text_is_its_end() {
        check("ab", 99, 1, 3);
        check("", 7, 1, 1);
    }
}
