//! Owns the fingerprint: what proves that a quotation stands in a source without holding the source's words.
//!
//! Never stores a word, and never decides what a failed proof means for a bank.
//!
//! Each run of [`RUN`] tokens of the source is hashed: the first 64 bits of SHA-256 over the bank's id and the
//! tokens, each closed by the byte 0x1F. A quotation of n tokens stands in the source exactly when its n - 3
//! hashes stand there as one consecutive run (short of a collision of 64 bits).

mod file;
mod standing;

use sha2::{Digest, Sha256};

use super::text::{Sentence, SourceText};
use super::token::{Token, folded};
use super::{Place, Span};

pub use file::Damage;
pub use standing::Standing;

/// How many tokens one hash covers, and so the fewest that a quotation may have.
pub const RUN: usize = 4;

/// The hashes of a source's runs of tokens in order, with its sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    bank: String,
    tokens: usize,
    hashes: Vec<u64>,
    sentences: Vec<Sentence>,
    /// (hash, position), sorted: where a hash stands.
    index: Vec<(u64, usize)>,
}

impl Fingerprint {
    /// The fingerprint of a text for the bank with this id, which salts the hashes.
    #[must_use]
    pub fn of(text: &SourceText, bank: &str) -> Self {
        let hashes = hashes(bank, text.tokens());
        Self::new(bank.to_owned(), text.tokens().len(), hashes, text.sentences().to_vec())
    }

    /// The id of the bank that it belongs to.
    #[must_use]
    pub fn bank(&self) -> &str {
        &self.bank
    }

    /// How many tokens the source has.
    #[must_use]
    pub fn token_count(&self) -> usize {
        self.tokens
    }

    /// The source's sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The paragraph and sentence in which the token at `position` (from 0) stands.
    #[must_use]
    pub fn place(&self, position: usize) -> Place {
        let behind = self.sentences.partition_point(|sentence| sentence.first <= position);
        let paragraph = behind.checked_sub(1).and_then(|last| self.sentences.get(last)).map_or(1, |s| s.paragraph);
        Place { paragraph, sentence: u32::try_from(behind).unwrap_or(u32::MAX).max(1) }
    }

    /// Which sentences (indices from 0) the tokens from `span.start` up to `span.end` touch.
    #[must_use]
    pub fn sentences_of(&self, span: Span) -> core::ops::Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.first <= span.start).saturating_sub(1);
        let end = self.sentences.partition_point(|sentence| sentence.first < span.end);
        first..end.max(first)
    }

    /// Whether, and how far, a quotation stands in the source at token `from` or later.
    #[must_use]
    pub fn standing(&self, quotation: &[Token], from: usize) -> Standing {
        standing::standing(self, &hashes(&self.bank, quotation), quotation.len(), from)
    }

    fn new(bank: String, tokens: usize, hashes: Vec<u64>, sentences: Vec<Sentence>) -> Self {
        let mut index: Vec<(u64, usize)> = hashes.iter().copied().zip(0..).collect();
        index.sort_unstable();
        Self { bank, tokens, hashes, sentences, index }
    }

    /// All positions at which a hash stands, in order.
    fn positions(&self, hash: u64) -> impl Iterator<Item = usize> + '_ {
        let start = self.index.partition_point(|(known, _)| *known < hash);
        self.index.iter().skip(start).take_while(move |(known, _)| *known == hash).map(|(_, at)| *at)
    }
}

/// The hashes of all runs of [`RUN`] tokens.
fn hashes(bank: &str, tokens: &[Token]) -> Vec<u64> {
    folded(tokens).windows(RUN).map(|run| hash(bank, run)).collect()
}

fn hash(bank: &str, run: &[&str]) -> u64 {
    let mut sha = Sha256::new();
    for part in core::iter::once(&bank).chain(run) {
        sha.update(part.as_bytes());
        sha.update([0x1f]);
    }
    sha.finalize().iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests;
