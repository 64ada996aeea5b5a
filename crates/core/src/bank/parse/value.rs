//! Owns the step from a TOML value to a value of the type that its field asks for.
//!
//! Never decides what that type is: [`crate::bank::shape`] does.

use toml::Spanned;
use toml::de::DeValue;

use super::table::Table;
use crate::bank::draft::{Literal, Record, Value};
use crate::bank::shape::{self, Field, Shape};
use crate::diagnostic::{self, Findings};
use crate::source::Span;

/// The value of a field of `table`, whose fields are `fields`; `None` where it was reported.
pub(super) fn value(
    table: &Table<'_>,
    field: &'static Field,
    value: &Spanned<DeValue<'_>>,
    fields: Vec<&'static str>,
    record: &mut Record,
    findings: &mut Findings,
) -> Option<Value> {
    let span = Span::from(value.span());
    match (field.shape, value.get_ref()) {
        (Shape::Text | Shape::TextOrTexts, DeValue::String(text)) => {
            Some(Value::Texts(vec![literal(table, field, span, text, findings)?]))
        }
        (Shape::Texts | Shape::TextOrTexts, DeValue::Array(list)) => {
            let texts: Vec<_> = list.iter().map(|item| entry(table, field, item, findings)).collect();
            record.unread.extend(texts.contains(&None).then_some(field.name));
            Some(Value::Texts(texts.into_iter().flatten().collect()))
        }
        (Shape::Flag, DeValue::Boolean(flag)) => Some(Value::Flag(*flag)),
        (Shape::Record(..), DeValue::Table(_)) => {
            Some(Value::Records(records(table, field, core::slice::from_ref(value), fields, record, findings)))
        }
        (Shape::Records(..) | Shape::Questions, DeValue::Array(list)) => {
            Some(Value::Records(records(table, field, list, fields, record, findings)))
        }
        (shape, found) => {
            let header = shape::header(table.what, field.name);
            findings.add(diagnostic::wrong_type(span, field.name, &header, expected(shape), found.type_str()));
            None
        }
    }
}

/// The tables of a field. Of entries that are none the first is reported, and what belongs to the table around
/// them is taken to be there.
fn records(
    table: &Table<'_>,
    field: &'static Field,
    list: &[Spanned<DeValue<'_>>],
    fields: Vec<&'static str>,
    record: &mut Record,
    findings: &mut Findings,
) -> Vec<Record> {
    if let Some(wrong) = list.iter().find(|item| !item.get_ref().is_table()) {
        let header = shape::header(table.what, field.name);
        let (span, found) = (Span::from(wrong.span()), wrong.get_ref().type_str());
        findings.add(diagnostic::wrong_entry(span, field.name, &header, "a table", found));
        record.unread.push(field.name);
    }
    let read: Vec<Record> = list.iter().filter_map(|item| table.inner(field, item, fields.clone(), findings)).collect();
    record.unread.extend(read.iter().flat_map(|inner| &inner.misplaced).copied());
    read
}

/// One text of a list.
fn entry(table: &Table<'_>, field: &Field, item: &Spanned<DeValue<'_>>, findings: &mut Findings) -> Option<Literal> {
    let span = Span::from(item.span());
    let Some(text) = item.get_ref().as_str() else {
        findings.add(diagnostic::wrong_entry(span, field.name, "", "a text", item.get_ref().type_str()));
        return None;
    };
    literal(table, field, span, text, findings)
}

fn literal(table: &Table<'_>, field: &Field, span: Span, text: &str, findings: &mut Findings) -> Option<Literal> {
    if text.trim().is_empty() {
        findings.add(diagnostic::empty_text(span, field.name));
        return None;
    }
    Some(Literal::new(&table.readable.text, span, text))
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
