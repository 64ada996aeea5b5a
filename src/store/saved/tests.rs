//! Owns the facts about saved lines: what is written reads back, now and in every later version.

use super::*;

/// What version 1 wrote. It is never changed: a student may come back to it after years.
const OLDER: &str = include_str!("older/version-1.txt");

fn happened(event: Event) -> Fact {
    Fact::Happened(event)
}

fn check(line: &str, fact: Fact) {
    let entry = Entry { at: 1_448_323_200_000, attempt: Some(0xff), fact };
    let line = format!("2 1448323200000 00000000000000ff {line}");
    assert_eq!(entry.write(), line);
    assert_eq!(Entry::read(&line), Some(entry));
}

#[test]
fn entries_read_back_as_they_were_written() {
    let question = || "who".to_owned();
    check("began practice", Fact::Started { mode: Mode::Practice, by_itself: true });
    check("started test", Fact::Started { mode: Mode::Test, by_itself: false });
    check("took-back", Fact::TookBack);
    for (word, certainty) in [("-", None), ("1", Some(Certainty::Low)), ("3", Some(Certainty::High))] {
        let answer = Answer::Options(vec![0, 2]);
        let event = Event::Answered { question: question(), revision: 1, answer, certainty };
        check(&format!("answered who 0000000000000001 {word} options:0,2"), happened(event));
    }
    check("cleared who", happened(Event::Cleared { question: question() }));
    check("flagged who", happened(Event::Flagged { question: question(), flagged: true }));
    check("unflagged who", happened(Event::Flagged { question: question(), flagged: false }));
    check("hinted who 0000000000000001", happened(Event::Hinted { question: question(), revision: 1 }));
    check("revealed who 0000000000000001", happened(Event::Revealed { question: question(), revision: 1 }));
    check("paused", happened(Event::Paused));
    check("resumed", happened(Event::Resumed));
    check("submitted", happened(Event::Submitted));
    check("retried a b", happened(Event::Retried { questions: vec!["a".to_owned(), "b".to_owned()] }));
}

#[cfg(feature = "document")]
#[test]
fn the_pattern_of_a_line_becomes_the_line() {
    let fact = Fact::Started { mode: Mode::Practice, by_itself: true };
    let line = fact.pattern().replace("ATTEMPT", "00000000000000ff").replace("AT", "8");
    assert_eq!(line, Entry { at: 8, attempt: Some(255), fact }.write());
}

#[test]
fn what_is_of_a_later_version_or_damaged_is_not_read() {
    let damaged =
        ["", "3 8 0 started test", "2 x 0 paused", "2 8 z paused", "2 8 0 finished", "2 8 0 started", "2 8 0 retried"];
    let cut =
        ["2 8 0 answered who ff -", "2 8 0 answered who ff 4 option:1", "1 8 answered who ff option", "1 8 paused"];
    for line in damaged.into_iter().chain(cut) {
        assert_eq!(Entry::read(line), None, "{line:?}");
    }
}

#[test]
fn every_line_of_version_1_is_still_read() {
    let read: Vec<Option<Entry>> = OLDER.lines().map(Entry::read).collect();
    assert_eq!(read.len(), 6);
    assert!(read.iter().all(Option::is_some), "{read:?}");
    let event =
        Event::Answered { question: "vision".to_owned(), revision: 255, answer: Answer::Option(3), certainty: None };
    let first = Entry { at: 1_448_323_200_000, attempt: None, fact: happened(event) };
    assert_eq!(read.first(), Some(&Some(first)));
}
