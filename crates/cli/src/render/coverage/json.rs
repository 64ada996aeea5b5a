//! Owns the JSON that `coverage --format json` prints.
//!
//! Never leaves out what a person is shown, but the words of the source.

use serde_json::{Value, json};
use verbatim_core::bank::coverage::{Row, Sentence};
use verbatim_core::question::Difficulty;

use crate::coverage::Covered;

/// The version of this form: it grows by one when a field is renamed or removed.
const VERSION: u32 = 1;

/// One document about all banks.
#[must_use]
pub fn document(banks: &[Covered]) -> Value {
    json!({ "version": VERSION, "banks": banks.iter().map(one).collect::<Vec<_>>() })
}

fn one(covered: &Covered) -> Value {
    let (of, coverage) = (&covered.of, &covered.coverage);
    json!({
        "folder": of.folder.to_string_lossy().replace('\\', "/"),
        "bank": of.bank.id(),
        "sentences_quoted": coverage.quoted(),
        "share": coverage.share(),
        "sentences": coverage.sentences().iter().map(sentence).collect::<Vec<_>>(),
        "concepts": coverage.concepts().iter().map(row).collect::<Vec<_>>(),
        "without_concept": row(coverage.without_concept()),
    })
}

fn sentence(sentence: &Sentence) -> Value {
    let by: Vec<Value> = sentence.by.iter().map(|by| json!({ "set": by.set, "question": by.question })).collect();
    json!({
        "number": sentence.number,
        "paragraph": sentence.paragraph,
        "tokens": sentence.tokens,
        "tokens_quoted": sentence.quoted,
        "by": by,
    })
}

fn row(row: &Row) -> Value {
    let levels = Difficulty::ALL.iter().zip(row.levels).map(|(level, count)| (level.name().to_owned(), json!(count)));
    let levels: serde_json::Map<String, Value> = levels.collect();
    let concept = (!row.concept.is_empty()).then_some(&row.concept);
    json!({ "concept": concept, "levels": levels, "no_level": row.unrated, "levels_asked": row.levels_asked() })
}
