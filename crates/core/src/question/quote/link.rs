//! Owns the address that opens a source at quoted words (a text fragment, `#:~:text=`).
//!
//! Never links to words that stand elsewhere, too: the browser would open the first place.

use core::fmt::Write;

use super::proof::Proved;
use crate::source::Fingerprint;
use crate::source::fingerprint::Standing;
use crate::source::token::Token;

/// Above so many characters a fragment is named by its first and last words.
const LONGEST: usize = 200;

/// The page's address, opening at each of the fragments.
pub(super) fn at_words(page: &str, source: &Fingerprint, fragments: &[Proved]) -> String {
    let directives: Vec<String> =
        fragments.iter().map(|fragment| format!("text={}", directive(source, fragment))).collect();
    let (before, hash) = page.split_once('#').unwrap_or((page, ""));
    format!("{before}#{hash}:~:{}", directives.join("&"))
}

/// The words themselves, or `first,last` with as few words as stand only once in the source.
fn directive(source: &Fingerprint, fragment: &Proved) -> String {
    let count = fragment.tokens.len();
    let crosses =
        source.place(fragment.span.start).paragraph != source.place(fragment.span.end.saturating_sub(1)).paragraph;
    let whole = fragment.words(0..count);
    if whole.chars().count() <= LONGEST && !crosses {
        return escaped(&whole);
    }
    let unique = |tokens: &[Token]| matches!(source.standing(tokens, 0), Standing::Stands { again: None, .. });
    let first = (5..count / 2).find(|n| fragment.tokens.get(..*n).is_some_and(unique));
    let last = (5..count / 2).find(|n| fragment.tokens.get(count - n..).is_some_and(unique));
    match (first, last) {
        (Some(first), Some(last)) => {
            format!("{},{}", escaped(&fragment.words(0..first)), escaped(&fragment.words(count - last..count)))
        }
        _ => escaped(&whole),
    }
}

/// Percent-encoded for a text directive, in which hyphen, comma and ampersand have a meaning of their own.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'~' | b'\'' | b'(' | b')' => {
                out.push(char::from(byte))
            }
            other => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::token::tokens;
    use crate::source::{SourceText, Span};

    const TEXT: &str = "One fish, two fish - red fish. And so on it goes for rather a long while in this first \
        paragraph, which has to have more than two hundred characters before its words are too many to stand in \
        an address as they are, and by now it has.\nBlue fish.";

    fn check(quotation: &str, expect: &str) {
        let source = Fingerprint::of(&SourceText::new(TEXT), "fish");
        let tokens = tokens(quotation);
        let Standing::Stands { at, .. } = source.standing(&tokens, 0) else { panic!("{quotation}") };
        let span = Span::new(at, at + tokens.len());
        let proved = Proved { text: quotation.to_owned(), tokens, span, unique: true };
        assert_eq!(
            at_words("https://example.org/a", &source, &[proved]),
            format!("https://example.org/a#:~:text={expect}")
        );
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        check("two fish - red fish", "two%20fish%20%2D%20red%20fish");
    }

    #[test]
    fn long_quotations_are_named_by_their_ends() {
        let start = TEXT.find("And so").unwrap_or(0);
        let end = TEXT.find("\nBlue").unwrap_or(0);
        check(&TEXT[start..end], "And%20so%20on%20it%20goes,by%20now%20it%20has.");
    }

    #[test]
    fn a_hash_of_the_page_is_kept() {
        let source = Fingerprint::of(&SourceText::new(TEXT), "fish");
        assert_eq!(at_words("https://example.org/#part", &source, &[]), "https://example.org/#part:~:");
    }
}
