//! Owns the proof of a quotation: from an author's words and a fingerprint to a [`Quote`] or a diagnostic.
//!
//! Never searches hashes itself: the fingerprint does.

use super::{Quote, link};
use crate::bank::draft::Literal;
use crate::diagnostic::{self, Diagnostic, Findings, Mend, Part};
use crate::source::fingerprint::{RUN, Standing};
use crate::source::token::{Token, tokens};
use crate::source::{Fingerprint, Source, SourceText, Span};

/// What a quotation is proved against.
pub(crate) struct Proof<'a> {
    pub source: &'a Source,
    pub fingerprint: &'a Fingerprint,
    /// The source's text, where the author gave it: it only makes the diagnostics better.
    pub text: Option<&'a SourceText>,
    /// The source's text, where the bank ships it.
    pub shipped: Option<&'a SourceText>,
}

/// Proves the fragments of one quotation, in order; `None` when a diagnostic was added that is an error.
pub(crate) fn prove(
    proof: &Proof<'_>,
    fragments: &[Literal],
    sic: Option<&Literal>,
    findings: &mut Findings,
) -> Option<Quote> {
    let mut before = Span::default();
    let mut list = Vec::new();
    for literal in fragments {
        let found = fragment(proof, literal, before, findings);
        before = found.as_ref().map_or(before, |found| found.span);
        list.push(found);
    }
    let proved: Vec<Proved> = list.into_iter().collect::<Option<_>>()?;
    let first = proved.first()?.span.start;
    let page = proof.source.address.as_deref();
    let unique = proved.iter().all(|fragment| fragment.unique);
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let stretches = |text: &SourceText| proved.iter().flat_map(|fragment| text.stretches(fragment.span)).collect();
    Some(Quote {
        stretches: proof.shipped.map(stretches).unwrap_or_default(),
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
        words(&self.text, &self.tokens, range)
    }
}

/// Proves one fragment, which has to stand behind the one `before` it.
fn fragment(proof: &Proof<'_>, literal: &Literal, before: Span, findings: &mut Findings) -> Option<Proved> {
    let tokens = tokens(literal.text());
    match proof.fingerprint.standing(&tokens, before.end) {
        Standing::Stands { at, again } => {
            if let Some(again) = again {
                let places = (proof.fingerprint.place(at), proof.fingerprint.place(again));
                findings.add(diagnostic::quote_not_unique(literal.span(), places.0, places.1));
            }
            let span = Span::new(at, at + tokens.len());
            return Some(Proved { text: literal.text().to_owned(), tokens, span, unique: again.is_none() });
        }
        Standing::TooShort => findings.add(diagnostic::quote_too_short(literal.span(), tokens.len(), RUN)),
        Standing::Partly { at, from, length, differing } => match misplaced(proof, literal, &tokens, before) {
            Some(misplaced) => findings.add(misplaced),
            None => findings.add(partly(proof, literal, &tokens, (at, from, length, differing))),
        },
        Standing::Nowhere => findings.add(nowhere(proof, literal, &tokens)),
    }
    None
}

/// What is wrong with a fragment that does stand in the source, and not behind the one before it.
fn misplaced(proof: &Proof<'_>, literal: &Literal, tokens: &[Token], before: Span) -> Option<Diagnostic> {
    let Standing::Stands { at, .. } = proof.fingerprint.standing(tokens, 0) else { return None };
    let place = proof.fingerprint.place(at);
    let overlaps = at + tokens.len() > before.start;
    Some(if overlaps {
        diagnostic::quote_overlap(literal.span(), place)
    } else {
        diagnostic::quote_order(literal.span(), place)
    })
}

fn partly(
    proof: &Proof<'_>,
    literal: &Literal,
    tokens: &[Token],
    (at, from, length, differing): (usize, usize, usize, Vec<Span>),
) -> Diagnostic {
    let nearest = proof.text.and_then(|text| text.nearest(tokens));
    let part = Part {
        words: words(literal.text(), tokens, from..from + length),
        place: proof.fingerprint.place(at),
        before: from == 0,
    };
    let hint = hint(tokens, &differing, nearest.as_ref().map(|nearest| nearest.words));
    // With the text at hand each word is known; without it, those in whose neighbourhood nothing stands.
    let differing = nearest.map(|nearest| nearest.differing).filter(|list| !list.is_empty()).unwrap_or(differing);
    diagnostic::quote_not_found(place_of(literal, tokens, &differing), &hint)
        .differing(&wordings(literal, tokens, &differing))
        .standing_as_far_as(&part)
}

fn nowhere(proof: &Proof<'_>, literal: &Literal, tokens: &[Token]) -> Diagnostic {
    let whole = [Span::new(0, tokens.len())];
    let Some(nearest) = proof.text.and_then(|text| text.nearest(tokens)) else {
        return diagnostic::quote_not_found(literal.span(), &hint(tokens, &whole, None)).nowhere(tokens.len(), RUN);
    };
    let first = nearest.differing.first().map_or(0, |span| span.start);
    let there = proof.fingerprint.place(nearest.start + first);
    diagnostic::quote_not_found(
        place_of(literal, tokens, &nearest.differing),
        &hint(tokens, &whole, Some(nearest.words)),
    )
    .differing(&wordings(literal, tokens, &nearest.differing))
    .nearest_in(there)
}

/// What mends a quotation that differs from its source in these stretches.
fn hint<'a>(tokens: &[Token], differing: &[Span], nearest: Option<&'a str>) -> Mend<'a> {
    let is_elision = |number: &usize| tokens.get(*number).is_some_and(Token::is_ellipsis);
    let elided = differing.iter().flat_map(|span| span.start..span.end).filter(is_elision);
    match elided.map(|number| number == 0 || number + 1 == tokens.len()).reduce(|one, other| one && other) {
        Some(true) => Mend::WithoutEllipsis,
        Some(false) => Mend::InParts { least: RUN },
        None => nearest.map_or(Mend::Copied, Mend::Nearest),
    }
}

/// Where some stretches of tokens stand in the author's file, from the first to the last.
fn place_of(literal: &Literal, tokens: &[Token], stretches: &[Span]) -> Span {
    let token = |number: usize| tokens.get(number).map(|token| literal.at(token.span));
    let first = stretches.first().and_then(|first| token(first.start));
    let last = stretches.last().and_then(|last| token(last.end.checked_sub(1)?));
    first.zip(last).map_or(literal.span(), |(first, last)| Span::new(first.start, last.end))
}

/// The words of some stretches of tokens.
fn wordings(literal: &Literal, tokens: &[Token], stretches: &[Span]) -> Vec<String> {
    stretches.iter().map(|span| words(literal.text(), tokens, span.start..span.end)).collect()
}

/// The words of some tokens of a text, with single spaces for all white space.
fn words(text: &str, tokens: &[Token], range: core::ops::Range<usize>) -> String {
    let part = tokens.get(range).unwrap_or_default();
    let span = part.first().zip(part.last()).map(|(first, last)| first.span.start..last.span.end);
    let words = span.and_then(|span| text.get(span)).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
