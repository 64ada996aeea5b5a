//! The player's words in English.

use verbatim_core::{Reason, Source};

use super::Messages;

/// English.
pub const EN: Messages = Messages {
    verbatim: "Verbatim",
    all_sets: "All sets",
    catalogue: "Question sets",
    promise: "Test yourself on a text. Every answer is explained by the passage that proves it.",
    no_sets: "There is no set here yet.",
    questions: |count| if count == 1 { "1 question".to_owned() } else { format!("{count} questions") },
    about_source,
    read_source: "Read the article",
    loading: "Loading…",
    loading_slowly: "Still loading. The network seems slow…",
    trouble: "This did not work",
    unreachable: "The questions could not be fetched. Check your connection, then try again. Your answers are safe.",
    damaged: "The questions arrived damaged. Try again; if it happens once more, tell whoever gave you this page.",
    other_version: "This page and its questions are of different versions. Reload the page.",
    nothing_here: "Nothing is here",
    moved: "The set or question at this address may have been renamed or taken away.",
    retry: "Try again",
    begin: "Start",
    resume: |number| format!("Continue with question {number}"),
    answered: |answered, all| format!("{answered} of {all} answered"),
    start_again: "Start again",
    started_again: "A new attempt has begun.",
    undo: "Undo",
    revised: |count| match count {
        1 => "1 question was revised since you answered it and is asked again.".to_owned(),
        _ => format!("{count} questions were revised since you answered them and are asked again."),
    },
    storage_refused: "Your browser does not let this page save anything. You can go on, \
                      but your answers are kept only until you close the page.",
    saved_unreadable: "Some of your saved answers cannot be read by this version. They are kept, and not shown.",
    position: |number, all| format!("Question {number} of {all}"),
    choose_one: "Choose one answer",
    check: "Check answer",
    choose_first: "Choose one of the answers first.",
    right: "Right",
    wrong: "Not right",
    partly: "Partly right",
    open: "Not answered",
    reason: |reason| match reason {
        Reason::RightOption => "You chose the right answer: 1 of 1 point.",
        Reason::WrongOption => "Another answer is the right one: 0 of 1 point.",
    },
    your_answer: "Your answer",
    right_answer: "Right answer",
    explanation: "Explanation",
    in_the_source: "In the article",
    paragraph: |number| format!("paragraph {number}"),
    open_at_words: "Read these words in the article",
    sic: |note| format!("Sic: {note}"),
    previous: "Previous",
    next: "Next question",
    skip_question: "Skip",
    see_results: "See results",
    results: "Your results",
    score: |right, all| format!("{right} of {all} right"),
    still_open: |count| match count {
        1 => "1 question is still open and counts as 0.".to_owned(),
        _ => format!("{count} questions are still open and count as 0."),
    },
    by_concept: "By concept",
    review: "Question by question",
    to_question: "Go to this question",
    steps: "Questions",
};

fn about_source(source: &Source) -> String {
    let parts = [Some(&source.title), source.publisher.as_ref(), source.published.as_ref()];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}
