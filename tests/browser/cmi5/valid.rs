//! Owns asking a validator that others have written whether statements are as xAPI wants them.
//!
//! Never judges by itself.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_tests::Outcome;
use verbatim_tests::surroundings::Need;

const SCRIPT: &str = include_str!("validate.js");

/// Checks that all statements are valid.
pub(super) fn all(statements: &[Value]) -> Result<()> {
    let found = warnings(statements)?;
    let wrong: Vec<_> = statements.iter().zip(&found).filter(|(_, warnings)| !warnings.is_empty()).collect();
    ensure!(wrong.is_empty(), "the validator says of {} statements: {wrong:#?}", wrong.len());
    Ok(())
}

/// What the validator has against each statement.
fn warnings(statements: &[Value]) -> Result<Vec<Vec<String>>> {
    let mut command = Command::new(Need::Node.path()?);
    command.args(["-e", SCRIPT]).arg(Need::Validator.path()?).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = command.spawn().context("node does not run")?;
    let mut input = node.stdin.take().context("node does not listen")?;
    input.write_all(Value::from(statements).to_string().as_bytes())?;
    drop(input);
    let output = node.wait_with_output()?;
    ensure!(output.status.success(), "the validator ended with {}", output.status);
    let found: Vec<Vec<String>> = serde_json::from_slice(&output.stdout)?;
    ensure!(found.len() == statements.len(), "it looked at {} of {}", found.len(), statements.len());
    Ok(found)
}

/// A check that lets everything pass would be none.
#[test]
fn a_statement_that_is_wrong_is_refused() -> Outcome {
    Ok(refuses()?)
}

fn refuses() -> Result<()> {
    let right = json!({
        "id": "760e3480-ba55-4991-94b0-01820dbd23a2",
        "actor": { "objectType": "Agent", "account": { "homePage": "https://lms.example", "name": "1" } },
        "verb": { "id": "http://adlnet.gov/expapi/verbs/answered", "display": { "en": "answered" } },
        "object": { "objectType": "Activity", "id": "https://lms.example/activities/7" },
        "result": { "duration": "PT1S", "score": { "scaled": 0.5 } },
        "timestamp": "2026-11-24T02:00:00.000Z",
    });
    all(std::slice::from_ref(&right))?;
    for (place, value) in [
        ("/id", json!("1")),
        ("/verb/id", json!("answered")),
        ("/object/id", json!("no iri")),
        ("/result/duration", json!("1 s")),
        ("/result/score/scaled", json!(2)),
        ("/timestamp", json!("yesterday")),
        ("/actor", json!({ "objectType": "Agent" })),
    ] {
        let mut wrong = right.clone();
        *wrong.pointer_mut(place).context("no such place")? = value;
        ensure!(!warnings(&[wrong])?.concat().is_empty(), "the validator takes anything at {place}");
    }
    Ok(())
}
