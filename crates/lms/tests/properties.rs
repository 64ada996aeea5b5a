//! What holds for any attempt that an LMS keeps and is told of. The attempts are those by which core is tested.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking"
)]

#[path = "../../core/tests/properties/answers.rs"]
mod answers;
#[path = "../../core/tests/properties/courses.rs"]
mod courses;
#[path = "../../core/tests/properties/pack.rs"]
mod pack;
#[path = "../../core/tests/properties/text.rs"]
mod text;
#[path = "../../core/tests/properties/tour.rs"]
mod tour;
#[path = "../../core/tests/properties/written.rs"]
mod written;

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;
use verbatim_core::{Answer, Attempt, Event, Pack, Start, Written};
use verbatim_lms::packed::{self, unpack};
use verbatim_lms::told::interactions;
use verbatim_lms::{Log, Session, Standard, Unicode, state, thin};

use courses::courses;

const UNICODE: Unicode =
    Unicode { composed: str::to_owned, written: |words| Written::new(words.to_owned(), words.to_lowercase()) };

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// What could have happened of these events, as a player saves it.
fn log(pack: &Rc<Pack>, start: Start, events: &[(u64, Event)]) -> Log {
    let start = Start { seed: start.seed.or(Some(7)), ..start };
    let mut attempt = Attempt::new(Rc::clone(pack), start);
    let mut log = Log { start, events: Vec::new() };
    for (at, event) in events {
        let mut event = event.clone();
        // What the set does not have is left out, which changes nothing.
        if let Event::Retried { questions } = &mut event {
            questions.retain(|id| pack.set().position(id).is_some());
        }
        if let Event::Answered { answer, .. } = &mut event {
            *answer = as_read(answer);
        }
        if let Ok(next) = attempt.apply(*at, &event) {
            attempt = next;
            log.events.push((*at, event));
        }
    }
    log
}

/// An answer with its words in lower case beside them, as a player makes them.
fn as_read(answer: &Answer) -> Answer {
    match answer {
        Answer::Text(words) => Answer::Text((UNICODE.written)(words.text())),
        Answer::Parts(parts) => Answer::Parts(parts.iter().map(|part| part.as_ref().map(as_read)).collect()),
        other => other.clone(),
    }
}

/// The greatest lengths of values, and the vocabulary, by name: 1.2 RTE 3.4, 2004 RTE 4.2.
fn fits(standard: Standard, name: &str, value: &str) -> Result<(), TestCaseError> {
    let most = match (standard, name.rsplit('.').next().unwrap()) {
        (Standard::Scorm12, "suspend_data") => 4096,
        (Standard::Scorm12, _) => 255,
        (Standard::Scorm2004, "suspend_data") => 64_000,
        (Standard::Scorm2004, "learner_response" | "pattern") => 4000,
        (Standard::Scorm2004, _) => 250,
    };
    prop_assert!(value.encode_utf16().count() <= most, "{name} has {value}");
    let words: &[&str] = match (standard, name.rsplit('.').next().unwrap()) {
        (Standard::Scorm12, "result") => &["correct", "wrong", "unanticipated", "neutral"],
        (Standard::Scorm2004, "result") => &["correct", "incorrect", "unanticipated", "neutral"],
        (Standard::Scorm12, "lesson_status") => &["passed", "completed", "failed", "incomplete"],
        (Standard::Scorm2004, "success_status") => &["passed", "failed", "unknown"],
        (_, "completion_status") => &["completed", "incomplete"],
        (Standard::Scorm12, "exit") => &["suspend", ""],
        (_, "exit") => &["suspend", "normal"],
        (_, "type") => &["choice", "true-false", "fill-in", "numeric", "sequencing", "matching"],
        _ => return Ok(()),
    };
    let is_part = name.ends_with("result") && value.parse().is_ok_and(|part: f64| part > 0.0 && part < 1.0);
    prop_assert!(is_part || words.contains(&value), "{name} is {value}");
    Ok(())
}

