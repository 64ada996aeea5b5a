//! What holds for any attempt that is told of by cmi5, in however many visits. The attempts are those by which core is tested.

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
use serde_json::{Value, json};
use verbatim_core::{Attempt, Event, Pack, Start, Written};
use verbatim_lms::cmi5::statement::SESSION;
use verbatim_lms::cmi5::{Launch, Launched, Marks, Statement, Visit};
use verbatim_lms::json::Json;
use verbatim_lms::{Log, Unicode};

use courses::courses;

const UNICODE: Unicode =
    Unicode { composed: str::to_owned, written: |words| Written::new(words.to_owned(), words.to_lowercase()) };
const SET: &str = "https://lms.example/activities/7";
const REGISTRATION: &str = "760e3480-ba55-4991-94b0-01820dbd23a2";

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// The same value as data.
fn data(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(is_true) => Json::Truth(*is_true),
        Value::Number(number) => Json::Number(number.as_f64().unwrap(), number.to_string()),
        Value::String(words) => Json::text(words),
        Value::Array(list) => Json::List(list.iter().map(data).collect()),
        Value::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), data(value))).collect())
        }
    }
}

fn launched() -> Launched {
    let actor = json!({ "objectType": "Agent", "account": { "homePage": "https://lms.example", "name": "1" } });
    Launched { actor: data(&actor), registration: REGISTRATION.to_owned(), activity: SET.to_owned() }
}

fn document(number: usize, mode: &str, mastery: Option<f64>) -> Value {
    let mut document = json!({
        "contextTemplate": { "extensions": { SESSION: format!("session {number}") } },
        "launchMode": mode,
        "moveOn": "Passed",
    });
    if let Some(mastery) = mastery {
        document["masteryScore"] = json!(mastery);
    }
    document
}

fn launch(number: usize, mode: &str, mastery: Option<f64>) -> Launch {
    Launch::read(&data(&document(number, mode, mastery))).unwrap()
}

/// What could have happened of these events, each later than the one before, as a player has it.
fn happened(pack: &Rc<Pack>, start: Start, events: &[(u64, Event)]) -> Log {
    let start = Start { seed: start.seed.or(Some(7)), at: 1_700_000_000_000, ..start };
    let mut attempt = Attempt::new(Rc::clone(pack), start);
    let mut log = Log { start, events: Vec::new() };
    for (at, (_, event)) in (start.at..).step_by(1234).skip(1).zip(events) {
        if let Ok(next) = attempt.apply(at, event) {
            attempt = next;
            log.events.push((at, event.clone()));
        }
    }
    log
}

fn read(list: Vec<Statement>) -> Vec<Value> {
    let read = |statement: Statement| {
        let value: Value = serde_json::from_str(&statement.text).unwrap();
        assert_eq!(value["id"], statement.id);
        value
    };
    list.into_iter().map(read).collect()
}

fn verb(statement: &Value) -> &str {
    statement["verb"]["id"].as_str().unwrap().rsplit('/').next().unwrap()
}

/// Everything that is told of an attempt in two visits, the second of which begins behind so many events; each event is
/// told as it happens.
fn visits(pack: &Rc<Pack>, log: &Log, second: usize, mode: &str, mastery: Option<f64>) -> Vec<Vec<Value>> {
    let mut marks = Marks::default();
    let mut told = Vec::new();
    for (number, places) in [0..second, second..log.events.len()].into_iter().enumerate() {
        let opened = log.events.get(places.start).map_or(log.start.at, |(at, _)| *at);
        let mut visit = Visit::new(launched(), launch(number, mode, mastery), opened, marks);
        visit.goes_on(log.start.seed, marks);
        let mut list = vec![visit.begin()];
        for end in places.clone() {
            let so_far = Log { start: log.start, events: log.events[..=end].to_vec() };
            list.extend(visit.tell(&so_far.replay(pack), &so_far, UNICODE));
        }
        let now = log.events.get(places.end.wrapping_sub(1)).map_or(opened, |(at, _)| *at);
        list.extend(visit.end(now));
        marks = visit.marks();
        told.push(read(list));
    }
    told
}

