use super::*;
use verbatim_core::Answer;

fn answered(question: &str) -> Entry {
    let event = Event::Answered { question: question.to_owned(), revision: 1, answer: Answer::Option(0) };
    Entry::Happened { at: 0, event }
}

fn check(entries: &[Entry], expect: &[&str]) {
    let events = newest_attempt(entries.iter().cloned());
    let questions: Vec<&str> = events.iter().map(|Event::Answered { question, .. }| question.as_str()).collect();
    assert_eq!(questions, expect);
}

#[test]
fn a_new_start_leaves_earlier_answers_behind() {
    check(&[answered("a"), Entry::Started { at: 1 }, answered("b")], &["b"]);
}

#[test]
fn a_new_start_taken_back_brings_them_back() {
    check(&[answered("a"), Entry::Started { at: 1 }, Entry::TookBack { at: 2 }, answered("b")], &["a", "b"]);
}

#[test]
fn nothing_to_take_back_takes_nothing_back() {
    check(&[answered("a"), Entry::TookBack { at: 2 }], &["a"]);
}
