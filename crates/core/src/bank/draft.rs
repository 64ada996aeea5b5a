//! Owns what could be read of an author's files: typed values with their places, nothing yet verified.
//!
//! Never judges what is written.

mod literal;

use std::rc::Rc;

use crate::diagnostic;
use crate::source::Span;

pub use literal::Literal;

/// A bank as its files say, before anything is verified.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The bank's id: the name of its folder.
    pub id: String,
    /// `bank.toml`.
    pub bank: FileDraft,
    /// The set files that were found, by name.
    pub sets: Vec<FileDraft>,
}

/// One file as it was read.
#[derive(Clone, Debug)]
pub struct FileDraft {
    /// The file's name, as diagnostics show it.
    pub file: Rc<str>,
    /// The name without folder and ending: the id of a set.
    pub stem: String,
    /// What it says.
    pub record: Record,
    /// Whether it was read without an error.
    pub whole: bool,
}

impl FileDraft {
    /// The draft of a file of which nothing could be read.
    #[must_use]
    pub fn unread(file: &Rc<str>) -> Self {
        let name = file.rsplit('/').next().unwrap_or(file);
        let stem = name.strip_suffix(diagnostic::ENDING).unwrap_or(name).to_owned();
        Self { file: Rc::clone(file), stem, record: Record::default(), whole: false }
    }

    /// Whether this is certainly no set, as was reported: it has what belongs in `bank.toml`, and no question.
    #[must_use]
    pub fn is_no_set(&self) -> bool {
        !self.record.has("question") && !self.record.misplaced.is_empty()
    }
}

/// A table with the fields that its shape knows.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Where it stands: its header, if it has one.
    pub span: Span,
    /// Whether all of it could be read; its sub-tables are records of their own.
    pub whole: bool,
    /// What stands between the brackets of its header: `question.options`; empty for a whole file.
    pub path: String,
    pub(super) fields: Vec<(&'static str, Span, Value)>,
    /// Fields that the author wrote, or meant to write, in a way that was reported: as a whole or in part.
    pub(super) unread: Vec<&'static str>,
    /// Fields of another table that stand here by mistake, as was reported.
    pub(super) misplaced: Vec<&'static str>,
}

/// A number of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// What it comes to; finite.
    pub value: f64,
    /// How it is written, without the underlines that TOML allows between digits.
    pub written: String,
    /// Where it stands.
    pub span: Span,
}

/// A value of the type that its field's shape asks for.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Texts(Vec<Literal>),
    Flag(bool),
    Numbers(Vec<Number>),
    Records(Vec<Record>),
}

impl Record {
    /// The text of a field.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&Literal> {
        self.texts(name).first()
    }

    /// The texts of a field; empty where it is missing.
    #[must_use]
    pub fn texts(&self, name: &str) -> &[Literal] {
        match self.find(name) {
            Some((_, Value::Texts(list))) => list,
            Some((_, Value::Flag(_) | Value::Numbers(_) | Value::Records(_))) | None => &[],
        }
    }

    /// Whether a field is set to `true`.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        self.truth(name) == Some(true)
    }

    /// Whether a field is set to `true` or to `false`; `None` where it is neither.
    #[must_use]
    pub fn truth(&self, name: &str) -> Option<bool> {
        match self.find(name) {
            Some((_, Value::Flag(flag))) => Some(*flag),
            Some((_, Value::Texts(_) | Value::Numbers(_) | Value::Records(_))) | None => None,
        }
    }

    /// The number of a field.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<&Number> {
        self.numbers(name).first()
    }

    /// The numbers of a field; empty where it is missing.
    #[must_use]
    pub fn numbers(&self, name: &str) -> &[Number] {
        match self.find(name) {
            Some((_, Value::Numbers(list))) => list,
            Some((_, Value::Texts(_) | Value::Flag(_) | Value::Records(_))) | None => &[],
        }
    }

    /// The tables of a field, if it is there.
    #[must_use]
    pub fn records(&self, name: &str) -> Option<&[Record]> {
        match self.find(name) {
            Some((_, Value::Records(list))) => Some(list),
            Some((_, Value::Flag(_) | Value::Numbers(_) | Value::Texts(_))) | None => None,
        }
    }

    /// Whether a field is there and was read, if only in part.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Whether a field is certainly not there: what was not understood may have been it.
    #[must_use]
    pub fn lacks(&self, name: &str) -> bool {
        self.whole && !self.has(name) && self.is_read(name)
    }

    /// Whether nothing of a field was left out because it was reported.
    #[must_use]
    pub fn is_read(&self, name: &str) -> bool {
        !self.unread.contains(&name)
    }

    /// Where a field stands; the whole table's place where it is missing.
    #[must_use]
    pub fn span_of(&self, name: &str) -> Span {
        self.find(name).map_or(self.span, |(span, _)| span)
    }

    fn find(&self, name: &str) -> Option<(Span, &Value)> {
        self.fields.iter().find(|(known, _, _)| *known == name).map(|(_, span, value)| (*span, value))
    }
}
