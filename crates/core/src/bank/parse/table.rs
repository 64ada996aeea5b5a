//! Owns the step from a TOML table to a record: which of its fields are known, unknown, misplaced or missing.
//!
//! Never decides which fields there are: [`crate::bank::shape`] does.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::recover::Readable;
use super::value::value;
use crate::bank::draft::Record;
use crate::bank::shape::{self, BANK, Field, Need, QUESTION, SET, Shape};
use crate::diagnostic::{self, Findings};
use crate::source::Span;

/// A table that is to be read.
pub(super) struct Table<'a> {
    pub readable: &'a Readable,
    pub table: &'a DeTable<'a>,
    /// Where it stands: its header, if it has one.
    pub span: Span,
    /// What it is called in messages.
    pub what: &'static str,
    /// What stands over it: `[[question.options]]`; empty over a whole file.
    pub header: String,
    /// The table that it belongs to: what that is called, and its fields.
    pub outer: Option<(&'static str, Vec<&'static str>)>,
}

impl Table<'_> {
    /// The record of a table with these fields. `others` are fields that may be there and are not read.
    pub fn read(
        &self,
        shape: impl Iterator<Item = &'static Field> + Clone,
        others: &[&'static str],
        findings: &mut Findings,
    ) -> Record {
        let whole = self.readable.lost.spares(self.span);
        let path = self.header.trim_matches(['[', ']']).to_owned();
        let mut record = Record { span: self.span, whole, path, ..Record::default() };
        let known = || shape.clone().map(|field| field.name);
        for (key, found) in self.table {
            let (name, span) = (key.get_ref().as_ref(), Span::from(key.span()));
            match shape.clone().find(|field| field.name == name) {
                Some(field) => match value(self, field, found, known().collect(), &mut record, findings) {
                    Some(read) => record.fields.push((field.name, span, read)),
                    None => record.unread.push(field.name),
                },
                None if others.contains(&name) => {}
                None => self.unknown(name, span, known(), &mut record, findings),
            }
        }
        for field in shape.clone().filter(|field| record.lacks(field.name)) {
            if let Need::Required(example) = field.need {
                // What belongs to every question of a kind may stand in a blank, too.
                let example = example.replace("[[question.", &format!("[[{}.", record.path));
                findings.add(diagnostic::missing_field(self.span, self.what, field.name, &example));
            }
        }
        record
    }

    fn unknown(
        &self,
        name: &str,
        span: Span,
        known: impl Iterator<Item = &'static str> + Clone,
        record: &mut Record,
        findings: &mut Findings,
    ) {
        if let Some((outer, fields)) = &self.outer
            && let Some(field) = fields.iter().find(|field| **field == name)
        {
            record.misplaced.push(field);
            findings.add(diagnostic::misplaced_field(span, name, self.what, outer, &self.header));
            return;
        }
        if self.header.is_empty() && self.what == "set" && self.of_another(name, span, record, findings) {
            return;
        }
        let free = known.clone().filter(|name| !self.table.contains_key(*name));
        record.unread.extend(diagnostic::likely(name, free.clone()));
        findings.add(diagnostic::unknown_field(span, name, known, free));
    }

    /// Reports a field of a set's file that belongs to `bank.toml` or to a question; whether it is one.
    fn of_another(&self, name: &str, span: Span, record: &mut Record, findings: &mut Findings) -> bool {
        if let Some(field) = BANK.iter().find(|field| field.name == name) {
            record.misplaced.push(field.name);
            let alone = !self.table.contains_key("question");
            if alone {
                // It is no set at all, and lacks nothing that a set has.
                record.unread.extend(SET.iter().map(|field| field.name));
            }
            findings.add(diagnostic::field_of_bank(span, name, alone));
        } else if QUESTION.iter().any(|field| field.name == name) {
            findings.add(diagnostic::field_of_question(span, name));
        } else {
            return false;
        }
        true
    }

    /// A table within this one.
    pub fn inner(
        &self,
        field: &Field,
        item: &Spanned<DeValue<'_>>,
        fields: Vec<&'static str>,
        findings: &mut Findings,
    ) -> Option<Record> {
        let name = self.path(field.name);
        let (readable, span, outer) = (self.readable, Span::from(item.span()), Some((self.what, fields)));
        let table = item.get_ref().as_table()?;
        Some(match field.shape {
            Shape::Record(what, fields) => {
                let header = format!("[{name}]");
                Table { readable, table, span, what, header, outer }.read(fields.iter(), &[], findings)
            }
            Shape::Records(what, fields) => {
                let header = format!("[[{name}]]");
                Table { readable, table, span, what, header, outer }.read(fields.iter(), &[], findings)
            }
            Shape::Kinds(what, fields, kinds) => {
                let header = format!("[[{name}]]");
                Table { readable, table, span, what, header, outer }.of_kind(fields, kinds, findings)
            }
            Shape::Text
            | Shape::Texts
            | Shape::TextOrTexts
            | Shape::Flag
            | Shape::Number
            | Shape::Numbers
            | Shape::Word(_)
            | Shape::FlagOrWord(_) => return None,
        })
    }

    /// What stands between the brackets over a table that is a field of this one.
    pub fn path(&self, name: &str) -> String {
        match self.header.trim_matches(['[', ']']) {
            "" => name.to_owned(),
            own => format!("{own}.{name}"),
        }
    }

    fn of_kind(
        &self,
        shared: &'static [Field],
        kinds: Option<&'static [&'static str]>,
        findings: &mut Findings,
    ) -> Record {
        let may = |name: &&str| kinds.is_none_or(|kinds| kinds.contains(name));
        let kind = self.table.get("kind").and_then(|kind| kind.get_ref().as_str()).unwrap_or_default();
        if shape::kinds().filter(may).any(|known| known == kind) {
            return self.read(shared.iter().chain(shape::of_kind(kind)), &[], findings);
        }
        // Of an unknown kind only the kind is reported: its own fields are unknown with it.
        let others: Vec<_> = shape::kinds().flat_map(shape::of_kind).map(|field| field.name).collect();
        self.read(shared.iter(), &others, findings)
    }
}
