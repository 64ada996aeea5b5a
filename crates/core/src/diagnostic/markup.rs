//! Owns the problems of formatted text.
//!
//! Never parses it.

use super::{Diagnostic, Span};

pub(crate) fn raw_html(span: Span, tag: &str) -> Diagnostic {
    Diagnostic::error(
        "raw-html",
        span,
        format!("raw HTML is not shown: `{}`", tag.trim()),
        "use Markdown: *emphasis*, **strong**, `code`, [link](https://…); for the sign itself write \\\\<",
    )
}

pub(crate) fn address_not_allowed(span: Span, address: &str) -> Diagnostic {
    let shown: String = address.chars().take(60).collect();
    Diagnostic::error(
        "address-not-allowed",
        span,
        format!("the address `{shown}` is not allowed"),
        "link to a whole address that begins with https:, http: or mailto:",
    )
}

pub(crate) fn markup_not_allowed(span: Span, what: &str, allowed: &str) -> Diagnostic {
    Diagnostic::error(
        "markup-not-allowed",
        span,
        format!("{what} cannot stand here"),
        format!("{allowed}; write a backslash before a sign that is meant as itself"),
    )
}
