//! Owns the picture of a source: a box for each sentence, as wide as the sentence is long, filled by how many questions
//! quote it.
//!
//! Never tells anything by colour alone: each box has its number and how many questions quote it.

use std::collections::BTreeSet;

use maud::{Markup, html};
use verbatim_core::bank::coverage::Sentence;

use super::sentence_id;
use crate::check::several;
use crate::coverage::Covered;

/// From how many questions on a box is filled no darker.
const DARKEST: usize = 3;

/// The widths of all boxes, as styles: a page whose policy allows one style has no other place for them.
pub(super) fn widths(banks: &[Covered]) -> String {
    let tokens: BTreeSet<usize> = banks.iter().flat_map(|one| one.coverage.sentences()).map(|s| s.tokens).collect();
    tokens
        .iter()
        .map(|tokens| format!(".box--wide-{tokens} {{ inline-size: calc({tokens} * var(--token)); }}\n"))
        .collect()
}

/// The picture with its key.
pub(super) fn picture(covered: &Covered) -> Markup {
    let same = |one: &Sentence, next: &Sentence| one.paragraph == next.paragraph;
    html! {
        figure.picture {
            figcaption.soft {
                "One box a sentence, as wide as it is long. It shows the sentence’s number and, behind the sign ×, how \
                 many questions quote it; a broken edge and the sign – mean none. Choose a box to see which."
            }
            @for paragraph in covered.coverage.sentences().chunk_by(same) {
                p.picture__name { "Paragraph " (paragraph.first().map_or(0, |first| first.paragraph)) }
                ol.picture__boxes { @for sentence in paragraph { li { (sentence_box(covered, sentence)) } } }
            }
        }
    }
}

fn sentence_box(covered: &Covered, sentence: &Sentence) -> Markup {
    let count = sentence.by.len();
    let class = format!("box box--{} box--wide-{}", count.min(DARKEST), sentence.tokens);
    let said = if count == 0 { "not quoted".to_owned() } else { format!("quoted by {}", several(count, "question")) };
    html! {
        a class=(class) href={ "#" (sentence_id(covered, sentence.number)) }
            aria-label={ "Sentence " (sentence.number) ": " (sentence.tokens) " words and marks, " (said) } {
            span.box__number { (sentence.number) }
            span.box__count { @if count == 0 { "–" } @else { "×" (count) } }
        }
    }
}
