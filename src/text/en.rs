//! The player's words in English.

use verbatim_core::mark::Scheme;
use verbatim_core::{Certainty, Reason, Source};

use super::Messages;

/// English.
pub const EN: Messages = Messages {
    language: "en",
    #[cfg(feature = "document")]
    document: super::DocumentMessages {
        no_scripts: "Scripts are off, so that nothing is counted or saved here. Choose, or think of your answer; then \
            unfold what is right and why.",
        no_player: "Nothing is counted or saved on this page. Choose, or think of your answer; then unfold what is right \
            and why.",
        to_quiz: "Have your answers saved: go to the quiz",
        range: |first, last| match last - first {
            0 => format!("Question {first}"),
            _ => format!("Questions {first} to {last}"),
        },
        hint: |number| format!("Hint {number}"),
        answer: "Answer, explanation and source",
        glossary_about: |title| {
            format!("What the concepts of “{title}” mean, each with the words of the text it comes from.")
        },
    },
    #[cfg(feature = "lms")]
    lms: super::LmsMessages {
        keeping: super::KeepingMessages {
            about: "Everything you do here is kept by the LMS you came from, which is told your results. Nothing is sent \
                    to anybody else.",
            erase: "Erases your answers, here and in the LMS. A result that the LMS has recorded may stay there.",
            sure: "Erase all your answers, here and in the LMS? You can undo this until you close the page.",
        },
        absent: "No LMS has answered: your results are not reported. They are kept in this browser.",
        unreachable: "The LMS cannot be reached: your results are not reported. They are kept in this browser. To have them \
                      reported, open the quiz from your course once more.",
        refused: |reason| {
            format!(
                "The LMS did not let this visit begin ({reason}): your results are not reported. They are kept in this \
                 browser. Close this page, and open the quiz from your course once more."
            )
        },
        away: "There is no connection to the LMS. What you do is kept here until there is one.",
        away_unsaved: "There is no connection to the LMS. Leave this page open until there is one: this browser keeps \
                       nothing.",
        closed: |status| {
            format!(
                "The LMS takes nothing more from this visit ({status}). Open the quiz from your course once more: what you \
                 have done is kept here until then."
            )
        },
        ended: "This visit has ended for the LMS. Open the quiz from your course once more: what you do from now on is \
                reported then.",
        looking: "You are looking around: nothing is reported.",
        back: "Back to the course",
        trouble: |reason| {
            format!("The LMS did not take everything ({reason}). Save your results before you close this page.")
        },
        full: "The LMS has no room for more. What you do from now on counts here, and is not kept there.",
        damaged: "The LMS gave back only a part of what you had done. What could be read is here.",
    },
    verbatim: "Verbatim",
    all_sets: "All sets",
    catalogue: "Question sets",
    promise: "Test yourself on a text. Every answer is explained by the passage that proves it.",
    no_sets: "There is no set here yet.",
    search: "Find by title or concept",
    asks_about: |concepts| format!("Asks about: {concepts}"),
    found: |found, all| match found {
        0 => "No set has these words in its title, its concepts or the title of its text.".to_owned(),
        1 => format!("1 set of {all}"),
        _ => format!("{found} sets of {all}"),
    },
    more_sets: |more, left| {
        if more == left { format!("Show {more} more") } else { format!("Show {more} more of {left}") }
    },
    questions: |count| if count == 1 { "1 question".to_owned() } else { format!("{count} questions") },
    about_source,
    read_source: "Read the article",
    glossary: "Glossary",
    no_entry: "The term at this address may have been renamed or taken away. These are all that there are.",
    asked_in: "Asked about in",
    back_to_question: "Back to the question",
    back_to_results: "Back to your results",
    back_to_set: "Back to the set",
    concepts: "Concepts",
    loading: "Loading…",
    loading_slowly: "Still loading. The network seems slow…",
    trouble: "This did not work",
    unreachable: "The questions could not be fetched. Check your connection, then try again. Your answers are safe.",
    damaged: "The questions arrived damaged. Try again; if it happens once more, tell whoever gave you this page.",
    other_version: "This page and its questions are of different versions. Reload the page.",
    nothing_here: "Nothing is here",
    moved: "What was at this address may have been renamed or taken away.",
    retry: "Try again",
    begin: "Start",
    resume: |number| format!("Continue with question {number}"),
    answered: |answered, all| format!("{answered} of {all} answered"),
    begun: "begun",
    done: |percent| format!("done, {percent}%"),
    begin_test: "Take it as a test",
    time_limit: |minutes| if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") },
    is_test: "test: verdicts come when you hand it in",
    is_until_right: "each question can be tried until it is right",
    pass: |percent| format!("{percent}% needed to pass"),
    passed: |passed, percent| {
        if passed { format!("Passed: {percent}% needed") } else { format!("Not passed: {percent}% needed") }
    },
    overview: "Overview",
    start_again: "Start again",
    sure_to_start_again: "Your answers so far are left behind, and a new attempt begins. You can undo this.",
    started_again: "A new attempt has begun.",
    undo: "Undo",
    revised: |count| match count {
        1 => "1 question was revised since you answered it and is asked again.".to_owned(),
        _ => format!("{count} questions were revised since you answered them and are asked again."),
    },
    use_in_course: "Use in your course",
    unknown_asked: |list| format!("The address of this page asks for what this set does not have: {list}."),
    storage_refused: "Your browser does not let this page save anything. You can go on, \
                      but your answers are kept only until you close the page.",
    saved_unreadable: "Some of your saved answers cannot be read by this version. They are kept, and not shown.",
    position: |number, all| format!("Question {number} of {all}"),
    choose_one: "Choose one answer",
    choose_some: "Choose all that are right",
    choose_passage: "Choose the passage that proves it",
    pick_sentences: "Pick the sentence or sentences that prove it",
    write_answer: "Your answer",
    write_number: "Your answer, as a number",
    put_in_order: "Put these in order, the first at the top",
    match_each: "Choose what belongs to each",
    fill_in: "Fill in the blanks",
    choose: "Choose…",
    blank: |number, all| format!("Blank {number} of {all}"),
    is_true: "True",
    is_false: "False",
    move_up: |item| format!("Move up: {item}"),
    move_down: |item| format!("Move down: {item}"),
    now_at: |item, place, all| format!("{item}: now {place} of {all}"),
    check: "Check answer",
    check_again: "Check again",
    reveal: "Show the answer",
    choose_first: "Choose one of the answers first.",
    choose_some_first: "Choose at least one of the answers first.",
    pick_first: "Pick the passage first.",
    write_first: "Write an answer first.",
    write_number_first: "Write a number first, such as 12, 0.5 or 3/4.",
    order_first: "Put the items in order first.",
    match_first: "Choose what belongs to at least one of them first.",
    fill_first: "Fill in at least one blank first, numbers as digits.",
    tried_already: "You have tried this answer already. Try another.",
    tried: "Tried",
    was_tried: |answer| format!("Tried: {answer}"),
    try_again: "Try again",
    show_hint: |number, all, cost| match cost {
        0 => format!("Show hint {number} of {all}"),
        _ => format!("Show hint {number} of {all} (takes {cost}% of the mark)"),
    },
    hints: "Hints",
    how_sure: "How sure are you?",
    sure,
    sure_first: "Say how sure you are first.",
    flag: "Flag",
    flagged: "flagged",
    answer_saved: "Answer saved",
    answer_cleared: "Answer taken back",
    saving: "Saving…",
    time_left: |minutes, seconds| format!("{minutes}:{seconds:02} left"),
    time_warning: |minutes| match minutes {
        1 => "1 minute is left. All your answers are saved.".to_owned(),
        _ => format!("{minutes} minutes are left. All your answers are saved."),
    },
    time_up: "The time is up. Your answers were handed in as they stood.",
    pause: "Pause",
    go_on: "Go on",
    paused: "The clock stands still. Go on when you are ready.",
    overview_words: |answered, all, flagged| format!("{answered} of {all} answered, {flagged} flagged"),
    has_answer: "answered",
    has_none: "open",
    submit: "Hand in",
    sure_to_submit: |open| match open {
        0 => "All questions have an answer. Once handed in, answers cannot be changed.".to_owned(),
        1 => "1 question has no answer yet and would count as 0. Once handed in, answers cannot be changed.".to_owned(),
        _ => format!(
            "{open} questions have no answer yet and would count as 0. Once handed in, answers cannot be changed."
        ),
    },
    cancel: "Cancel",
    close: "Close",
    right: "Right",
    wrong: "Not right",
    partly: "Partly right",
    open: "Not answered",
    reason,
    points: |why, worth| format!("{why}: {worth} of 1 point."),
    you_gave: |answer| format!("You gave: {answer}"),
    nothing_given: "You gave nothing",
    fits_nothing: "Fits nothing",
    was_put: |place, all| format!("You put it at {place} of {all}"),
    also_accepted: |first, others| format!("{first} (also accepted: {others})"),
    proves: "Proves it",
    proves_and_picked: "Proves it · your pick",
    picked: "Your pick, proves nothing here",
    your_answer: "Your answer",
    right_answer: "Right answer",
    explanation: "Explanation",
    in_the_source: "In the article",
    paragraph: |number| format!("paragraph {number}"),
    show_in_place: "Show it in its place",
    open_at_words: "Read these words in the article",
    sic: |note| format!("Sic: {note}"),
    previous: "Previous",
    next: "Next question",
    skip_question: "Skip",
    see_results: "See results",
    results: "Your results",
    percent: |percent| format!("{percent}%"),
    score: |right, all| format!("{right} of {all} right"),
    still_open: |count| match count {
        1 => "1 question is still open. Without an answer it counts as 0.".to_owned(),
        _ => format!("{count} questions are still open. Those without an answer count as 0."),
    },
    unanswered: |count| match count {
        1 => "1 question was left without an answer and counts as 0.".to_owned(),
        _ => format!("{count} questions were left without an answer and count as 0."),
    },
    first_try: |percent| format!("First answers: {percent}%"),
    worked: |minutes, seconds| format!("Time: {minutes} min {seconds:02} s"),
    certainty_points: |points, most| format!("Certainty: {points} of {most} points"),
    concept_score: |right, all, percent| format!("{right} of {all} right, {percent}%"),
    retry_mistakes: |count, were_given| match (count, were_given) {
        (1, true) => "Retry your mistake".to_owned(),
        (_, true) => format!("Retry your {count} mistakes"),
        (1, false) => "Retry what was not right".to_owned(),
        (_, false) => format!("Retry the {count} that were not right"),
    },
    mending: "You are mending your mistakes. What was right stays as it is.",
    save_csv: "Save as a table (CSV)",
    save_json: "Save as data (JSON)",
    file_saved: "The file is saved where your browser puts downloads.",
    file_not_saved: "The browser did not take the file.",
    print: "Print",
    hints_used: |count| if count == 1 { "1 hint used".to_owned() } else { format!("{count} hints used") },
    was_sure: |certainty, points| {
        let unit = if points == "+1" { "point" } else { "points" };
        format!("Certainty {}: {points} {unit}", level(certainty))
    },
    by_concept: "By concept",
    review: "Question by question",
    to_question: "Go to this question",
    steps: "Questions",
    begun_elsewhere: "A new attempt was begun in another tab or window. This is it.",
    erased_elsewhere: "Your progress was erased in another tab or window. You begin anew here.",
    progress: "Progress",
    keeping: super::KeepingMessages {
        about: "Everything you do here is kept on this device alone, in this browser. Nothing is sent anywhere.",
        erase: "Removes all answers to all sets from this browser.",
        sure: "Erase all your answers to all sets? You can undo this until you close the page.",
    },
    saved_answers: |count| match count {
        0 => "Nothing is saved yet.".to_owned(),
        1 => "1 entry is saved.".to_owned(),
        _ => format!("{count} entries are saved."),
    },
    save_file: "Save to a file",
    save_file_words: "Take your progress to another device, or keep it where no browser clears it.",
    read_file: "Read from a file",
    read_file_words: "What the file holds is added to what is here. Nothing is overwritten.",
    file_read: |count| match count {
        0 => "The file holds nothing that was not here already.".to_owned(),
        1 => "1 entry was added from the file.".to_owned(),
        _ => format!("{count} entries were added from the file."),
    },
    brought_back: "Your progress is back.",
    file_damaged: |count| match count {
        1 => "1 line of the file is damaged, as by a copy that was cut off. Nothing was changed.".to_owned(),
        _ => format!("{count} lines of the file are damaged, as by a copy that was cut off. Nothing was changed."),
    },
    file_strange: "This is not a file that Verbatim saved. Nothing was changed.",
    erase: "Erase everything",
    erased: "Your progress is erased.",
    not_erased: "The browser did not let this page erase anything. Your progress is still here.",
    keys: "Keys",
    key_list: &[
        ("1 to 9, A to Z", "Choose or pick an option, counted from the top"),
        ("Enter", "Check the answer; after it, go on"),
        ("↑ ↓", "Move between options; move an item whose button has the focus"),
        ("← →", "Previous and next question"),
        ("?", "Show this help"),
    ],
    use_keys: "Use these keys",
    columns: [
        "Number",
        "Id",
        "Question",
        "Your answer",
        "Right answer",
        "Mark",
        "Why",
        "First answer",
        "Tries",
        "Hints",
    ],
};

