//! Owns every word that the player says to a student, one file a language.
//!
//! Never holds a word of a set. A language is one constant of [`Messages`], so that a missing message does not
//! compile.

mod en;

use verbatim_core::{Reason, Source};

pub use en::EN;

/// The player's words in one language.
#[derive(Debug)]
pub struct Messages {
    /// The name of the product, as a page title.
    pub verbatim: &'static str,
    /// The link back to all sets.
    pub all_sets: &'static str,
    /// The heading of the catalogue.
    pub catalogue: &'static str,
    /// What the product does, below that heading.
    pub promise: &'static str,
    /// What a catalogue without sets says.
    pub no_sets: &'static str,
    /// How many questions a set has.
    pub questions: fn(u32) -> String,
    /// What a bank is about: title, publisher, date.
    pub about_source: fn(&Source) -> String,
    /// The link to the source.
    pub read_source: &'static str,
    /// Waiting for data.
    pub loading: &'static str,
    /// Waiting for longer than usual.
    pub loading_slowly: &'static str,
    /// The heading of an error.
    pub trouble: &'static str,
    /// Data that did not come.
    pub unreachable: &'static str,
    /// Data that came and cannot be read.
    pub damaged: &'static str,
    /// Data of another version than the player's.
    pub other_version: &'static str,
    /// The heading at an address at which nothing is.
    pub nothing_here: &'static str,
    /// What may have become of it.
    pub moved: &'static str,
    /// The button that tries again.
    pub retry: &'static str,
    /// The link that begins a set.
    pub begin: &'static str,
    /// The link to the first open question: its number.
    pub resume: fn(usize) -> String,
    /// How far an attempt is: answered, all.
    pub answered: fn(usize, usize) -> String,
    /// The button for a new attempt.
    pub start_again: &'static str,
    /// A new attempt has begun.
    pub started_again: &'static str,
    /// The button that takes the last step back.
    pub undo: &'static str,
    /// Questions whose answers no longer hold: how many.
    pub revised: fn(usize) -> String,
    /// Storage cannot be used.
    pub storage_refused: &'static str,
    /// Saved data is of a newer version, and is kept.
    pub saved_unreadable: &'static str,
    /// Where one is: number, all.
    pub position: fn(usize, usize) -> String,
    /// What to do with a choice.
    pub choose_one: &'static str,
    /// The button that gives the answer.
    pub check: &'static str,
    /// Nothing has been chosen yet.
    pub choose_first: &'static str,
    /// The verdict on a mark of 1.
    pub right: &'static str,
    /// The verdict on a mark of 0.
    pub wrong: &'static str,
    /// The verdict on a mark between.
    pub partly: &'static str,
    /// A question without an answer.
    pub open: &'static str,
    /// The reason of a mark.
    pub reason: fn(Reason) -> &'static str,
    /// Beside the chosen option.
    pub your_answer: &'static str,
    /// Beside the right option.
    pub right_answer: &'static str,
    /// The heading of an explanation.
    pub explanation: &'static str,
    /// The heading of quotations.
    pub in_the_source: &'static str,
    /// The paragraph of a quotation.
    pub paragraph: fn(u32) -> String,
    /// The link that opens the source at a quotation.
    pub open_at_words: &'static str,
    /// The note on a slip that the quotation keeps.
    pub sic: fn(&str) -> String,
    /// The link to the question before.
    pub previous: &'static str,
    /// The link to the next question.
    pub next: &'static str,
    /// The link past a question without an answer.
    pub skip_question: &'static str,
    /// The link to the results.
    pub see_results: &'static str,
    /// The heading of the results.
    pub results: &'static str,
    /// The score: right, all.
    pub score: fn(usize, usize) -> String,
    /// Questions that are still open: how many.
    pub still_open: fn(usize) -> String,
    /// The heading of the marks by concept.
    pub by_concept: &'static str,
    /// The heading of the review.
    pub review: &'static str,
    /// The link to one question of the review.
    pub to_question: &'static str,
    /// The headings of the navigation between questions.
    pub steps: &'static str,
}