/// Whether a value has the form that 1.2 has for answers of this type (`CMIFeedback`).
fn has_form(kind: &str, response: &str) -> bool {
    let one =
        |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    match kind {
        "choice" | "sequencing" => response.split(',').all(one),
        "true-false" => ["t", "f"].contains(&response),
        "numeric" => response.parse::<f64>().is_ok(),
        "matching" => response.split(',').all(|pair| pair.split_once('.').is_some_and(|(a, b)| one(a) && one(b))),
        _ => true,
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_packed_attempt_is_the_same_attempt((pack, start, events) in courses()) {
        let log = log(&pack, start, &events);
        let text = packed::pack(&pack, &log, UNICODE);
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        let read = unpack(&pack, &text, UNICODE).unwrap();
        prop_assert!(read.is_whole);
        prop_assert_eq!(&read.log, &log);
        prop_assert_eq!(read.log.replay(&pack), log.replay(&pack));
    }

    #[test]
    fn what_was_cut_off_is_said_and_the_rest_is_read((pack, start, events) in courses(), place in any::<Index>()) {
        let log = log(&pack, start, &events);
        let text = packed::pack(&pack, &log, UNICODE);
        let cut = &text[..place.index(text.len())];
        let Some(read) = unpack(&pack, cut, UNICODE) else { return Ok(()) };
        prop_assert!(!read.is_whole);
        prop_assert!(read.log.events.len() <= log.events.len());
        prop_assert!(log.events.starts_with(&read.log.events));
    }

    #[test]
    fn any_text_is_read_or_refused((pack, ..) in courses(), text in "[A-Za-z0-9_-]{0,60}") {
        let _ = unpack(&pack, &text, UNICODE);
        let _ = unpack(&pack, &format!("A{text}"), UNICODE);
    }

    #[test]
    fn thinning_changes_no_mark((pack, start, events) in courses(), share in 0.0..1.0) {
        let log = log(&pack, start, &events);
        let attempt = log.replay(&pack);
        let room = (packed::pack(&pack, &log, UNICODE).len() as f64 * share) as usize;
        let Ok(text) = thin::fit(&pack, &log, UNICODE, room) else { return Ok(()) };
        prop_assert!(text.len() <= room);
        let thinned = unpack(&pack, &text, UNICODE).unwrap().log.replay(&pack);
        let (was, is) = (attempt.report(), thinned.report());
        prop_assert_eq!((was.earned, was.first, was.answered), (is.earned, is.first, is.answered));
        for place in attempt.asked() {
            let tries = |attempt: &Attempt| attempt.course(place).map(|course| course.tries().len());
            prop_assert_eq!(tries(&attempt), tries(&thinned));
            prop_assert_eq!(attempt.is_settled(place), thinned.is_settled(place));
        }
        prop_assert_eq!(attempt.left(u64::MAX), thinned.left(u64::MAX));
    }

    #[test]
    fn everything_told_keeps_to_its_standard((pack, start, events) in courses()) {
        let log = log(&pack, start, &events);
        let attempt = log.replay(&pack);
        for standard in Standard::ALL {
            let session = Session { opened: 0, was_finished: false };
            let list = interactions(standard, &pack, &log, 0, UNICODE);
            for (index, told) in list.iter().enumerate() {
                prop_assert!(standard != Standard::Scorm12 || has_form(told.kind, &told.response), "{:?}", told);
                prop_assert!(standard != Standard::Scorm12 || told.patterns.iter().all(|key| has_form(told.kind, key)));
                for (name, value) in told.values(standard, index, 0) {
                    fits(standard, &name, &value)?;
                }
            }
            let values = [state::values(standard, &attempt, session), state::ending(standard, session, 1).to_vec()];
            for (name, value) in values.concat() {
                fits(standard, name, &value)?;
            }
        }
    }
}
