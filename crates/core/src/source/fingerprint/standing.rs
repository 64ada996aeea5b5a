//! Owns the search for a quotation's hashes among a source's.
//!
//! Never words a message: [`crate::diagnostic`] does.

use super::{Fingerprint, RUN};

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
        /// The quotation's first token that is known not to stand there, from 0.
        wrong: usize,
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

/// The longest part of the quotation that stands anywhere in the source; of equal ones the earliest in it.
fn partly(source: &Fingerprint, wanted: &[u64], length: usize) -> Standing {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut from = 0;
    while let Some(behind) = wanted.get(from..).filter(|behind| !behind.is_empty()) {
        let longest = behind.first().and_then(|first| {
            source.positions(*first).map(|at| (agreeing(source, behind, at), at)).max_by_key(|(run, _)| *run)
        });
        if let Some((run, at)) = longest
            && best.is_none_or(|(_, _, known)| run > known)
        {
            best = Some((at, from, run));
        }
        from += longest.map_or(1, |(run, _)| run.max(1));
    }
    best.map_or(Standing::Nowhere, |(at, from, run)| part(at, from, run + RUN - 1, length))
}

/// How many hashes in a row agree from the source's position `at`.
fn agreeing(source: &Fingerprint, wanted: &[u64], at: usize) -> usize {
    source.hashes.get(at..).unwrap_or_default().iter().zip(wanted).take_while(|(a, b)| a == b).count()
}

/// A part that begins the quotation fails at the token behind it; any other fails at the token before it,
/// since otherwise the hash before would stand, too.
fn part(at: usize, from: usize, length: usize, whole: usize) -> Standing {
    let wrong = if from == 0 { length.min(whole.saturating_sub(1)) } else { from - 1 };
    Standing::Partly { at, from, length, wrong }
}
