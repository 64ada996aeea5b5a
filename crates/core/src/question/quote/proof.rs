//! Owns the proof of a quotation: from an author's words and a fingerprint to a [`Quote`] or a diagnostic.
//!
//! Never searches hashes itself: the fingerprint does.

use super::{Quote, link};
use crate::bank::draft::Literal;
use crate::diagnostic::{self, Findings, Part};
use crate::source::fingerprint::{RUN, Standing};
use crate::source::token::{Token, tokens};
use crate::source::{Fingerprint, Source, SourceText, Span};

/// What a quotation is proved against.
pub(crate) struct Proof<'a> {
    pub source: &'a Source,
    pub fingerprint: &'a Fingerprint,
    /// The source's text, where the author gave it: it only makes the diagnostics better.
    pub text: Option<&'a SourceText>,
}

/// Proves the fragments of one quotation, in order; `None` when a diagnostic was added that is an error.
pub(crate) fn prove(
    proof: &Proof<'_>,
    fragments: &[Literal],
    sic: Option<&Literal>,
    findings: &mut Findings,
) -> Option<Quote> {
    let mut from = 0;
    let mut proved = Vec::new();
    for literal in fragments {
        let found = fragment(proof, literal, from, findings)?;
        from = found.span.end;
        proved.push(found);
    }
    let first = proved.first()?.span.start;
    let page = proof.source.address.as_deref();
    let unique = proved.iter().all(|fragment| fragment.unique);
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Some(Quote {
        place: proof.fingerprint.place(first),
        tokens: proved.iter().map(|f| (small(f.span.start), small(f.span.end))).collect(),
        address: page
            .map(|page| if unique { link::at_words(page, proof.fingerprint, &proved) } else { page.to_owned() }),
        opens_at_words: unique && page.is_some(),
        fragments: proved.iter().map(|fragment| fragment.words(0..fragment.tokens.len())).collect(),
        sic: sic.map(|note| note.text().trim().to_owned()),
    })
}

/// A fragment that stands in the source.
pub(super) struct Proved {
    /// As the author wrote it; the tokens' spans are in it.
    pub text: String,
    pub tokens: Vec<Token>,
    /// The source's tokens that it covers.
    pub span: Span,
    pub unique: bool,
}

impl Proved {
    /// The words of some of its tokens, with single spaces for all white space.
    pub fn words(&self, range: core::ops::Range<usize>) -> String {
        let part = self.tokens.get(range).unwrap_or_default();
        let span = part.first().zip(part.last()).map(|(first, last)| first.span.start..last.span.end);
        let words = span.and_then(|span| self.text.get(span)).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn fragment(proof: &Proof<'_>, literal: &Literal, from: usize, findings: &mut Findings) -> Option<Proved> {
    let tokens = tokens(literal.text());
    match proof.fingerprint.standing(&tokens, from) {
        Standing::Stands { at, again } => {
            if let Some(again) = again {
                let places = (proof.fingerprint.place(at), proof.fingerprint.place(again));
                findings.add(diagnostic::quote_not_unique(literal.span(), places.0, places.1));
            }
            let span = Span::new(at, at + tokens.len());
            Some(Proved { text: literal.text().to_owned(), tokens, span, unique: again.is_none() })
        }
        Standing::TooShort => {
            findings.add(diagnostic::quote_too_short(literal.span(), tokens.len(), RUN));
            None
        }
        standing @ (Standing::Partly { .. } | Standing::Nowhere) => {
            findings.add(not_found(proof, literal, &tokens, &standing));
            None
        }
    }
}

fn not_found(proof: &Proof<'_>, literal: &Literal, tokens: &[Token], standing: &Standing) -> diagnostic::Diagnostic {
    if let Standing::Stands { at, .. } = proof.fingerprint.standing(tokens, 0) {
        return diagnostic::quote_order(literal.span(), proof.fingerprint.place(at));
    }
    let nearest = proof.text.and_then(|text| text.nearest(tokens));
    let words = |from: usize, to: usize| {
        let span = Span::new(tokens.get(from)?.span.start, tokens.get(to)?.span.end);
        Some((literal.text().get(span.start..span.end)?, span))
    };
    let &Standing::Partly { at, from, length, wrong } = standing else {
        return diagnostic::quote_not_found(literal.span(), None, nearest);
    };
    let (Some((standing, _)), Some((token, span))) = (words(from, from + length - 1), words(wrong, wrong)) else {
        return diagnostic::quote_not_found(literal.span(), None, nearest);
    };
    let part = Part { words: standing, place: proof.fingerprint.place(at), wrong: token, before: from == 0 };
    diagnostic::quote_not_found(literal.at(span), Some(&part), nearest)
}
