//! Owns a source's text as its author has it: its tokens, sentences and paragraphs.
//!
//! Never leaves the author's machine: a bank carries the fingerprint alone.

mod aligned;
mod nearest;
mod parted;

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::token::{Token, tokens};
use crate::question::Stretch;

pub(crate) use aligned::joined;
pub use nearest::Nearest;

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
    /// Where each paragraph that has a sentence stands in the text.
    paragraphs: Vec<Span>,
}

impl SourceText {
    /// Reads a text. Blank lines part paragraphs; in a text without blank lines each line is a paragraph.
    /// Sentences are those of Unicode's sentence segmentation (UAX 29).
    #[must_use]
    pub fn new(text: &str) -> Self {
        // Cut as a whole, as a quotation is: now and then a sentence ends within a word (`U.S.A`).
        let mut whole =
            Self { text: text.to_owned(), tokens: tokens(text), sentences: Vec::new(), paragraphs: Vec::new() };
        for span in paragraphs(text) {
            let number = u32::try_from(whole.paragraphs.len()).unwrap_or(u32::MAX).saturating_add(1);
            if whole.add_paragraph(number, span) {
                whole.paragraphs.push(span);
            }
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

    /// The text's paragraphs in order, as they are written.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().map(|span| self.text.get(span.start..span.end).unwrap_or_default())
    }

    /// The tokens of the sentence with this number (from 0): its first, and the one behind its last.
    #[must_use]
    pub fn tokens_of(&self, sentence: usize) -> Span {
        let first = |number: usize| self.sentences.get(number).map_or(self.tokens.len(), |sentence| sentence.first);
        Span::new(first(sentence), first(sentence + 1))
    }

    /// The words of the sentence with this number (from 0), with single spaces for all white space.
    #[must_use]
    pub fn sentence(&self, number: usize) -> String {
        let words = self.bytes_of(self.tokens_of(number)).and_then(|span| self.text.get(span.start..span.end));
        words.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where some tokens stand in the paragraphs: one stretch for each paragraph that they touch.
    #[must_use]
    pub fn stretches(&self, tokens: Span) -> Vec<Stretch> {
        let Some(bytes) = self.bytes_of(tokens) else { return Vec::new() };
        let part = |(number, paragraph): (u32, &Span)| {
            let (start, end) = (bytes.start.max(paragraph.start), bytes.end.min(paragraph.end));
            let from = |at: usize| at - paragraph.start;
            (start < end).then(|| Stretch { paragraph: number, start: from(start), end: from(end) })
        };
        (1..).zip(&self.paragraphs).filter_map(part).collect()
    }

    fn bytes_of(&self, tokens: Span) -> Option<Span> {
        let part = self.tokens.get(tokens.start..tokens.end)?;
        Some(Span::new(part.first()?.span.start, part.last()?.span.end))
    }

    /// Adds a paragraph's sentences, if any of them has a token.
    fn add_paragraph(&mut self, paragraph: u32, span: Span) -> bool {
        let before = self.sentences.len();
        // A line break within a paragraph is no more than a space.
        let text = self.text.get(span.start..span.end).unwrap_or_default().replace(['\n', '\r'], " ");
        for (start, sentence) in text.split_sentence_bound_indices() {
            let start = span.start + start;
            let first = self.tokens.partition_point(|token| token.span.start < start);
            if self.tokens.get(first).is_some_and(|token| token.span.start < start + sentence.len()) {
                self.sentences.push(Sentence { first, paragraph });
            }
        }
        self.sentences.len() > before
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
    fn a_paragraph_of_invisible_signs_is_none() {
        check("\u{ad}\n\nOne.\n\nTwo.", &[("One", 1), ("Two", 2)]);
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        check(" \n\n", &[]);
    }
}
