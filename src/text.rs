//! Owns every word that the player says to a student, one file a language.
//!
//! Never holds a word of a set. A language is one constant of [`Messages`], so that a missing message does not
//! compile.

mod en;

use verbatim_core::{Certainty, Reason, Source};

pub use en::EN;

/// All languages; the first is the one for whoever asks for none of them.
const ALL: [&Messages; 1] = [&EN];

/// The words in the language that BCP 47 names so, whatever its region.
#[must_use]
pub fn of(language: &str) -> &'static Messages {
    let primary = language.split('-').next().unwrap_or_default();
    ALL.into_iter().find(|words| words.language.eq_ignore_ascii_case(primary)).unwrap_or(&EN)
}

/// What pages say to those for whom no script runs.
#[cfg(feature = "document")]
#[derive(Debug)]
pub struct DocumentMessages {
    /// What works there and what does not.
    pub no_scripts: &'static str,
    /// The same on a page that the player never takes over.
    pub no_player: &'static str,
    /// What leads from such a page to the quiz.
    pub to_quiz: &'static str,
    /// Some of many questions, by the numbers of the first and the last.
    pub range: fn(usize, usize) -> String,
    /// What unfolds a hint, by its number.
    pub hint: fn(usize) -> String,
    /// What unfolds the answer with all that explains it.
    pub answer: &'static str,
    /// What the glossary of a bank is, by the bank's title.
    pub glossary_about: fn(&str) -> String,
}

/// What the page of all that is saved says of the place where it is.
#[derive(Debug)]
pub struct KeepingMessages {
    /// Where everything is kept, and who is told of it.
    pub about: &'static str,
    /// What erasing does.
    pub erase: &'static str,
    /// The question before erasing.
    pub sure: &'static str,
}

/// What packages for learning management systems say.
#[cfg(feature = "lms")]
#[derive(Debug)]
pub struct LmsMessages {
    /// What the page of all that is saved says of an LMS that keeps everything.
    pub keeping: KeepingMessages,
    /// There is none, so that nobody is told of anything.
    pub absent: &'static str,
    /// There is one, which could not be reached when the visit began.
    pub unreachable: &'static str,
    /// There is one, which did not let the visit begin, for this reason.
    pub refused: fn(&str) -> String,
    /// Nobody answers; what is to be told waits in the browser.
    pub away: &'static str,
    /// Nobody answers, and the browser keeps nothing.
    pub away_unsaved: &'static str,
    /// It takes nothing more from this visit, by this status.
    pub closed: fn(u16) -> String,
    /// The visit has ended for it.
    pub ended: &'static str,
    /// The visit is one in which nothing counts.
    pub looking: &'static str,
    /// The way back to it.
    pub back: &'static str,
    /// It refused something, for this reason.
    pub trouble: fn(&str) -> String,
    /// It has no room for more.
    pub full: &'static str,
    /// What it had kept came back cut off or altered.
    pub damaged: &'static str,
}

