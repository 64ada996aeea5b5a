//! Owns what counts as a typo, and how many of them are forgiven.
//!
//! Never knows which words are right.

use super::{Care, bare, is_diacritic};

/// Words in the forms in which they are compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Forms<'a> {
    /// Folded as the question asks for.
    pub form: &'a str,
    /// Folded without case and diacritics.
    pub loose: &'a str,
}

/// How many typos make `answer` out of `key` if they are forgiven: one in a key of more than 3
/// characters, two in one of more than 9 (H5P's rule for blanks), none in a number, and none that is only in what has
/// to be exact.
pub(crate) fn typos(key: Forms<'_>, answer: Forms<'_>, care: Care) -> Option<usize> {
    let forgiven = match key.loose.chars().count() {
        0..=3 => return None,
        4..=9 => 1,
        _ => 2,
    };
    let count = distance(key.form, answer.form, care, forgiven)?;
    // Where the words without case and diacritics are nearer to each other, one of the typos is in these.
    let same = distance(key.loose, answer.loose, Care::default(), forgiven) == Some(count);
    (same && digits(key.form) == digits(answer.form)).then_some(count)
}

/// Whether at most `count` typos make one of these words, both folded, out of the other.
pub(crate) fn is_within(one: &str, other: &str, care: Care, count: usize) -> bool {
    distance(one, other, care, count).is_some()
}

/// The Damerau-Levenshtein distance in its restricted form (optimal string alignment: no stretch is changed twice),
/// where a letter and its diacritics are one character; `None` beyond `most`.
fn distance(one: &str, other: &str, care: Care, most: usize) -> Option<usize> {
    let (one, other) = if care.diacritics { (one.to_owned(), other.to_owned()) } else { (bare(one), bare(other)) };
    let (one, other) = (characters(&one), characters(&other));
    // What is pasted into a field may be very long, and the comparison takes the product of both lengths.
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut known = Vec::new();
    let (one, other) = (signs(&one, &mut known), signs(&other, &mut known));
    let distance = strsim::osa_distance(&one, &other);
    (distance <= most).then_some(distance)
}

/// The letters of words, each with its diacritics.
fn characters(words: &str) -> Vec<&str> {
    let begins = |(at, c): &(usize, char)| *at == 0 || !is_diacritic(*c);
    let starts: Vec<usize> = words.char_indices().filter(begins).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([words.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| words.get(*start..end)).collect()
}

/// One sign of the private use area for each different character, since distances are measured between `char`s.
fn signs<'a>(characters: &[&'a str], known: &mut Vec<&'a str>) -> String {
    let sign = |character: &&'a str| {
        let place = known.iter().position(|earlier| earlier == character).unwrap_or_else(|| {
            known.push(character);
            known.len() - 1
        });
        u32::try_from(place)
            .ok()
            .and_then(|place| char::from_u32(0xF_0000 + place))
            .unwrap_or(char::REPLACEMENT_CHARACTER)
    };
    characters.iter().map(sign).collect()
}

/// The digits of words, with what would make them other numbers: a point or comma between two, a sign before one.
fn digits(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| chars.get(place)).copied();
    let of_number = |place: usize| {
        let (before, c, next) = (at(place.checked_sub(1)), at(Some(place))?, at(Some(place + 1)));
        let leads = next.is_some_and(char::is_numeric);
        let kept = match c {
            '.' | ',' => leads && before.is_some_and(char::is_numeric),
            '-' | '+' => leads && before.is_none_or(char::is_whitespace),
            c => c.is_numeric(),
        };
        kept.then_some(c)
    };
    (0..chars.len()).filter_map(of_number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::words::{fold, loose};

    const LOOSE: Care = Care { case: false, diacritics: false };
    const CASE: Care = Care { case: true, diacritics: false };
    const DIACRITICS: Care = Care { case: false, diacritics: true };

    fn check(care: Care, key: &str, answer: &str, expect: Option<usize>) {
        let forms = |words: &str| {
            let lower = words.to_lowercase();
            (fold(if care.case { words } else { &lower }, care.case), loose(&lower))
        };
        let ((key_form, key_loose), (form, answer_loose)) = (forms(key), forms(answer));
        let key_forms = Forms { form: &key_form, loose: &key_loose };
        let found = typos(key_forms, Forms { form: &form, loose: &answer_loose }, care);
        assert_eq!(found, expect, "{key:?} {answer:?} {care:?}");
    }

    #[test]
    fn one_typo_is_a_letter_more_less_other_or_two_swapped() {
        for answer in ["hauge", "hage", "haguee", "hafue"] {
            check(LOOSE, "Hague", answer, Some(1));
        }
        for answer in ["haeug", "hag", "hagueee", "hafui"] {
            check(LOOSE, "Hague", answer, None);
        }
    }

    #[test]
    fn short_keys_have_to_be_right_and_long_ones_may_have_two_typos() {
        check(LOOSE, "UNO", "UNA", None);
        check(LOOSE, "ICAN", "ICA", Some(1));
        check(LOOSE, "ICAN", "IC", None);
        check(LOOSE, "diplomacy", "diplomazi", None);
        check(LOOSE, "diplomats!", "diplomazi!", Some(2));
        check(LOOSE, "sovereignty", "sovrignti", None);
        // Four characters in NFD, three to those who read them.
        check(LOOSE, "e\u{301}te", "ete\u{301}s", None);
    }

    #[test]
    fn a_number_has_no_typo() {
        check(LOOSE, "January 2016", "January 2015", None);
        check(LOOSE, "January 2016", "January 216", None);
        check(LOOSE, "January 2016", "Januray 2016", Some(1));
        check(LOOSE, "1.5 million", "15 million", None);
        check(LOOSE, "-5 degrees", "5 degrees", None);
        check(LOOSE, "covid-19", "covid19", Some(1));
    }

    #[test]
    fn what_has_to_be_exact_is_no_typo() {
        check(CASE, "iPhone", "iphone", None);
        check(CASE, "iPhone", "iPhne", Some(1));
        check(CASE, "iPhone 2nd generation", "iphne 2nd generation", None);
        check(DIACRITICS, "e\u{301}clair", "eclair", None);
        check(DIACRITICS, "e\u{301}clair", "clair", Some(1));
        check(DIACRITICS, "Universita\u{308}t", "Universtat", None);
        check(DIACRITICS, "Universita\u{308}t", "Universta\u{308}t", Some(1));
    }

    #[test]
    fn a_letter_and_its_diacritics_are_one_character() {
        check(LOOSE, "e\u{301}clair", "clair", Some(1));
        check(LOOSE, "cafe\u{301}s", "cafe", Some(1));
    }

    #[test]
    fn a_pasted_book_is_not_measured() {
        check(LOOSE, "sovereignty", &"sovereignty ".repeat(100_000), None);
    }
}
