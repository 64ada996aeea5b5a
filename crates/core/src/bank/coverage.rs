//! Owns which sentences of a source a bank quotes.
//!
//! Never shows them: the source's words are not here.

use std::collections::BTreeSet;

use super::Bank;
use crate::source::{Fingerprint, Span};

/// The sentences (indices from 0) that at least one quotation of the bank touches.
#[must_use]
pub fn quoted_sentences(bank: &Bank, fingerprint: &Fingerprint) -> BTreeSet<usize> {
    let wide = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    bank.sets
        .iter()
        .flat_map(|set| &set.questions)
        .flat_map(|question| &question.quotes)
        .flat_map(|quote| quote.tokens())
        .flat_map(|(start, end)| fingerprint.sentences_of(Span::new(wide(*start), wide(*end))))
        .collect()
}
