//! Owns the step from a TOML value to a value of the type that its field asks for.
//!
//! Never decides which fields there are: [`crate::bank::shape`] does.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::bank::draft::{Literal, Record, Value};
use crate::bank::shape::{self, Field, Need, QUESTION, Shape};
use crate::diagnostic::{self, Findings};
use crate::source::Span;

/// One file that is being read.
pub(super) struct Reader<'a> {
    /// The file's text, to find a string's characters again.
    pub text: &'a str,
    /// Whether the TOML was read without an error, so that what is missing really is.
    pub whole: bool,
}

impl Reader<'_> {
    /// A table with the fields of a shape; `what` names it in messages.
    pub fn record(
        &self,
        table: &DeTable<'_>,
        span: Span,
        shape: &'static [Field],
        what: &str,
        findings: &mut Findings,
    ) -> Record {
        self.fields(table, span, &|| shape.iter(), what, findings)
    }

    fn fields<I: Iterator<Item = &'static Field> + Clone>(
        &self,
        table: &DeTable<'_>,
        span: Span,
        shape: &dyn Fn() -> I,
        what: &str,
        findings: &mut Findings,
    ) -> Record {
        let mut record = Record { span, fields: Vec::new() };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(field) = shape().find(|field| field.name == name) else {
                let known = shape().map(|field| field.name);
                findings.add(diagnostic::unknown_field(key.span().into(), name, known));
                continue;
            };
            if let Some(read) = self.value(field, value, findings) {
                record.fields.push((field.name, key.span().into(), read));
            }
        }
        let missing = shape().filter(|field| self.whole && !table.contains_key(field.name));
        for field in missing {
            if let Need::Required(example) = field.need {
                findings.add(diagnostic::missing_field(span, what, field.name, example));
            }
        }
        record
    }

    fn value(&self, field: &'static Field, value: &Spanned<DeValue<'_>>, findings: &mut Findings) -> Option<Value> {
        let span: Span = value.span().into();
        let read = match (field.shape, value.get_ref()) {
            (Shape::Text | Shape::TextOrTexts, DeValue::String(text)) => {
                Some(Value::Texts(vec![self.literal(field, span, text, findings)]))
            }
            (Shape::Texts | Shape::TextOrTexts, DeValue::Array(list)) => {
                let texts = list.iter().map(|item| self.item(field, item, findings)).collect::<Vec<_>>();
                Some(Value::Texts(texts.into_iter().flatten().collect()))
            }
            (Shape::Flag, DeValue::Boolean(flag)) => Some(Value::Flag(*flag)),
            (Shape::Record(what, fields), DeValue::Table(table)) => {
                Some(Value::Records(vec![self.record(table, span, fields, what, findings)]))
            }
            (Shape::Records(..) | Shape::Questions, DeValue::Array(list)) => {
                let records = list.iter().map(|item| self.table(field, item, findings)).collect::<Vec<_>>();
                Some(Value::Records(records.into_iter().flatten().collect()))
            }
            (_, found) => {
                findings.add(diagnostic::wrong_type(span, field.name, expected(field.shape), found.type_str()));
                None
            }
        };
        read
    }

    fn item(&self, field: &Field, item: &Spanned<DeValue<'_>>, findings: &mut Findings) -> Option<Literal> {
        let span: Span = item.span().into();
        let Some(text) = item.get_ref().as_str() else {
            findings.add(diagnostic::wrong_type(span, field.name, "a list of texts", item.get_ref().type_str()));
            return None;
        };
        Some(self.literal(field, span, text, findings))
    }

    fn literal(&self, field: &Field, span: Span, text: &str, findings: &mut Findings) -> Literal {
        if text.trim().is_empty() {
            findings.add(diagnostic::empty_text(span, field.name));
        }
        Literal::new(self.text, span, text)
    }

    fn table(&self, field: &Field, item: &Spanned<DeValue<'_>>, findings: &mut Findings) -> Option<Record> {
        let span: Span = item.span().into();
        let Some(table) = item.get_ref().as_table() else {
            let found = item.get_ref().type_str();
            findings.add(diagnostic::wrong_type(span, field.name, "a list of tables", found));
            return None;
        };
        if let Shape::Records(what, fields) = field.shape {
            return Some(self.record(table, span, fields, what, findings));
        }
        let kind = table.get("kind").and_then(|kind| kind.get_ref().as_str()).unwrap_or_default();
        let own = shape::of_kind(kind);
        // Of an unknown kind only the kind is reported: its fields are unknown with it.
        if own.is_empty() && !kind.is_empty() {
            return Some(self.known_fields(table, span, findings));
        }
        Some(self.fields(table, span, &|| QUESTION.iter().chain(own), "question", findings))
    }

    /// A question of an unknown kind: the fields that every question has.
    fn known_fields(&self, table: &DeTable<'_>, span: Span, findings: &mut Findings) -> Record {
        let mut record = Record { span, fields: Vec::new() };
        for field in QUESTION {
            let Some((key, value)) = table.get_key_value(field.name) else { continue };
            if let Some(read) = self.value(field, value, findings) {
                record.fields.push((field.name, key.span().into(), read));
            }
        }
        record
    }
}

fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "a text",
        Shape::TextOrTexts => "a text or a list of texts",
        Shape::Texts => "a list of texts",
        Shape::Flag => "true or false",
        Shape::Record(..) => "a table",
        Shape::Records(..) | Shape::Questions => "a list of tables",
    }
}
