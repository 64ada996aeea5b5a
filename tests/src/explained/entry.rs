//! Owns what the review of each kind has to read, from the files and the answer alone: signs, words, tags, reasons.
//!
//! Never looks at the page.

use anyhow::{Context, Result, bail};
use unicode_normalization::UnicodeNormalization;
use verbatim_core::question::{Blank, Blanks, Evidence, Matching, Number, Order, Rules, Text};
use verbatim_core::{Answer, Bank, Kind, Question};

use super::citation;
use crate::bank::words;
use crate::given::truth_word;
use crate::person::one_line;
use crate::said::reason;
use crate::ways::decomposed;

/// One entry: its sign, its words, what it is, and why.
fn entry(sign: &str, text: &str, tag: &str, why: &str) -> String {
    one_line(&format!("{sign} {text} {tag} {why}"))
}

/// An option that is right or not and was chosen or not.
fn option(right: bool, chosen: bool, text: &str, why: &str) -> String {
    let (sign, tag) = match (right, chosen) {
        (true, true) => ("✓", "Your answer · Right answer"),
        (true, false) => ("•", "Right answer"),
        (false, true) => ("✗", "Your answer"),
        (false, false) => ("–", ""),
    };
    entry(sign, text, tag, why)
}

/// The entries of the list of what could be answered, in no order.
pub(super) fn entries(bank: &Bank, question: &Question, answer: &Answer) -> Result<Vec<String>> {
    let is_chosen = |position: usize| match answer {
        Answer::Option(chosen) => *chosen == position,
        Answer::Options(chosen) => chosen.contains(&position),
        Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => false,
    };
    Ok(match &question.kind {
        Kind::Choice(choice) => {
            let all = choice.options().iter().enumerate();
            all.map(|(at, one)| option(choice.right() == at, is_chosen(at), &words(&one.text), &words(&one.why)))
                .collect()
        }
        Kind::Choices(choices) => {
            let all = choices.options().iter().enumerate();
            all.map(|(at, one)| option(choices.is_right(at), is_chosen(at), &words(&one.text), &words(&one.why)))
                .collect()
        }
        Kind::Truth(truth) => {
            let all = truth.whys().into_iter().enumerate();
            all.map(|(at, why)| option(truth.right() == at, is_chosen(at), truth_word(at), &words(why))).collect()
        }
        Kind::Text(text) => text_entries(text, answer)?,
        Kind::Number(number) => number_entries(number, answer)?,
        Kind::Order(order) => order_entries(order, answer)?,
        Kind::Match(matching) => match_entries(matching, answer)?,
        Kind::Blanks(blanks) => blanks_entries(blanks, answer)?,
        Kind::Evidence(Evidence::Passages(passages)) => {
            let words_of = |passage: &verbatim_core::question::evidence::Passage| {
                let quoted = passage.quote.fragments().join(" … ");
                format!("{quoted} {}", citation(&passage.quote, bank.source()))
            };
            let all = passages.list().iter().enumerate();
            all.map(|(at, one)| option(passages.right() == at, is_chosen(at), &words_of(one), &words(&one.why)))
                .collect()
        }
        Kind::Evidence(Evidence::Sentences(_)) => Vec::new(),
    })
}

/// What has to be read as running text: sentences of paragraphs, in their order.
pub(super) fn running(question: &Question, answer: &Answer) -> Result<Vec<String>> {
    let Kind::Evidence(Evidence::Sentences(sentences)) = &question.kind else { return Ok(Vec::new()) };
    let Answer::Options(picked) = answer else { bail!("no sentences in {answer:?}") };
    let sentence = |(at, one): (usize, &verbatim_core::question::evidence::Sentence)| {
        let (sign, tag) = match (one.proves(), picked.contains(&at)) {
            (true, true) => ("✓", "Proves it · your pick"),
            (true, false) => ("•", "Proves it"),
            (false, true) => ("✗", "Your pick, proves nothing here"),
            (false, false) => ("", ""),
        };
        entry(sign, &one.text, tag, "")
    };
    Ok(sentences.list().iter().enumerate().map(sentence).collect())
}

fn accepted(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [first, others @ ..] => format!("{first} (also accepted: {})", others.join(", ")),
    }
}

/// What was written, composed as it is shown (Unicode's form NFC).
fn written(answer: &Answer) -> Result<String> {
    match answer {
        Answer::Text(written) => Ok(written.text().trim().nfc().collect()),
        Answer::Option(_) | Answer::Options(_) | Answer::Order(_) | Answer::Parts(_) => bail!("no text in {answer:?}"),
    }
}

