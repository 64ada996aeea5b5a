//! Owns how `evidence` is written, and what an author may get wrong about it.
//!
//! Never marks an answer.

use super::{Evidence, Passage, Passages, Sentence, Sentences};
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::question::authored::{Authored, Place, Why};
use crate::question::choice::one_key;
use crate::question::option::author::{line, list};
use crate::question::{Authoring, Kind, Proof, prove};
use crate::source::{SourceText, Span};

pub(crate) const AUTHORING: Authoring = Authoring { name: "evidence", fields: FIELDS, verify };

const FIELDS: &[Field] = &[
    Field {
        name: "passages",
        shape: Shape::Records("passage", PASSAGE),
        need: Need::Optional,
        doc: "Passages of the source, one of which proves the statement in `prompt`.",
    },
    Field {
        name: "paragraphs",
        shape: Shape::Numbers,
        need: Need::Optional,
        doc: "The paragraphs of a source that ships with the bank, counted from 1, in whose sentences the student looks \
              for the proof. It is the first quotation of the question, which has to be whole sentences.",
    },
];

const PASSAGE: &[Field] = &[
    Field {
        name: "text",
        shape: Shape::TextOrTexts,
        need: Need::Required(""),
        doc: "Words of the source: one run of words, or several in order.",
    },
    Field { name: "correct", shape: Shape::Flag, need: Need::Optional, doc: "Whether it proves the statement." },
    Field {
        name: "why",
        shape: Shape::Text,
        need: Need::Required(""),
        doc: "Why it does or does not prove the statement. Inline Markdown.",
    },
];

fn verify(proof: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    match (question.has("passages"), question.has("paragraphs")) {
        (true, false) => passages(proof, question, findings),
        (false, true) => sentences(proof, question, findings),
        (true, true) => {
            findings.add(diagnostic::passages_or_paragraphs(question.span_of("paragraphs")));
            None
        }
        (false, false) => {
            if question.lacks("passages") && question.lacks("paragraphs") {
                findings.add(diagnostic::passages_or_paragraphs(question.span));
            }
            None
        }
    }
}

fn passages(proof: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    let (records, whole) = list(question, ("passages", "passages", 2), findings)?;
    let key = one_key(question, "passages", (records, whole), findings);
    let passage = |record: &Record| {
        let why = line(record, "why", findings);
        let quote = prove(proof?, record.texts("text"), None, findings);
        Some(Passage { quote: quote?, why: why? })
    };
    let passages: Vec<Option<Passage>> = records.iter().map(passage).collect();
    let passages = passages.into_iter().collect::<Option<Vec<_>>>()?;
    twice(records, &passages, findings);
    Some(Kind::Evidence(Evidence::Passages(Passages { passages, key: key? })))
}

/// Reports passages that stand at the same place as an earlier one.
fn twice(records: &[Record], passages: &[Passage], findings: &mut Findings) {
    for (place, (record, passage)) in records.iter().zip(passages).enumerate() {
        let same = |earlier: &Passage| earlier.quote.tokens() == passage.quote.tokens();
        if passages.iter().take(place).any(same) {
            findings.add(diagnostic::repeated_option(record.span_of("text"), &passage.quote.fragments().join(" … ")));
        }
    }
}

fn sentences(proof: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    let proof = proof?;
    let span = question.span_of("paragraphs");
    let Some(text) = proof.shipped else {
        findings.add(diagnostic::no_shipped_text(span));
        return None;
    };
    let paragraphs = paragraphs(text, question, findings)?;
    let first = question.records("quotes").and_then(<[Record]>::first).map(|quote| quote.texts("text"));
    let written = first.unwrap_or_else(|| question.texts("quote"));
    // The quotation is proved, and what is wrong with it reported, where the question's quotations are.
    let quote = prove(proof, written, None, &mut findings.muted())?;
    let shown: Vec<(usize, Span)> = sentences_of(text, &paragraphs);
    // Its tokens are those of whole sentences, each of which is shown: what lies between two paragraphs may not be.
    let within = |(start, end): &(u32, u32)| {
        let [start, end] = [start, end].map(|token| usize::try_from(*token).unwrap_or(usize::MAX));
        let inner = shown.iter().filter(|(_, tokens)| start <= tokens.start && tokens.end <= end);
        inner.map(|(_, tokens)| tokens.end - tokens.start).sum::<usize>() == end - start
    };
    if !quote.tokens().iter().all(within) {
        let place = written.first().map_or(span, |literal| literal.span());
        findings.add(diagnostic::not_whole_sentences(place, &listed(&paragraphs)));
        return None;
    }
    let proves = |tokens: Span| {
        let start = u32::try_from(tokens.start).unwrap_or(u32::MAX);
        quote.tokens().iter().any(|(first, end)| (*first..*end).contains(&start))
    };
    let sentence = |(number, tokens): (usize, Span)| Sentence {
        text: text.sentence(number),
        paragraph: text.sentences().get(number).map_or(1, |sentence| sentence.paragraph),
        tokens: tokens.end - tokens.start,
        proves: proves(tokens),
    };
    let sentences = shown.into_iter().map(sentence).collect();
    Some(Kind::Evidence(Evidence::Sentences(Sentences { sentences })))
}

/// The paragraphs that are to be shown; `None` where one of them is not there.
fn paragraphs(text: &SourceText, question: &Record, findings: &mut Findings) -> Option<Vec<u32>> {
    let last = text.sentences().last().map_or(0, |sentence| sentence.paragraph);
    let mut list = Vec::new();
    for number in question.numbers("paragraphs") {
        match (1..=last).find(|paragraph| f64::from(*paragraph) == number.value) {
            Some(paragraph) => list.push(paragraph),
            None => findings.add(diagnostic::no_such_paragraph(number.span, &number.written, last)),
        }
    }
    let all = list.len() == question.numbers("paragraphs").len() && question.is_read("paragraphs");
    if list.is_empty() && all {
        findings.add(diagnostic::passages_or_paragraphs(question.span_of("paragraphs")));
    }
    (all && !list.is_empty()).then_some(list)
}

/// The sentences of paragraphs, by number, with their tokens.
fn sentences_of(text: &SourceText, paragraphs: &[u32]) -> Vec<(usize, Span)> {
    let all = text.sentences().iter().enumerate();
    let shown = all.filter(|(_, sentence)| paragraphs.contains(&sentence.paragraph));
    shown.map(|(number, _)| (number, text.tokens_of(number))).collect()
}

fn listed(paragraphs: &[u32]) -> String {
    let numbers: Vec<String> = paragraphs.iter().map(ToString::to_string).collect();
    let word = if numbers.len() == 1 { "paragraph" } else { "paragraphs" };
    format!("{word} {}", numbers.join(", "))
}

/// The reasons and the proof, which is the source’s own words, as all that is offered is: no author can even it out.
pub(super) fn authored(evidence: &Evidence) -> Authored {
    match evidence {
        Evidence::Passages(Passages { passages, key }) => {
            let why = |(at, passage): (usize, &Passage)| {
                Why::new(Place::entry("passages", at, "why"), &passage.why, at == *key)
            };
            let proof = passages.get(*key).map(|passage| passage.quote.fragments().join(" "));
            let whys = passages.iter().enumerate().map(why).collect();
            Authored { whys, keys: proof.into_iter().collect(), ..Authored::default() }
        }
        Evidence::Sentences(Sentences { sentences }) => {
            let proof = sentences.iter().filter(|sentence| sentence.proves).map(|sentence| sentence.text.clone());
            Authored { keys: proof.collect(), ..Authored::default() }
        }
    }
}
