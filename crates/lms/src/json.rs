//! Owns values of JSON (RFC 8259) as data: what an LMS hands over is looked into and written on, and statements are made.
//!
//! Never reads a text: the browser does, which has a reader.

use core::fmt::{self, Display, Formatter};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number, with the characters in which it is written.
    Number(f64, String),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of its members.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    #[must_use]
    pub fn text(words: &str) -> Self {
        Self::Text(words.to_owned())
    }

    /// An object with these members.
    #[must_use]
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// What an object has under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The words of a text.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        if let Self::Text(words) = self { Some(words) } else { None }
    }

    /// The size of a number.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number, _) = self { Some(*number) } else { None }
    }

    /// Changes what an object has under a name, or nothing (`Null`) where it has nothing there. What is no object stays.
    pub fn change(&mut self, name: &str, change: impl FnOnce(&mut Self)) {
        let Self::Object(members) = self else { return };
        if let Some((_, value)) = members.iter_mut().find(|(known, _)| known == name) {
            return change(value);
        }
        let mut value = Self::Null;
        change(&mut value);
        members.push((name.to_owned(), value));
    }

    /// Gives an object another value under a name.
    pub fn set(&mut self, name: &str, value: Self) {
        self.change(name, |known| *known = value);
    }

    /// Gives an object a value under a name where it has none.
    pub fn add(&mut self, name: &str, value: Self) {
        if self.get(name).is_none() {
            self.set(name, value);
        }
    }

    /// Adds a value to what is a list; what is none becomes the first of one.
    pub fn push(&mut self, value: Self) {
        match self {
            Self::List(list) => list.push(value),
            Self::Null => *self = Self::List(vec![value]),
            Self::Truth(_) | Self::Number(..) | Self::Text(_) | Self::Object(_) => {
                *self = Self::List(vec![self.clone(), value]);
            }
        }
    }
}

impl Display for Json {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => out.write_str("null"),
            Self::Truth(is_true) => write!(out, "{is_true}"),
            Self::Number(_, written) => out.write_str(written),
            Self::Text(words) => quoted(out, words),
            Self::List(list) => between(out, ('[', ']'), list, |out, value| write!(out, "{value}")),
            Self::Object(members) => between(out, ('{', '}'), members, |out, (name, value)| {
                quoted(out, name)?;
                write!(out, ":{value}")
            }),
        }
    }
}

/// Entries between brackets, parted by commas.
fn between<T>(
    out: &mut Formatter<'_>,
    (open, close): (char, char),
    list: &[T],
    write: impl Fn(&mut Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    write!(out, "{open}")?;
    for (place, entry) in list.iter().enumerate() {
        if place > 0 {
            out.write_str(",")?;
        }
        write(out, entry)?;
    }
    write!(out, "{close}")
}

/// Words in quotation marks (RFC 8259, section 7).
fn quoted(out: &mut Formatter<'_>, words: &str) -> fmt::Result {
    out.write_str("\"")?;
    for character in words.chars() {
        match character {
            '"' | '\\' => write!(out, "\\{character}")?,
            '\0'..='\u{1f}' => write!(out, "\\u{:04x}", u32::from(character))?,
            _ => write!(out, "{character}")?,
        }
    }
    out.write_str("\"")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json() {
        let value = Json::object([
            ("words", Json::text("a \"quoted\" \\ \n \u{1} … end")),
            ("list", Json::List(vec![Json::Null, Json::Truth(true), Json::Number(0.25, "0.25".to_owned())])),
            ("nothing", Json::Object(Vec::new())),
        ]);
        let read: serde_json::Value = serde_json::from_str(&value.to_string()).unwrap();
        let expect = serde_json::json!({
            "words": "a \"quoted\" \\ \n \u{1} … end", "list": [null, true, 0.25], "nothing": {}
        });
        assert_eq!(read, expect);
    }

    #[test]
    fn an_object_is_written_on_without_losing_what_it_has() {
        let mut value = Json::object([("one", Json::text("1"))]);
        value.add("one", Json::Null);
        value.change("list", |list| list.push(Json::text("2")));
        value.change("one", |one| one.push(Json::text("2")));
        assert_eq!(value.to_string(), r#"{"one":["1","2"],"list":["2"]}"#);
    }
}
