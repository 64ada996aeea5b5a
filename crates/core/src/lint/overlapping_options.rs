//! Owns the rule `overlapping-options`.
//!
//! Never judges meaning: two words for one thing are not found. `check` reports options that are the same.

mod range;

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::{Language, words};
use crate::question::authored::Offer;
use range::overlap;

pub(super) const RULE: Rule = Rule {
    name: "overlapping-options",
    summary: "two options overlap, or say the same in other forms of the same words",
    reason: "Where one option holds whenever another does, they are right together, or are struck out together. The rule finds an option \
             that is one member of another’s list (“A” beside “A and B”), ranges of the same thing that share a number \
             (“5 to 10” beside “10 to 15”), and options that differ in articles, marks and endings alone. Options that \
             differ in one word are of like form, and pass.",
    bad: "How many books may be kept?\n  - 5 to 10\n  - 10 to 15\n  + 15 to 20",
    good: "How many books may be kept?\n  - 5 to 9\n  - 10 to 14\n  + 15 to 20",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 22: keep choices independent; choices should not be overlapping",
    reads: Reads::Any,
    look: Look::Question(question),
};

const ARTICLES: &[&str] = &["a", "an", "the"];

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let language = &scene.ground.language;
    let mut flaws = Vec::new();
    for (record, authored) in asked.lists() {
        for (at, offer) in authored.offers.iter().enumerate() {
            let earlier = authored.offers.iter().take(at);
            let clashing =
                |earlier: &'_ Offer| Some((earlier.text.clone(), clash(language, &earlier.text, &offer.text)?));
            if let Some((text, how)) = earlier.filter_map(clashing).next() {
                flaws.push(diagnostic::overlapping_options(offer.place.span(record), &offer.text, &text, how));
            }
        }
    }
    flaws
}

/// How two options clash, if they do.
fn clash(language: &Language, one: &str, other: &str) -> Option<&'static str> {
    let bare = |text: &str| stems(language, text);
    if bare(one) == bare(other) && digits(one) == digits(other) {
        return Some("says the same as");
    }
    if language.english && (is_member(language, one, other) || is_member(language, other, one)) {
        return Some("is part of, or contains,");
    }
    (language.english && overlap(one, other)).then_some("shares a number with")
}

/// The stems of all words but articles, in their order.
fn stems(language: &Language, text: &str) -> Vec<String> {
    let bare: Vec<String> = words(text).into_iter().filter(|word| !ARTICLES.contains(&word.as_str())).collect();
    language.stems(&bare.join(" "))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether the second option is a list, with the first as one of its members.
fn is_member(language: &Language, member: &str, list: &str) -> bool {
    let parts = list.replace(" and ", ",").replace(" or ", ",");
    let parts: Vec<Vec<String>> = parts.split(',').map(|part| stems(language, part)).collect();
    let own = stems(language, member);
    parts.len() > 1 && !own.is_empty() && parts.contains(&own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expect: bool) {
        assert_eq!(clash(&Language::new("en"), one, other).is_some(), expect, "{one:?} {other:?}");
    }

    #[test]
    fn forms_of_the_same_words_clash() {
        check("The bar was short", "Bars were short", false);
        check("A bar is short", "The bars is short", true);
        check("It is harder than platinum", "It is lighter than platinum", false);
        check("From the state to the citizen", "From the citizen to the state", false);
    }

    #[test]
    fn a_member_of_a_list_clashes_with_the_list() {
        check("Governments", "Governments and businesses", true);
        check("Governments", "Governments alone", false);
        check("Citizens", "Governments, businesses and citizens", true);
    }
}
