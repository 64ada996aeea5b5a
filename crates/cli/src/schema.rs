//! Owns the command `schema`: JSON schemas (draft 7, which every editor's TOML support reads) of what authors write.
//!
//! Never lists a field itself: the table that the reader goes by does.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use verbatim_core::bank::shape::{BANK, Field, Need, SET, Shape, kinds, of_kind};

use crate::{Failure, Outcome};

/// Writes `bank.schema.json` and `set.schema.json` into a folder.
///
/// # Errors
///
/// Where they cannot be written.
pub fn run(out: &Path) -> Result<Outcome, Failure> {
    fs::create_dir_all(out).map_err(|error| Failure::file("create", out, &error))?;
    for (name, schema) in [("bank.schema.json", bank()), ("set.schema.json", set())] {
        let path = out.join(name);
        fs::write(&path, format!("{schema:#}\n")).map_err(|error| Failure::file("write", &path, &error))?;
        anstream::println!("{}", path.display());
    }
    Ok(Outcome::Good)
}

/// The schema of `bank.toml`.
#[must_use]
pub fn bank() -> Value {
    document("A Verbatim bank", BANK)
}

/// The schema of a set's file.
#[must_use]
pub fn set() -> Value {
    document("A Verbatim set", SET)
}

fn document(title: &str, fields: &'static [Field]) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".to_owned(), json!(title));
    schema.extend(table(fields.iter()));
    Value::Object(schema)
}

fn table<'a>(fields: impl Iterator<Item = &'a Field> + Clone) -> Map<String, Value> {
    let required: Vec<&str> =
        fields.clone().filter(|field| matches!(field.need, Need::Required(_))).map(|field| field.name).collect();
    let properties: Map<String, Value> = fields.map(|field| (field.name.to_owned(), property(field))).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("required".to_owned(), json!(required));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema
}

fn property(field: &Field) -> Value {
    let text = || json!({ "type": "string", "minLength": 1 });
    let texts = || json!({ "type": "array", "items": text() });
    let mut schema = match field.shape {
        Shape::Text => text(),
        Shape::Texts => texts(),
        Shape::TextOrTexts => json!({ "anyOf": [text(), texts()] }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Record(_, fields) => Value::Object(table(fields.iter())),
        Shape::Records(_, fields) => json!({ "type": "array", "items": Value::Object(table(fields.iter())) }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Numbers => json!({ "type": "array", "items": { "type": "number" } }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::FlagOrWord(words) => json!({ "anyOf": [{ "type": "boolean" }, { "enum": words }] }),
        Shape::Kinds(what, fields, kinds) => {
            json!({ "type": "array", "minItems": 1, "items": { "oneOf": of_kinds(what, fields, kinds) } })
        }
    };
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), json!(field.doc));
    }
    schema
}

/// One schema a kind: the fields that all have and its own.
fn of_kinds(what: &str, shared: &'static [Field], some: Option<&[&str]>) -> Vec<Value> {
    kinds()
        .filter(|kind| some.is_none_or(|some| some.contains(kind)))
        .map(|kind| {
            let mut schema = Value::Object(table(shared.iter().chain(of_kind(kind))));
            if let Some(name) = schema.pointer_mut("/properties/kind") {
                *name = json!({ "const": kind, "description": format!("The kind of {what}.") });
            }
            schema
        })
        .collect()
}
