//! Owns the rule `negative-stem`.
//!
//! Never looks at statements to be judged, nor at reasons: “why not” asks for one.

use unicode_segmentation::UnicodeSegmentation;

use super::rule::{Look, Reads, Rule};
use super::scene::{Asked, Scene};
use crate::diagnostic::{self, Diagnostic};
use crate::prose::Inline;

pub(super) const RULE: Rule = Rule {
    name: "negative-stem",
    summary: "the prompt asks for what is not so, and the word that says it is not emphasised",
    reason: "Whoever overlooks a “not” knows the answer and gets it wrong. Ask for what is so; where that cannot be, make \
             the word stand out: *not*, **except** or NOT. The rule looks at prompts that ask which, what, who, where or \
             when, and at “not” and “n’t” behind their verb, and at “except”. It passes over “why” and “how”, over what \
             stands in a subordinate clause, over “not only”, and over statements to be judged.",
    bad: "Which of these does not delay the return of a book?",
    good: "Which of these does *not* delay the return of a book?",
    reference: "Haladyna, Downing and Rodriguez 2002, guideline 17: word the stem positively, avoid negatives such as NOT or \
                EXCEPT; if they are used, always capitalised and bold",
    reads: Reads::English,
    look: Look::Question(question),
};

const ASKS: &[&str] = &["which", "what", "who", "whom", "whose", "where", "when"];
const REASONS: &[&str] = &["why", "how", "reason", "whether"];
const CLAUSES: &[&str] =
    &["that", "if", "because", "although", "while", "since", "as", "unless", "until", "though", "after"];
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "be", "do", "does", "did", "has", "have", "had", "can", "could", "may", "might", "must",
    "should", "would", "will", "shall",
];

fn question(_: &Scene<'_>, asked: &Asked<'_>) -> Vec<Diagnostic> {
    if !asked.authored.asks {
        return Vec::new();
    }
    let mut all = Vec::new();
    collect(&asked.question.prompt, false, &mut all);
    let flaw = negation(&all).map(|word| diagnostic::negative_stem(asked.place("prompt"), word));
    flaw.into_iter().collect()
}

/// A word and whether it stands out.
type Word = (String, bool);

fn collect(line: &[Inline], stressed: bool, all: &mut Vec<Word>) {
    for piece in line {
        match piece {
            Inline::Plain(text) | Inline::Code(text) => {
                let straight = text.replace('’', "'");
                let word = |word: &str| (word.to_lowercase(), stressed || is_capital(word));
                all.extend(straight.unicode_words().map(word));
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) => collect(inner, true, all),
            Inline::Link { label, .. } => collect(label, stressed, all),
            Inline::Break => {}
        }
    }
}

fn is_capital(word: &str) -> bool {
    word.len() > 1 && !word.contains(char::is_lowercase)
}

/// The word that turns the question round, unless it stands out.
fn negation(all: &[Word]) -> Option<&str> {
    let asks = all.iter().position(|(word, _)| ASKS.contains(&word.as_str()))?;
    let mut verb = false;
    for (at, (word, stressed)) in all.iter().enumerate().skip(asks + 1) {
        let next = all.get(at + 1).map_or("", |(word, _)| word.as_str());
        let known = |list: &[&str]| list.contains(&word.as_str());
        let is_not =
            (word == "not" && verb || word.ends_with("n't")) && next != "only" && !["being", "having"].contains(&next);
        if is_not || word == "except" {
            return (!stressed).then_some(word);
        }
        if known(CLAUSES) || known(REASONS) || known(ASKS) {
            return None;
        }
        verb |= known(VERBS);
    }
    None
}
