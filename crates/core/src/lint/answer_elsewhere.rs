//! Owns the rule `answer-elsewhere`.
//!
//! Never looks at explanations: they are read when the answer has been given.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Ground, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::Language;

pub(super) const RULE: Rule = Rule {
    name: "answer-elsewhere",
    summary: "the prompt gives the answer to another question of the set",
    reason: "Students answer a set as a whole, and look back. The rule speaks where a prompt has all words of another \
             question’s key in a row, and beside them a telling word of that question’s own prompt: not one of the source’s \
             title or of every third prompt. A key of one word counts from six letters or two figures on. Statements that \
             are false, and keys that their own prompt names, do not count.",
    bad: "Which list is a reader put on? (Waiting list) … Whom does the library write to when a reader on the waiting list is next?",
    good: "Which list is a reader put on? (Waiting list) … Whom does the library write to as soon as a book comes back?",
    reference: "Haladyna, Downing and Rodriguez 2002: keep the content of each item independent from content of other items on \
                the test",
    reads: Reads::Any,
    look: Look::Question(question),
};

/// From so many letters on one word is an answer that no prompt has by accident.
const LONG: usize = 6;

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    if asked.authored.denies {
        return Vec::new();
    }
    let others = scene.asked.iter().filter(|other| other.question.id != asked.question.id);
    let span = asked.place("prompt");
    let given = others.filter_map(|other| Some((other, given(scene.ground, asked, other)?)));
    given.map(|(other, key)| diagnostic::answer_elsewhere(span, &other.question.id, key)).collect()
}

/// The key of another question that stands in this one's prompt.
fn given<'a>(ground: &Ground<'_>, asked: &Asked<'_>, other: &'a Asked<'_>) -> Option<&'a str> {
    let [said, own] = [&asked.prompt, &other.read()].map(|text| ground.language.stems(text));
    let (telling, about) = (ground.telling(&asked.prompt), ground.telling(&other.prompt));
    let is_given = |key: &&String| {
        let stems = ground.language.stems(bare(key));
        let beside = telling.intersection(&about).any(|stem| !stems.contains(stem));
        counts(&ground.language, key) && beside && holds(&said, &stems) && !holds(&own, &stems)
    };
    other.authored.keys.iter().find(is_given).map(String::as_str)
}

/// Whether a key is long enough to tell anything by itself.
fn counts(language: &Language, key: &str) -> bool {
    let content = language.content(key);
    let letters = key.chars().filter(|c| c.is_alphabetic()).count();
    let figures = key.chars().filter(char::is_ascii_digit).count();
    content.len() >= 2 || content.len() == 1 && (letters >= LONG || figures >= 2)
}

/// The key without the article before it.
fn bare(key: &str) -> &str {
    let key = key.trim();
    ["The ", "A ", "An ", "the ", "a ", "an "].iter().find_map(|article| key.strip_prefix(article)).unwrap_or(key)
}

fn holds(text: &[String], run: &[String]) -> bool {
    !run.is_empty() && text.windows(run.len()).any(|part| part == run)
}