/// The player's words in one language.
#[derive(Debug)]
pub struct Messages {
    /// The language, as BCP 47 names it.
    pub language: &'static str,
    /// What only pages without the player say.
    #[cfg(feature = "document")]
    pub document: DocumentMessages,
    /// What packages for learning management systems say.
    #[cfg(feature = "lms")]
    pub lms: LmsMessages,
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
    /// The name of the field to search the catalogue in.
    pub search: &'static str,
    /// The concepts by which a set was found.
    pub asks_about: fn(&str) -> String,
    /// How many sets were found, of how many.
    pub found: fn(usize, usize) -> String,
    /// The button that shows so many more sets, of so many that are left.
    pub more_sets: fn(usize, usize) -> String,
    /// How many questions a set has.
    pub questions: fn(u32) -> String,
    /// What a bank is about: title, publisher, date.
    pub about_source: fn(&Source) -> String,
    /// The link to the source.
    pub read_source: &'static str,
    /// The heading of a glossary, and the link to it.
    pub glossary: &'static str,
    /// No entry has this concept.
    pub no_entry: &'static str,
    /// Before the sets that ask about a concept.
    pub asked_in: &'static str,
    /// The links from a glossary to where one was.
    pub back_to_question: &'static str,
    /// The same, to results.
    pub back_to_results: &'static str,
    /// The same, to the first page of a set.
    pub back_to_set: &'static str,
    /// The heading of the concepts of a question.
    pub concepts: &'static str,
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
    /// A set that was begun, in the catalogue.
    pub begun: &'static str,
    /// A set that is done, in the catalogue: what it came to in per cent.
    pub done: fn(u8) -> String,
    /// The button that begins a test, where a set can be practised, too.
    pub begin_test: &'static str,
    /// How long a test may take: minutes.
    pub time_limit: fn(u64) -> String,
    /// A set that is a test.
    pub is_test: &'static str,
    /// Questions may be tried until they are right.
    pub is_until_right: &'static str,
    /// That so many per cent are needed to pass.
    pub pass: fn(u8) -> String,
    /// That the student has passed, or not, for which so many per cent were needed.
    pub passed: fn(bool, u8) -> String,
    /// The link to the overview of a test.
    pub overview: &'static str,
    /// The button for a new attempt.
    pub start_again: &'static str,
    /// A test that is under way is left by starting again: the question, and its heading.
    pub sure_to_start_again: &'static str,
    /// A new attempt has begun.
    pub started_again: &'static str,
    /// The button that takes the last step back.
    pub undo: &'static str,
    /// Questions whose answers no longer hold: how many.
    pub revised: fn(usize) -> String,
    /// The button that gives teachers the set for a page of their own.
    pub use_in_course: &'static str,
    /// What the page's address asks for and is not to be had, as it is written there.
    pub unknown_asked: fn(&str) -> String,
    /// Storage cannot be used.
    pub storage_refused: &'static str,
    /// Saved data is of a newer version, and is kept.
    pub saved_unreadable: &'static str,
    /// Where one is: number, all.
    pub position: fn(usize, usize) -> String,
    /// What to do with a choice.
    pub choose_one: &'static str,
    /// What to do with choices.
    pub choose_some: &'static str,
    /// What to do with passages.
    pub choose_passage: &'static str,
    /// What to do with sentences.
    pub pick_sentences: &'static str,
    /// What to do with a text.
    pub write_answer: &'static str,
    /// What to do with a number.
    pub write_number: &'static str,
    /// What to do with items.
    pub put_in_order: &'static str,
    /// What to do with things.
    pub match_each: &'static str,
    /// What to do with blanks.
    pub fill_in: &'static str,
    /// The first entry of a list from which something is to be chosen.
    pub choose: &'static str,
    /// The name of a blank: number, all.
    pub blank: fn(usize, usize) -> String,
    /// A true statement.
    pub is_true: &'static str,
    /// A false statement.
    pub is_false: &'static str,
    /// The button that moves an item up.
    pub move_up: fn(&str) -> String,
    /// The button that moves an item down.
    pub move_down: fn(&str) -> String,
    /// An item has moved: item, place, all.
    pub now_at: fn(&str, usize, usize) -> String,
    /// The button that gives the answer.
    pub check: &'static str,
    /// The button that gives another answer.
    pub check_again: &'static str,
    /// The button that gives up trying.
    pub reveal: &'static str,
    /// Nothing has been chosen yet.
    pub choose_first: &'static str,
    /// Nothing has been chosen of several.
    pub choose_some_first: &'static str,
    /// No sentence or passage has been picked.
    pub pick_first: &'static str,
    /// Nothing has been written.
    pub write_first: &'static str,
    /// What has been written is no number.
    pub write_number_first: &'static str,
    /// An order cannot be read.
    pub order_first: &'static str,
    /// Nothing has been matched.
    pub match_first: &'static str,
    /// No blank has been filled.
    pub fill_first: &'static str,
    /// The same answer has been tried before.
    pub tried_already: &'static str,
    /// Beside what has been tried.
    pub tried: &'static str,
    /// What was written in an earlier try.
    pub was_tried: fn(&str) -> String,
    /// The verdict on a try after which there is another.
    pub try_again: &'static str,
    /// The button that shows a hint: its number, all, and what it costs in per cent.
    pub show_hint: fn(usize, usize, u8) -> String,
    /// The heading of hints that are shown.
    pub hints: &'static str,
    /// How sure one is.
    pub how_sure: &'static str,
    /// A degree of certainty: what a right answer earns and a wrong one.
    pub sure: fn(Certainty, i8, i8) -> String,
    /// Certainty has not been chosen.
    pub sure_first: &'static str,
    /// The button that marks a question to come back to.
    pub flag: &'static str,
    /// A question that is marked so.
    pub flagged: &'static str,
    /// An answer of a test is saved.
    pub answer_saved: &'static str,
    /// An answer of a test was taken back.
    pub answer_cleared: &'static str,
    /// Something is being saved, and takes a while.
    pub saving: &'static str,
    /// The time that is left: minutes, seconds.
    pub time_left: fn(u64, u64) -> String,
    /// A warning that time runs out: minutes.
    pub time_warning: fn(u64) -> String,
    /// The time is over, and the test is handed in.
    pub time_up: &'static str,
    /// The button that stops the clock.
    pub pause: &'static str,
    /// The button that lets it go on.
    pub go_on: &'static str,
    /// The clock stands still.
    pub paused: &'static str,
    /// The heading of the overview: answered, all.
    pub overview_words: fn(usize, usize, usize) -> String,
    /// A question of the overview that has an answer.
    pub has_answer: &'static str,
    /// A question of the overview that has none.
    pub has_none: &'static str,
    /// The button that hands a test in.
    pub submit: &'static str,
    /// What handing in means: how many are open.
    pub sure_to_submit: fn(usize) -> String,
    /// The button that leaves a dialog without doing anything.
    pub cancel: &'static str,
    /// The button that closes a dialog.
    pub close: &'static str,
    /// The verdict on a mark of 1.
    pub right: &'static str,
    /// The verdict on a mark of 0.
    pub wrong: &'static str,
    /// The verdict on a mark between.
    pub partly: &'static str,
    /// A question without an answer.
    pub open: &'static str,
    /// The reason of a mark, as part of a sentence.
    pub reason: fn(&Reason) -> String,
    /// Reasons and what they come to.
    pub points: fn(&str, &str) -> String,
    /// What was given where something else was right.
    pub you_gave: fn(&str) -> String,
    /// Where nothing was given.
    pub nothing_given: &'static str,
    /// A choice that fits nothing.
    pub fits_nothing: &'static str,
    /// Where an item was put: place, all.
    pub was_put: fn(usize, usize) -> String,
    /// The model answer, and others that count.
    pub also_accepted: fn(&str, &str) -> String,
    /// A sentence that proves the statement.
    pub proves: &'static str,
    /// A sentence that proves it and was picked.
    pub proves_and_picked: &'static str,
    /// A sentence that was picked and does not prove it.
    pub picked: &'static str,
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
    /// Opens the passage around a quotation.
    pub show_in_place: &'static str,
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
    /// A share in per cent.
    pub percent: fn(u8) -> String,
    /// The score: right, all.
    pub score: fn(usize, usize) -> String,
    /// Questions that are still open: how many.
    pub still_open: fn(usize) -> String,
    /// Questions that were not answered and cannot be any more: how many.
    pub unanswered: fn(usize) -> String,
    /// How many were right at the first try: per cent.
    pub first_try: fn(u8) -> String,
    /// How long was worked: minutes, seconds.
    pub worked: fn(u64, u64) -> String,
    /// Certainty-based marks: points, most.
    pub certainty_points: fn(&str, &str) -> String,
    /// A concept's score: right, all, per cent.
    pub concept_score: fn(usize, usize, u8) -> String,
    /// The button that asks mistakes again: how many, and whether something was given to each of them.
    pub retry_mistakes: fn(usize, bool) -> String,
    /// Mistakes are being mended.
    pub mending: &'static str,
    /// The button that saves results as a table.
    pub save_csv: &'static str,
    /// The button that saves results as data.
    pub save_json: &'static str,
    /// A file was handed to the browser.
    pub file_saved: &'static str,
    /// A file could not be handed to the browser.
    pub file_not_saved: &'static str,
    /// The button that prints.
    pub print: &'static str,
    /// Hints that were used: how many.
    pub hints_used: fn(usize) -> String,
    /// How sure the student was, and the points with their sign.
    pub was_sure: fn(Certainty, &str) -> String,
    /// The heading of the marks by concept.
    pub by_concept: &'static str,
    /// The heading of the review.
    pub review: &'static str,
    /// The link to one question of the review.
    pub to_question: &'static str,
    /// The headings of the navigation between questions.
    pub steps: &'static str,
    /// Another tab began a new attempt.
    pub begun_elsewhere: &'static str,
    /// Another tab erased everything.
    pub erased_elsewhere: &'static str,
    /// The link to all that is saved, and the heading of that page.
    pub progress: &'static str,
    /// What that page says of a device that keeps everything.
    pub keeping: KeepingMessages,
    /// How many answers are saved.
    pub saved_answers: fn(usize) -> String,
    /// The button that saves progress to a file.
    pub save_file: &'static str,
    /// What the file is good for.
    pub save_file_words: &'static str,
    /// The button that reads progress from a file.
    pub read_file: &'static str,
    /// What reading does.
    pub read_file_words: &'static str,
    /// What was read from a file: how many entries are new.
    pub file_read: fn(usize) -> String,
    /// What was erased is back.
    pub brought_back: &'static str,
    /// A file with lines that are damaged: how many.
    pub file_damaged: fn(usize) -> String,
    /// A file that is none of ours.
    pub file_strange: &'static str,
    /// The button that erases everything.
    pub erase: &'static str,
    /// Everything is erased.
    pub erased: &'static str,
    /// Erasing did not work.
    pub not_erased: &'static str,
    /// The link and button to the help on keys, and its heading.
    pub keys: &'static str,
    /// What the keys do: key, meaning.
    pub key_list: &'static [(&'static str, &'static str)],
    /// The switch for the keys.
    pub use_keys: &'static str,
    /// The heads of the columns of a table of results.
    pub columns: [&'static str; 10],
}
