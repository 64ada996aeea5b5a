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
pub fn decode<'a>(file: &Rc<str>, bytes: &'a [u8]) -> Result<&'a str, Box<Diagnostic>> {
    if bytes.len() > LARGEST_FILE {
        return Err(Box::new(file_too_large().within(file)));
    }
    core::str::from_utf8(bytes).map_err(|error| Box::new(not_utf8(bytes, error.valid_up_to()).within(file)))
}

fn file_too_large() -> Diagnostic {
    Diagnostic::error(
        "file-too-large",
        Span::default(),
        format!("this file has more than {} MB, the most that is read", LARGEST_FILE / (1024 * 1024)),
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
    .note(found)
}

/// `first` is the first problem that is not shown; `error` is whether any of those is an error.
pub(crate) fn too_many(first: &Diagnostic, error: bool) -> Diagnostic {
    let message = "from here on there are more problems than are shown";
    let hint = "mend the first ones, and check again";
    let new = if error { Diagnostic::error } else { Diagnostic::warning };
    new("too-many-problems", first.span, message.to_owned(), hint.to_owned()).within(&first.file)
}

pub(crate) fn file_empty(what: &str) -> Diagnostic {
    let hint = match what {
        "bank" => "begin with `title = \"…\"`, `sets = [\"…\"]` and `[source]`",
        _ => {
            "begin with `title = \"…\"` and a first `[[question]]`, or delete the file, and its name in `sets` of `bank.toml`"
        }
    };
    Diagnostic::error("file-empty", Span::default(), "this file is empty", hint)
}

/// `free` are the known fields that are not there yet: only one of them can have been meant.
pub(crate) fn unknown_field<'a>(
    span: Span,
    name: &str,
    known: impl Iterator<Item = &'a str>,
    free: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let else_hint = format!("remove it; the fields here are {}", listed(known));
    Diagnostic::error(
        "unknown-field",
        span,
        format!("there is no field `{name}` here"),
        or_likely(name, free, else_hint),
    )
}

/// `header` is what stands over the table in which the field was found.
pub(crate) fn misplaced_field(span: Span, name: &str, what: &str, outer: &str, header: &str) -> Diagnostic {
    Diagnostic::error(
        "misplaced-field",
        span,
        format!("`{name}` belongs to the {outer}, and here it is read as part of the {what}"),
        format!("move it up, above the first `{header}`: a field belongs to the table under which it stands"),
    )
}

/// A field of `bank.toml` in a set's file; `alone` is whether that file has no question.
pub(crate) fn field_of_bank(span: Span, name: &str, alone: bool) -> Diagnostic {
    let message = match alone {
        true => format!("this file is read as a set of questions, and has none; `{name}` belongs in `bank.toml`"),
        false => format!("`{name}` belongs in `bank.toml`, and this file is a set of questions"),
    };
    let hint = match alone {
        true => format!(
            "move `{name}` into `bank.toml`, and this file away: each other file beside it that ends in `.toml` is read as a set"
        ),
        false => format!("move `{name}`, with all that stands under it, into `bank.toml`"),
    };
    Diagnostic::error("misplaced-field", span, message, hint)
}

/// A field of a question above the questions of a set's file.
pub(crate) fn field_of_question(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "misplaced-field",
        span,
        format!("`{name}` belongs to a question, and here it is read as part of the set"),
        "move it down, below the `[[question]]` to which it belongs".to_owned(),
    )
}

pub(crate) fn missing_field(span: Span, of: &str, name: &str, example: &str) -> Diagnostic {
    Diagnostic::error(
        "missing-field",
        span,
        format!("this {of} has no `{name}`"),
        format!("add {}", if example.is_empty() { format!("`{name} = \"…\"`") } else { example.to_owned() }),
    )
}

/// `header` is the name that a table of this field has between its brackets.
pub(crate) fn wrong_type(span: Span, name: &str, header: &str, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::error(
        "wrong-type",
        span,
        format!("`{name}` must be {expected}, and this is {}", called(found)),
        match expected {
            "true or false" => format!("write `{name} = true` or `{name} = false`, without quotation marks"),
            "a number" => format!("write it with digits and without quotation marks: `{name} = 12` or `{name} = 0.5`"),
            "a list of numbers" => format!("write `{name} = [2, 3]`"),
            "a text" => format!("set it in quotation marks: `{name} = \"…\"`"),
            "a table" => format!("write its fields under a line `[{header}]`"),
            "a list of tables" => format!("begin each table with a line `[[{header}]]` of its own"),
            _ => format!("write `{name} = [\"…\", \"…\"]`"),
        },
    )
}

pub(crate) fn wrong_entry(span: Span, name: &str, header: &str, expected: &str, found: &str) -> Diagnostic {
    let message = format!("each entry of `{name}` must be {expected}, and this is {}", called(found));
    let hint = match expected {
        "a table" => format!("begin each table with a line `[[{header}]]` of its own"),
        "a number" => format!("write it with digits and without quotation marks: `{name} = [2, 3]`"),
        _ => format!("set it in quotation marks: `{name} = [\"…\", \"…\"]`"),
    };
    Diagnostic::error("wrong-type", span, message, hint)
}

/// What an author calls a type of TOML.
fn called(found: &str) -> &'static str {
    match found {
        "string" => "a text",
        "integer" | "float" => "a number",
        "boolean" => "`true` or `false`",
        "datetime" => "a date",
        "array" => "a list",
        _ => "a table",
    }
}

pub(crate) fn empty_text(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("empty-text", span, format!("`{name}` is empty"), "write something, or remove the line")
}

pub(crate) fn unknown_word(span: Span, name: &str, word: &str, known: &[&'static str]) -> Diagnostic {
    let hint = or_likely(word, known.iter().copied(), format!("write one of {}", listed(known.iter().copied())));
    Diagnostic::error("unknown-word", span, format!("`{name}` cannot be “{word}”"), hint)
}

pub(crate) fn not_a_number(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "not-a-number",
        span,
        format!("`{name}` is not a number that an answer could be compared with"),
        format!("write it with digits: `{name} = 12` or `{name} = 0.5`"),
    )
}

pub(crate) fn out_of_range(span: Span, name: &str, range: &str) -> Diagnostic {
    Diagnostic::error("out-of-range", span, format!("`{name}` has to be {range}"), format!("write {range}"))
}
