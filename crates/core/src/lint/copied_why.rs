//! Owns the rule `copied-why`.
//!
//! Never reports a `why` that is not there: `check` does.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::words;
use crate::question::Authored;
use crate::question::authored::Why;

pub(super) const RULE: Rule = Rule {
    name: "copied-why",
    summary: "a `why` says what has been said already, or no more than right or wrong",
    reason: "Each wrong option is a mistake of its own, and a student who made it wants to know which. A `why` that stands \
             under two options, repeats its option or the explanation, or says “This is wrong”, answers for none of them. \
             The rule compares words without regard to case and marks; a part of the explanation counts from eight words \
             on.",
    bad: "  - Two weeks (why: The source gives another number.)\n  - Four weeks (why: The source gives another number.)",
    good: "  - Two weeks (why: No term of two weeks is named.)\n  - Five days (why: So long a book is kept at the desk.)",
    reference: "Shute 2008, Focus on Formative Feedback: feedback should be specific to the answer that was given",
    reads: Reads::Any,
    look: Look::Question(question),
};

/// From so many words on, a part of the explanation is copied and not merely alike.
const LONG: usize = 8;

/// Words that only say that something is right or wrong.
#[rustfmt::skip]
const VERDICTS: &[&str] = &[
    "right", "wrong", "correct", "incorrect", "true", "false", "answer", "option", "yes", "no", "not", "this", "is", "the",
    "that", "it", "an", "a", "so",
];

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let explanation = words(&asked.explanation());
    let english = scene.ground.language.english;
    let mut flaws = Vec::new();
    for (record, authored) in asked.lists() {
        for (at, why) in authored.whys.iter().enumerate() {
            let said = words(&why.text);
            let earlier = authored.whys.iter().take(at).any(|earlier| words(&earlier.text) == said);
            let of_option = option_of(authored, why).is_some_and(|option| words(option) == said);
            let explained =
                said == explanation || said.len() >= LONG && explanation.windows(said.len()).any(|run| run == said);
            let verdict = english && said.iter().all(|word| VERDICTS.contains(&word.as_str()));
            let of = match (earlier, of_option, explained, verdict) {
                (true, _, _, _) => "another `why` of this question",
                (_, true, _, _) => "its own option",
                (_, _, true, _) => "the explanation",
                (_, _, _, true) => "the verdict",
                (false, false, false, false) => continue,
            };
            flaws.push(diagnostic::copied_why(why.place.span(record), of));
        }
    }
    flaws
}

/// What the option says that a reason belongs to.
fn option_of<'a>(authored: &'a Authored, why: &Why) -> Option<&'a str> {
    let own = authored.offers.iter().find(|offer| offer.place.is_beside(why.place));
    own.map(|offer| offer.text.as_str())
}
