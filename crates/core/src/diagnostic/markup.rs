//! Owns the problems of formatted text.
//!
//! Never parses it.

use super::{Diagnostic, Span};

pub(crate) fn raw_html(span: Span, tag: &str) -> Diagnostic {
    Diagnostic::error(
        "raw-html",
        span,
        format!("raw HTML is not shown: `{}`", tag.trim()),
        "use Markdown: *emphasis*, **strong**, `code`, [link](https://…); for the sign itself write `&lt;`",
    )
}

pub(crate) fn address_not_allowed(span: Span, address: &str) -> Diagnostic {
    let hint = "link to a whole address that begins with https:, http: or mailto:";
    not_allowed(span, address, hint)
}

pub(crate) fn source_address(span: Span, address: &str) -> Diagnostic {
    not_allowed(span, address, "give the address of the page where a student can read it: https://…")
}

fn not_allowed(span: Span, address: &str, hint: &str) -> Diagnostic {
    let shown: String = address.chars().take(60).collect();
    Diagnostic::error("address-not-allowed", span, format!("the address `{shown}` is not allowed"), hint)
}

pub(crate) fn markup_not_allowed(span: Span, what: &str, allowed: &str) -> Diagnostic {
    Diagnostic::error(
        "markup-not-allowed",
        span,
        format!("{what} cannot stand here"),
        format!("{allowed}; for a sign that is meant as itself write two backslashes before it (one within '…')"),
    )
}
