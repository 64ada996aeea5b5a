//! Owns answers as bytes.
//!
//! Never knows to which question one was given.

use verbatim_core::Answer;

use super::bytes::{Reader, count};
use crate::log::Unicode;

const OPTION: u8 = 0;
const OPTIONS: u8 = 1;
const TEXT: u8 = 2;
const ORDER: u8 = 3;
const PARTS: u8 = 4;
const NOTHING: u8 = 5;

pub(super) fn write(to: &mut Vec<u8>, answer: &Answer, unicode: Unicode) {
    let mut positions = |shape: u8, list: &[usize]| {
        to.push(shape);
        count(to, list.len());
        list.iter().for_each(|position| count(to, *position));
    };
    match answer {
        Answer::Option(position) => {
            to.push(OPTION);
            count(to, *position);
        }
        Answer::Options(list) => positions(OPTIONS, list),
        Answer::Order(list) => positions(ORDER, list),
        Answer::Text(words) => {
            let words = (unicode.composed)(words.text());
            to.push(TEXT);
            count(to, words.len());
            to.extend(words.into_bytes());
        }
        Answer::Parts(parts) => {
            to.push(PARTS);
            count(to, parts.len());
            for part in parts {
                match part {
                    Some(part) => write(to, part, unicode),
                    None => to.push(NOTHING),
                }
            }
        }
    }
}

pub(super) fn read(from: &mut Reader<'_>, unicode: Unicode) -> Option<Answer> {
    let shape = from.byte()?;
    if shape != PARTS {
        return simple(from, shape, unicode);
    }
    let mut parts = Vec::new();
    for _ in 0..from.count()? {
        // A part has no parts itself.
        let shape = from.byte()?;
        parts.push(if shape == NOTHING { None } else { Some(simple(from, shape, unicode)?) });
    }
    Some(Answer::Parts(parts))
}

fn simple(from: &mut Reader<'_>, shape: u8, unicode: Unicode) -> Option<Answer> {
    match shape {
        OPTION => Some(Answer::Option(from.count()?)),
        OPTIONS => Some(Answer::Options(positions(from)?)),
        ORDER => Some(Answer::Order(positions(from)?)),
        TEXT => {
            let length = from.count()?;
            let words = core::str::from_utf8(from.take(length)?).ok()?;
            Some(Answer::Text((unicode.written)(words)))
        }
        _ => None,
    }
}

fn positions(from: &mut Reader<'_>) -> Option<Vec<usize>> {
    let length = from.count()?;
    (0..length).map(|_| from.count()).collect()
}
