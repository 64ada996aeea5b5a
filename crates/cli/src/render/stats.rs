//! Owns what `stats` prints for people.
//!
//! Never rounds a mark or a share up to everything or down to nothing.

pub mod json;

use verbatim_core::bank::stats::{Keys, Stats, Totals, Trick, WORDS_A_MINUTE};
use verbatim_core::mark::percent;
use verbatim_core::question::Difficulty;

use super::table;
use crate::banks::Verified;
use crate::check::several;

/// Below so many expected questions at a place the chi-square distribution says little (Cochran 1954).
const FEW: f64 = 5.0;

/// Chance alone makes keys as uneven as this in one bank of twenty.
const UNEVEN: f64 = 0.05;

/// Everything about all banks.
#[must_use]
pub fn text(banks: &[(Verified, Stats)]) -> String {
    banks.iter().map(|(bank, stats)| one(bank, stats)).collect::<Vec<_>>().join("\n")
}

fn one(bank: &Verified, stats: &Stats) -> String {
    let head = format!("{}: {}\n", bank.folder.display(), bank.bank.title());
    let kinds = stats.kinds.iter().filter(|(_, count)| *count > 0);
    let kinds = kinds.map(|(name, count)| ((*name).to_owned(), *count)).collect();
    let level = |level: &Option<Difficulty>| level.map_or("(no level)", Difficulty::name).to_owned();
    let levels = stats.difficulties.iter().filter(|(of, count)| of.is_some() || *count > 0);
    let levels = levels.map(|(of, count)| (level(of), *count)).collect();
    let concepts = stats.concepts.iter().filter(|(of, count)| of.is_some() || *count > 0);
    let name = |term: &Option<String>| term.clone().unwrap_or_else(|| "(no concept)".to_owned());
    let concepts = concepts.map(|(of, count)| (name(of), *count)).collect();
    let all = stats.bank.questions;
    let parts = [
        head,
        sets(stats),
        counts("kind", kinds, all),
        counts("difficulty", levels, all),
        counts("concept", concepts, all),
        words(stats),
        keys(&stats.keys),
        tricks(&stats.tricks),
        notes(stats),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A line for each set and, of several, one for the bank.
fn sets(stats: &Stats) -> String {
    let bank = (stats.sets.len() > 1).then(|| row("the bank", &stats.bank));
    let rows = stats.sets.iter().map(|(id, totals)| row(id, totals)).chain(bank).collect();
    table::text(&["set", "questions", "words", "blind guessing", "answering", "feedback"], &[1, 2, 3, 4, 5], rows)
}

fn row(name: &str, totals: &Totals) -> Vec<String> {
    let guess = format!("{:.1} %", totals.guess * 100.0);
    let [answering, feedback] = [totals.answering, totals.feedback].map(|seconds| format!("{:.1} min", seconds / 60.0));
    let (questions, words) = (totals.questions.to_string(), totals.words.all().to_string());
    vec![name.to_owned(), questions, words, guess, answering, feedback]
}

fn counts(what: &str, list: Vec<(String, usize)>, all: usize) -> String {
    let share = |count: usize| if count == 0 { "none".to_owned() } else { format!("{} %", percent(ratio(count, all))) };
    let rows = list.into_iter().map(|(name, count)| vec![name, count.to_string(), share(count)]).collect();
    table::text(&[what, "questions", "share"], &[1, 2], rows)
}

fn ratio(part: usize, whole: usize) -> f64 {
    let [part, whole] = [part, whole].map(|count| f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    part / whole.max(1.0)
}

fn words(stats: &Stats) -> String {
    let words = stats.bank.words;
    let list = [
        ("prompts", words.prompts),
        ("options", words.options),
        ("reasons under options", words.reasons),
        ("explanations", words.explanations),
        ("quotations", words.quotations),
        ("hints", words.hints),
    ];
    let each = |count: usize| format!("{:.1}", ratio(count, stats.bank.questions));
    let rows = list.iter().map(|(name, count)| vec![(*name).to_owned(), count.to_string(), each(*count)]).collect();
    table::text(&["words of", "words", "a question"], &[1, 2], rows)
}

fn keys(keys: &Keys) -> String {
    let Some(p) = keys.p else { return String::new() };
    let place = |(at, (seen, expected)): (usize, &(usize, f64))| {
        vec![(at + 1).to_string(), seen.to_string(), format!("{expected:.1}")]
    };
    let rows = keys.places.iter().enumerate().map(place).collect();
    let spread = table::text(&["place of the right option", "questions", "by chance"], &[1, 2], rows);
    let few = keys.places.iter().any(|(_, expected)| *expected < FEW);
    let verdict = match p {
        _ if few => "There are too few questions to tell whether places are even",
        p if p > UNEVEN => "Places are as even as chance makes them",
        _ => "Places are less even than chance makes them",
    };
    let (chi, degrees) = (keys.chi_square, several(keys.freedom, "degree"));
    format!("{spread}{verdict}: chi-square {chi:.2}, {degrees} of freedom, p = {p:.3}.\n")
}

/// What tricks earn, each beside what chance would.
fn tricks(tricks: &[Trick]) -> String {
    let share = |mark: f64| format!("{:.1} %", mark * 100.0);
    let row = |trick: &Trick| {
        let (clear, right) = trick.clear;
        let pointed = format!("{right} of {clear}");
        vec![trick.takes.to_owned(), share(trick.earns), share(trick.chance), pointed, format!("{:.3}", trick.p)]
    };
    let heads = ["who always takes", "earns", "by chance", "right where clear", "p"];
    table::text(&heads, &[1, 2, 3, 4], tricks.iter().map(row).collect())
}

fn notes(stats: &Stats) -> String {
    let (right, all) = stats.truths;
    let truths = if all > 0 { format!("True statements: {right} of {all}.\n") } else { String::new() };
    format!(
        "{truths}Blind guessing is the mean mark where every answer that could be given is as likely as another, at the \
         first try; nothing is guessed that has to be written.\n\
         Times are estimates: reading at {WORDS_A_MINUTE} words a minute (Brysbaert 2019), and for answering some seconds \
         of thought a part, which are assumed, not measured; the source itself is not read.\n"
    )
}
