//! Owns when two written answers are the same words: folding, diacritics and typos.
//!
//! Never normalises: core has no tables for it, so that all words come here decomposed, in Unicode's form NFD.

mod typo;

use crate::source::variant::{ELLIPSIS, variant};

pub(crate) use typo::{Forms, is_within, typos};

/// What has to be written exactly as the author writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Care {
    /// Capital and small letters differ.
    pub case: bool,
    /// A letter with a diacritic differs from the one without.
    pub diacritics: bool,
}

/// The form in which words are compared: trimmed, white space collapsed, apostrophes, quotation marks and dashes each
/// of one sort, invisible characters left out. Unless `case` counts, the words have to be in lower case already, and
/// what lower case alone leaves apart becomes the same, too: `ß` and `SS`, the two small sigmas.
///
/// With Unicode's lower case this is an approximation of its full case folding, and both sides of a comparison go
/// through it.
pub(crate) fn fold(text: &str, case: bool) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter_map(variant) {
        match c {
            c if c.is_whitespace() && (folded.is_empty() || folded.ends_with(' ')) => {}
            c if c.is_whitespace() => folded.push(' '),
            ELLIPSIS => folded.push_str("..."),
            // Many a keyboard has an accent where a hand looks for the apostrophe.
            '`' | '´' => folded.push('\''),
            // The sigma at a word's end would be another letter as soon as one more is typed behind it.
            'ς' if !case => folded.push('σ'),
            'ß' if !case => folded.push_str("ss"),
            c => folded.push(c),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Words in lower case, folded without case and diacritics.
pub(crate) fn loose(lower: &str) -> String {
    bare(&fold(lower, false))
}

/// Words without their diacritics.
pub(crate) fn bare(words: &str) -> String {
    words.chars().filter(|c| !is_diacritic(*c)).collect()
}

/// The combining marks of Latin, Greek and Cyrillic letters, and those for symbols. Vowel signs of other scripts are
/// letters of their own to those who write them.
fn is_diacritic(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the folded forms of two texts, as they are and with the case kept.
    fn check(one: &str, other: &str, (folded, cased): (bool, bool)) {
        assert_eq!(fold(&one.to_lowercase(), false) == fold(&other.to_lowercase(), false), folded, "{one:?} {other:?}");
        assert_eq!(fold(one, true) == fold(other, true), cased, "{one:?} {other:?}, case kept");
    }

    #[test]
    fn white_space_is_trimmed_and_collapsed() {
        check("  the \t\u{a0}Hague\n", "the Hague", (true, true));
        check("the Hague", "theHague", (false, false));
    }

    #[test]
    fn typographic_variants_are_the_same() {
        check("China’s “net” – now…", "China's \"net\" - now...", (true, true));
        check("China´s", "China`s", (true, true));
        check("inter\u{ad}net\u{200b}", "internet", (true, true));
        check("\"net\"", "'net'", (false, false));
        check("a-b", "a b", (false, false));
    }

    #[test]
    fn case_is_folded_unless_it_counts() {
        check("UNO", "uno", (true, false));
        check("STRASSE", "straße", (true, false));
        check("STRAẞE", "straße", (true, false));
        check("ΟΔΟΣ", "οδος", (true, false));
        check("ΟΔΟΣ", "οδοσ", (true, false));
        check("uno", "una", (false, false));
    }

    #[test]
    fn a_folded_form_folds_into_itself() {
        for text in [" “Straße”\u{200b} … ΟΔΟΣ ", "I\u{307}stanbul", "ŉ", "`a´", "\u{200b} a \u{200b}"] {
            for case in [false, true] {
                let text = if case { text.to_owned() } else { text.to_lowercase() };
                let form = fold(&text, case);
                assert_eq!(fold(&form, case), form, "{text:?}");
            }
        }
    }

    #[test]
    fn bare_words_have_no_diacritics_and_keep_their_letters() {
        for (words, expect) in [("cafe\u{301}", "cafe"), ("a\u{20d7}b\u{fe20}", "ab"), ("か\u{3099}", "か\u{3099}")] {
            assert_eq!(bare(words), expect);
        }
    }
}
