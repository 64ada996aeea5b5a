//! Owns the form of a problem in an author's file, and the only constructors of one.
//!
//! Never prints: the tool renders. Codes are stable: they may be added, never renamed or given another meaning.

mod answer;
mod bank;
mod file;
mod lint;
mod list;
mod markup;
mod question;
mod quote;
mod syntax;
mod words;

use std::rc::Rc;

use crate::source::Span;

pub use file::LARGEST_FILE;
pub use file::decode;
pub use list::{Findings, MOST, any_error, in_order};

pub(crate) use answer::*;
pub(crate) use bank::*;
pub(crate) use file::*;
pub(crate) use lint::*;
pub(crate) use markup::*;
pub(crate) use question::*;
pub(crate) use quote::*;
pub(crate) use syntax::*;
pub(crate) use words::likely;

use words::{listed, or_likely};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// There is no bank until it is mended; of the linter, what the bank denies.
    Error,
    /// The bank stands, but something in it is likely not meant.
    Warning,
}

/// A problem in an author's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name, such as `quote-not-found`.
    pub code: &'static str,
    /// Whether it stops the bank.
    pub severity: Severity,
    /// The file's name, as it was given.
    pub file: Rc<str>,
    /// The place in that file.
    pub span: Span,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// A few words at the marked place; may be empty.
    pub label: String,
    /// Facts that help to understand it.
    pub notes: Vec<String>,
    /// How to mend it.
    pub hint: String,
}

impl Diagnostic {
    fn error(code: &'static str, span: Span, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            file: Rc::from(""),
            span,
            message: message.into(),
            label: String::new(),
            notes: Vec::new(),
            hint: hint.into(),
        }
    }

    fn warning(code: &'static str, span: Span, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message, hint) }
    }

    fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same problem so many bytes further on.
    pub(crate) fn moved(mut self, by: usize) -> Self {
        self.span = Span::new(self.span.start + by, self.span.end + by);
        self
    }

    /// The same problem with the file in which it stands.
    #[must_use]
    pub fn within(self, file: &Rc<str>) -> Self {
        Self { file: Rc::clone(file), ..self }
    }
}
