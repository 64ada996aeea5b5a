//! Owns the page's table of concepts and its list of sentences.
//!
//! Never shows a sentence's words where the source's text is not at hand.

use maud::{Markup, html};
use verbatim_core::bank::coverage::{Row, Sentence};
use verbatim_core::mark::percent;
use verbatim_core::question::Difficulty;

use super::{question_id, sentence_id};
use crate::coverage::Covered;

/// How many questions ask about each concept on each level.
pub(super) fn concepts(covered: &Covered) -> Markup {
    let (id, coverage) = (format!("{}.concepts", covered.of.bank.id()), &covered.coverage);
    let without = Some(coverage.without_concept()).filter(|row| row.questions() > 0);
    html! {
        p.soft { "A question about several concepts counts for each. A level without a question is a gap." }
        div.scroll role="region" aria-labelledby=(id) tabindex="0" {
            table {
                caption id=(id) { "Questions on each level" }
                thead { tr {
                    th scope="col" { "Concept" }
                    @for level in Difficulty::ALL { th scope="col" { (level.name()) } }
                    th scope="col" { "no level" }
                } }
                tbody {
                    @for row in coverage.concepts() { (line(&row.term, row, true)) }
                    @if let Some(row) = without { (line("(no concept)", row, false)) }
                }
            }
        }
    }
}

fn line(name: &str, row: &Row, gaps: bool) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            @for count in row.levels {
                @if count == 0 && gaps { td.gap { "gap" } } @else { td { (count) } }
            }
            td { (row.unrated) }
        }
    }
}

/// Each sentence with its words, where they are at hand, and the questions that quote it.
pub(super) fn sentences(covered: &Covered) -> Markup {
    html! {
        ol.list { @for (at, sentence) in covered.coverage.sentences().iter().enumerate() {
            li.list__item id=(sentence_id(covered, sentence.number)) {
                h4 { "Sentence " (sentence.number) ", paragraph " (sentence.paragraph) }
                (words(covered, at))
                p { (quoted(sentence)) }
                @if sentence.is_quoted() {
                    ul.links { @for by in &sentence.by {
                        li { a href={ "#" (question_id(covered, &by.question)) } { (by.set) "/" (by.question) } }
                    } }
                }
            }
        } }
    }
}

fn quoted(sentence: &Sentence) -> String {
    let tokens = sentence.tokens;
    match (sentence.is_quoted(), sentence.is_whole()) {
        (false, _) => format!("Not quoted: a gap of {tokens} words and marks."),
        (true, true) => format!("Quoted as a whole: {tokens} words and marks."),
        (true, false) => {
            let share = percent(sentence.share());
            format!("Quoted in part: {} of {tokens} words and marks ({share} %).", sentence.quoted)
        }
    }
}

/// The words of a sentence, with those marked that are quoted.
fn words(covered: &Covered, sentence: usize) -> Markup {
    let language = &covered.of.bank.source().language;
    let pieces = covered.of.text.as_ref().map(|text| text.parted(sentence, |token| covered.coverage.quotes(token)));
    html! {
        @if let Some(pieces) = pieces {
            p.words lang=(language) {
                @for (piece, marked) in pieces { @if marked { mark { (piece) } } @else { (piece) } }
            }
        }
    }
}
