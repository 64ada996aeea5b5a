//! Owns the rule `quote-without-key`.
//!
//! Never doubts that the quotation stands in the source: `verify` has proved that.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};

pub(super) const RULE: Rule = Rule {
    name: "quote-without-key",
    summary: "the quotation has next to nothing in common with the key",
    reason: "A quotation proves the key. One that shares no word with it is likely that of another question, or a sentence \
             off. Good keys are in the author’s own words, so that the rule speaks only where no word of the key that \
             means something is quoted, and fewer than two words of the prompt and of the reason for the key are; of a key in \
             figures, which may be rounded, none. Words \
             of the source’s title and of every third prompt or more do not count.",
    bad: "How long is a loan? Three weeks. Quote: “A lost book is paid for at the price of a new copy.”",
    good: "How long is a loan? Three weeks. Quote: “A loan lasts three weeks”",
    reference: "Haladyna, Downing and Rodriguez 2002: make sure that only one of these choices is the right answer; here the \
                quotation is what makes sure of it",
    reads: Reads::Any,
    look: Look::Question(question),
};

/// So many words the quotation shares with prompt and reason at least, where it has none of the key.
const FEWEST: usize = 2;

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let ground = scene.ground;
    let quoted = ground.telling(&asked.quoted());
    let shared = |text: &str| ground.telling(text).intersection(&quoted).count();
    let of_key: usize = asked.wording.keys.iter().map(|key| shared(key)).sum();
    let whys = asked.wording.whys.iter().filter(|why| why.right).map(|why| why.text.as_str());
    let around: Vec<&str> = whys.chain([asked.prompt.as_str(), asked.wording.beside.as_str()]).collect();
    // A number may be rounded, or written out where it is quoted.
    let figures =
        !asked.wording.keys.is_empty() && !asked.wording.keys.iter().any(|key| key.contains(char::is_alphabetic));
    let fewest = if figures { 1 } else { FEWEST };
    let unproved = of_key == 0 && shared(&around.join(" ")) < fewest && !quoted.is_empty();
    let field = if asked.record.has("quote") { "quote" } else { "quotes" };
    unproved.then(|| diagnostic::quote_without_key(asked.record.span_of(field))).into_iter().collect()
}