fn text_entries(text: &Text, answer: &Answer) -> Result<Vec<String>> {
    let given = decomposed(answer);
    let why = text.feedback(&given).map(words).unwrap_or_default();
    let sign = if text.mark(&given).is_some_and(|mark| mark.is_full()) { "✓" } else { "✗" };
    let key = entry("•", &accepted(&text.accepted()), "Right answer", "");
    Ok(vec![entry(sign, &written(answer)?, "Your answer", &why), key])
}

fn key(number: &Number) -> String {
    number.unit().map_or(number.written().to_owned(), |unit| format!("{} {unit}", number.written()))
}

fn number_entries(number: &Number, answer: &Answer) -> Result<Vec<String>> {
    let why = number.feedback(answer).map(words).unwrap_or_default();
    let sign = if number.mark(answer).is_some_and(|mark| mark.is_full()) { "✓" } else { "✗" };
    let key = entry("•", &key(number), "Right answer", "");
    Ok(vec![entry(sign, &written(answer)?, "Your answer", &why), key])
}

fn order_entries(order: &Order, answer: &Answer) -> Result<Vec<String>> {
    let Answer::Order(given) = answer else { bail!("no order in {answer:?}") };
    let item = |(place, item): (usize, &verbatim_core::question::order::Item)| {
        let at = given.iter().position(|one| *one == place).context("an item is missing")?;
        let sign = if at == place || order.ties(at, place) { "✓" } else { "✗" };
        let date = item.date.as_ref().map_or(String::new(), |date| format!("{date}: "));
        let put = format!("You put it at {} of {}", at + 1, given.len());
        Ok(entry(sign, &format!("{date}{}", words(&item.text)), &put, &words(&item.why)))
    };
    order.items().iter().enumerate().map(item).collect()
}

fn match_entries(matching: &Matching, answer: &Answer) -> Result<Vec<String>> {
    let Answer::Parts(parts) = answer else { bail!("no parts in {answer:?}") };
    let mut entries = Vec::new();
    for (at, (pair, part)) in matching.pairs().iter().zip(parts).enumerate() {
        let (sign, tag) = match part {
            None => ("✗", "You gave nothing".to_owned()),
            Some(Answer::Option(choice)) if *choice == at => ("✓", "Your answer".to_owned()),
            Some(Answer::Option(choice)) => {
                ("✗", format!("You gave: {}", words(matching.choice(*choice).context("no such choice")?)))
            }
            Some(Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_)) => bail!("no option"),
        };
        let text = format!("{} — {}", words(&pair.left), words(&pair.right));
        entries.push(entry(sign, &text, &tag, &words(&pair.why)));
    }
    let extra = |extra: &verbatim_core::question::matching::Extra| {
        entry("–", &words(&extra.text), "Fits nothing", &words(&extra.why))
    };
    Ok(entries.into_iter().chain(matching.extras().iter().map(extra)).collect())
}

fn blanks_entries(blanks: &Blanks, answer: &Answer) -> Result<Vec<String>> {
    let Answer::Parts(parts) = answer else { bail!("no parts in {answer:?}") };
    let blank = |((_, blank), part): (&(String, Blank), &Option<Answer>)| {
        let text = match blank {
            Blank::Text(text) => accepted(&text.accepted()),
            Blank::Number(number) => key(number),
            Blank::Choice(choice) => {
                choice.options().get(choice.right()).map(|one| words(&one.text)).unwrap_or_default()
            }
        };
        let Some(part) = part else { return Ok(entry("✗", &text, "You gave nothing", "")) };
        let given = match (blank, part) {
            (Blank::Choice(choice), Answer::Option(chosen)) => {
                choice.options().get(*chosen).map(|one| words(&one.text)).context("no such option")?
            }
            (Blank::Text(_) | Blank::Number(_) | Blank::Choice(_), part) => written(part)?,
        };
        let part = decomposed(part);
        let mark = blank.rules().mark(&part);
        let sign = if mark.as_ref().is_some_and(|mark| mark.is_full()) { "✓" } else { "✗" };
        let reason = mark.and_then(|mark| mark.reasons().first().map(reason)).unwrap_or_default();
        let why = blank.feedback(&part).map(words).unwrap_or_default();
        Ok(entry(sign, &text, &format!("You gave: {given} · {reason}"), &why))
    };
    blanks.blanks().iter().zip(parts).map(blank).collect()
}
