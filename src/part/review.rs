//! Owns a question after its answer: verdict, every option with its why, explanation, quotations.
//!
//! Never marks.

use verbatim_core::bank::Concept;
use verbatim_core::mark::{certainty_points, fraction, percent};
use verbatim_core::question::Evidence;
use verbatim_core::{Course, Kind, Mark, Question, Quote};

use super::element::{Attr, Node, el, list};
use crate::field::{self, Reviewed};
use crate::part::link::{links, term};
use crate::part::{prose, quotation};
use crate::text::Messages;

/// A verdict in a word and a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A mark of 1.
    Right,
    /// A mark between 0 and 1.
    Partly,
    /// A mark of 0.
    Wrong,
    /// No answer.
    Open,
    /// A mark below 1, after which there is another try.
    Again,
}

impl Verdict {
    /// The verdict on a mark.
    #[must_use]
    pub fn of(mark: Option<&Mark>) -> Self {
        match mark {
            None => Self::Open,
            Some(mark) if mark.is_full() => Self::Right,
            Some(mark) if mark.earned() > 0.0 => Self::Partly,
            Some(_) => Self::Wrong,
        }
    }

    /// The verdict on a try after which there is another.
    #[must_use]
    pub fn again(mark: &Mark) -> Self {
        if mark.is_full() { Self::Right } else { Self::Again }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self, text: &Messages) -> &'static str {
        match self {
            Self::Right => text.right,
            Self::Partly => text.partly,
            Self::Wrong => text.wrong,
            Self::Open => text.open,
            Self::Again => text.try_again,
        }
    }

    /// Its sign and word; the sign is not read out.
    pub fn show(self, text: &Messages) -> Node {
        let (sign, class) = match self {
            Self::Right => ("✓", "verdict__sign verdict__sign--right"),
            Self::Partly => ("◐", "verdict__sign verdict__sign--partly"),
            Self::Wrong => ("✗", "verdict__sign verdict__sign--wrong"),
            Self::Open => ("○", "verdict__sign verdict__sign--open"),
            Self::Again => ("↻", "verdict__sign verdict__sign--wrong"),
        };
        list()
            .with(el("span").class(class).attr(Attr::AriaHidden, "true").with(sign))
            .with(el("span.verdict__word").with(self.word(text)))
    }
}

/// Why the mark is what it is and what it comes to, in one line.
#[must_use]
pub fn reasons(mark: &Mark, text: &Messages) -> String {
    let why: Vec<String> = mark.reasons().iter().map(|reason| (text.reason)(reason)).collect();
    (text.points)(&why.join("; "), &worth(mark.earned()))
}

/// A mark as people write it: `1`, `1/3`, or in hundredths where no small fraction fits.
#[must_use]
pub fn worth(earned: f64) -> String {
    match fraction(earned) {
        Some((above, 1)) => above.to_string(),
        Some((above, below)) => format!("{above}/{below}"),
        None => format!("0.{:02}", percent(earned)),
    }
}

/// How sure the student was with the very first answer, and the points that this came to.
#[must_use]
#[inline(never)]
pub fn sureness(course: &Course, text: &Messages) -> Option<String> {
    let first = course.first()?;
    let certainty = first.certainty?;
    let points = certainty_points(first.mark.earned(), certainty);
    let plus = if points > 0.0 { "+" } else { "" };
    Some((text.was_sure)(certainty, &format!("{plus}{}", tenths(points))))
}

/// Points with at most one place behind the point.
#[must_use]
pub fn tenths(points: f64) -> String {
    // Few questions, few points each: nothing is cut off.
    let tenths = (points * 10.0).round() as i32;
    let sign = if tenths < 0 { "−" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// Everything that could be answered, the explanation and the quotations. `level` is that of its headings.
pub fn review(question: &Question, reviewed: &Reviewed<'_>, level: u8) -> Node {
    let text = reviewed.text;
    let heading = |words: &str| {
        let name = match level {
            2 => "h2.review__heading",
            3 => "h3.review__heading",
            _ => "h4.review__heading",
        };
        el(name).with(words)
    };
    let mut quotes = question.quotes.iter().filter(|quote| !is_among_passages(&question.kind, quote)).peekable();
    let quotation = |quote| quotation::quotation(quote, reviewed.pack.original(), text);
    let in_the_source = || el("section.review__quotes").with(heading(text.in_the_source));
    let quotes = quotes.peek().is_some().then(|| in_the_source().with_all(quotes.map(quotation)));
    let explanation = el("section.review__explanation").with(heading(text.explanation));
    el("div.review")
        .with(field::review(&question.kind, reviewed))
        .with(explanation.with(prose::blocks(&question.explanation)))
        .with(quotes)
        .with(
            concepts(question, reviewed)
                .map(|concepts| el("section.review__concepts").with(heading(text.concepts)).with(concepts)),
        )
}

/// Whether a quotation is one of those that could be chosen, and is shown with them.
fn is_among_passages(kind: &Kind, quote: &Quote) -> bool {
    let Kind::Evidence(Evidence::Passages(passages)) = kind else { return false };
    passages.list().iter().any(|passage| passage.quote.fragments() == quote.fragments())
}

/// The concepts of a question that the glossary defines, if any.
fn concepts(question: &Question, reviewed: &Reviewed<'_>) -> Option<Node> {
    let is_of = |concept: &&Concept| concept.defined && question.concepts.contains(&concept.id);
    let mut defined = reviewed.pack.concepts().iter().filter(is_of).peekable();
    defined.peek()?;
    Some(links(defined.map(|concept| term(reviewed.pack.bank(), concept, &question.id))))
}
