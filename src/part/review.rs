//! Owns a question after its answer: verdict, every option with its why, explanation, quotations.
//!
//! Never marks.

use verbatim_core::{Answer, Mark, Question, Source};
use yew::{Html, classes, html};

use crate::field;
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

    /// The word for it.
    #[must_use]
    pub fn word(self, text: &Messages) -> &'static str {
        match self {
            Self::Right => text.right,
            Self::Partly => text.partly,
            Self::Wrong => text.wrong,
            Self::Open => text.open,
        }
    }

    /// Its sign and word; the sign is not read out.
    pub fn show(self, text: &Messages) -> Html {
        let (sign, class) = match self {
            Self::Right => ("✓", "verdict__sign--right"),
            Self::Partly => ("◐", "verdict__sign--partly"),
            Self::Wrong => ("✗", "verdict__sign--wrong"),
            Self::Open => ("○", "verdict__sign--open"),
        };
        html! {
            <>
                <span class={classes!("verdict__sign", class)} aria-hidden="true">{ sign }</span>
                <span class="verdict__word">{ self.word(text) }</span>
            </>
        }
    }
}

/// Why the mark is what it is, in one line.
#[must_use]
pub fn reasons(mark: &Mark, text: &Messages) -> String {
    mark.reasons().iter().map(|reason| (text.reason)(*reason)).collect::<Vec<_>>().join(" ")
}

/// Every option with its why, the explanation and the quotations. `level` is that of its headings.
pub fn review(question: &Question, answer: Option<&Answer>, source: &Source, level: u8, text: &Messages) -> Html {
    let heading = |words: &'static str| match level {
        2 => html! { <h2 class="review__heading">{ words }</h2> },
        _ => html! { <h4 class="review__heading">{ words }</h4> },
    };
    html! {
        <div class="review">
            { field::review(&question.kind, answer, text) }
            <section class="review__explanation">
                { heading(text.explanation) }
                { prose::blocks(&question.explanation) }
            </section>
            <section class="review__quotes">
                { heading(text.in_the_source) }
                { for question.quotes.iter().map(|quote| quotation::quotation(quote, source, text)) }
            </section>
        </div>
    }
}
