//! Owns how a broken file falls into statements: table headers, fields with all their lines, and whatever else
//! stands on a line.
//!
//! Never decides what is wrong with one, and is never asked about a file that reads as a whole. What is not closed
//! ends where the next statement plainly begins, so that one slip does not swallow the rest of a file.

use crate::source::Span;

/// A statement: a header or a field, from the beginning of its first line to the end of its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// Its lines.
    pub span: Span,
    /// How many names a table header joins by dots; `None` where this is no header.
    pub header: Option<usize>,
    /// Whether a new statement plainly begins here, so that this is no rest of the one before.
    pub fresh: bool,
}

/// The statements of a text in order; blank lines belong to none.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut list = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let line = line(text, at);
        let end = if is_field(line) { field_end(text, at) } else { at + line.len() };
        if !line.trim_matches([' ', '\t', '\r', '\n']).is_empty() {
            let begun = line.trim_start();
            let header = begun.starts_with('[').then(|| begun.matches('.').count() + 1);
            let fresh = header.is_some() || is_field(line) || begun.starts_with('#') || begun.starts_with("//");
            list.push(Statement { span: Span::new(at, end), header, fresh });
        }
        at = end;
    }
    list
}

/// Where a text in quotation marks that opens at `at` ends, behind the closing ones; `None` where it is not closed.
pub(super) fn closed_text(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let delimiter = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|delimiter| rest.starts_with(delimiter))?;
    let mut inside = rest.get(delimiter.len()..)?;
    while !inside.starts_with(delimiter) {
        let first = inside.chars().next()?;
        if first == '\n' && (delimiter.len() == 1 || is_header(line(inside, 1))) {
            return None;
        }
        let escaped = first == '\\' && delimiter.starts_with('"');
        let escape = inside.chars().nth(1).filter(|c| escaped && *c != '\n').map_or(0, char::len_utf8);
        inside = inside.get(first.len_utf8() + escape..)?;
    }
    let end = text.len() - inside.len();
    if delimiter.len() == 1 {
        return Some(end + 1);
    }
    // Marks behind `name =` open the next text, so that this one is not closed.
    let before = text.get(at + 3..end)?.rsplit_once('\n').map_or("", |(_, line)| line);
    let opens = is_field(before) && before.trim_end().ends_with('=');
    // Up to two more quotation marks belong to a long text: """a "quoted" word"""".
    let more = inside.len() - inside.trim_start_matches(delimiter.get(..1)?).len();
    (!opens).then_some(end + more.min(5))
}

/// How far a field reaches: over all lines of its list or its long text.
fn field_end(text: &str, start: usize) -> usize {
    let (mut at, mut lists, mut tables) = (start, 0_usize, 0_usize);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + c.len_utf8();
        at = match c {
            '#' => at + line(text, at).trim_end_matches('\n').len(),
            '"' | '\'' => closed_text(text, at).unwrap_or_else(|| lost_end(text, at)),
            '\n' if lists + tables == 0 || begins(line(text, next), tables > 0) => return next,
            _ => next,
        };
        match c {
            '[' => lists += 1,
            ']' => lists = lists.saturating_sub(1),
            '{' => tables += 1,
            '}' => tables = tables.saturating_sub(1),
            _ => {}
        }
    }
    at
}

/// Where the line break is at which a text that is not closed is given up: the first one, or for a long text the
/// one before the next statement.
fn lost_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let long = rest.starts_with("\"\"\"") || rest.starts_with("'''");
    let mut breaks = rest.match_indices('\n').map(|(end, _)| at + end);
    breaks.find(|end| !long || begins(line(text, end + 1), false)).unwrap_or(text.len())
}

/// Whether a line begins a statement. Within an inline table only a header is beyond doubt.
fn begins(line: &str, in_table: bool) -> bool {
    is_header(line) || (!in_table && is_field(line))
}

fn is_header(line: &str) -> bool {
    let inner = line.trim().strip_prefix('[').and_then(|line| line.strip_suffix(']'));
    let name = inner.map(|inner| inner.strip_prefix('[').and_then(|i| i.strip_suffix(']')).unwrap_or(inner).trim());
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(of_name))
}

/// Whether a line begins as a field does: a name, then the sign that gives it a value (or was meant to).
fn is_field(line: &str) -> bool {
    let name: &str = line.trim_start().split(['=', ':']).next().unwrap_or_default();
    let behind = line.trim_start().get(name.len()..).unwrap_or_default();
    !name.is_empty() && !behind.is_empty() && name.trim_end().chars().all(of_name)
}

fn of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_-.".contains(c)
}

/// The line that begins at `at`, with its line break.
pub(super) fn line(text: &str, at: usize) -> &str {
    text.get(at..).and_then(|rest| rest.split_inclusive('\n').next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = statements(text).iter().map(|s| text[s.span.start..s.span.end].trim_end()).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn headers_fields_and_comments_are_statements() {
        check("# a\n\n[[b]]\nc = 1 # d\n  e = 'f'\n", &["# a", "[[b]]", "c = 1 # d", "  e = 'f'"]);
    }

    #[test]
    fn lists_and_long_texts_reach_over_lines() {
        check("a = [\n  \"b]\", # c]\n]\nd = 1", &["a = [\n  \"b]\", # c]\n]", "d = 1"]);
        check("a = \"\"\"\nb = 1\n\\\"\"\"\"\"\nc = 2", &["a = \"\"\"\nb = 1\n\\\"\"\"\"\"", "c = 2"]);
        check("a = {\n  b = 1\n}\nc = 2", &["a = {\n  b = 1\n}", "c = 2"]);
    }

    #[test]
    fn what_is_not_closed_ends_before_the_next_statement() {
        check("a = [\"b\"\nc = 1", &["a = [\"b\"", "c = 1"]);
        check("a = [\n\"b\"\n[[c]]", &["a = [\n\"b\"", "[[c]]"]);
        check("a = \"b\nc = 1", &["a = \"b", "c = 1"]);
        check("a = \"\"\"b\n[[c]]\nd = \"\"\"e\"\"\"", &["a = \"\"\"b", "[[c]]", "d = \"\"\"e\"\"\""]);
        check("a = \"\"\"b\nc = \"\"\"\nd\"\"\"", &["a = \"\"\"b", "c = \"\"\"\nd\"\"\""]);
    }

    #[test]
    fn only_a_plain_beginning_is_fresh() {
        for text in ["a = 1", "a: 1", "[a", "# a", "// a"] {
            assert!(statements(text)[0].fresh, "{text}");
        }
        for text in ["costs nothing.", "\"a = b\"", "]"] {
            assert!(!statements(text)[0].fresh, "{text}");
        }
    }
}
