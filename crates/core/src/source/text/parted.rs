//! Owns a sentence in pieces: those that are marked, such as what is quoted, and those between them.
//!
//! Never loses a character of it.

use super::SourceText;
use crate::source::Span;

impl SourceText {
    /// The sentence with this number (from 0), parted where its tokens begin or cease to be marked: its pieces as they
    /// are written, each with whether it is marked. `marks` is asked for the positions of tokens.
    #[must_use]
    pub fn parted(&self, sentence: usize, marks: impl Fn(usize) -> bool) -> Vec<(&str, bool)> {
        let all = self.tokens_of(sentence);
        let change = |at: &usize| *at > all.start && marks(*at) != marks(at - 1);
        let mut pieces = Vec::new();
        let mut start = all.start;
        for end in (all.start..all.end).filter(change).chain([all.end]) {
            let (Some(bytes), next) = (self.bytes_of(Span::new(start, end)), self.tokens.get(end)) else { break };
            pieces.push((self.text.get(bytes.start..bytes.end).unwrap_or_default(), marks(start)));
            // What parts two pieces belongs to neither.
            let gap = next.filter(|_| end < all.end).and_then(|next| self.text.get(bytes.end..next.span.start));
            pieces.extend(gap.filter(|gap| !gap.is_empty()).map(|gap| (gap, false)));
            start = end;
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_parted_where_marks_begin_and_cease() {
        let text = SourceText::new("One two, three. Four five.");
        assert_eq!(
            text.parted(0, |at| at == 1 || at == 2),
            [("One", false), (" ", false), ("two,", true), (" ", false), ("three.", false)]
        );
        assert_eq!(text.parted(0, |at| at < 2), [("One two", true), (", three.", false)]);
        assert_eq!(text.parted(1, |at| at < 6), [("Four", true), (" ", false), ("five.", false)]);
        assert_eq!(text.parted(2, |_| true), []);
    }
}
