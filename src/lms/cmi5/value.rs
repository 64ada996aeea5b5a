//! Owns the way between the browser's values and JSON as data.
//!
//! Never decides what is in them.

use js_sys::{Array, JSON, Object};
use verbatim_lms::json::Json;
use wasm_bindgen::{JsCast, JsValue};

/// Reads a text; `None` where it is no JSON.
pub(super) fn read(text: &str) -> Option<Json> {
    JSON::parse(text).ok().map(|value| of(&value))
}

fn of(value: &JsValue) -> Json {
    if let Some(words) = value.as_string() {
        return Json::Text(words);
    }
    if let Some(number) = value.as_f64() {
        // As the browser writes it: Rust's own writer of such numbers would weigh ten kilobytes.
        let written = js_sys::Number::from(number).to_string_with_radix(10).map(String::from);
        return Json::Number(number, written.unwrap_or_else(|_| "0".to_owned()));
    }
    if let Some(is_true) = value.as_bool() {
        return Json::Truth(is_true);
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return Json::List(list.iter().map(|value| of(&value)).collect());
    }
    if !value.is_object() {
        return Json::Null;
    }
    let entries = Object::entries(value.unchecked_ref());
    let members = entries.iter().filter_map(|entry| {
        let entry: Array = entry.dyn_into().ok()?;
        Some((entry.get(0).as_string()?, of(&entry.get(1))))
    });
    Json::Object(members.collect())
}
