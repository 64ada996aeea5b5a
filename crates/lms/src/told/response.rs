//! Owns the forms in which a standard takes an answer, and its limits.
//!
//! Never knows the kinds of question: each says what its answers say (`Told`).

use verbatim_core::question::Told;

use crate::Standard;
use crate::log::Unicode;
use crate::state::decimal;

/// The characters by which entries are named: 1.2 has one for each, and 2004 takes the same.
const NAMES: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
/// The longest text of 1.2 (`CMIString255`).
const LONGEST_12: usize = 255;
/// The longest text of 2004 in an answer (`short_identifier_type`, `localized_string_type`).
const LONGEST_2004: usize = 250;

const CHOICE: &str = "choice";
const FILL_IN: &str = "fill-in";

/// The name of the form and the answer in it.
pub(super) fn response(standard: Standard, told: &Told, unicode: Unicode) -> Option<(&'static str, String)> {
    let is_12 = standard == Standard::Scorm12;
    Some(match told {
        Told::Chosen { chosen, of } if is_12 && *of > NAMES.len() => (FILL_IN, numbers(chosen)),
        Told::Chosen { chosen, .. } => (CHOICE, names(standard, chosen)),
        Told::Truth(is_true) if is_12 => ("true-false", if *is_true { "t" } else { "f" }.to_owned()),
        Told::Truth(is_true) => ("true-false", is_true.to_string()),
        Told::Words(words) => (FILL_IN, fill_in(standard, words, unicode)),
        Told::Number(number, written) => match decimal(*number) {
            Some(number) => ("numeric", number),
            None => (FILL_IN, fill_in(standard, written, unicode)),
        },
        Told::Range(..) => return None,
        Told::Ordered(list) if is_12 && list.len() > NAMES.len() => (FILL_IN, numbers(list)),
        Told::Ordered(list) => ("sequencing", names(standard, list)),
        Told::Matched(pairs) => {
            let (within, between) = if is_12 { (".", ",") } else { ("[.]", "[,]") };
            let pair = |(thing, choice): &(usize, usize)| format!("{}{within}{}", name(*thing), name(*choice));
            ("matching", whole(standard, &pairs.iter().map(pair).collect::<Vec<_>>().join(between)))
        }
        Told::Filled(list) if is_12 => {
            let list: Vec<String> = list.iter().map(|words| clean(&(unicode.composed)(words))).collect();
            (FILL_IN, short(&list.join("; "), LONGEST_12))
        }
        Told::Filled(list) => {
            let list: Vec<String> = list.iter().map(|words| fill_in(standard, words, unicode)).collect();
            (FILL_IN, list.join("[,]"))
        }
    })
}

/// The same of what is right; a number of 2004 is one from here to there.
pub(super) fn key(standard: Standard, told: &Told, unicode: Unicode) -> Option<(&'static str, String)> {
    let range = |low: f64, high: f64| Some(("numeric", format!("{}[:]{}", decimal(low)?, decimal(high)?)));
    match (told, standard) {
        (Told::Range(low, high), Standard::Scorm2004) => range(*low, *high),
        (Told::Number(number, _), Standard::Scorm2004) => range(*number, *number),
        // 1.2 has no way to say from where to where.
        (Told::Range(low, high), Standard::Scorm12) => Some(("numeric", decimal(low / 2.0 + high / 2.0)?)),
        (told, _) => response(standard, told, unicode),
    }
}

/// At most so many characters, as browsers count them.
pub(crate) fn short(words: &str, most: usize) -> String {
    let words = clean(words);
    if words.encode_utf16().count() <= most {
        return words;
    }
    let mut left = most - 1;
    let fits = |character: &char| {
        let enough = left >= character.len_utf16();
        left = left.saturating_sub(character.len_utf16());
        enough
    };
    words.chars().take_while(fits).chain(['…']).collect()
}

/// Words in one line.
fn clean(words: &str) -> String {
    words
        .split(|character: char| character.is_whitespace() || character.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Words in which nothing means anything to the standard: 2004 has delimiters in brackets, and in front of an answer what it
/// calls its language, in braces.
fn fill_in(standard: Standard, words: &str, unicode: Unicode) -> String {
    let words = (unicode.composed)(words);
    match standard {
        Standard::Scorm12 => short(&words, LONGEST_12),
        Standard::Scorm2004 => {
            let words = ["[,]", "[.]", "[:]"].iter().fold(words, |words, delimiter| {
                let inner = delimiter.trim_matches(['[', ']']);
                words.replace(delimiter, &format!("({inner})"))
            });
            let words = words.strip_prefix('{').map(|rest| format!("({rest}")).unwrap_or(words);
            short(&words, LONGEST_2004)
        }
    }
}

fn names(standard: Standard, positions: &[usize]) -> String {
    let between = if standard == Standard::Scorm12 { "," } else { "[,]" };
    let list: Vec<String> = positions.iter().map(|position| name(*position)).collect();
    whole(standard, &list.join(between))
}

/// Of very many entries what fits: 1.2 takes no longer text.
fn whole(standard: Standard, text: &str) -> String {
    if standard == Standard::Scorm12 { short(text, LONGEST_12) } else { text.to_owned() }
}

/// By what the entry at a position is named.
pub(crate) fn name(position: usize) -> String {
    NAMES.get(position).map_or_else(|| format!("o{}", position + 1), |name| char::from(*name).to_string())
}

fn numbers(positions: &[usize]) -> String {
    let list: Vec<String> = positions.iter().map(|position| (position + 1).to_string()).collect();
    short(&list.join(", "), LONGEST_12)
}
