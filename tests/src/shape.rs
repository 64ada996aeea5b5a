//! Owns answers by their shape: short ways to write them down, and to read them.
//!
//! Never knows of which kind the question is.

use anyhow::{Result, bail};
use unicode_normalization::UnicodeNormalization;
use verbatim_core::Answer;

/// One option.
#[must_use]
pub fn one(option: usize) -> Answer {
    Answer::Option(option)
}

/// Several options.
#[must_use]
pub fn some(options: &[usize]) -> Answer {
    Answer::Options(options.to_vec())
}

/// Written words.
#[must_use]
pub fn text(words: &str) -> Answer {
    Answer::text(words)
}

/// All items, from first to last.
#[must_use]
pub fn order(items: &[usize]) -> Answer {
    Answer::Order(items.to_vec())
}

/// An answer for each part, where there is one.
#[must_use]
pub fn parts<const N: usize>(parts: [Option<Answer>; N]) -> Answer {
    Answer::Parts(parts.into())
}

/// An option for each part, where there is one.
#[must_use]
pub fn pairs<const N: usize>(choices: [Option<usize>; N]) -> Answer {
    Answer::Parts(choices.map(|choice| choice.map(Answer::Option)).into())
}

/// Another option of so many than the right one, each time the next.
#[must_use]
pub fn other(right: usize, all: usize, before: usize) -> Answer {
    Answer::Option((right + 1 + before % (all - 1)) % all)
}

/// The one option of an answer.
///
/// # Errors
///
/// That it is none.
pub fn position(answer: &Answer) -> Result<usize> {
    match answer {
        Answer::Option(position) => Ok(*position),
        Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => bail!("it is not one option"),
    }
}

/// The options or items of an answer.
///
/// # Errors
///
/// That it has none.
pub fn positions(answer: &Answer) -> Result<&[usize]> {
    match answer {
        Answer::Options(list) | Answer::Order(list) => Ok(list),
        Answer::Option(_) | Answer::Text(_) | Answer::Parts(_) => bail!("it is no list"),
    }
}

/// The words of an answer, as they are written.
///
/// # Errors
///
/// That it has none.
pub fn written(answer: &Answer) -> Result<String> {
    match answer {
        Answer::Text(written) => Ok(written.text().to_owned()),
        Answer::Option(_) | Answer::Options(_) | Answer::Order(_) | Answer::Parts(_) => bail!("it is no text"),
    }
}

/// The words of an answer, composed as they are shown (Unicode's form NFC).
///
/// # Errors
///
/// That it has none.
pub fn composed(answer: &Answer) -> Result<String> {
    Ok(written(answer)?.trim().nfc().collect())
}

/// The parts of an answer.
///
/// # Errors
///
/// That it has none.
pub fn parts_of(answer: &Answer) -> Result<&[Option<Answer>]> {
    match answer {
        Answer::Parts(parts) => Ok(parts),
        Answer::Option(_) | Answer::Options(_) | Answer::Text(_) | Answer::Order(_) => bail!("it has no parts"),
    }
}

/// Whether an answer chooses an option, by itself or among others.
#[must_use]
pub fn chooses(answer: &Answer, option: usize) -> bool {
    match answer {
        Answer::Option(chosen) => *chosen == option,
        Answer::Options(chosen) => chosen.contains(&option),
        Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => false,
    }
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
