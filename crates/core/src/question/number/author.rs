//! Owns how a `number` is written, and what an author may get wrong about it.
//!
//! Never marks an answer.

use super::{Number, Wrong};
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::question::option::author::line;
use crate::question::{Authoring, Kind, Proof};

pub(crate) const AUTHORING: Authoring = Authoring { name: "number", fields: FIELDS, verify };

const FIELDS: &[Field] = &[
    Field {
        name: "value",
        shape: Shape::Number,
        need: Need::Required("`value = 2015`"),
        doc: "The right number. Students may write it with a decimal point or comma, as a fraction, or with an exponent.",
    },
    Field {
        name: "tolerance",
        shape: Shape::Number,
        need: Need::Optional,
        doc: "How far from `value` an answer may be; 0 is the default.",
    },
    Field {
        name: "relative",
        shape: Shape::Number,
        need: Need::Optional,
        doc: "The same as a share of `value`: 0.05 allows 5 per cent. Adds to `tolerance`; 0 is the default.",
    },
    Field {
        name: "unit",
        shape: Shape::Text,
        need: Need::Optional,
        doc: "What is shown behind the field, such as `km`. Students write the number alone.",
    },
    Field {
        name: "wrong",
        shape: Shape::Records("wrong answer", WRONG),
        need: Need::Optional,
        doc: "Wrong numbers that you expect, each with words that say why it is wrong.",
    },
];

const WRONG: &[Field] = &[
    Field { name: "value", shape: Shape::Number, need: Need::Required("`value = 2014`"), doc: "The wrong number." },
    Field { name: "why", shape: Shape::Text, need: Need::Required(""), doc: "Why it is wrong. Inline Markdown." },
];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    number(question, findings).map(Kind::Number)
}

/// A number, as a question or as a part of one.
pub(crate) fn number(record: &Record, findings: &mut Findings) -> Option<Number> {
    let absolute = allowance(record, "tolerance", findings);
    let relative = allowance(record, "relative", findings);
    let listed = record.records("wrong").unwrap_or_default();
    let wrong: Vec<Option<Wrong>> = listed.iter().map(|record| wrong(record, findings)).collect();
    let unit = record.text("unit").map(|unit| unit.text().trim().to_owned());
    let value = record.number("value")?;
    let (absolute, relative) = (absolute?, relative?);
    let written = value.written.clone();
    let number = Number { value: value.value, written, absolute, relative, unit, wrong: Vec::new() };
    if !number.limit().is_finite() {
        findings.add(diagnostic::out_of_range(
            record.span_of("relative"),
            "relative",
            "a share of `value`, such as 0.05",
        ));
        return None;
    }
    let mut known: Vec<f64> = Vec::new();
    for value in listed.iter().filter_map(|record| record.number("value")) {
        if number.is_near(value.value) {
            let hint = "remove it here, or allow less around `value`";
            findings.add(diagnostic::wrong_is_right(value.span, &value.written, hint));
        } else if known.contains(&value.value) {
            findings.add(diagnostic::repeated_answer(value.span, &value.written, "remove one of the two"));
        }
        known.push(value.value);
    }
    let wrong: Option<Vec<Wrong>> = wrong.into_iter().collect();
    Some(Number { wrong: wrong?, ..number })
}

/// How far from the right number an answer may be: 0 where nothing is said, `None` where it was reported.
fn allowance(record: &Record, field: &'static str, findings: &mut Findings) -> Option<f64> {
    let Some(number) = record.number(field) else { return Some(0.0) };
    if number.value < 0.0 {
        findings.add(diagnostic::out_of_range(number.span, field, "0 or more"));
        return None;
    }
    Some(number.value)
}

fn wrong(record: &Record, findings: &mut Findings) -> Option<Wrong> {
    let why = line(record, "why", findings);
    Some(Wrong { value: record.number("value")?.value, why: why? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::fixture::{BANK, question, set, verified};

    /// What comes of a number with these fields, after its diagnostics are compared with those expected: codes, and the
    /// words marked.
    fn check(fields: &str, expect: &[(&str, &str)]) -> Option<Number> {
        let head = "[[question]]\nid = 'a'\nkind = 'number'\nprompt = 'How many?'\nexplanation = 'So.'\n";
        let one = set(&[format!("{head}quote = 'The dog lay on the rug'\n{fields}")]);
        let (bank, list) = verified(BANK, &one, &set(&[question("b", "quote = 'The dog lay on the rug'")]));
        let found: Vec<(&str, &str)> =
            list.iter().map(|found| (found.code, &one[found.span.start..found.span.end])).collect();
        assert_eq!(found, expect, "{list:#?}");
        let Kind::Number(number) = bank?.sets()[0].questions()[0].kind.clone() else { panic!("another kind") };
        Some(number)
    }

    fn wrong(value: &str) -> String {
        format!("[[question.wrong]]\nvalue = {value}\nwhy = '*No*.'\n")
    }

    #[test]
    fn a_number_is_shown_as_it_is_written() {
        let number = check("value = 1_500.50\ntolerance = 2\nrelative = 0.1\nunit = ' km '", &[]).unwrap();
        assert_eq!((number.value(), number.written(), number.unit()), (1500.5, "1500.50", Some("km")));
        assert_eq!(number.limit(), 2.0 + 0.1 * 1500.5);
        let number = check(&format!("value = -5\n{}", wrong("5")), &[]).unwrap();
        assert_eq!((number.value(), number.limit(), number.unit()), (-5.0, 0.0, None));
        assert_eq!((number.wrong()[0].value(), crate::prose::plain(number.wrong()[0].why())), (5.0, "No.".to_owned()));
    }

    #[test]
    fn an_allowance_is_not_negative_and_not_endless() {
        check("value = 5\ntolerance = -1", &[("out-of-range", "-1")]);
        check("value = 5\nrelative = -0.1", &[("out-of-range", "-0.1")]);
        check("value = 1e300\nrelative = 1e300", &[("out-of-range", "relative")]);
        check("value = 5\ntolerance = 0\nrelative = 0.0", &[]);
    }

    #[test]
    fn a_wrong_number_does_not_count_as_right() {
        check(&format!("value = 5\n{}", wrong("5.0")), &[("wrong-is-right", "5.0")]);
        check(&format!("value = 5\ntolerance = 1\n{}", wrong("6")), &[("wrong-is-right", "6")]);
        check(&format!("value = 5\ntolerance = 1\n{}{}", wrong("7"), wrong("7.0")), &[("repeated-answer", "7.0")]);
    }
}
