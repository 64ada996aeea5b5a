//! Owns the page's list of questions with what they quote.
//!
//! Never shows an answer.

use maud::{Markup, html};
use verbatim_core::bank::coverage::sentences_of;
use verbatim_core::prose::plain;
use verbatim_core::question::{Difficulty, Question, Quote};

use super::{question_id, sentence_id};
use crate::coverage::Covered;

/// Each set with its questions.
pub(super) fn questions(covered: &Covered) -> Markup {
    html! {
        @for set in covered.of.bank.sets() {
            h4.set { (set.title()) " " span.soft { "(" (set.id()) ")" } }
            ol.list { @for one in set.questions() { (question(covered, one)) } }
        }
    }
}

fn question(covered: &Covered, question: &Question) -> Markup {
    let level = question.difficulty.map_or("no level", Difficulty::name);
    let term =
        |id: &String| covered.of.bank.concepts().iter().find(|concept| concept.id == *id).map(|c| c.term.clone());
    let concepts: Vec<String> = question.concepts.iter().filter_map(term).collect();
    let concepts = if concepts.is_empty() { "no concept".to_owned() } else { concepts.join(", ") };
    html! {
        li.list__item id=(question_id(covered, &question.id)) {
            h5 { (question.id) }
            p.words { (plain(&question.prompt)) }
            p.soft { (question.kind.rules().name()) " · " (level) " · " (concepts) }
            @for quote in &question.quotes { (quotation(covered, quote)) }
        }
    }
}

fn quotation(covered: &Covered, quote: &Quote) -> Markup {
    let sentences = sentences_of(quote, &covered.of.fingerprint);
    let all = covered.coverage.sentences();
    let places = sentences.iter().filter_map(|number| all.get(*number));
    html! {
        blockquote lang=(covered.of.bank.source().language) { (quote.fragments().join(" … ")) }
        p.places {
            "Stands in"
            @for (at, sentence) in places.enumerate() {
                @if at > 0 { "," }
                " "
                a href={ "#" (sentence_id(covered, sentence.number)) } {
                    "paragraph " (sentence.paragraph) ", sentence " (sentence.number)
                }
            }
        }
    }
}
