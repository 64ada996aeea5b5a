//! Owns the rules of cmi5 for what a package tells (Quartz, 1st edition; the numbers are its sections), looked at from outside.
//!
//! Never knows what was answered.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_tests::lrs::{ACTIVITY, CLASS, Lrs, PUBLISHER, of, session, verb};

const DEFINED: [&str; 5] = ["initialized", "completed", "passed", "failed", "terminated"];
const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";

/// Checks all that an LMS was told.
pub(super) fn keep(lrs: &Lrs) -> Result<()> {
    let violations = lrs.violations();
    ensure!(violations.is_empty(), "the LMS was asked for what must not be: {violations:#?}");
    let told = lrs.statements();
    let mut sessions: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for statement in &told {
        form(statement).with_context(|| format!("{statement:#}"))?;
        sessions.entry(session(statement)).or_default().push(statement);
    }
    let ids: BTreeSet<_> = told.iter().map(|statement| of(statement, &["id"]).as_str()).collect();
    ensure!(ids.len() == told.len(), "two statements have the same id");
    for (name, statements) in sessions {
        order(&statements).with_context(|| format!("in {name}"))?;
    }
    // 9.3, within a registration.
    ensure!(lrs.count("completed") <= 1, "completed more than once");
    ensure!(lrs.count("passed") <= 1, "passed more than once");
    let judged: Vec<_> = told.iter().map(verb).skip_while(|verb| *verb != "passed").collect();
    ensure!(!judged.contains(&"failed"), "failed behind passed");
    Ok(())
}

/// 9.3, within a session.
fn order(statements: &[&Value]) -> Result<()> {
    let verbs: Vec<_> = statements.iter().map(|statement| verb(statement)).collect();
    ensure!(verbs.first() == Some(&"initialized"), "it begins by {verbs:?}");
    let ends = verbs.iter().position(|verb| *verb == "terminated");
    ensure!(ends.is_none_or(|end| end + 1 == verbs.len()), "something is told behind the end: {verbs:?}");
    for defined in DEFINED {
        ensure!(verbs.iter().filter(|verb| **verb == defined).count() <= 1, "{defined} twice: {verbs:?}");
    }
    ensure!(!(verbs.contains(&"passed") && verbs.contains(&"failed")), "passed and failed: {verbs:?}");
    // The order is that of the moments: they are written alike, so that they can be compared as they are.
    let moments: Vec<_> = statements.iter().filter_map(|statement| of(statement, &["timestamp"]).as_str()).collect();
    let (first, last) = (moments.first(), moments.last());
    ensure!(moments.iter().all(|moment| Some(moment) >= first), "something was before the beginning: {moments:?}");
    ensure!(ends.is_none() || moments.iter().all(|moment| Some(moment) <= last), "or behind the end: {moments:?}");
    Ok(())
}

/// 9.1 to 9.7.
fn form(statement: &Value) -> Result<()> {
    let verb = verb(statement);
    let result = of(statement, &["result"]);
    let context = of(statement, &["context"]);
    let moment = of(statement, &["timestamp"]).as_str().unwrap_or_default();
    ensure!(moment.len() == 24 && moment.ends_with('Z'), "the moment is {moment:?}");
    let categories = ids(of(context, &["contextActivities", "category"]));
    let is_defined = DEFINED.contains(&verb);
    ensure!(categories.contains(&CMI5) == is_defined, "cmi5 defines {verb}, or does not: {categories:?}");
    let counts = is_defined && (result.get("success").is_some() || result.get("completion").is_some());
    ensure!(categories.contains(&MOVE_ON) == counts, "{verb} counts, or does not: {categories:?}");
    ensure!(ids(of(context, &["contextActivities", "grouping"])) == [PUBLISHER], "the publisher's id is lost");
    ensure!(
        *of(context, &["extensions", CLASS]) == json!({ "year": 7.5, "room": ["A", null, true] }),
        "the template is changed"
    );
    let is_judged = verb == "passed" || verb == "failed";
    ensure!(is_judged || of(context, &["extensions"]).get(MASTERY).is_none(), "{verb} is not judged");
    if is_defined {
        ensure!(*of(statement, &["object", "id"]) == ACTIVITY, "it is about something else");
        ensure!(result.get("score").is_none() || is_judged, "{verb} has no score");
        let needs_duration = verb != "initialized";
        ensure!(result.get("duration").is_some() == needs_duration, "the duration is {}", of(result, &["duration"]));
    }
    ensure!(is_judged == (is_defined && result.get("success").is_some()), "{verb} succeeds, or does not");
    ensure!((verb == "completed") == (*of(result, &["completion"]) == true), "{verb} completes, or does not");
    if is_judged {
        ensure!(
            (verb == "passed") == (*of(result, &["success"]) == true),
            "{verb} with success {}",
            of(result, &["success"])
        );
        judged(result, of(context, &["extensions"]).get(MASTERY))?;
    }
    Ok(())
}

/// 9.3.4, 9.3.5 and 9.5.1.
fn judged(result: &Value, mastery: Option<&Value>) -> Result<()> {
    let score = of(result, &["score"]);
    let scaled = of(score, &["scaled"]).as_f64().context("no score")?;
    let needed = mastery.and_then(Value::as_f64);
    ensure!(
        needed.is_none_or(|needed| (scaled >= needed) == (*of(result, &["success"]) == true)),
        "{scaled} of {needed:?}"
    );
    let whole = |name: &str| of(score, &[name]).as_u64().with_context(|| format!("{name} is no whole number: {score}"));
    ensure!(whole("min")? == 0 && whole("max")? == 100 && whole("raw")? <= 100, "the points are {score}");
    Ok(())
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(|activity| of(activity, &["id"]).as_str()).collect()
}
