//! Owns the rule `quote-without-key`.
//!
//! Never doubts that the quotation stands in the source: `verify` has proved that.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};

pub(super) const RULE: Rule = Rule {
    name: "quote-without-key",
    summary: "the quotation has no word in common with the key, nor with what stands around it",
    reason: "A quotation proves the key. One that shares no word with it is likely that of another question, or a sentence \
             off. Good keys are in the author’s own words, so that the rule speaks only where no word that means something \
             is shared with the key, nor with the prompt, nor with the reason for the key. Words of the source’s title and \
             of every third prompt or more do not count.",
    bad: "How long is a loan? Three weeks. Quote: “A lost book is paid for at the price of a new copy.”",
    good: "How long is a loan? Three weeks. Quote: “A loan lasts three weeks”",
    reference: "Haladyna, Downing and Rodriguez 2002: make sure that only one of these choices is the right answer; here the \
                quotation is what makes sure of it",
    reads: Reads::Any,
    look: Look::Question(question),
};

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let ground = scene.ground;
    let quoted = ground.telling(&asked.quoted());
    let shared = |text: &str| ground.telling(text).intersection(&quoted).count();
    let of_key: usize = asked.authored.keys.iter().map(|key| shared(key)).sum();
    let whys = asked.authored.whys.iter().filter(|why| why.right).map(|why| why.text.as_str());
    let around: Vec<&str> = whys.chain([asked.prompt.as_str(), asked.authored.beside.as_str()]).collect();
    let unproved = of_key == 0 && shared(&around.join(" ")) == 0 && !quoted.is_empty();
    let field = if asked.record.has("quote") { "quote" } else { "quotes" };
    unproved.then(|| diagnostic::quote_without_key(asked.place(field))).into_iter().collect()
}
