//! Owns a question as an activity of xAPI: what it asks, what can be answered, what is right.
//!
//! Never says what was answered.

use verbatim_core::Question;
use verbatim_core::prose::plain;

use crate::json::Json;
use crate::log::Unicode;
use crate::told::Interaction;
use crate::told::response::{name, short};

/// The language of the player's words, and of a set as far as is known.
const LANGUAGE: &str = "en";
/// The most characters of what a question or an entry is called.
const LONGEST: usize = 250;
/// What an activity is that takes an answer (xAPI 1.0.3, Data, 2.4.4.1).
const TYPE: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";

/// Words with their language.
#[must_use]
pub fn words(words: &str) -> Json {
    Json::object([(LANGUAGE, Json::text(words))])
}

/// The activity of a question. It lies under that of the set, by the question's own id, which stays the same in each
/// edition of the set.
#[must_use]
pub fn question(set: &str, question: &Question, told: &Interaction, unicode: Unicode) -> Json {
    let prompt = (unicode.composed)(&plain(&question.prompt));
    let patterns = told.patterns.iter().map(|pattern| Json::text(pattern)).collect();
    let mut definition = Json::object([
        ("type", Json::text(TYPE)),
        ("name", words(&short(&prompt, LONGEST))),
        ("description", words(&prompt)),
        ("interactionType", Json::text(told.kind)),
        ("correctResponsesPattern", Json::List(patterns)),
    ]);
    for (list, entries) in components(question, told.kind) {
        let entry = |(position, entry): (usize, &String)| {
            let entry = short(&(unicode.composed)(entry), LONGEST);
            Json::object([("id", Json::text(&name(position))), ("description", words(&entry))])
        };
        definition.set(list, Json::List(entries.iter().enumerate().map(entry).collect()));
    }
    let id = format!("{}/{}", set.trim_end_matches('/'), question.id);
    Json::object([("objectType", Json::text("Activity")), ("id", Json::text(&id)), ("definition", definition)])
}

/// The lists of what an answer names, as each form of answer calls them (xAPI 1.0.3, Data, 2.4.4.1, interaction
/// components).
fn components(question: &Question, kind: &str) -> Vec<(&'static str, Vec<String>)> {
    let entries = question.kind.rules().told_entries();
    match kind {
        "choice" | "sequencing" => vec![("choices", entries.listed)],
        "matching" => vec![("source", entries.listed), ("target", entries.given)],
        _ => Vec::new(),
    }
}
