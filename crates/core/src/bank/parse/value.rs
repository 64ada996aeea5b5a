//! Owns the step from a TOML value to a value of the type that its field asks for.
//!
//! Never decides what that type is: [`crate::bank::shape`] does.

use toml::Spanned;
use toml::de::DeValue;

use super::table::Table;
use crate::bank::draft::{Literal, Number, Record, Value};
use crate::bank::shape::{Field, Shape};
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
        (Shape::Flag | Shape::FlagOrWord(_), DeValue::Boolean(flag)) => Some(Value::Flag(*flag)),
        (Shape::Word(words) | Shape::FlagOrWord(words), DeValue::String(text)) => {
            let literal = literal(table, field, span, text, findings)?;
            if !words.contains(&literal.text()) {
                findings.add(diagnostic::unknown_word(span, field.name, literal.text(), words));
                return None;
            }
            Some(Value::Texts(vec![literal]))
        }
        (Shape::Number, DeValue::Integer(_) | DeValue::Float(_)) => {
            Some(Value::Numbers(vec![number(table, field, span, findings)?]))
        }
        (Shape::Numbers, DeValue::Array(list)) => {
            let numbers: Vec<_> = list.iter().map(|item| numbered(table, field, item, findings)).collect();
            record.unread.extend(numbers.contains(&None).then_some(field.name));
            Some(Value::Numbers(numbers.into_iter().flatten().collect()))
        }
        (Shape::Record(..), DeValue::Table(_)) => {
            Some(Value::Records(records(table, field, core::slice::from_ref(value), fields, record, findings)))
        }
        (Shape::Records(..) | Shape::Kinds(..), DeValue::Array(list)) => {
            Some(Value::Records(records(table, field, list, fields, record, findings)))
        }
        (shape, found) => {
            let header = table.path(field.name);
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
        let header = table.path(field.name);
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

/// One number of a list.
fn numbered(table: &Table<'_>, field: &Field, item: &Spanned<DeValue<'_>>, findings: &mut Findings) -> Option<Number> {
    let span = Span::from(item.span());
    if let DeValue::Integer(_) | DeValue::Float(_) = item.get_ref() {
        return number(table, field, span, findings);
    }
    findings.add(diagnostic::wrong_entry(span, field.name, "", "a number", item.get_ref().type_str()));
    None
}

/// A number as the author wrote it, with what it comes to.
fn number(table: &Table<'_>, field: &Field, span: Span, findings: &mut Findings) -> Option<Number> {
    let written = table.readable.text.get(span.start..span.end).unwrap_or_default().replace('_', "");
    match written.parse::<f64>() {
        Ok(value) if value.is_finite() => Some(Number { value, written, span }),
        Ok(_) | Err(_) => {
            findings.add(diagnostic::not_a_number(span, field.name));
            None
        }
    }
}

fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "a text",
        Shape::TextOrTexts => "a text or a list of texts",
        Shape::Texts => "a list of texts",
        Shape::Flag => "true or false",
        Shape::Number => "a number",
        Shape::Numbers => "a list of numbers",
        Shape::Word(_) => "a text",
        Shape::FlagOrWord(_) => "true, false or a text",
        Shape::Record(..) => "a table",
        Shape::Records(..) | Shape::Kinds(..) => "a list of tables",
    }
}
