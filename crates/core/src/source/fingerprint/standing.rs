//! Owns the search for a quotation's hashes among a source's.
//!
//! Never words a message: [`crate::diagnostic`] does.

use super::{Fingerprint, RUN};
use crate::source::Span;
use crate::source::text::joined;

/// Whether a quotation stands in its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It stands there, word for word.
    Stands {
        /// The source's token at which it begins, from 0: the first such place.
        at: usize,
        /// Where else it stands, if anywhere: the next such place in the whole source.
        again: Option<usize>,
    },
    /// Part of it stands there.
    Partly {
        /// The source's token at which the part begins, from 0.
        at: usize,
        /// The quotation's token at which the part begins, from 0.
        from: usize,
        /// How many tokens the part has.
        length: usize,
        /// The stretches of the quotation's tokens, from 0, in which it is known to differ from its source.
        differing: Vec<Span>,
    },
    /// No run of four of its tokens stands there.
    Nowhere,
    /// It has fewer than four tokens, so that it cannot be proved.
    TooShort,
}

/// Looks for `wanted` (the hashes of a quotation of `length` tokens) at token `from` of the source or later.
pub(super) fn standing(source: &Fingerprint, wanted: &[u64], length: usize, from: usize) -> Standing {
    let Some((first, rest)) = wanted.split_first() else {
        return Standing::TooShort;
    };
    let whole = |at: &usize| source.hashes.get(at + 1..).is_some_and(|behind| behind.starts_with(rest));
    match source.positions(*first).filter(|at| *at >= from).find(whole) {
        Some(at) => {
            let again = source.positions(*first).filter(|other| *other != at).find(whole);
            Standing::Stands { at, again }
        }
        None => partly(source, wanted, length),
    }
}

/// A run of the quotation's tokens that stands in the source.
struct Part {
    /// The source's token at which it begins.
    at: usize,
    /// The quotation's tokens.
    tokens: Span,
}

/// The longest part of the quotation that stands anywhere in the source; of equal ones the earliest in it.
fn partly(source: &Fingerprint, wanted: &[u64], length: usize) -> Standing {
    let parts = parts(source, wanted);
    let longest = parts.iter().rev().max_by_key(|part| part.tokens.end - part.tokens.start);
    longest.map_or(Standing::Nowhere, |part| Standing::Partly {
        at: part.at,
        from: part.tokens.start,
        length: part.tokens.end - part.tokens.start,
        differing: differing(&parts, length),
    })
}

/// The parts of the quotation that stand anywhere in the source, in order, each as long as it can be.
fn parts(source: &Fingerprint, wanted: &[u64]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some((first, _)) = wanted.get(from..).and_then(<[u64]>::split_first) {
        let behind = wanted.get(from..).unwrap_or_default();
        let runs = source.positions(*first).map(|at| (agreeing(source, behind, at), at));
        let longest = runs.max_by_key(|(run, _)| *run);
        parts.extend(longest.map(|(run, at)| Part { at, tokens: Span::new(from, from + run + RUN - 1) }));
        from += longest.map_or(1, |(run, _)| run.max(1));
    }
    parts
}

/// How many hashes in a row agree from the source's position `at`.
fn agreeing(source: &Fingerprint, wanted: &[u64], at: usize) -> usize {
    source.hashes.get(at..).unwrap_or_default().iter().zip(wanted).take_while(|(a, b)| a == b).count()
}

/// Where a quotation of so many tokens differs: behind each part, and before it, since it would be longer otherwise. What
/// lies between two parts is such a stretch as a whole. At both ends fewer than [`RUN`] tokens may well stand, and no hash
/// tells; more do not.
fn differing(parts: &[Part], length: usize) -> Vec<Span> {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
    let before = first.tokens.start;
    let before = (before > 0).then(|| Span::new(if before > RUN { 0 } else { before - 1 }, before));
    let behind = last.tokens.end;
    let behind = (behind < length).then(|| Span::new(behind, if length - behind > RUN { length } else { behind + 1 }));
    let between = parts.windows(2).filter_map(|two| match two {
        // Where two parts meet, something is left out between them.
        [one, two] if two.tokens.start <= one.tokens.end => {
            Some(Span::new(two.tokens.start.saturating_sub(1), one.tokens.end + 1))
        }
        [one, two] => Some(Span::new(one.tokens.end, two.tokens.start)),
        _ => None,
    });
    joined(before.into_iter().chain(between).chain(behind))
}
