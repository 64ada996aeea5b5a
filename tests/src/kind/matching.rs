//! Owns the case of the kind `match`.
//!
//! Never marks: the worked examples are literal.

use anyhow::{Context, Result};
use verbatim_core::question::Matching;
use verbatim_core::question::matching::{Extra, Pair};
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::bank::words;
use crate::explained::entry::entry;
use crate::given::Step;
use crate::shape::{pairs, parts_of, position};
use crate::worked::{Worked, worked};

pub(super) const CASE: Case = Case {
    name: "match",
    of: |kind| if let Kind::Match(matching) = kind { Some(matching) } else { None },
    worked: marks,
};

impl Played for Matching {
    /// To each what belongs to the next.
    fn wrongly(&self, _: usize) -> Answer {
        let all = self.pairs().len();
        Answer::Parts((0..all).map(|pair| Some(Answer::Option((pair + 1) % all))).collect())
    }

    /// All but the first.
    fn partly(&self) -> Option<Answer> {
        let part = |pair: usize| (pair != 0).then_some(Answer::Option(pair));
        Some(Answer::Parts((0..self.pairs().len()).map(part).collect()))
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Choose what belongs to at least one of them first.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        let pair = |(pair, part): (&Pair, &Option<Answer>)| {
            let choice = self.choice(position(part.as_ref()?).ok()?);
            Some(choice.map(|choice| Step::Select(words(&pair.left), words(choice))).context("no such choice"))
        };
        self.pairs().iter().zip(parts_of(answer)?).filter_map(pair).collect()
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        let pair = |(at, (pair, part)): (usize, (&Pair, &Option<Answer>))| {
            let (sign, tag) = match part.as_ref().map(position).transpose()? {
                None => ("✗", "You gave nothing".to_owned()),
                Some(choice) if choice == at => ("✓", "Your answer".to_owned()),
                Some(choice) => ("✗", format!("You gave: {}", words(self.choice(choice).context("no such choice")?))),
            };
            let text = format!("{} — {}", words(&pair.left), words(&pair.right));
            Ok(entry(sign, &text, &tag, &words(&pair.why)))
        };
        let extra = |extra: &Extra| Ok(entry("–", &words(&extra.text), "Fits nothing", &words(&extra.why)));
        let pairs = self.pairs().iter().zip(parts_of(answer)?).enumerate().map(pair);
        pairs.chain(self.extras().iter().map(extra)).collect()
    }
}

fn marks() -> Vec<Worked> {
    worked([
        ("who-did-what", pairs([Some(0), Some(1), Some(2)]), "✓ Right 3 of 3 matched: 1 of 1 point."),
        ("who-did-what", pairs([Some(0), Some(3), Some(2)]), "◐ Partly right 2 of 3 matched: 2/3 of 1 point."),
        ("who-did-what", pairs([Some(0), None, None]), "◐ Partly right 1 of 3 matched: 1/3 of 1 point."),
        ("who-did-what", pairs([Some(1), Some(0), Some(3)]), "✗ Not right 0 of 3 matched: 0 of 1 point."),
        (
            "places-on-the-line",
            pairs([Some(1), Some(0), Some(2), Some(3)]),
            "◐ Partly right 2 of 4 matched: 1/2 of 1 point.",
        ),
    ])
}
