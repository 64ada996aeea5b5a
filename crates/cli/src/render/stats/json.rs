//! Owns the JSON that `stats --format json` prints: marks from 0 to 1, times in seconds.
//!
//! Never rounds a number.

use serde_json::{Map, Value, json};
use verbatim_core::bank::stats::{Stats, Totals};
use verbatim_core::question::Difficulty;

use crate::banks::Verified;

/// The version of this form: it grows by one when a field is renamed or removed.
const VERSION: u32 = 1;

/// One document about all banks.
#[must_use]
pub fn document(banks: &[(Verified, Stats)]) -> Value {
    json!({ "version": VERSION, "banks": banks.iter().map(|(bank, stats)| one(bank, stats)).collect::<Vec<_>>() })
}

fn one(bank: &Verified, stats: &Stats) -> Value {
    let level = |level: &Option<Difficulty>| level.map_or("none", Difficulty::name);
    let kinds: Map<String, Value> =
        stats.kinds.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
    let levels: Map<String, Value> =
        stats.difficulties.iter().map(|(of, count)| (level(of).to_owned(), json!(count))).collect();
    let concepts = stats.concepts.iter().map(|(term, count)| json!({ "term": term, "questions": count }));
    let places = stats.keys.places.iter().map(|(seen, expected)| json!({ "questions": seen, "expected": expected }));
    let tricks = stats.tricks.iter().map(|trick| {
        json!({
            "takes": trick.takes,
            "earns": trick.earns,
            "chance": trick.chance,
            "clear": trick.clear.0,
            "right_where_clear": trick.clear.1,
            "p": trick.p,
        })
    });
    json!({
        "folder": bank.folder.to_string_lossy().replace('\\', "/"),
        "bank": bank.bank.id(),
        "totals": totals(&stats.bank),
        "sets": stats.sets.iter().map(|(id, of)| json!({ "set": id, "totals": totals(of) })).collect::<Vec<_>>(),
        "kinds": kinds,
        "difficulties": levels,
        "concepts": concepts.collect::<Vec<_>>(),
        "keys": {
            "places": places.collect::<Vec<_>>(),
            "chi_square": stats.keys.chi_square,
            "degrees_of_freedom": stats.keys.freedom,
            "p": stats.keys.p,
        },
        "tricks": tricks.collect::<Vec<_>>(),
        "truths": { "true": stats.truths.0, "all": stats.truths.1 },
    })
}

fn totals(totals: &Totals) -> Value {
    let words = totals.words;
    json!({
        "questions": totals.questions,
        "words": {
            "prompts": words.prompts,
            "options": words.options,
            "reasons": words.reasons,
            "explanations": words.explanations,
            "quotations": words.quotations,
            "hints": words.hints,
        },
        "guess": totals.guess,
        "answering_seconds": totals.answering,
        "feedback_seconds": totals.feedback,
    })
}
