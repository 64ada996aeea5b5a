//! Owns the rule `uneven-form`.
//!
//! Never compares lengths: `longest-option` does.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::{Language, words};
use crate::question::Authored;
use crate::question::authored::Offer;

pub(super) const RULE: Rule = Rule {
    name: "uneven-form",
    summary: "one option has another form than all the others",
    reason: "What looks different is chosen, or struck out, for its look. The rule speaks where one of three or more options \
             alone ends with a full stop, or alone does not; where one alone begins with a small letter, or with a capital on \
             a word that needs none; and, in English, where one alone begins with “to”, or alone does not. Options that are \
             figures or names differ in such things by themselves, and pass.",
    bad: "What does the reader do?\n  - Shows the card\n  - Signs the slip\n  + The reader asks at the desk, and waits.",
    good: "What does the reader do?\n  - Shows the card\n  - Signs the slip\n  + Asks at the desk",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 23: keep choices homogeneous in content and grammatical \
                structure",
    reads: Reads::Any,
    look: Look::Question(question),
};

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let language = &scene.ground.language;
    let flaw = |(record, authored): (&_, &Authored)| {
        let (offer, how) = odd(language, &authored.offers)?;
        Some(diagnostic::uneven_form(offer.place.span(record), &offer.text, how))
    };
    asked.lists().filter_map(flaw).collect()
}

/// The option that alone has another form, and which.
fn odd<'a>(language: &Language, offers: &'a [Offer]) -> Option<(&'a Offer, &'static str)> {
    let stop = alone(offers, |text| text.trim_end().ends_with('.') && !text.trim_end().ends_with(".."));
    if let Some((offer, has)) = stop {
        return Some((offer, if has { "ends with a full stop" } else { "ends without a full stop" }));
    }
    let begins_small = |text: &str| text.trim_start().starts_with(char::is_lowercase);
    if let Some((offer, small)) = alone(offers, begins_small) {
        // A capital may belong to a name; on a word such as “the” it does not.
        let plain = words(&offer.text).first().is_some_and(|word| language.is_stop(word));
        if (small || plain) && offers.iter().all(|offer| offer.text.trim_start().starts_with(char::is_alphabetic)) {
            return Some((offer, if small { "begins with a small letter" } else { "begins with a capital letter" }));
        }
    }
    let to = |text: &str| words(text).first().is_some_and(|word| word == "to");
    let (offer, has) = alone(offers, to).filter(|_| language.english)?;
    Some((offer, if has { "begins with “to”" } else { "begins without “to”" }))
}

/// The one option that has a property when no other has it, or has it not when all others have, and which of the two.
/// Of three options or more, so that it is clear which one is odd.
fn alone(offers: &[Offer], has: impl Fn(&str) -> bool) -> Option<(&Offer, bool)> {
    let having = offers.iter().filter(|offer| has(&offer.text)).count();
    let which = match having {
        _ if offers.len() < 3 => return None,
        1 => true,
        having if having + 1 == offers.len() => false,
        _ => return None,
    };
    offers.iter().find(|offer| has(&offer.text) == which).map(|offer| (offer, which))
}
