//! Owns which controls say an answer, one function a kind: their names as they are on screen, and what is done to them.
//!
//! Never does it.

use anyhow::{Context, Result, bail};
use verbatim_core::question::matching::Pair;
use verbatim_core::question::{Blank, Blanks, Choice, Choices, Evidence, Matching, Order};
use verbatim_core::{Answer, Kind};

use super::truth_word;
use crate::bank::words;

/// One thing that has to be done for an answer, with the names that the controls have on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Choose the radio button of this name.
    Choose(String),
    /// Check these boxes, and none of the others.
    Check(Vec<String>),
    /// Choose an entry of a list: the list's name, the entry.
    Select(String, String),
    /// Write in a line: the line's name, the words.
    Write(String, String),
    /// Bring items into this order.
    Arrange(Vec<String>),
}

/// What has to be done for an answer.
pub(crate) fn steps(kind: &Kind, answer: &Answer) -> Result<Vec<Step>> {
    let one = |step: Step| Ok(vec![step]);
    match kind {
        Kind::Choice(choice) => one(Step::Choose(option(choice, position(answer)?)?)),
        Kind::Choices(choices) => one(Step::Check(options(choices, answer)?)),
        Kind::Truth(_) => one(Step::Choose(truth_word(position(answer)?).to_owned())),
        Kind::Text(_) => one(Step::Write("Your answer".to_owned(), written(answer)?)),
        Kind::Number(_) => one(Step::Write("Your answer, as a number".to_owned(), written(answer)?)),
        Kind::Order(order) => one(Step::Arrange(items(order, answer)?)),
        Kind::Match(matching) => matched(matching, answer),
        Kind::Blanks(blanks) => filled(blanks, answer),
        Kind::Evidence(evidence) => one(picked(evidence, answer)?),
    }
}

fn option(choice: &Choice, position: usize) -> Result<String> {
    choice.options().get(position).map(|option| words(&option.text)).context("no such option")
}

fn options(choices: &Choices, answer: &Answer) -> Result<Vec<String>> {
    let name = |position: &usize| choices.options().get(*position).map(|option| words(&option.text));
    positions(answer)?.iter().map(name).collect::<Option<_>>().context("no such option")
}

fn items(order: &Order, answer: &Answer) -> Result<Vec<String>> {
    let name = |position: &usize| order.items().get(*position).map(|item| words(&item.text));
    positions(answer)?.iter().map(name).collect::<Option<_>>().context("no such item")
}

fn matched(matching: &Matching, answer: &Answer) -> Result<Vec<Step>> {
    let pair = |(pair, part): (&Pair, &Option<Answer>)| {
        let choice = matching.choice(position(part.as_ref()?).ok()?);
        Some(choice.map(|choice| Step::Select(words(&pair.left), words(choice))).context("no such choice"))
    };
    matching.pairs().iter().zip(parts(answer)?).filter_map(pair).collect()
}

fn filled(blanks: &Blanks, answer: &Answer) -> Result<Vec<Step>> {
    let all = blanks.blanks().len();
    let fill = |(number, ((_, blank), part)): (usize, (&(String, Blank), &Option<Answer>))| {
        part.as_ref().map(|part| fill(blank, part, &format!("Blank {number} of {all}")))
    };
    (1..).zip(blanks.blanks().iter().zip(parts(answer)?)).filter_map(fill).collect()
}

fn fill(blank: &Blank, part: &Answer, name: &str) -> Result<Step> {
    Ok(match blank {
        Blank::Text(_) => Step::Write(name.to_owned(), written(part)?),
        Blank::Number(number) => {
            let name = number.unit().map_or_else(|| name.to_owned(), |unit| format!("{name} {unit}"));
            Step::Write(name, written(part)?)
        }
        Blank::Choice(choice) => Step::Select(name.to_owned(), option(choice, position(part)?)?),
    })
}

fn picked(evidence: &Evidence, answer: &Answer) -> Result<Step> {
    match evidence {
        Evidence::Passages(passages) => {
            let passage = passages.list().get(position(answer)?).context("no such passage")?;
            // As a quotation: with its marks.
            Ok(Step::Choose(format!("“{}”", passage.quote.fragments().join(" … "))))
        }
        Evidence::Sentences(sentences) => {
            let name = |position: &usize| sentences.list().get(*position).map(|sentence| sentence.text.clone());
            let names = positions(answer)?.iter().map(name).collect::<Option<_>>();
            Ok(Step::Check(names.context("no such sentence")?))
        }
    }
}

fn position(answer: &Answer) -> Result<usize> {
    match answer {
        Answer::Option(position) => Ok(*position),
        Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => bail!("it is not one option"),
    }
}

fn positions(answer: &Answer) -> Result<&[usize]> {
    match answer {
        Answer::Options(list) | Answer::Order(list) => Ok(list),
        Answer::Option(_) | Answer::Text(_) | Answer::Parts(_) => bail!("it is no list"),
    }
}

fn written(answer: &Answer) -> Result<String> {
    match answer {
        Answer::Text(written) => Ok(written.text().to_owned()),
        Answer::Option(_) | Answer::Options(_) | Answer::Order(_) | Answer::Parts(_) => bail!("it is no text"),
    }
}

fn parts(answer: &Answer) -> Result<&[Option<Answer>]> {
    match answer {
        Answer::Parts(parts) => Ok(parts),
        Answer::Option(_) | Answer::Options(_) | Answer::Text(_) | Answer::Order(_) => bail!("it has no parts"),
    }
}
