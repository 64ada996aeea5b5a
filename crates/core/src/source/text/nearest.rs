//! Owns the search for the wording of a source that comes nearest to a quotation that it does not have.
//!
//! Never proves anything: it only makes a hint better.

use super::SourceText;
use super::aligned::differing;
use crate::source::Span;
use crate::source::token::{Token, folded};

/// The wording of a source that comes nearest to a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest<'a> {
    /// The words.
    pub words: &'a str,
    /// The source's token at which they begin, from 0.
    pub start: usize,
    /// The stretches of the quotation's tokens that it has otherwise, from 0.
    pub differing: Vec<Span>,
}

impl SourceText {
    /// The wording that comes nearest to `wanted`: as many tokens of the text, at the fewest single-token
    /// edits (Levenshtein distance over tokens). `None` where less than half of it agrees.
    #[must_use]
    pub fn nearest(&self, wanted: &[Token]) -> Option<Nearest<'_>> {
        let wanted = folded(wanted);
        let all = folded(&self.tokens);
        let (distance, start) = all
            .windows(wanted.len().clamp(1, all.len().max(1)))
            .enumerate()
            .filter(|(_, window)| shares_half(window, &wanted))
            .map(|(start, window)| (strsim::generic_levenshtein(&Words(window), &Words(&wanted)), start))
            .min()?;
        let last = (start + wanted.len()).min(all.len()).checked_sub(1)?;
        let span = Span::new(self.tokens.get(start)?.span.start, self.tokens.get(last)?.span.end);
        let words = self.text.get(span.start..span.end)?;
        // Words that were left out move its end further on.
        let behind = (start + wanted.len() + distance).min(all.len());
        let differing = differing(&wanted, all.get(start..behind)?);
        (distance * 2 <= wanted.len()).then_some(Nearest { words, start, differing })
    }
}

/// The cheap test before the dear one: at least half of the wanted tokens occur in the window at all.
fn shares_half(window: &[&str], wanted: &[&str]) -> bool {
    let shared = wanted.iter().filter(|token| window.contains(token)).count();
    shared * 2 >= wanted.len()
}

/// Tokens in the form that the distance function takes.
struct Words<'a>(&'a [&'a str]);

impl<'a, 'b> IntoIterator for &'b Words<'a> {
    type Item = &'a str;
    type IntoIter = core::iter::Copied<core::slice::Iter<'b, &'a str>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::token::tokens;

    #[test]
    fn the_nearest_wording_is_the_text_s_own() {
        let whole = SourceText::new("It is fair to assume that we can expect more discussion. Nothing else.");
        let wanted = tokens("it is fair to think that we can expect");
        let words = "It is fair to assume that we can expect";
        let differing = vec![Span::new(0, 1), Span::new(4, 5)];
        assert_eq!(whole.nearest(&wanted), Some(Nearest { words, start: 0, differing }));
        let later = whole.nearest(&wanted[1..]).map(|nearest| (nearest.start, nearest.differing));
        assert_eq!(later, Some((1, vec![Span::new(3, 4)])));
        assert_eq!(whole.nearest(&tokens("quite another thing altogether")), None);
    }
}
