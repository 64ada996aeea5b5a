//! Owns the words of a language: parting a text into them, their stems, and which of them mean little by themselves.
//!
//! Never knows a rule.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

/// The language of a source, in which its bank is taken to be written.
pub(crate) struct Language {
    stemmer: Option<Stemmer>,
    stop: BTreeSet<&'static str>,
    /// Whether rules that know English words may look.
    pub english: bool,
}

impl Language {
    /// The language with this BCP 47 tag. Of one that no library here knows, words are compared as they are.
    pub fn new(tag: &str) -> Self {
        let code = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let stop = stop_words::lookup(&code).unwrap_or_default().iter().copied().collect();
        Self { stemmer: algorithm(&code).map(Stemmer::create), stop, english: code == "en" }
    }

    /// The stems of the words that mean something by themselves, in the order of the text.
    pub fn content(&self, text: &str) -> Vec<String> {
        let words = words(text).into_iter();
        words.filter(|word| !self.stop.contains(word.as_str())).map(|word| self.stem(&word)).collect()
    }

    /// The same, each once.
    pub fn ideas(&self, text: &str) -> BTreeSet<String> {
        self.content(text).into_iter().collect()
    }

    /// The stems of all words.
    pub fn stems(&self, text: &str) -> Vec<String> {
        words(text).iter().map(|word| self.stem(word)).collect()
    }

    /// Whether a word means little by itself.
    pub fn is_stop(&self, word: &str) -> bool {
        self.stop.contains(word)
    }

    fn stem(&self, word: &str) -> String {
        let bare = word.strip_suffix("'s").unwrap_or(word);
        self.stemmer.as_ref().map_or_else(|| bare.to_owned(), |stemmer| stemmer.stem(bare).into_owned())
    }
}

/// The words of a text (UAX 29) in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.replace('’', "'").unicode_words().map(str::to_lowercase).collect()
}

/// Snowball's algorithm for a language (Porter 2001).
fn algorithm(code: &str) -> Option<Algorithm> {
    Some(match code {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: &str, text: &str, expect: &[&str]) {
        assert_eq!(Language::new(tag).content(text), expect, "{tag} {text:?}");
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        check("en", "The states’ governing; a state’s government", &["state", "govern", "state", "govern"]);
        check("de-CH", "Die Häuser und das Haus", &["haus", "haus"]);
    }

    #[test]
    fn words_of_an_unknown_language_are_what_they_are() {
        check("xx", "The states", &["the", "states"]);
    }
}
