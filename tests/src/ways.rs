//! Owns answers to give: right ones, wrong ones and, where a kind has them, ones that are partly right.
//!
//! Never marks: what an answer earns is said by core, and in the cases by literal words.

use unicode_normalization::UnicodeNormalization;
use verbatim_core::question::{Blank, Evidence, Rules, Text};
use verbatim_core::{Answer, Kind, Question};

/// A way to answer a question, given the number of questions answered before it.
pub type Choose = fn(&Question, usize) -> Answer;

/// Answers rightly, in the author's words.
#[must_use]
pub fn rightly(question: &Question, _before: usize) -> Answer {
    match &question.kind {
        Kind::Text(text) => model(text),
        Kind::Number(number) => Answer::text(number.written()),
        Kind::Blanks(blanks) => Answer::Parts(blanks.blanks().iter().map(|(_, blank)| Some(filling(blank))).collect()),
        Kind::Choice(_) | Kind::Choices(_) | Kind::Truth(_) | Kind::Order(_) | Kind::Match(_) | Kind::Evidence(_) => {
            question.kind.rules().key()
        }
    }
}

/// Answers wrongly, at each position of a set in another way where there are several. It earns nothing.
#[must_use]
pub fn wrongly(question: &Question, before: usize) -> Answer {
    let other = |right: usize, all: usize| Answer::Option((right + 1 + before % (all - 1)) % all);
    match &question.kind {
        Kind::Choice(choice) => other(choice.right(), choice.options().len()),
        Kind::Truth(truth) => other(truth.right(), 2),
        Kind::Choices(choices) => {
            Answer::Options((0..choices.options().len()).filter(|option| !choices.is_right(*option)).collect())
        }
        Kind::Text(text) => wrong_text(text),
        Kind::Number(number) => wrong_number(number.value() + 2.0 * number.limit() + 1.0),
        Kind::Order(order) => Answer::Order((0..order.items().len()).rev().collect()),
        Kind::Match(matching) => {
            let all = matching.pairs().len();
            Answer::Parts((0..all).map(|pair| Some(Answer::Option((pair + 1) % all))).collect())
        }
        Kind::Blanks(blanks) => {
            Answer::Parts(blanks.blanks().iter().map(|(_, blank)| Some(misfilling(blank))).collect())
        }
        Kind::Evidence(Evidence::Passages(passages)) => other(passages.right(), passages.list().len()),
        Kind::Evidence(Evidence::Sentences(sentences)) => {
            let idle = sentences.list().iter().position(|sentence| !sentence.proves());
            Answer::Options(idle.into_iter().collect())
        }
    }
}

/// Answers so that a part is earned; `None` where the kind knows no parts.
#[must_use]
pub fn partly(question: &Question) -> Option<Answer> {
    match &question.kind {
        Kind::Choices(_) => match question.kind.rules().key() {
            Answer::Options(keys) if keys.len() > 1 => Some(Answer::Options(keys.into_iter().skip(1).collect())),
            Answer::Options(_) | Answer::Option(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => None,
        },
        Kind::Order(order) => {
            let mut items: Vec<usize> = (0..order.items().len()).collect();
            items.swap(0, 1);
            Some(Answer::Order(items))
        }
        Kind::Match(matching) => {
            let all = matching.pairs().len();
            let part = |pair: usize| (pair != 0).then_some(Answer::Option(pair));
            Some(Answer::Parts((0..all).map(part).collect()))
        }
        Kind::Blanks(blanks) => {
            let part = |(place, (_, blank)): (usize, &(String, Blank))| {
                Some(if place == 0 { filling(blank) } else { misfilling(blank) })
            };
            Some(Answer::Parts(blanks.blanks().iter().enumerate().map(part).collect()))
        }
        Kind::Evidence(Evidence::Sentences(sentences)) => {
            Some(Answer::Options((0..sentences.list().len()).collect())).filter(|_| sentences.list().len() > 1)
        }
        Kind::Choice(_) | Kind::Truth(_) | Kind::Text(_) | Kind::Number(_) | Kind::Evidence(Evidence::Passages(_)) => {
            None
        }
    }
}

/// The first answer is wrong, the others are right.
#[must_use]
pub fn mixed(question: &Question, before: usize) -> Answer {
    if before == 0 { wrongly(question, before) } else { rightly(question, before) }
}

/// An answer with its texts decomposed (Unicode's form NFD), as marking takes them.
#[must_use]
pub fn decomposed(answer: &Answer) -> Answer {
    match answer {
        Answer::Text(written) => Answer::text(&written.text().nfd().collect::<String>()),
        Answer::Parts(parts) => Answer::Parts(parts.iter().map(|part| part.as_ref().map(decomposed)).collect()),
        Answer::Option(_) | Answer::Options(_) | Answer::Order(_) => answer.clone(),
    }
}

fn model(text: &Text) -> Answer {
    Answer::text(&text.accepted().into_iter().next().unwrap_or_default())
}

fn wrong_text(text: &Text) -> Answer {
    let listed = text.wrong().first().and_then(|wrong| wrong.texts().into_iter().next());
    Answer::text(&listed.unwrap_or_else(|| "something else altogether".to_owned()))
}

fn wrong_number(value: f64) -> Answer {
    Answer::text(&value.to_string())
}

fn filling(blank: &Blank) -> Answer {
    match blank {
        Blank::Text(text) => model(text),
        Blank::Number(number) => Answer::text(number.written()),
        Blank::Choice(choice) => choice.key(),
    }
}

fn misfilling(blank: &Blank) -> Answer {
    match blank {
        Blank::Text(text) => wrong_text(text),
        Blank::Number(number) => number.wrong().first().map_or_else(
            || wrong_number(number.value() + 2.0 * number.limit() + 1.0),
            |wrong| wrong_number(wrong.value()),
        ),
        Blank::Choice(choice) => Answer::Option((choice.right() + 1) % choice.options().len()),
    }
}
