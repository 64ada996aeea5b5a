//! Owns the rule `reading-level`.
//!
//! Never looks words up: the formula counts characters, words and sentences.

use unicode_segmentation::UnicodeSegmentation;

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::bank::Bank;
use crate::diagnostic::{self, Diagnostic};

pub(super) const RULE: Rule = Rule {
    name: "reading-level",
    summary: "a question reads far harder than its source",
    reason: "Who understands the source should understand what is asked about it. The rule compares grades by the Automated \
             Readability Index (Senter and Smith 1967), 4.71 c/w + 0.5 w/s - 21.43 for c characters, w words and s sentences: \
             of prompt, explanation and reasons together, from 60 words on, with the source’s text where the bank ships it, \
             else with what is quoted of it, from 100 words on. It speaks from four grades above the source on.",
    bad: "Notwithstanding the aforementioned administrative circumstances, which institutional consequences does \
          non-compliance necessitate?",
    good: "What follows when a book comes back late?",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 8: keep vocabulary simple for the group of students being tested",
    reads: Reads::English,
    look: Look::Question(question),
};

/// How many grades a question may lie above its source.
const ABOVE: f64 = 4.0;
/// Fewer words say nothing of a question.
const FEWEST: usize = 60;
/// Fewer words say nothing of a source.
const FEWEST_QUOTED: usize = 100;

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let whys = asked.lists().flat_map(|(_, authored)| &authored.whys).map(|why| why.text.clone());
    let texts: Vec<String> = [asked.prompt.clone(), asked.explanation()].into_iter().chain(whys).collect();
    let flaw = grade(texts.iter().map(String::as_str), FEWEST).zip(scene.ground.level).and_then(|(own, source)| {
        (own >= source + ABOVE).then(|| diagnostic::reading_level(asked.place("prompt"), own, source))
    });
    flaw.into_iter().collect()
}

/// The grade of the source: of its text where that is shipped, else of what is quoted.
pub(super) fn of_source(bank: &Bank) -> Option<f64> {
    let shipped = bank.paragraphs();
    let quoted = bank.questions().flat_map(|question| &question.quotes).flat_map(|quote| quote.fragments());
    match shipped.is_empty() {
        true => grade(quoted.map(String::as_str), FEWEST_QUOTED),
        false => grade(shipped.iter().map(String::as_str), FEWEST_QUOTED),
    }
}

/// The Automated Readability Index of texts that begin and end with sentences; `None` where they have too few words.
fn grade<'a>(texts: impl Iterator<Item = &'a str>, fewest: usize) -> Option<f64> {
    let (mut characters, mut count, mut sentences) = (0, 0, 0);
    for text in texts {
        let words = || text.unicode_words();
        count += words().count();
        characters += words().flat_map(str::chars).filter(|c| c.is_alphanumeric()).count();
        sentences += text.unicode_sentences().count();
    }
    let [characters, words, sentences] = [characters, count, sentences.max(1)].map(|n| n as f64);
    (count >= fewest).then(|| 4.71 * characters / words + 0.5 * words / sentences - 21.43)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grade_is_the_index_of_senter_and_smith() {
        // 10 words, 40 characters, 2 sentences: 18.84 + 2.5 - 21.43.
        let found = grade(["Five four more word. Then this text ends here also."].into_iter(), 1).unwrap();
        assert!((found - (4.71 * 40.0 / 10.0 + 2.5 - 21.43)).abs() < 1e-9, "{found}");
        assert_eq!(grade(["Too few words."].into_iter(), 4), None);
    }
}
