//! Owns the case of the kind `blanks`, whose blanks are played as the kinds that they are.
//!
//! Never marks: the worked examples are literal.

use anyhow::{Context, Result};
use verbatim_core::question::{Blank, Blanks};
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played, number, text};
use crate::bank::words;
use crate::explained::entry::entry;
use crate::given::step::{Step, option};
use crate::said::reason;
use crate::shape::{composed, decomposed, one, parts, parts_of, position, written};
use crate::worked::{Worked, worked};

pub(super) const CASE: Case = Case {
    name: "blanks",
    of: |kind| if let Kind::Blanks(blanks) = kind { Some(blanks) } else { None },
    worked: marks,
};

impl Played for Blanks {
    fn rightly(&self) -> Answer {
        Answer::Parts(self.blanks().iter().map(|(_, blank)| Some(played(blank).rightly())).collect())
    }

    fn wrongly(&self, _: usize) -> Answer {
        Answer::Parts(self.blanks().iter().map(|(_, blank)| Some(misfilling(blank))).collect())
    }

    /// The first alone is right.
    fn partly(&self) -> Option<Answer> {
        let part = |(place, (_, blank)): (usize, &(String, Blank))| {
            Some(if place == 0 { played(blank).rightly() } else { misfilling(blank) })
        };
        Some(Answer::Parts(self.blanks().iter().enumerate().map(part).collect()))
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Fill in at least one blank first, numbers as digits.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        let all = self.blanks().len();
        let fill = |(number, ((_, blank), part)): (usize, (&(String, Blank), &Option<Answer>))| {
            part.as_ref().map(|part| fill(blank, part, &format!("Blank {number} of {all}")))
        };
        (1..).zip(self.blanks().iter().zip(parts_of(answer)?)).filter_map(fill).collect()
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        let all = self.blanks().iter().zip(parts_of(answer)?);
        all.map(|((_, blank), part)| filled(blank, part.as_ref())).collect()
    }
}

fn played(blank: &Blank) -> &dyn Played {
    match blank {
        Blank::Text(text) => text,
        Blank::Number(number) => number,
        Blank::Choice(choice) => choice,
    }
}

/// What earns nothing: of a number one that is expected, where there is one.
fn misfilling(blank: &Blank) -> Answer {
    let listed = match blank {
        Blank::Number(number) => number.wrong().first().map(|wrong| Answer::text(&wrong.value().to_string())),
        Blank::Text(_) | Blank::Choice(_) => None,
    };
    listed.unwrap_or_else(|| played(blank).wrongly(0))
}

fn fill(blank: &Blank, part: &Answer, name: &str) -> Result<Step> {
    Ok(match blank {
        Blank::Text(_) => Step::Write(name.to_owned(), written(part)?),
        Blank::Number(number) => {
            let name = number.unit().map_or_else(|| name.to_owned(), |unit| format!("{name} {unit}"));
            Step::Write(name, written(part)?)
        }
        Blank::Choice(choice) => Step::Select(name.to_owned(), option(choice.options(), position(part)?)?),
    })
}

fn filled(blank: &Blank, part: Option<&Answer>) -> Result<String> {
    let text = match blank {
        Blank::Text(text) => text::key(text),
        Blank::Number(number) => number::key(number),
        Blank::Choice(choice) => choice.options().get(choice.right()).map(|one| words(&one.text)).unwrap_or_default(),
    };
    let Some(part) = part else { return Ok(entry("✗", &text, "You gave nothing", "")) };
    let given = match (blank, part) {
        (Blank::Choice(choice), Answer::Option(chosen)) => {
            choice.options().get(*chosen).map(|one| words(&one.text)).context("no such option")?
        }
        (Blank::Text(_) | Blank::Number(_) | Blank::Choice(_), part) => composed(part)?,
    };
    let part = decomposed(part);
    let mark = blank.rules().mark(&part);
    let sign = if mark.as_ref().is_some_and(|mark| mark.is_full()) { "✓" } else { "✗" };
    let reason = mark.and_then(|mark| mark.reasons().first().map(reason)).unwrap_or_default();
    let why = blank.feedback(&part).map(words).unwrap_or_default();
    Ok(entry(sign, &text, &format!("You gave: {given} · {reason}"), &why))
}

fn marks() -> Vec<Worked> {
    let three = |year: &str, metal: &str, marks: usize| {
        parts([Some(Answer::text(year)), Some(Answer::text(metal)), Some(one(marks))])
    };
    let four = |answers: [&str; 3], last: usize| {
        let [first, second, third] = answers.map(|answer| Some(Answer::text(answer)));
        parts([first, second, third, Some(one(last))])
    };
    worked([
        ("prototype-in-a-sentence", three("1889", "iridium", 1), "✓ Right 3 of 3 blanks right: 1 of 1 point."),
        ("prototype-in-a-sentence", three("1875", "iridium", 1), "◐ Partly right 2 of 3 blanks right: 2/3 of 1 point."),
        // A typo counts, what is empty does not.
        (
            "prototype-in-a-sentence",
            parts([None, Some(Answer::text("iridum")), None]),
            "◐ Partly right 1 of 3 blanks right: 1/3 of 1 point.",
        ),
        ("prototype-in-a-sentence", three("1875", "gold", 0), "✗ Not right 0 of 3 blanks right: 0 of 1 point."),
        // 0.25 is within 30 per cent of 0.2.
        ("how-the-bar-fell-short", four(["survey", "1799", "0.25"], 1), "✓ Right 4 of 4 blanks right: 1 of 1 point."),
        (
            "how-the-bar-fell-short",
            four(["calculations", "1799", "2"], 1),
            "◐ Partly right 2 of 4 blanks right: 1/2 of 1 point.",
        ),
        // 1895 is within 2 of 1893.
        (
            "michelson-in-a-sentence",
            four(["Sèvres", "Michelson", "1895"], 0),
            "✓ Right 4 of 4 blanks right: 1 of 1 point.",
        ),
        (
            "michelson-in-a-sentence",
            four(["Sevres", "Michelsen", "1890"], 0),
            "◐ Partly right 1 of 4 blanks right: 1/4 of 1 point.",
        ),
    ])
}
