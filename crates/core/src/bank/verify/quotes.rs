//! Owns the verification of what questions and concepts quote.
//!
//! Never proves a quotation itself: [`prove`] does.

use crate::bank::draft::{Literal, Record};
use crate::diagnostic::{self, Findings};
use crate::question::{Proof, Quote, prove};

/// A quotation as it is written: its fragments and its note.
type Written<'a> = (&'a [Literal], Option<&'a Literal>);

/// The quotations of a question or of a concept, or `None` where something in them was reported. `what` is what has to
/// have one.
pub(super) fn verify(
    proof: Option<&Proof<'_>>,
    record: &Record,
    what: &str,
    findings: &mut Findings,
) -> Option<Vec<Quote>> {
    let single = record.texts("quote");
    let several = record.records("quotes").unwrap_or_default();
    if !single.is_empty() && !several.is_empty() {
        findings.add(diagnostic::quote_and_quotes(record.span_of("quote")));
    }
    if single.is_empty() && several.is_empty() && record.whole && record.is_read("quote") && record.is_read("quotes") {
        findings.add(diagnostic::quote_missing(record.span_of("quote"), what));
    }
    for empty in several.iter().filter(|quote| quote.has("text") && quote.texts("text").is_empty()) {
        if empty.is_read("text") {
            findings.add(diagnostic::quote_missing(empty.span_of("text"), what));
        }
    }
    let written: Vec<Written<'_>> = core::iter::once((single, None))
        .chain(several.iter().map(|quote| (quote.texts("text"), quote.text("sic"))))
        .filter(|(fragments, _)| !fragments.is_empty())
        .collect();
    let proof = proof?;
    let proved: Vec<Option<Quote>> =
        written.into_iter().map(|(fragments, sic)| prove(proof, fragments, sic, findings)).collect();
    proved.into_iter().collect()
}
