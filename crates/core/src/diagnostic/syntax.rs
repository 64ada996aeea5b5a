//! Owns the problems of TOML, worded for someone who has never read its rules.
//!
//! Never tells them apart.

use super::{Diagnostic, Span};

const CODE: &str = "toml-syntax";

/// Anything that has no words of its own.
pub(crate) fn toml_syntax(span: Span, problem: &str) -> Diagnostic {
    let problem = problem.trim().replace('\n', ", ");
    let hint = "write `name = \"text\"` on a line of its own, and tables as `[[question]]`";
    Diagnostic::error(CODE, span, format!("this is not TOML: {problem}"), hint)
}

pub(crate) fn bare_returns(span: Span) -> Diagnostic {
    let hint = "save the file again with the line ends of Unix (LF) or Windows (CRLF)";
    Diagnostic::error(CODE, span, "the lines of this file end in a bare carriage return", hint)
}

pub(crate) fn special_space(span: Span, space: char) -> Diagnostic {
    let message = format!("this is a special space (U+{:04X}), which cannot stand here", u32::from(space));
    Diagnostic::error(CODE, span, message, "delete it and type a plain space")
}

pub(crate) fn control_character(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "an invisible control character stands here", "delete it and write the word anew")
}

pub(crate) fn too_deep(span: Span) -> Diagnostic {
    let hint = "a set has tables in a question and no deeper: `[[question.options]]`";
    Diagnostic::error(CODE, span, "lists, tables or names are nested too deep here", hint)
}

pub(crate) fn broken_header(span: Span, header: &str) -> Diagnostic {
    let name = header.trim_matches(['[', ']', ' ', '\t']);
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    if name.is_empty() {
        return Diagnostic::error(CODE, span, "this table has no name", "write `[[question]]`, or remove the line");
    }
    if !plain {
        let hint = "a table's name has only letters a to z, digits, `_` and `-`: `[[question]]`";
        return Diagnostic::error(CODE, span, format!("`{name}` cannot be the name of a table"), hint);
    }
    let double = header.starts_with("[[") || header.ends_with("]]");
    let right = if double { format!("[[{name}]]") } else { format!("[{name}]") };
    Diagnostic::error(CODE, span, "the brackets around this table's name do not match", format!("write `{right}`"))
}

pub(crate) fn slashes(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "`//` does not begin a comment", "begin the comment with `#`")
}

pub(crate) fn colon_for_equals(span: Span, name: &str) -> Diagnostic {
    let message = format!("there is a colon behind `{name}` in the place of an equals sign");
    Diagnostic::error(CODE, span, message, format!("write `{name} = …`"))
}

pub(crate) fn equals_missing(span: Span, name: &str) -> Diagnostic {
    let message = format!("there is no equals sign behind `{name}`");
    Diagnostic::error(CODE, span, message, format!("write `{name} = …`"))
}

pub(crate) fn name_with_spaces(span: Span, name: &str) -> Diagnostic {
    let hint = "the name of a field is one word of letters a to z, digits, `_` and `-`; a comment begins with `#`";
    Diagnostic::error(CODE, span, format!("`{name}` cannot be the name of a field"), hint)
}

pub(crate) fn no_statement(span: Span) -> Diagnostic {
    let hint =
        "write `name = \"text\"`, or begin a comment with `#`; a text over several lines stands in \"\"\"…\"\"\"";
    Diagnostic::error(CODE, span, "this is neither a field nor a table", hint)
}

pub(crate) fn value_missing(span: Span, name: &str) -> Diagnostic {
    let hint = format!("write the value behind it, on the same line: `{name} = \"…\"`");
    Diagnostic::error(CODE, span, format!("`{name}` has no value"), hint)
}

pub(crate) fn typographic_marks(span: Span, name: &str) -> Diagnostic {
    let hint = format!("write `{name} = \"…\"`; within the text they may stand");
    Diagnostic::error(CODE, span, "a text needs straight quotation marks around it, not typographic ones", hint)
}

pub(crate) fn marks_missing(span: Span, name: &str) -> Diagnostic {
    let hint = format!("write `{name} = \"…\"`");
    Diagnostic::error(CODE, span, "a text needs quotation marks around it", hint)
}

pub(crate) fn not_true_or_false(span: Span, name: &str, found: &str) -> Diagnostic {
    let hint = format!("write `{name} = true` or `{name} = false`, in lower case and without quotation marks");
    Diagnostic::error(CODE, span, format!("`{found}` is neither `true` nor `false`"), hint)
}

pub(crate) fn text_not_closed(span: Span, name: &str) -> Diagnostic {
    let hint = format!(
        "end it with the quotation mark that opened it; over several lines it stands in `{name} = \"\"\"…\"\"\"`"
    );
    Diagnostic::error(CODE, span, "this text has no closing quotation mark", hint)
}

pub(crate) fn more_behind_text(span: Span, name: &str) -> Diagnostic {
    let hint = format!(
        "for a quotation mark within the text write \\\" or a typographic one, or set the whole in `{name} = '…'`"
    );
    Diagnostic::error(CODE, span, "the text ends before this", hint).label("not part of the text")
}

pub(crate) fn bad_escape(span: Span) -> Diagnostic {
    let hint = "for a backslash write \\\\, or set the whole text in '…', where it stands for itself";
    Diagnostic::error(CODE, span, "a backslash has no meaning before this", hint)
}

pub(crate) fn list_not_closed(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "this list has no closing bracket", "end it with `]`")
}

pub(crate) fn comma_missing(span: Span) -> Diagnostic {
    let hint = "part the entries of a list by commas: `[\"one\", \"two\"]`";
    Diagnostic::error(CODE, span, "there is no comma before this entry", hint)
}

pub(crate) fn duplicate_field(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("duplicate-field", span, format!("`{name}` is here twice"), "keep one of the two")
}

pub(crate) fn table_twice(span: Span, header: &str) -> Diagnostic {
    let name = header.split('#').next().unwrap_or_default().trim().trim_matches(['[', ']']);
    let hint = format!("if it is one of a list, write `[[{name}]]` over each; otherwise keep one of the two");
    Diagnostic::error("duplicate-field", span, format!("there is a table or field `{name}` already"), hint)
}
