//! Owns what tricks of test-wise students earn: ways to choose by the words of a question alone.
//!
//! Never judges a question: the linter does, where it is sure.

use std::collections::BTreeSet;

use crate::bank::{Bank, Set};
use crate::chance::at_least;
use crate::language::Language;
use crate::prose::plain;
use crate::question::Question;
use crate::question::authored::Offer;

/// A trick, and what it earns on the questions with one right option of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Trick {
    /// Which option it takes.
    pub takes: &'static str,
    /// The mark that it earns on average, from 0 to 1: where several options are as good, each is as likely to be taken.
    pub earns: f64,
    /// What chance would earn: the mean of 1/n over the questions of n options.
    pub chance: f64,
    /// On how many questions it points to one option alone, and on how many of these to the right one.
    pub clear: (usize, usize),
    /// How likely chance alone is right as often or more, where it points to one option: the upper tail of the Poisson
    /// binomial distribution.
    pub p: f64,
}

/// The words of one question by which a trick could go.
struct Seen<'a> {
    offers: Vec<&'a Offer>,
    stems: Vec<BTreeSet<String>>,
    prompt: BTreeSet<String>,
    others: BTreeSet<String>,
}

/// How good an option looks to a trick: more is better.
type Look = fn(&Seen<'_>, usize) -> isize;

/// Tricks that students are known to use (Millman, Bishop and Ebel 1965, An analysis of test-wiseness).
const TRICKS: [(&str, Look); 5] = [
    ("the longest option", |seen, at| length(seen, at)),
    ("the shortest option", |seen, at| -length(seen, at)),
    ("the option with most words of the prompt", |seen, at| common(seen, at, &seen.prompt)),
    ("the option most like the others", alike),
    ("the option with most words of the set’s other prompts", |seen, at| common(seen, at, &seen.others)),
];

/// What every trick earns on a bank; none where no question has one right option of several.
pub(super) fn all(bank: &Bank) -> Vec<Trick> {
    let language = Language::new(&bank.source().language);
    let sets = bank.sets().iter();
    // How each trick looks at the options of each question, the right one first.
    let looks: Vec<Vec<Vec<isize>>> = sets.flat_map(|set| looks(set, &language)).collect();
    let of =
        |(at, (takes, _)): (usize, &(&'static str, Look))| trick(takes, looks.iter().filter_map(|each| each.get(at)));
    if looks.is_empty() { Vec::new() } else { TRICKS.iter().enumerate().map(of).collect() }
}

/// For each question of a set that has one right option of several, for each trick: how good the options look to it, the
/// right one first.
fn looks(set: &Set, language: &Language) -> Vec<Vec<Vec<isize>>> {
    let prompts: Vec<BTreeSet<String>> =
        set.questions().iter().map(|question| language.ideas(&plain(&question.prompt))).collect();
    let one = |(place, (question, prompt)): (usize, (&Question, &BTreeSet<String>))| {
        let authored = question.kind.rules().authored();
        let choice = authored.choice()?;
        let offers: Vec<&Offer> = core::iter::once(choice.key).chain(choice.others).collect();
        let stems = offers.iter().map(|offer| language.ideas(&offer.text)).collect();
        let others = prompts.iter().enumerate().filter(|(other, _)| *other != place);
        let others = others.flat_map(|(_, prompt)| prompt.iter().cloned()).collect();
        let seen = Seen { offers, stems, prompt: prompt.clone(), others };
        Some(TRICKS.iter().map(|(_, look)| (0..seen.offers.len()).map(|at| look(&seen, at)).collect()).collect())
    };
    set.questions().iter().zip(&prompts).enumerate().filter_map(one).collect()
}

/// What a trick earns, by how good the options of each question look to it.
fn trick<'a>(takes: &'static str, questions: impl Iterator<Item = &'a Vec<isize>>) -> Trick {
    let (mut earned, mut chances, mut all, mut right) = (0.0, Vec::new(), Vec::new(), 0);
    for looks in questions {
        let best = looks.iter().max();
        let taken = looks.iter().filter(|look| Some(*look) == best).count();
        let hits = looks.first() == best;
        let chance = 1.0 / looks.len() as f64;
        earned += if hits { 1.0 / taken as f64 } else { 0.0 };
        all.push(chance);
        if taken == 1 {
            chances.push(chance);
            right += usize::from(hits);
        }
    }
    let questions = all.len().max(1) as f64;
    let chance = all.iter().sum::<f64>() / questions;
    Trick { takes, earns: earned / questions, chance, clear: (chances.len(), right), p: at_least(&chances, right) }
}

fn length(seen: &Seen<'_>, at: usize) -> isize {
    seen.offers.get(at).map_or(0, |offer| count(offer.text.chars().count()))
}

fn common(seen: &Seen<'_>, at: usize, words: &BTreeSet<String>) -> isize {
    seen.stems.get(at).map_or(0, |stems| count(stems.intersection(words).count()))
}

/// How many words an option shares with each of the others, in all.
fn alike(seen: &Seen<'_>, at: usize) -> isize {
    let others = seen.stems.iter().enumerate().filter(|(other, _)| *other != at);
    others.map(|(_, other)| common(seen, at, other)).sum()
}

fn count(number: usize) -> isize {
    isize::try_from(number).unwrap_or(isize::MAX)
}
