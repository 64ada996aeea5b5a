//! Owns the rule `key-position`.
//!
//! Never sees the order that the player draws: a reader of the file, and of a page without scripts, sees this one.

use super::rule::{Look, Reads, Rule};
use super::scene::Scene;
use crate::chance::{at_least, at_most};
use crate::diagnostic::{self, Diagnostic};

pub(super) const RULE: Rule = Rule {
    name: "key-position",
    summary: "the right options of a set stand too often, or too seldom, in one place",
    reason: "Authors hide the right option in the middle, or write it first. Where options keep their order, and for whoever \
             reads the set as a file, the place gives the answer. The rule counts questions with one right option of three \
             or more, and speaks where a place holds the right one so often, or so seldom, that chance would do it in less \
             than one set in twenty, all places together.",
    bad: "Twelve questions with four options each, nine of which have the right one in the second place",
    good: "Twelve questions with four options each, which have the right one in the first place four times, in the second \
           twice, in the third three times and in the last three times",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 20: vary the location of the right answer according to the \
                number of choices",
    reads: Reads::Any,
    look: Look::Set(set),
};

/// The chance below which an uneven place is no accident.
const RARE: f64 = 0.05;

fn set(scene: &Scene<'_>) -> Vec<Diagnostic> {
    let choices = scene.asked.iter().filter(|asked| asked.authored.choice().is_some());
    let keys: Vec<(usize, usize)> = choices
        .filter_map(|asked| {
            let offers = &asked.authored.offers;
            Some((offers.iter().position(|offer| offer.right)?, offers.len()))
        })
        .collect();
    let places = keys.iter().map(|(_, options)| *options).max().unwrap_or(0);
    let uneven = |place: usize| {
        let there: Vec<f64> =
            keys.iter().filter(|(_, options)| place < *options).map(|(_, options)| 1.0 / *options as f64).collect();
        let count = keys.iter().filter(|(key, _)| *key == place).count();
        let chance = at_least(&there, count).min(at_most(&there, count)) * places as f64;
        (chance < RARE).then_some((place, count, there))
    };
    let found = (0..places).find_map(uneven);
    found
        .map(|(place, count, there)| {
            let expected = there.iter().sum::<f64>();
            diagnostic::key_position(scene.record.span_of("title"), place + 1, count, there.len(), expected)
        })
        .into_iter()
        .collect()
}
