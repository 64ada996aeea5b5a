//! Owns the problems of a file as such: its bytes, its TOML, its fields and their types.
//!
//! Never knows what a field is for.

use std::rc::Rc;

use super::{Diagnostic, Span, listed, or_likely};

/// The largest file that is read, in bytes: far beyond any set that a person writes.
pub const LARGEST_FILE: usize = 2 * 1024 * 1024;

/// The text of a file. A byte-order mark is left in its place, so that spans count from the file's first byte.
///
/// # Errors
///
/// A diagnostic where the file is too large or not UTF-8.
pub fn decode<'a>(file: &Rc<str>, bytes: &'a [u8]) -> Result<&'a str, Diagnostic> {
    if bytes.len() > LARGEST_FILE {
        return Err(file_too_large().within(file));
    }
    core::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()).within(file))
}

fn file_too_large() -> Diagnostic {
    Diagnostic::error(
        "file-too-large",
        Span::default(),
        format!("this file has more than {LARGEST_FILE} bytes, the most that is read"),
        "split the set into several files and list each in `bank.toml`",
    )
}

fn not_utf8(bytes: &[u8], at: usize) -> Diagnostic {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let found = if utf16 { "it begins like UTF-16" } else { "from here on the bytes are of another encoding" };
    Diagnostic::error(
        "not-utf8",
        Span::new(at, at),
        "this file is not UTF-8 text",
        "save it again with the encoding UTF-8 (every editor offers it under “Save as”)",
    )
    .note(format!("{found}, at byte {at}"))
}

pub(crate) fn file_empty() -> Diagnostic {
    Diagnostic::error(
        "file-empty",
        Span::default(),
        "this file is empty",
        "begin with `title = \"…\"` and a first `[[question]]`, or take the file out of `sets` in `bank.toml`",
    )
}

pub(crate) fn toml_syntax(span: Span, problem: &str) -> Diagnostic {
    let problem = problem.trim().replace('\n', ", ");
    let hint = match problem.as_str() {
        p if p.contains("duplicate key") => "keep one of the two lines",
        p if p.contains("recursion limit") => "a set needs no nesting: one level of `[[question.options]]`",
        p if p.contains("basic string") || p.contains("escape") || p.contains("backslash") => {
            "end the text with the quotation mark that opened it; inside \"…\" write \\\" for a quotation mark \
             and \\\\ for a backslash, or set the whole text in '…'"
        }
        p if p.contains("newline") || p.contains("string") || p.contains("quot") => {
            "a text stands in \"…\" on one line, or in \"\"\"…\"\"\" over several"
        }
        _ => "write `name = \"text\"` on a line of its own, and tables as `[[question]]`",
    };
    Diagnostic::error("toml-syntax", span, format!("not TOML: {problem}"), hint)
}

pub(crate) fn unknown_field<'a>(span: Span, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let else_hint = format!("remove it; the fields here are {}", listed(known.clone()));
    Diagnostic::error(
        "unknown-field",
        span,
        format!("there is no field `{name}` here"),
        or_likely(name, known, else_hint),
    )
}

pub(crate) fn missing_field(span: Span, of: &str, name: &str, example: &str) -> Diagnostic {
    Diagnostic::error(
        "missing-field",
        span,
        format!("this {of} has no `{name}`"),
        format!("add `{}`", if example.is_empty() { format!("{name} = \"…\"") } else { example.to_owned() }),
    )
}

pub(crate) fn wrong_type(span: Span, name: &str, expected: &str, found: &str) -> Diagnostic {
    let article = if found.starts_with(['a', 'i']) { "an" } else { "a" };
    Diagnostic::error(
        "wrong-type",
        span,
        format!("`{name}` must be {expected}, and this is {article} {found}"),
        match expected {
            "true or false" => format!("write `{name} = true` or `{name} = false`, without quotation marks"),
            "a text" => format!("set it in quotation marks: `{name} = \"…\"`"),
            "a list of tables" => format!("give each a table of its own, under a line `[[{name}]]`"),
            _ => format!("write `{name} = [\"…\", \"…\"]`"),
        },
    )
}

pub(crate) fn empty_text(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("empty-text", span, format!("`{name}` is empty"), "write something, or remove the line")
}
