//! Owns a question after its answer: verdict, every option with its why, explanation, quotations.
//!
//! Never marks.

use verbatim_core::bank::Concept;
use verbatim_core::mark::{fraction, percent};
use verbatim_core::{Mark, Question};
use yew::{Html, html};

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
    pub fn show(self, text: &Messages) -> Html {
        let (sign, class) = match self {
            Self::Right => ("✓", "verdict__sign verdict__sign--right"),
            Self::Partly => ("◐", "verdict__sign verdict__sign--partly"),
            Self::Wrong => ("✗", "verdict__sign verdict__sign--wrong"),
            Self::Open => ("○", "verdict__sign verdict__sign--open"),
            Self::Again => ("↻", "verdict__sign verdict__sign--wrong"),
        };
        html! {
            <>
                <span {class} aria-hidden="true">{ sign }</span>
                <span class="verdict__word">{ self.word(text) }</span>
            </>
        }
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

/// Everything that could be answered, the explanation and the quotations. `level` is that of its headings.
pub fn review(question: &Question, reviewed: &Reviewed<'_>, level: u8) -> Html {
    let text = reviewed.text;
    let heading = |words: &'static str| match level {
        2 => html! { <h2 class="review__heading">{ words }</h2> },
        3 => html! { <h3 class="review__heading">{ words }</h3> },
        _ => html! { <h4 class="review__heading">{ words }</h4> },
    };
    let concepts = concepts(question, reviewed);
    html! {
        <div class="review">
            { field::review(&question.kind, reviewed) }
            <section class="review__explanation">
                { heading(text.explanation) }
                { prose::blocks(&question.explanation) }
            </section>
            <section class="review__quotes">
                { heading(text.in_the_source) }
                { for question.quotes.iter().map(|quote| quotation::quotation(quote, reviewed.pack.original(), text)) }
            </section>
            if !concepts.is_empty() {
                <section class="review__concepts">{ heading(text.concepts) }{ links(concepts) }</section>
            }
        </div>
    }
}

/// The concepts of a question that the glossary defines.
fn concepts(question: &Question, reviewed: &Reviewed<'_>) -> Vec<Html> {
    let is_of = |concept: &&Concept| concept.defined && question.concepts.contains(&concept.id);
    let defined = reviewed.pack.concepts().iter().filter(is_of);
    defined.map(|concept| term(reviewed.pack.bank(), concept, &question.id)).collect()
}
