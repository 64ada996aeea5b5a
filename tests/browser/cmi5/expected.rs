//! Owns what an answer has to be told as, worked out from the question and the answer alone.
//!
//! Never takes the forms from what is tested: they are those of xAPI 1.0.3 (Data, 2.4.4.1 and 2.5.1).

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use verbatim_core::question::Blank;
use verbatim_core::{Answer, Kind, Question};
use verbatim_tests::bank::words;
use verbatim_tests::lrs::{ACTIVITY, of};

/// Checks a statement against the question and the answer that it tells of.
pub(super) fn is_told(told: &Value, question: &Question, answer: &Answer, is_right: bool) -> Result<()> {
    compare(told, question, answer, is_right).with_context(|| format!("`{}`: {told:#}", question.id))
}

fn compare(told: &Value, question: &Question, answer: &Answer, is_right: bool) -> Result<()> {
    let (object, result) = (of(told, &["object"]), of(told, &["result"]));
    let definition = of(object, &["definition"]);
    ensure!(*of(object, &["id"]) == format!("{ACTIVITY}/{}", question.id), "another question");
    ensure!(*of(definition, &["type"]) == "http://adlnet.gov/expapi/activities/cmi.interaction", "no interaction");
    ensure!(*of(definition, &["description", "en"]) == words(&question.prompt), "another prompt");
    ensure!(*of(definition, &["interactionType"]) == form(&question.kind), "another form");
    ensure!(*of(result, &["response"]) == written(&question.kind, answer)?, "another answer");
    ensure!(*of(result, &["success"]) == is_right, "another result");
    let share = of(result, &["score", "scaled"]).as_f64().context("no share")?;
    ensure!((share >= 1.0) == is_right && (0.0..=1.0).contains(&share), "the share is {share}");
    let duration = of(result, &["duration"]).as_str().unwrap_or_default();
    ensure!(duration.starts_with("PT") && duration.ends_with('S'), "the duration is {duration:?}");
    let patterns = of(definition, &["correctResponsesPattern"]).as_array().context("what is right is not told")?;
    let is_key = |pattern: &Value| -> Result<bool> {
        // A number is right from here to there.
        let is_range = pattern.as_str().is_some_and(|words| words.contains("[:]"));
        let is_number = matches!(question.kind, Kind::Number(_));
        Ok(if is_number { is_range } else { *pattern == written(&question.kind, &question.kind.rules().key())? })
    };
    let key = patterns.iter().map(is_key).collect::<Result<Vec<_>>>()?.contains(&true);
    ensure!(key, "another key");
    let count = |name: &str| of(definition, &[name]).as_array().map_or(0, Vec::len);
    let (choices, source, target) = (count("choices"), count("source"), count("target"));
    let entries = match form(&question.kind) {
        "choice" | "sequencing" => choices > 1 && source == 0 && target == 0,
        "matching" => choices == 0 && source > 1 && target >= source,
        _ => choices + source + target == 0,
    };
    ensure!(entries, "{choices} choices, {source} things, {target} for them");
    Ok(())
}

fn form(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice(_) | Kind::Choices(_) | Kind::Evidence(_) => "choice",
        Kind::Truth(_) => "true-false",
        Kind::Text(_) | Kind::Blanks(_) => "fill-in",
        Kind::Number(_) => "numeric",
        Kind::Order(_) => "sequencing",
        Kind::Match(_) => "matching",
    }
}

/// Entries are named by letters, in the order of the file.
fn letter(at: usize) -> String {
    char::from(b'a' + u8::try_from(at).unwrap_or_default()).to_string()
}

fn joined(list: impl Iterator<Item = String>) -> String {
    list.collect::<Vec<_>>().join("[,]")
}

fn written(kind: &Kind, answer: &Answer) -> Result<String> {
    Ok(match (kind, answer) {
        (Kind::Truth(_), Answer::Option(chosen)) => (*chosen == 0).to_string(),
        (_, Answer::Option(chosen)) => letter(*chosen),
        (_, Answer::Options(chosen)) => {
            let mut chosen = chosen.clone();
            chosen.sort_unstable();
            joined(chosen.into_iter().map(letter))
        }
        (_, Answer::Order(order)) => joined(order.iter().copied().map(letter)),
        (Kind::Number(_), Answer::Text(written)) => {
            let plain: f64 = written.text().replace(',', "").parse()?;
            plain.to_string()
        }
        (_, Answer::Text(written)) => written.text().to_owned(),
        (Kind::Match(_), Answer::Parts(parts)) => {
            let pair = |(thing, part): (usize, &Option<Answer>)| match part {
                Some(Answer::Option(choice)) => Some(format!("{}[.]{}", letter(thing), letter(*choice))),
                _ => None,
            };
            joined(parts.iter().enumerate().filter_map(pair))
        }
        (Kind::Blanks(blanks), Answer::Parts(parts)) => {
            let filled = |((_, blank), part): (&(String, Blank), &Option<Answer>)| match (blank, part) {
                (Blank::Choice(choice), Some(Answer::Option(chosen))) => {
                    choice.options().get(*chosen).map(|option| words(&option.text)).unwrap_or_default()
                }
                (_, Some(Answer::Text(written))) => written.text().to_owned(),
                _ => String::new(),
            };
            joined(blanks.blanks().iter().zip(parts).map(filled))
        }
        (_, Answer::Parts(_)) => anyhow::bail!("parts of what has none"),
    })
}