fn sure(certainty: Certainty, right: i8, wrong: i8) -> String {
    // With the same sign as the points in the results.
    let wrong = wrong.to_string().replace('-', "−");
    format!("Certainty {}: {right:+} if right, {wrong} if not", level(certainty))
}

fn level(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Low => "1",
        Certainty::Middle => "2",
        Certainty::High => "3",
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::RightOption => "You chose the right answer".to_owned(),
        Reason::WrongOption => "Another answer is the right one".to_owned(),
        Reason::Picked { right, keys, wrong, scheme } => {
            let rule = match scheme {
                Scheme::Net => "",
                Scheme::Balanced => " (by their shares)",
                Scheme::All => " (all or nothing)",
                Scheme::Each => " (each option by itself)",
            };
            let less = if *scheme == Scheme::Net && *wrong > 0 { "less " } else { "" };
            format!("{right} of {keys} right answers, {less}{wrong} wrong{rule}")
        }
        Reason::Accepted => "Your answer is right".to_owned(),
        Reason::Spelling { key } => format!("Your answer counts as right; the spelling is “{key}”"),
        Reason::NotAccepted => "Your answer is not right".to_owned(),
        Reason::RightNumber => "Your number is right".to_owned(),
        Reason::NearNumber { key } => format!("Your number is near enough; exactly it is {key}"),
        Reason::WrongNumber => "It is another number".to_owned(),
        Reason::Ordered { right, pairs, to_move } => {
            let less = if right == pairs { String::new() } else { format!(", less {} in the other", pairs - right) };
            let moves = match to_move {
                0 => String::new(),
                1 => "; 1 item to move".to_owned(),
                _ => format!("; {to_move} items to move"),
            };
            format!("{right} of {pairs} pairs in the right order{less}{moves}")
        }
        Reason::Matched { right, all } => format!("{right} of {all} matched"),
        Reason::Filled { right, all } => format!("{right} of {all} blanks right"),
        Reason::Evidence { found, needed, picked } => {
            format!("{found} of {needed} words of the proof found, {picked} words picked")
        }
        Reason::Tries { tries } => format!("halved for each earlier try, this was try {tries}"),
        Reason::BestTry { number } => format!("try {number} was the best and counts"),
        Reason::Hints { used: 1 } => "lowered for 1 hint".to_owned(),
        Reason::Hints { used } => format!("lowered for {used} hints"),
    }
}

fn about_source(source: &Source) -> String {
    let parts = [Some(&source.title), source.publisher.as_ref(), source.published.as_ref()];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}
