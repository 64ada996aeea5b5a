//! Owns the saved form of an answer: one word without spaces.
//!
//! Never knows to which question it was given.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use verbatim_core::Answer;

use crate::unicode::written;

/// What means something in a line, or in an answer of several parts.
const MEANINGFUL: &AsciiSet = &CONTROLS.add(b' ').add(b'%').add(b':').add(b';').add(b',');

/// The word that is saved.
pub(super) fn write(answer: &Answer) -> String {
    match answer {
        Answer::Option(position) => format!("option:{position}"),
        Answer::Options(list) => format!("options:{}", numbers(list)),
        Answer::Order(list) => format!("order:{}", numbers(list)),
        Answer::Text(words) => format!("text:{}", utf8_percent_encode(words.text(), MEANINGFUL)),
        Answer::Parts(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| part.as_ref().map_or("-".to_owned(), write)).collect();
            format!("parts:{}", parts.join(";"))
        }
    }
}

/// Reads a word; `None` where it is none of these.
pub(super) fn read(word: &str) -> Option<Answer> {
    let (shape, rest) = word.split_once(':')?;
    match shape {
        "option" => Some(Answer::Option(rest.parse().ok()?)),
        "options" => Some(Answer::Options(read_numbers(rest)?)),
        "order" => Some(Answer::Order(read_numbers(rest)?)),
        "text" => Some(Answer::Text(written(percent_decode_str(rest).decode_utf8().ok()?.into_owned()))),
        "parts" => rest.split(';').map(read_part).collect::<Option<_>>().map(Answer::Parts),
        _ => None,
    }
}

/// A part, which has no parts itself.
fn read_part(word: &str) -> Option<Option<Answer>> {
    match word {
        "-" => Some(None),
        word if word.starts_with("parts:") => None,
        word => read(word).map(Some),
    }
}

fn numbers(list: &[usize]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn read_numbers(words: &str) -> Option<Vec<usize>> {
    words.split(',').filter(|word| !word.is_empty()).map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Answer {
        Answer::Text(written(words.to_owned()))
    }

    fn check(answer: Answer, word: &str) {
        assert_eq!(write(&answer), word);
        assert_eq!(read(word), Some(answer), "{word}");
    }

    #[test]
    fn every_shape_reads_back_as_it_was_written() {
        check(Answer::Option(2), "option:2");
        check(Answer::Options(vec![0, 2]), "options:0,2");
        check(Answer::Options(Vec::new()), "options:");
        check(Answer::Order(vec![1, 0]), "order:1,0");
        check(text("a b;c:50%"), "text:a%20b%3Bc%3A50%25");
        check(text("e\u{301}"), "text:e%CC%81");
        let parts = vec![Some(Answer::Option(1)), None, Some(text("x, y"))];
        check(Answer::Parts(parts), "parts:option:1;-;text:x%2C%20y");
    }

    #[test]
    fn what_is_none_of_these_is_not_read() {
        for word in ["", "option", "option:", "option:-1", "options:1;2", "text:%FF", "parts:parts:-", "shape:1"] {
            assert_eq!(read(word), None, "{word}");
        }
    }
}
