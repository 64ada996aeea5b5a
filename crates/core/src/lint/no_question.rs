//! Owns the rule `no-question`.
//!
//! Never looks at statements to be judged, nor at sentences to be completed: these need not ask.

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::language::{Language, words};

pub(super) const RULE: Rule = Rule {
    name: "no-question",
    summary: "the prompt asks nothing",
    reason: "A prompt that only names a topic leaves students to guess the question from the options. The rule accepts a \
             question mark, a colon or an ellipsis at the end, a verb that tells what to do (“Match …”, “Put …”), and the \
             beginning of a sentence that options in small letters complete.",
    bad: "The waiting list.\n  - It has ten places\n  + It holds readers who asked for a book",
    good: "Who is put on the waiting list?\n  - Whoever returns a book late\n  + Whoever asks for a book that is out",
    reference: "Haladyna, Downing and Rodriguez 2002: ensure that the directions in the stem are very clear; and guideline 15: \
                include the central idea in the stem instead of the choices",
    reads: Reads::English,
    look: Look::Question(question),
};

/// Verbs with which a task begins.
#[rustfmt::skip]
const TASKS: &[&str] = &[
    "arrange", "assign", "calculate", "choose", "compare", "complete", "connect", "count", "decide", "describe", "enter",
    "estimate", "explain", "fill", "find", "give", "identify", "list", "mark", "match", "name", "order", "pick", "place",
    "put", "read", "recall", "say", "select", "sort", "state", "tell", "think", "tick", "type", "use", "work", "write",
];

/// Words with which a polite or indirect task begins.
const LEADS: &[&str] = &["please", "now", "first", "then"];

fn question(scene: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    let prompt = asked.prompt.trim();
    let silent = asked.authored.asks && !asks(prompt) && !is_begun(&scene.ground.language, asked);
    silent.then(|| diagnostic::no_question(asked.place("prompt"))).into_iter().collect()
}

fn asks(prompt: &str) -> bool {
    let ends = [':', '…', '_', '–', '—'];
    let task = |sentence: &str| {
        let all = words(sentence);
        let mut first = all.iter().skip_while(|word| LEADS.contains(&word.as_str()));
        first.next().is_some_and(|word| TASKS.contains(&word.as_str()))
    };
    // A task may follow a comma: “In the order of the text, put …”.
    prompt.contains('?')
        || prompt.ends_with(ends)
        || prompt.ends_with("...")
        || prompt.split(['.', ',', ';', ':', '!']).any(task)
}

/// Whether the prompt begins a sentence that the options complete.
fn is_begun(language: &Language, asked: &Asked<'_>) -> bool {
    let ended = asked.prompt.trim_end().ends_with(['.', '!']);
    let small = asked.authored.offers.iter().all(|offer| !offer.text.trim_start().starts_with(char::is_uppercase));
    let hangs = words(&asked.prompt).last().is_some_and(|word| language.is_stop(word));
    !ended && !asked.authored.offers.is_empty() && (small || hangs)
}
