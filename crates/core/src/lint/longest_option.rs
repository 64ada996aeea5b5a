//! Owns the rule `longest-option`.
//!
//! Never counts formatting: students do not see it as letters.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::chance::at_least;
use crate::diagnostic::{self, Diagnostic};

pub(super) const RULE: Rule = Rule {
    name: "longest-option",
    summary: "the right option is conspicuously the longest",
    reason: "Authors qualify what is right until nobody can object to it, and leave what is wrong short. Students \
             notice, and choose by length. The rule speaks where the right one of three or more options is half as long \
             again as the longest wrong one, and by 12 characters or more; and of a set as a whole where the right \
             option is the longest so often that chance would do it in less than one set in a hundred.",
    bad: "How long may a book be kept?\n  - Two weeks\n  + Three weeks, and longer if nobody else has asked for it\n  - Four weeks",
    good: "How long may a book be kept?\n  - Two weeks\n  + Three weeks\n  - Four weeks",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 24: keep the length of choices about equal; and 28d: a \
                conspicuous correct choice",
    reads: Reads::Any,
    look: Look::Both(question, set),
};

/// How many times the longest wrong option the right one may measure.
const TIMES: f64 = 1.5;
/// How many characters it may have more.
const MORE: usize = 12;
/// The chance below which a set's right options are not the longest by accident.
const RARE: f64 = 0.01;

fn question(_: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let flaw = |(record, words): (&_, &crate::question::Authored)| {
        let choice = words.choice()?;
        let key = length(&choice.key.text);
        let longest = choice.others.iter().map(|offer| length(&offer.text)).max()?;
        let stands_out = key >= longest + MORE && key as f64 >= longest as f64 * TIMES;
        stands_out.then(|| diagnostic::longest_option(choice.key.place.span(record), key, longest))
    };
    asked.lists().filter_map(flaw).collect()
}

fn set(scene: &Scene<'_>) -> Vec<Diagnostic> {
    let choices = scene.asked.iter().filter_map(|asked| asked.authored.choice());
    let longest: Vec<(f64, bool)> = choices
        .map(|choice| {
            let key = length(&choice.key.text);
            let is_longest = choice.others.iter().all(|offer| length(&offer.text) < key);
            (1.0 / (choice.others.len() + 1) as f64, is_longest)
        })
        .collect();
    let chances: Vec<f64> = longest.iter().map(|(chance, _)| *chance).collect();
    let count = longest.iter().filter(|(_, is_longest)| *is_longest).count();
    let found = at_least(&chances, count) < RARE;
    found
        .then(|| diagnostic::longest_options(scene.record.span_of("title"), count, longest.len()))
        .into_iter()
        .collect()
}

fn length(text: &str) -> usize {
    text.trim().chars().count()
}
