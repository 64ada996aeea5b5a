//! Owns results as files: a table (CSV, RFC 4180) and data (JSON).
//!
//! Never saves one itself.

use js_sys::{Array, JSON};
use verbatim_core::mark::percent;
use verbatim_core::prose::plain;
use verbatim_core::{Attempt, Given, Mark};
use wasm_bindgen::JsValue;

use crate::field;
use crate::page::object;
use crate::part::review::reasons;
use crate::text::Messages;

/// What is said of one question.
struct Row {
    place: usize,
    id: String,
    question: String,
    answer: String,
    right_answer: String,
    mark: f64,
    why: String,
    first_answer: String,
    tries: usize,
    hints: usize,
}

fn row(attempt: &Attempt, place: usize, text: &Messages) -> Option<Row> {
    let (question, course) = attempt.question(place).zip(attempt.course(place))?;
    let given = |given: Option<&Given>| given.map(|given| field::words(&question.kind, &given.answer, text));
    Some(Row {
        place: place + 1,
        id: question.id.clone(),
        question: plain(&question.prompt),
        answer: given(course.given()).unwrap_or_default(),
        // What may still be tried is not told.
        right_answer: if attempt.is_settled(place) { field::key(&question.kind, text) } else { String::new() },
        mark: course.mark().map_or(0.0, Mark::earned),
        why: course.mark().map_or_else(String::new, |mark| reasons(mark, text)),
        first_answer: given(course.first()).unwrap_or_default(),
        tries: course.tries().len(),
        hints: course.hints(),
    })
}

fn rows(attempt: &Attempt, text: &Messages) -> impl Iterator<Item = Row> {
    (0..attempt.pack().set().questions().len()).filter_map(|place| row(attempt, place, text))
}

/// A mark with at most four places behind the point.
fn decimal(earned: f64) -> String {
    // From 0 to 1, so that nothing is cut off.
    let parts = (earned * 10_000.0).round() as u32;
    let short = format!("{}.{:04}", parts / 10_000, parts % 10_000);
    short.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The table, with a head.
#[must_use]
pub fn csv(attempt: &Attempt, text: &Messages) -> String {
    // A byte-order mark tells spreadsheets that this is UTF-8.
    let mut table = format!("\u{feff}{}\r\n", line(&text.columns.map(str::to_owned)));
    for row in rows(attempt, text) {
        let (place, mark) = (row.place.to_string(), decimal(row.mark));
        let (tries, hints) = (row.tries.to_string(), row.hints.to_string());
        let [id, question, answer] = [row.id, row.question, row.answer];
        let cells = [place, id, question, answer, row.right_answer, mark, row.why, row.first_answer, tries, hints];
        table.push_str(&line(&cells));
        table.push_str("\r\n");
    }
    table
}

fn line(cells: &[String]) -> String {
    cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")
}

/// A cell. What a spreadsheet would take for a formula is made text by an apostrophe (OWASP, "CSV injection").
fn quoted(cell: &str) -> String {
    let text = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// The data, with the score.
#[must_use]
pub fn json(attempt: &Attempt, text: &Messages) -> String {
    let report = attempt.report();
    let count = |number: usize| JsValue::from(number as f64);
    let question = |row: Row| {
        object(&[
            ("id", row.id.into()),
            ("question", row.question.into()),
            ("answer", row.answer.into()),
            ("rightAnswer", row.right_answer.into()),
            ("mark", row.mark.into()),
            ("why", row.why.into()),
            ("firstAnswer", row.first_answer.into()),
            ("tries", count(row.tries)),
            ("hints", count(row.hints)),
        ])
    };
    let set = attempt.pack().set();
    let whole = object(&[
        ("bank", attempt.pack().bank().into()),
        ("set", set.id().into()),
        ("title", set.title().into()),
        ("percent", percent(report.earned).into()),
        ("mark", report.earned.into()),
        ("asked", count(report.asked)),
        ("answered", count(report.answered)),
        ("seconds", ((report.worked / 1000) as f64).into()),
        ("questions", rows(attempt, text).map(question).collect::<Array>().into()),
    ]);
    let written = JSON::stringify_with_replacer_and_space(&whole, &JsValue::NULL, &JsValue::from(2_u8));
    written.map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expect: &str) {
        assert_eq!(quoted(cell), expect);
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        check("plain", "plain");
        check("one, two", "\"one, two\"");
        check("say \"so\"", "\"say \"\"so\"\"\"");
        check("two\nlines", "\"two\nlines\"");
    }

    #[test]
    fn no_cell_is_a_formula() {
        check("=1+1", "'=1+1");
        check("-5", "'-5");
    }

    #[test]
    fn marks_have_no_idle_zeros() {
        assert_eq!([1.0, 0.0, 1.0 / 3.0, 0.5].map(decimal), ["1", "0", "0.3333", "0.5"]);
    }
}
