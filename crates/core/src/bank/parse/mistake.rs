//! Owns telling mistakes in TOML apart, as an author would describe them.
//!
//! Never looks beyond one statement, and never words a message: [`crate::diagnostic`] does.

use super::statement::{closed_text, line};
use crate::diagnostic::{self, Diagnostic};
use crate::source::Span;

/// What is wrong with a statement, given the first error that the parser found in it; places count from the
/// statement's beginning.
pub(super) fn of(statement: &str, at: Span, problem: &str) -> Diagnostic {
    let begun = statement.trim_start();
    let start = statement.len() - begun.len();
    let first_line = rest_of_line(statement, start);
    if let Some(found) = special_space(statement, 0) {
        return found;
    }
    if problem.contains("recurs") {
        return diagnostic::too_deep(at);
    }
    if let Some(end) = first_line.find('\r') {
        return diagnostic::bare_returns(Span::new(start + end, start + end + 1));
    }
    if problem.contains("duplicate key") {
        return duplicate(statement, start, at);
    }
    if begun.starts_with('[') {
        let name = first_line.split(['#']).next().unwrap_or_default().trim();
        return diagnostic::broken_header(Span::new(start, start + name.len()), name);
    }
    if begun.starts_with("//") {
        return diagnostic::slashes(Span::new(start, start + 2));
    }
    let name = begun.split(|c: char| c.is_whitespace() || "=:\"'[".contains(c)).next().unwrap_or_default();
    let behind = start + name.len();
    if let Some(found) = special_space(statement, behind) {
        return found;
    }
    let sign = behind + gap(statement, behind);
    let rest = statement.get(sign..).unwrap_or_default();
    match rest.chars().next() {
        _ if name.is_empty() || begun.starts_with('#') => diagnostic::toml_syntax(at, problem),
        Some('=') => value(statement, name, sign + 1, at, problem),
        Some(':') => diagnostic::colon_for_equals(Span::new(sign, sign + 1), name),
        Some('"' | '\'' | '[' | '{') => diagnostic::equals_missing(Span::new(behind, sign + 1), name),
        _ if first_line.contains('=') => {
            let whole = first_line.split('=').next().unwrap_or_default().trim_end();
            diagnostic::name_with_spaces(Span::new(start, start + whole.len()), whole)
        }
        _ => diagnostic::no_statement(Span::new(start, start + first_line.len())),
    }
}

/// What is wrong with the value of a field, which begins at `from` or behind the white space there.
fn value(statement: &str, name: &str, from: usize, at: Span, problem: &str) -> Diagnostic {
    if let Some(found) = special_space(statement, from) {
        return found;
    }
    let start = from + gap(statement, from);
    let shown = rest_of_line(statement, start);
    let place = Span::new(start, start + shown.len());
    match shown.chars().next() {
        None | Some('#') => diagnostic::value_missing(Span::new(from - 1, from), name),
        Some('=') => diagnostic::toml_syntax(Span::new(start, start + 1), "one `=` is enough"),
        Some('“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '`') => {
            diagnostic::typographic_marks(place, name)
        }
        Some('"' | '\'') => match closed_text(statement, start) {
            None => diagnostic::text_not_closed(place, name),
            Some(end) if at.start >= end => {
                let rest = rest_of_line(statement, end);
                let begin = end + gap(statement, end);
                diagnostic::more_behind_text(Span::new(begin, (end + rest.len()).max(begin)), name)
            }
            Some(_) if problem.contains("escape") || problem.contains("unicode") => {
                let backslash = statement.get(..at.end).and_then(|before| before.rfind('\\'));
                diagnostic::bad_escape(Span::new(backslash.unwrap_or(at.start).min(at.start), at.end))
            }
            Some(_) if problem.contains("visible characters") => diagnostic::control_character(at),
            Some(_) => diagnostic::toml_syntax(at, problem),
        },
        Some('[') if problem.contains("unclosed array") => diagnostic::list_not_closed(Span::new(start, start + 1)),
        Some('[') if problem.contains("missing comma") => diagnostic::comma_missing(at),
        Some('[' | '{') => diagnostic::toml_syntax(at, problem),
        Some(_) if is_yes_or_no(shown) => diagnostic::not_true_or_false(place, name, shown),
        Some(_) => diagnostic::marks_missing(place, name),
    }
}

/// A field or a table that is there already.
fn duplicate(statement: &str, start: usize, at: Span) -> Diagnostic {
    let name = statement.get(at.start..at.end).unwrap_or_default();
    let header = rest_of_line(statement, start);
    if header.starts_with('[') {
        return diagnostic::table_twice(Span::new(start, start + header.len()), header);
    }
    diagnostic::duplicate_field(at, name)
}

fn is_yes_or_no(value: &str) -> bool {
    let word = value.split([' ', '#', '\t']).next().unwrap_or_default().to_lowercase();
    ["true", "false", "yes", "no", "on", "off"].contains(&word.as_str())
}

/// The rest of a line without the white space at its end.
fn rest_of_line(text: &str, at: usize) -> &str {
    line(text, at).trim_end()
}

/// How much white space within the line there is at `at`.
fn gap(text: &str, at: usize) -> usize {
    let rest = line(text, at);
    rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// A space that TOML does not take, in the white space at `from`: pages and word processors are full of them.
fn special_space(text: &str, from: usize) -> Option<Diagnostic> {
    let mut gap = line(text, from).char_indices().take_while(|(_, c)| c.is_whitespace());
    let (at, space) = gap.find(|(_, c)| !" \t\r\n".contains(*c))?;
    Some(diagnostic::special_space(Span::new(from + at, from + at + space.len_utf8()), space))
}