/// The order within a visit, and what may be told once for ever (cmi5, 9.3).
fn keeps_the_order(visits: &[Vec<Value>]) -> Result<(), TestCaseError> {
    for statements in visits {
        let verbs: Vec<&str> = statements.iter().map(verb).collect();
        prop_assert_eq!((verbs.first(), verbs.last()), (Some(&"initialized"), Some(&"terminated")));
        for once in ["initialized", "terminated", "completed"] {
            prop_assert!(verbs.iter().filter(|verb| **verb == once).count() <= 1, "{:?}", &verbs);
        }
        let judged = verbs.iter().filter(|verb| ["passed", "failed"].contains(verb)).count();
        prop_assert!(judged <= 1, "{:?}", &verbs);
        let moments: Vec<&str> = statements.iter().map(|told| told["timestamp"].as_str().unwrap()).collect();
        prop_assert!(moments.iter().all(|at| at >= &moments[0] && at <= &moments[moments.len() - 1]), "{:?}", &moments);
    }
    let all: Vec<&Value> = visits.iter().flatten().collect();
    let verbs: Vec<&str> = all.iter().map(|told| verb(told)).collect();
    for once in ["completed", "passed"] {
        prop_assert!(verbs.iter().filter(|verb| **verb == once).count() <= 1, "{:?}", &verbs);
    }
    prop_assert!(!verbs.iter().skip_while(|verb| **verb != "passed").any(|verb| *verb == "failed"), "{:?}", &verbs);
    let mut ids: Vec<&str> = all.iter().map(|told| told["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), all.len(), "two facts have one name");
    Ok(())
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn every_visit_keeps_the_order((pack, start, events) in courses(), place in any::<Index>(), mastery in proptest::option::of(0.0..=1.0)) {
        let log = happened(&pack, start, &events);
        let visits = visits(&pack, &log, place.index(log.events.len() + 1), "Normal", mastery);
        keeps_the_order(&visits)?;
        let answered = visits.iter().flatten().filter(|told| verb(told) == "answered").count();
        let in_one = verbatim_lms::told::interactions(verbatim_lms::Standard::Scorm2004, &pack, &log, 0, UNICODE);
        prop_assert_eq!(answered, in_one.len(), "an answer is lost, or told twice");
    }

    #[test]
    fn what_is_told_once_more_has_the_same_names((pack, start, events) in courses()) {
        let log = happened(&pack, start, &events);
        let answers = |second| {
            let all = visits(&pack, &log, second, "Normal", Some(0.5)).into_iter().flatten();
            let answers = all.filter(|told| verb(told) == "answered").map(|told| told["id"].clone());
            answers.collect::<Vec<_>>()
        };
        prop_assert_eq!(answers(0), answers(log.events.len()));
    }

    #[test]
    fn where_nothing_counts_nothing_is_told((pack, start, events) in courses(), mode in prop_oneof![Just("Browse"), Just("Review")]) {
        let log = happened(&pack, start, &events);
        for told in visits(&pack, &log, 0, mode, Some(0.5)) {
            prop_assert_eq!(told.iter().map(verb).collect::<Vec<_>>(), ["initialized", "terminated"]);
        }
    }
}

#[test]
fn a_launch_without_what_it_must_have_is_none() {
    for (place, value) in [("contextTemplate", Value::Null), ("launchMode", Value::Null)] {
        let mut wrong = document(1, "Normal", None);
        wrong[place] = value;
        assert_eq!(Launch::read(&data(&wrong)), None, "{place}");
    }
}

#[test]
fn a_way_back_is_a_page_and_no_script() {
    for (address, is_good) in
        [("https://a.example/?b#c", true), ("http://a.example", true), ("javascript:alert(1)", false)]
    {
        let mut launch = document(1, "Normal", None);
        launch["returnURL"] = json!(address);
        assert_eq!(Launch::read(&data(&launch)).unwrap().back.is_some(), is_good, "{address}");
    }
}

#[test]
fn what_a_template_has_stays_as_it_is() {
    let mut launch = document(1, "Normal", Some(0.7));
    launch["contextTemplate"] = json!({
        "registration": "of the template",
        "language": "de",
        "contextActivities": { "category": { "id": "https://lms.example/one" }, "other": [{ "id": "https://lms.example/two" }] },
        "extensions": { SESSION: "s", "https://lms.example/number": 1.25 },
    });
    let launch = Launch::read(&data(&launch)).unwrap();
    let mut visit = Visit::new(launched(), launch, 1, Marks::default());
    let told = read(vec![visit.begin()]);
    let context = json!({
        "registration": "of the template",
        "language": "de",
        "contextActivities": {
            "category": [{ "id": "https://lms.example/one" }, { "id": "https://w3id.org/xapi/cmi5/context/categories/cmi5" }],
            "other": [{ "id": "https://lms.example/two" }],
        },
        "extensions": { SESSION: "s", "https://lms.example/number": 1.25 },
    });
    assert_eq!(told[0]["context"], context);
}

#[test]
fn a_statement_of_a_closed_session_is_told_in_the_next() {
    let mut first = Visit::new(launched(), launch(1, "Normal", None), 1_000, Marks::default());
    let begun = read(vec![first.begin()]).remove(0);
    let mut answered = begun.clone();
    answered["verb"]["id"] = json!("http://adlnet.gov/expapi/verbs/answered");
    let mut second = Visit::new(launched(), launch(2, "Normal", None), 5_000, Marks::default());
    assert_eq!(second.tell_again(&data(&begun), 6_000), None, "each session has a beginning of its own");
    let again = read(vec![second.tell_again(&data(&answered), 6_000).unwrap()]).remove(0);
    assert_eq!((&again["id"], &again["timestamp"]), (&answered["id"], &json!("1970-01-01T00:00:06.000Z")));
    assert_eq!(again["context"]["extensions"][SESSION], "session 2");
    let mut completed = begun;
    completed["verb"]["id"] = json!("http://adlnet.gov/expapi/verbs/completed");
    assert!(second.tell_again(&data(&completed), 6_000).is_some());
    assert_eq!(second.tell_again(&data(&completed), 6_000), None, "once for ever");
}
