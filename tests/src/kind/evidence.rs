//! Owns the case of the kind `evidence`, in both its forms: passages to choose from, sentences to pick.
//!
//! Never marks: the worked examples are literal.

use anyhow::{Context, Result};
use verbatim_core::question::Evidence;
use verbatim_core::question::evidence::{Passage, Passages, Sentence, Sentences};
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::bank::words;
use crate::explained::entry::{citation, entry, option};
use crate::given::Step;
use crate::shape::{chooses, one, other, position, positions, some};
use crate::worked::{RIGHT, WRONG, Worked, worked};

pub(super) const CASE: Case = Case {
    name: "evidence",
    of: |kind| if let Kind::Evidence(evidence) = kind { Some(evidence) } else { None },
    worked: marks,
};

impl Played for Evidence {
    fn wrongly(&self, before: usize) -> Answer {
        match self {
            Self::Passages(passages) => other(passages.right(), passages.list().len(), before),
            Self::Sentences(sentences) => {
                let idle = sentences.list().iter().position(|sentence| !sentence.proves());
                Answer::Options(idle.into_iter().collect())
            }
        }
    }

    /// All sentences, which hold the proof and more.
    fn partly(&self) -> Option<Answer> {
        let Self::Sentences(sentences) = self else { return None };
        let all = sentences.list().len();
        (all > 1).then(|| Answer::Options((0..all).collect()))
    }

    fn missing(&self) -> Option<&'static str> {
        Some("Pick the passage first.")
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        Ok(vec![match self {
            Self::Passages(passages) => Step::Choose(passage(passages, position(answer)?)?),
            Self::Sentences(sentences) => Step::Check(picked(sentences, positions(answer)?)?),
        }])
    }

    fn entries(&self, answer: &Answer, source: &Source) -> Result<Vec<String>> {
        let Self::Passages(passages) = self else { return Ok(Vec::new()) };
        let passage = |(at, passage): (usize, &Passage)| {
            let quoted = format!("{} {}", passage.quote.fragments().join(" … "), citation(&passage.quote, source));
            option(at == passages.right(), chooses(answer, at), &quoted, &words(&passage.why))
        };
        Ok(passages.list().iter().enumerate().map(passage).collect())
    }

    /// The sentences of the paragraphs, in their order.
    fn running(&self, answer: &Answer) -> Result<Vec<String>> {
        let Self::Sentences(sentences) = self else { return Ok(Vec::new()) };
        let picked = positions(answer)?;
        let sentence = |(at, sentence): (usize, &Sentence)| {
            let (sign, tag) = match (sentence.proves(), picked.contains(&at)) {
                (true, true) => ("✓", "Proves it · your pick"),
                (true, false) => ("•", "Proves it"),
                (false, true) => ("✗", "Your pick, proves nothing here"),
                (false, false) => ("", ""),
            };
            entry(sign, &sentence.text, tag, "")
        };
        Ok(sentences.list().iter().enumerate().map(sentence).collect())
    }

    /// Passages are quotations, too.
    fn quotations(&self) -> usize {
        if let Self::Passages(passages) = self { passages.list().len() } else { 0 }
    }
}

/// A passage as a quotation: with its marks.
fn passage(passages: &Passages, position: usize) -> Result<String> {
    let passage = passages.list().get(position).context("no such passage")?;
    Ok(format!("“{}”", passage.quote.fragments().join(" … ")))
}

fn picked(sentences: &Sentences, positions: &[usize]) -> Result<Vec<String>> {
    let name = |position: &usize| sentences.list().get(*position).map(|sentence| sentence.text.clone());
    positions.iter().map(name).collect::<Option<_>>().context("no such sentence")
}

fn marks() -> Vec<Worked> {
    worked([
        ("unit-for-all", one(2), RIGHT),
        ("unit-for-all", one(1), WRONG),
        // The proof has 24 tokens, the fourth sentence 21: 2 * 24 / (45 + 24) = 48/69.
        ("weakest-link", some(&[0]), "✓ Right 24 of 24 words of the proof found, 24 words picked: 1 of 1 point."),
        (
            "weakest-link",
            some(&[0, 3]),
            "◐ Partly right 24 of 24 words of the proof found, 45 words picked: 16/23 of 1 point.",
        ),
        ("weakest-link", some(&[3]), "✗ Not right 0 of 24 words of the proof found, 21 words picked: 0 of 1 point."),
        ("care-for-the-old-metre", one(1), RIGHT),
        // The proof has 30 + 21 tokens: 2 * 21 / (21 + 51) = 42/72.
        (
            "error-known-and-kept",
            some(&[6]),
            "◐ Partly right 21 of 51 words of the proof found, 21 words picked: 7/12 of 1 point.",
        ),
    ])
}
