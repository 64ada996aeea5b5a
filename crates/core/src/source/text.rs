//! Owns a source's text as its author has it: its tokens, sentences and paragraphs.
//!
//! Never leaves the author's machine: a bank carries the fingerprint alone.

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::token::{Token, folded, tokens};

/// A sentence of a source: its first token and the paragraph that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The index of its first token, from 0.
    pub first: usize,
    /// The paragraph, from 1.
    pub paragraph: u32,
}

/// A source's text, cut into tokens and sentences.
#[derive(Clone, Debug)]
pub struct SourceText {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl SourceText {
    /// Reads a text. Blank lines part paragraphs; in a text without blank lines each line is a paragraph.
    /// Sentences are those of Unicode's sentence segmentation (UAX 29).
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut whole = Self { text: text.to_owned(), tokens: Vec::new(), sentences: Vec::new() };
        for (number, span) in (1..).zip(paragraphs(text)) {
            whole.add_paragraph(number, span);
        }
        whole
    }

    /// The text's tokens in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The text's sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The wording that comes nearest to `wanted`: as many tokens of the text, at the fewest single-token
    /// edits (Levenshtein distance over tokens). `None` where less than half of it agrees.
    #[must_use]
    pub fn nearest(&self, wanted: &[Token]) -> Option<&str> {
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
        (distance * 2 <= wanted.len()).then(|| self.text.get(span.start..span.end)).flatten()
    }

    fn add_paragraph(&mut self, paragraph: u32, span: Span) {
        // A line break within a paragraph is no more than a space.
        let text = self.text.get(span.start..span.end).unwrap_or_default().replace(['\n', '\r'], " ");
        for (start, sentence) in text.split_sentence_bound_indices() {
            let first = self.tokens.len();
            self.tokens.extend(tokens(sentence).into_iter().map(|mut token| {
                token.span = Span::new(token.span.start + start + span.start, token.span.end + start + span.start);
                token
            }));
            if self.tokens.len() > first {
                self.sentences.push(Sentence { first, paragraph });
            }
        }
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

fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let blank = |span: &Span| text.get(span.start..span.end).is_none_or(|line| line.trim().is_empty());
    let runs = || lines.split(blank).filter(|run| !run.is_empty());
    if runs().count() == 1 {
        return lines.into_iter().filter(|span| !blank(span)).collect();
    }
    runs().filter_map(|run| Some(Span::new(run.first()?.start, run.last()?.end))).collect()
}

fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end;
            span
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, u32)]) {
        let whole = SourceText::new(text);
        let found: Vec<(&str, u32)> = whole
            .sentences()
            .iter()
            .map(|sentence| (whole.tokens()[sentence.first].folded.as_str(), sentence.paragraph))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn lines_are_paragraphs_where_none_is_blank() {
        check("One is here. Two is here.\nThree.\n", &[("One", 1), ("Two", 1), ("Three", 2)]);
    }

    #[test]
    fn blank_lines_part_paragraphs_where_there_are_any() {
        check("One is\nbroken. Two.\n\n \nThree.", &[("One", 1), ("Two", 1), ("Three", 2)]);
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        check(" \n\n", &[]);
    }

    #[test]
    fn the_nearest_wording_is_the_text_s_own() {
        let whole = SourceText::new("It is fair to assume that we can expect more discussion. Nothing else.");
        let wanted = tokens("it is fair to think that we can expect");
        assert_eq!(whole.nearest(&wanted), Some("It is fair to assume that we can expect"));
        assert_eq!(whole.nearest(&tokens("quite another thing altogether")), None);
    }
}
