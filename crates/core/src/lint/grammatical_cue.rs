//! Owns the rule `grammatical-cue`.
//!
//! Never decides by ear where English leaves it open: an abbreviation, a figure, an initial “u” that may be either.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::words;
use crate::question::Authored;

pub(super) const RULE: Rule = Rule {
    name: "grammatical-cue",
    summary: "the grammar of the prompt fits the right option and not the others",
    reason: "An “an” before options of which one alone begins with a vowel, and a plural subject before options of which one \
             alone has a plural verb, give the answer to whoever reads aloud. The rule looks at what stands directly before \
             the options: the end of the prompt, or of the sentence up to a blank; and, where the prompt is the beginning of a \
             sentence, at options that begin with is, are, was, were, has, have, does or do.",
    bad: "The slip between the pages is an …\n  + entry for the date of return\n  - permit to borrow\n  - bill for the loan",
    good: "What is the slip between the pages?\n  + A note of the date of return\n  - A permit to borrow\n  - A bill for the loan",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 28c: grammatical inconsistencies that cue the test-taker to the \
                correct choice",
    reads: Reads::English,
    look: Look::Question(question),
};

const SINGULAR: &[&str] = &["is", "was", "has", "does"];
const PLURAL: &[&str] = &["are", "were", "have", "do"];

fn question(_: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let flaw = |(record, authored): (&_, &Authored)| {
        let choice = authored.choice()?;
        let before = if authored.asks { asked.prompt.as_str() } else { authored.before.as_str() };
        let others = || choice.others.iter().map(|offer| offer.text.as_str());
        let cue = article(before, &choice.key.text, others()).or_else(|| {
            let open = !before.trim_end().ends_with(['?', '.', '!']);
            number(&choice.key.text, others()).filter(|_| open)
        })?;
        Some(diagnostic::grammatical_cue(choice.key.place.span(record), &cue))
    };
    asked.lists().filter_map(flaw).collect()
}

/// The article before the options, where the key fits it and none of the others does.
fn article<'a>(before: &str, key: &str, mut others: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut all = words(before);
    let (last, previous) = (all.pop()?, all.pop().unwrap_or_default());
    let both = ["or", "a", "an"].contains(&previous.as_str());
    let open = !before.trim_end().ends_with(['?', '.', '!']);
    let needed = match last.as_str() {
        "an" => true,
        "a" => false,
        _ => return None,
    };
    let fits = takes_an(key)? == needed && others.all(|other| takes_an(other) == Some(!needed));
    (fits && open && !both).then_some(last)
}

/// The verb with which the key begins, where it is of one number and every other option of the other.
fn number<'a>(key: &str, others: impl Iterator<Item = &'a str>) -> Option<String> {
    let first = words(key).into_iter().next()?;
    let others: Vec<String> = others.map(|text| words(text).into_iter().next().unwrap_or_default()).collect();
    let all = |list: &[&str]| others.iter().all(|word| list.contains(&word.as_str()));
    let one = |list: &[&str]| list.contains(&first.as_str());
    (one(SINGULAR) && all(PLURAL) || one(PLURAL) && all(SINGULAR)).then_some(first)
}

/// Whether “an” stands before these words; `None` where that is not certain.
fn takes_an(text: &str) -> Option<bool> {
    let written = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = words(written).into_iter().next()?;
    let begins = |list: &[&str]| list.iter().any(|start| first.starts_with(start));
    let capitals = written.chars().take_while(|c| c.is_alphanumeric()).filter(|c| c.is_uppercase()).count();
    if capitals > 1 || !first.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    if begins(&["hour", "honest", "honour", "honor", "heir"]) {
        return Some(true);
    }
    if begins(&["one", "once", "eu", "ewe", "uni", "use", "usu", "uti", "ubi"]) {
        return if begins(&["unin", "unim"]) { Some(true) } else { Some(false) };
    }
    if first.starts_with('u') && !begins(&["un", "up"]) {
        return None;
    }
    Some(first.starts_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<bool>) {
        assert_eq!(takes_an(text), expect, "{text}");
    }

    #[test]
    fn the_article_goes_by_sound() {
        check("entry", Some(true));
        check("“Hour of need”", Some(true));
        check("union", Some(false));
        check("unusual case", Some(true));
        check("once-only fee", Some(false));
        check("NGO", None);
        check("8-day term", None);
    }
}
