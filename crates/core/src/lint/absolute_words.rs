//! Owns the rule `absolute-words`.
//!
//! Never looks at statements to be judged: an absolute word may be the very point of one.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::words;
use crate::question::Authored;
use crate::question::authored::Offer;

pub(super) const RULE: Rule = Rule {
    name: "absolute-words",
    summary: "absolute words stand in wrong options alone",
    reason: "What is so always, never or completely is seldom so, and students who know nothing of the matter strike out \
             such options first. The rule speaks where two wrong options or more, and at least half of them, have an \
             absolute word, and neither the prompt nor a right option has one. One such word by itself is often what the \
             option is about.",
    bad: "When is a loan renewed?\n  - Always, without a word\n  - Never, for any book\n  + Unless another reader has asked",
    good: "When is a loan renewed?\n  - At the reader’s third visit\n  - After the fee has been paid\n  + Unless another reader has asked",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 28a: specific determiners including always, never, \
                completely and absolutely",
    reads: Reads::English,
    look: Look::Question(question),
};

#[rustfmt::skip]
const ABSOLUTE: &[&str] = &[
    "always", "never", "all", "every", "none", "nobody", "nothing", "everyone", "everybody", "everything", "completely",
    "absolutely", "entirely", "totally", "solely", "exclusively", "invariably", "impossible", "only",
];

fn question(_: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let flaws = |(record, authored): (&_, &Authored)| {
        let of = |offer: &Offer| absolute(&offer.text);
        let (right, wrong): (Vec<&Offer>, Vec<&Offer>) = authored.offers.iter().partition(|offer| offer.right);
        let marked: Vec<(&Offer, String)> = wrong.iter().filter_map(|offer| Some((*offer, of(offer)?))).collect();
        let clear = right.iter().all(|offer| of(offer).is_none()) && absolute(&asked.read()).is_none();
        let many = marked.len() >= 2 && marked.len() * 2 >= wrong.len();
        let (first, word) = marked.first().filter(|_| clear && many && !right.is_empty())?;
        Some(diagnostic::absolute_words(first.place.span(record), word, marked.len(), wrong.len()))
    };
    asked.lists().filter_map(flaws).collect()
}

fn absolute(text: &str) -> Option<String> {
    words(text).into_iter().find(|word| ABSOLUTE.contains(&word.as_str()))
}
