//! Owns how a text is cut into tokens, and which variants of a token count as the same.
//!
//! Never judges a text: any string has tokens.

mod plain;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use plain::{ELLIPSIS, Plain};

/// A word or a punctuation mark, with its place in the text that it was cut from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token after folding: what is compared and hashed.
    pub folded: String,
    /// Where it stands, in bytes of the text.
    pub span: Span,
}

impl Token {
    /// Whether it is the mark for words that are left out.
    pub(crate) fn is_ellipsis(&self) -> bool {
        self.folded.len() >= 3 && self.folded.bytes().all(|byte| byte == b'.')
    }
}

/// Cuts a text into tokens: the words and marks of Unicode's word segmentation (UAX 29), without white space.
///
/// Typographic variants are folded first, so that they part words alike: curly and straight quotation marks, all
/// dashes and hyphens, `…` and `...` are the same, and invisible characters are nothing. Composed and decomposed
/// letters (NFC) are the same, too. Case is kept: a quotation is word for word.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let plain = Plain::new(text);
    let mut list: Vec<Token> = Vec::new();
    for (start, piece) in plain.text.split_word_bound_indices() {
        let (span, dots) = plain.place(start, start + piece.len());
        let folded: String = piece.nfc().filter(|c| !c.is_whitespace()).collect();
        if !folded.is_empty() {
            list.push(Token { folded: folded.replace(ELLIPSIS, &".".repeat(dots)), span });
        }
    }
    list
}

/// The tokens' folded forms alone.
#[must_use]
pub fn folded(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| token.folded.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(folded(&tokens(text)), expect, "{text:?}");
    }

    #[test]
    fn marks_are_tokens_and_white_space_is_not() {
        check("one,  two\n(three).", &["one", ",", "two", "(", "three", ")", "."]);
    }

    #[test]
    fn typographic_variants_are_the_same() {
        check("China’s “net” — now…", &["China's", "\"", "net", "\"", "-", "now", "..."]);
        check("China's \"net\" - now...", &["China's", "\"", "net", "\"", "-", "now", "..."]);
    }

    #[test]
    fn typographic_variants_part_words_alike() {
        check("China′s", &["China's"]);
        check("צה“ל", &["צה\"ל"]);
        check("wait....", &["wait", "...."]);
        check("wait….", &["wait", "...."]);
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        check("cafe\u{301}", &["café"]);
    }

    #[test]
    fn invisible_characters_are_nothing() {
        check("inter\u{ad}net\u{200b}\u{feff}", &["internet"]);
        check("inter\u{200b}net", &["internet"]);
    }

    #[test]
    fn case_is_kept() {
        check("The the", &["The", "the"]);
    }

    #[test]
    fn a_hyphen_parts_two_words() {
        check("multi-stakeholder", &["multi", "-", "stakeholder"]);
    }

    #[test]
    fn spans_are_those_of_the_text() {
        let text = "a “net…”";
        let spans: Vec<&str> = tokens(text).iter().filter_map(|t| text.get(t.span.start..t.span.end)).collect();
        assert_eq!(spans, ["a", "“", "net", "…", "”"]);
    }
}
