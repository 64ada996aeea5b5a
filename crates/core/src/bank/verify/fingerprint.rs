//! Owns the verification of a bank's fingerprint: that it reads, and belongs to the bank and to the text at hand.
//!
//! Never looks for a quotation in it.

use super::{Evidence, Written};
use crate::diagnostic::{self, Diagnostic};
use crate::source::{Fingerprint, Span};

/// As much of a damaged line as is marked, in characters.
const SHOWN: usize = 80;

/// The fingerprint, or `None` where something about it was reported.
pub(super) fn verify(bank: &str, evidence: Evidence<'_>, list: &mut Vec<Diagnostic>) -> Option<Fingerprint> {
    let mut report = |diagnostic: Diagnostic| list.push(diagnostic.within(evidence.file));
    let text = match evidence.fingerprint {
        Written::Text(text) => text,
        Written::Unreadable => return None,
        Written::Missing => {
            report(diagnostic::fingerprint_missing());
            return None;
        }
    };
    let print = match text.parse::<Fingerprint>() {
        Ok(print) => print,
        Err(damage) => {
            report(diagnostic::fingerprint_damaged(line(text, damage.line), damage.expected));
            return None;
        }
    };
    if print.bank() != bank {
        report(diagnostic::fingerprint_other_bank(line(text, 2), print.bank(), bank));
        return None;
    }
    if evidence.text.is_some_and(|text| print != Fingerprint::of(text, bank)) {
        report(diagnostic::fingerprint_other_text());
    }
    Some(print)
}

/// Where a line stands, counted from 1.
fn line(text: &str, number: usize) -> Span {
    let start = text.split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum();
    let shown = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    Span::new(start, start + shown.char_indices().nth(SHOWN).map_or(shown.len(), |(at, _)| at))
}
