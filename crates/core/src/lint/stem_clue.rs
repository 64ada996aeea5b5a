//! Owns the rule `stem-clue`.
//!
//! Never counts words that a bank's prompts share, nor those that a wrong option has, too.

use std::collections::BTreeSet;

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Ground, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::question::Authored;

pub(super) const RULE: Rule = Rule {
    name: "stem-clue",
    summary: "words of the prompt stand in the right option and in no other",
    reason: "An option that sounds like the question is chosen for its sound. The rule compares stems of words that mean \
             something by themselves, and leaves out those of the source’s title and of every third prompt or more. It \
             speaks where two stems or more are shared by the prompt and the right one of three or more options alone, \
             or one of seven letters or more that no other prompt of the bank has.",
    bad: "What happens to a book on the waiting list?\n  - It is sold\n  + It is kept for the first reader on the waiting list\n  - It is bound anew",
    good: "What happens to a returned book for which somebody has asked?\n  - It is sold at the end of the year\n  + It is kept behind the desk\n  - It is put back on its shelf",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 28b: clang associations, choices identical to or resembling \
                words in the stem",
    reads: Reads::Any,
    look: Look::Question(question),
};

/// From so many letters on one stem is enough.
const LONG: usize = 7;

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let ground = scene.ground;
    let flaw = |(record, authored): (&_, &Authored)| {
        let choice = authored.choice()?;
        let others: BTreeSet<String> =
            choice.others.iter().flat_map(|offer| ground.language.ideas(&offer.text)).collect();
        let prompt = ground.telling(&asked.read());
        let shared: Vec<String> = ground
            .telling(&choice.key.text)
            .into_iter()
            .filter(|stem| prompt.contains(stem) && !others.contains(stem))
            .collect();
        let long = |stem: &String| stem.chars().count() >= LONG && is_rare(ground, stem);
        let given = shared.len() >= 2 || shared.iter().any(long);
        given.then(|| diagnostic::stem_clue(choice.key.place.span(record), &shared))
    };
    asked.lists().filter_map(flaw).collect()
}

/// Whether one prompt of the bank alone has this stem.
fn is_rare(ground: &Ground<'_>, stem: &str) -> bool {
    let has = |question: &crate::Question| {
        ground.language.ideas(&crate::prose::plain(&question.prompt)).iter().any(|own| own == stem)
    };
    ground.bank.questions().filter(|question| has(question)).nth(1).is_none()
}
