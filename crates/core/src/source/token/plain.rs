//! Owns a text with its typographic variants folded, and the way back from it to the text.
//!
//! Never cuts a text, and never decides which characters are variants: [`crate::source::variant`] does.

use crate::source::Span;
use crate::source::variant::variant;

pub(super) use crate::source::variant::ELLIPSIS;

/// A text with its typographic variants folded, and where each of its characters comes from.
#[derive(Default)]
pub(super) struct Plain {
    /// The folded text.
    pub text: String,
    /// The folded text's characters in order.
    places: Vec<Origin>,
    /// Dots that are not in the folded text yet: whether they are an ellipsis shows behind them.
    dots: Vec<Span>,
}

/// Where a character of a folded text comes from.
struct Origin {
    /// Its offset in the folded text.
    offset: usize,
    /// Its place in the text.
    span: Span,
    /// How many dots it stands for, if it is an ellipsis.
    dots: usize,
}

impl Plain {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        let mut plain = Self::default();
        for (start, c) in text.char_indices() {
            let span = Span::new(start, start + c.len_utf8());
            match variant(c) {
                None => {}
                Some('.') => plain.dots.push(span),
                Some(ELLIPSIS) => plain.dots.extend([span; 3]),
                Some(c) => plain.push(c, span),
            }
        }
        plain.end_dots();
        plain
    }

    fn push(&mut self, c: char, span: Span) {
        self.end_dots();
        self.places.push(Origin { offset: self.text.len(), span, dots: 0 });
        self.text.push(c);
    }

    /// Three dots and more are one ellipsis, however they are written.
    fn end_dots(&mut self) {
        let dots = core::mem::take(&mut self.dots);
        if let [first, _, .., last] = dots[..] {
            let span = Span::new(first.start, last.end);
            self.places.push(Origin { offset: self.text.len(), span, dots: dots.len() });
            self.text.push(ELLIPSIS);
            return;
        }
        for span in dots {
            self.places.push(Origin { offset: self.text.len(), span, dots: 0 });
            self.text.push('.');
        }
    }

    /// Where a stretch of the folded text stands in the text, and for how many dots its ellipsis stands.
    pub fn place(&self, start: usize, end: usize) -> (Span, usize) {
        let first = self.places.partition_point(|origin| origin.offset < start);
        let behind = self.places.partition_point(|origin| origin.offset < end);
        let part = self.places.get(first..behind).unwrap_or_default();
        let span = part.first().zip(part.last()).map(|(first, last)| Span::new(first.span.start, last.span.end));
        (span.unwrap_or_default(), part.iter().map(|origin| origin.dots).sum())
    }
}
