//! Owns which sentences of a source the questions of a bank quote, and on which levels they ask about its concepts.
//!
//! Never shows them: the source's words are not here. What a glossary quotes does not count: no student is asked it.

mod concept;

use std::collections::BTreeSet;

use super::{Bank, Set};
use crate::question::{Question, Quote};
use crate::source::{Fingerprint, Span};

pub use concept::Row;

/// How far a bank's questions cover its source and its concepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    sentences: Vec<Sentence>,
    quoted: BTreeSet<usize>,
    concepts: Vec<Row>,
    without_concept: Row,
}

/// One sentence of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its number in the whole source, from 1.
    pub number: u32,
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// How many words and marks it has; at least one.
    pub tokens: usize,
    /// How many of them some question quotes.
    pub quoted: usize,
    /// The questions that quote any of it, in the bank's order.
    pub by: Vec<Asked>,
}

/// A question of a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The id of its set.
    pub set: String,
    /// Its own id.
    pub question: String,
}

impl Sentence {
    /// Whether some question quotes any of it.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        !self.by.is_empty()
    }

    /// Whether every word and mark of it is quoted, if only by several questions together.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.quoted == self.tokens
    }

    /// The share of its words and marks that are quoted, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.quoted as f64 / self.tokens.max(1) as f64
    }
}

impl Coverage {
    /// How far a bank covers the source with this fingerprint, which is the one that it was verified against.
    #[must_use]
    pub fn new(bank: &Bank, fingerprint: &Fingerprint) -> Self {
        let quoted: BTreeSet<usize> = bank
            .questions()
            .flat_map(|question| &question.quotes)
            .flat_map(spans)
            .flat_map(|s| s.start..s.end)
            .collect();
        let all = fingerprint.sentences();
        let mut sentences: Vec<Sentence> = (1..)
            .zip(all)
            .map(|(number, sentence)| {
                let next = all.iter().map(|sentence| sentence.first).find(|first| *first > sentence.first);
                let tokens = sentence.first..next.unwrap_or(fingerprint.token_count());
                let (paragraph, quoted) = (sentence.paragraph, quoted.range(tokens.clone()).count());
                Sentence { number, paragraph, tokens: tokens.len(), quoted, by: Vec::new() }
            })
            .collect();
        for (set, question) in
            bank.sets.iter().flat_map(|set| set.questions.iter().map(move |question| (set, question)))
        {
            add(&mut sentences, set, question, fingerprint);
        }
        let (concepts, without_concept) = concept::rows(bank);
        Self { sentences, quoted, concepts, without_concept }
    }

    /// The sentences of the source in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Whether the source's word or mark at a position (from 0) is quoted.
    #[must_use]
    pub fn quotes(&self, token: usize) -> bool {
        self.quoted.contains(&token)
    }

    /// How many sentences are quoted.
    #[must_use]
    pub fn quoted(&self) -> usize {
        self.sentences.iter().filter(|sentence| sentence.is_quoted()).count()
    }

    /// The share of the sentences that are quoted, from 0 to 1; 0 of a source without any.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.quoted() as f64 / self.sentences.len().max(1) as f64
    }

    /// The bank's concepts in its order, with how many questions ask about each on each level.
    #[must_use]
    pub fn concepts(&self) -> &[Row] {
        &self.concepts
    }

    /// The same of the questions that name no concept.
    #[must_use]
    pub fn without_concept(&self) -> &Row {
        &self.without_concept
    }
}

/// The numbers (from 0) of the sentences that a question quotes, in order.
#[must_use]
pub fn quoted_by(question: &Question, fingerprint: &Fingerprint) -> BTreeSet<usize> {
    question.quotes.iter().flat_map(|quote| sentences_of(quote, fingerprint)).collect()
}

/// The numbers (from 0) of the sentences that a quotation touches, in order.
#[must_use]
pub fn sentences_of(quote: &Quote, fingerprint: &Fingerprint) -> BTreeSet<usize> {
    spans(quote).flat_map(|span| fingerprint.sentences_of(span)).collect()
}

fn add(sentences: &mut [Sentence], set: &Set, question: &Question, fingerprint: &Fingerprint) {
    for number in quoted_by(question, fingerprint) {
        if let Some(sentence) = sentences.get_mut(number) {
            sentence.by.push(Asked { set: set.id.clone(), question: question.id.clone() });
        }
    }
}

/// The source's tokens that a quotation covers.
fn spans(quote: &Quote) -> impl Iterator<Item = Span> + '_ {
    let wide = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    quote.tokens().iter().map(move |(start, end)| Span::new(wide(*start), wide(*end)))
}

#[cfg(test)]
mod tests;
