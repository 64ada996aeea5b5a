//! Owns what is said of flaws of item writing.
//!
//! Never finds one, and never knows its rule's name or level: the linter does.

mod options;
mod prose;

pub(crate) use options::*;
pub(crate) use prose::*;

use super::{Diagnostic, Severity};

/// The flaw that a rule has found, under the rule's name.
pub(crate) fn found_by(rule: &'static str, denied: bool, flaw: Diagnostic) -> Diagnostic {
    let severity = if denied { Severity::Error } else { Severity::Warning };
    Diagnostic { code: rule, severity, ..flaw }
}

/// A flaw that nobody has weighed yet.
fn flaw(span: super::Span, message: impl Into<String>, hint: impl Into<String>) -> Diagnostic {
    Diagnostic::warning("flaw", span, message, hint)
}
