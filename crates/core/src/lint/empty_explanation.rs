//! Owns the rule `empty-explanation`.
//!
//! Never asks for length: a short explanation may say much.

use std::collections::BTreeSet;

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};

pub(super) const RULE: Rule = Rule {
    name: "empty-explanation",
    summary: "the explanation only repeats the prompt, the key or the quotation",
    reason: "Students who got it wrong learn nothing from reading the key once more. An explanation says why: it connects \
             the quotation with the answer, or tells what was confused. The rule speaks where fewer than four words that \
             mean something are neither in the prompt nor in the key, or none that is not in the quotation either.",
    bad: "How long is a loan? Three weeks. Explanation: A loan is three weeks long.",
    good: "How long is a loan? Three weeks. Explanation: The sentence gives two terms, that of a loan and that of a book \
           kept at the desk; only the first can be renewed.",
    reference: "Shute 2008, Focus on Formative Feedback: elaborated feedback helps more than being told the right answer",
    reads: Reads::Any,
    look: Look::Question(question),
};

/// So many new stems an explanation has at least.
const FEWEST: usize = 4;

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let language = &scene.ground.language;
    let mut known = language.ideas(&asked.read());
    known.extend(asked.authored.keys.iter().flat_map(|key| language.ideas(key)));
    let new: BTreeSet<String> = language.ideas(&asked.explanation()).difference(&known).cloned().collect();
    let own = new.difference(&language.ideas(&asked.quoted())).count();
    let empty = new.len() < FEWEST || own == 0;
    let span = asked.place("explanation");
    empty.then(|| diagnostic::empty_explanation(span, own == 0 && new.len() >= FEWEST)).into_iter().collect()
}
