//! Owns the rule `above-under-shuffle`.
//!
//! Never looks where options keep their order. `check` itself warns of “all of these” without a place of its own.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::words;
use crate::question::authored::Offer;

pub(super) const RULE: Rule = Rule {
    name: "above-under-shuffle",
    summary: "an option names others by their place or letter, and options are shown in any order",
    reason: "“None of the above” in the first place, and “Both A and C” where these letters are other options in each \
             attempt, cannot be answered. “All of the above” is better avoided altogether: whoever knows two options to \
             be right has the key, and whoever knows one to be wrong has excluded it. The rule speaks where the options \
             of a question are shuffled, unless an option about those above has `fixed = true` and stands last.",
    bad: "Who may borrow?\n  - Children\n  - Adults\n  - Both A and B",
    good: "Who may borrow?\n  - Children alone\n  - Adults alone\n  + Children and adults",
    reference: "Haladyna, Downing and Rodriguez 2002: none-of-the-above should be used carefully, and avoid all-of-the-above",
    reads: Reads::English,
    look: Look::Question(question),
};

const QUANTIFIERS: &[&str] = &["all", "none", "both", "neither", "any", "each", "either", "some", "two", "one", "only"];
const ABOVE: &[&str] = &["above", "preceding", "foregoing", "previous"];
const BELOW: &[&str] = &["below", "following"];
const NAMED: &[&str] = &["answer", "answers", "option", "options", "choice", "choices"];

fn question(_: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    if !asked.shuffled {
        return Vec::new();
    }
    let flaws = |(record, words): (&_, &crate::question::Authored)| {
        let last = words.offers.len().saturating_sub(1);
        let wrong = |(at, offer): &(usize, &Offer)| match points_at(&offer.text) {
            Some(Direction::Above) => !offer.fixed || *at != last,
            Some(Direction::Below) => !offer.fixed || *at != 0,
            Some(Direction::Letter) => true,
            None => false,
        };
        let found = words.offers.iter().enumerate().filter(wrong);
        found
            .map(|(_, offer)| diagnostic::above_under_shuffle(offer.place.span(record), &offer.text))
            .collect::<Vec<_>>()
    };
    asked.lists().flat_map(flaws).collect()
}

enum Direction {
    Above,
    Below,
    Letter,
}

/// Where an option points, if it speaks of others by their place.
fn points_at(text: &str) -> Option<Direction> {
    let words = words(text);
    let (first, last) = (words.first()?.as_str(), words.last()?.as_str());
    if words.len() <= 6 && QUANTIFIERS.contains(&first) {
        let ends = |known: &[&str]| known.contains(&last);
        if ends(ABOVE) && words.len() > 1 {
            return Some(Direction::Above);
        }
        if ends(BELOW) && words.len() > 1 {
            return Some(Direction::Below);
        }
    }
    is_letters(text).then_some(Direction::Letter)
}

/// `A and C`, `Both A and B`, `Options 1 and 2`, `A, B and C`: two letters or numbers at least, and nothing else. Numbers
/// by themselves are an answer, unless they are called options.
fn is_letters(text: &str) -> bool {
    let all: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = all.iter().any(|word| NAMED.contains(&word.to_lowercase().as_str()));
    let letter = |word: &str| word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase() && c <= 'H');
    let number = |word: &str| named && word.len() == 1 && word.chars().all(|c| c.is_ascii_digit());
    let joins = ["and", "or", "both", "only", "neither", "nor", "not", "but"];
    let known =
        |word: &str| joins.contains(&word.to_lowercase().as_str()) || NAMED.contains(&word.to_lowercase().as_str());
    let marks = all.iter().filter(|word| letter(word) || number(word)).count();
    marks >= 2 && all.len() > 2 && all.iter().all(|word| letter(word) || number(word) || known(word))
}
