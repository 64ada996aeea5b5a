//! Owns the control for evidence: quoted passages or the sentences of paragraphs to choose from, and after the answer
//! what proves the statement.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::question::Evidence;
use verbatim_core::question::evidence::{Passage, Passages, Sentence, Sentences};

use super::entry::{Turn, group, radio, reviewed};
use super::{Control, NAME, Reviewed, chosen, joined, picked};
use crate::part::element::{Attr, Node, el, list};
use crate::part::prose;
use crate::part::quotation::{OMISSION, quotation};

/// Passages with radio buttons, or sentences with check boxes.
pub(super) fn control(evidence: &Evidence, control: &Control<'_>) -> Node {
    match evidence {
        Evidence::Passages(passages) => passages_to_choose(passages, control),
        Evidence::Sentences(sentences) => sentences_to_pick(sentences, control),
    }
}

fn passages_to_choose(passages: &Passages, control: &Control<'_>) -> Node {
    let passage = |(place, position): (usize, &usize)| {
        let passage = passages.list().get(*position)?;
        Some(radio(control, (place, *position), quoted(passage), &passage.why))
    };
    let passages = control.shown.iter().enumerate().filter_map(passage);
    group(control.text.choose_passage, control.described_by, list().with_all(passages))
}

/// The words of a passage to choose.
fn quoted(passage: &Passage) -> Node {
    el("q").with(passage.quote.fragments().join(OMISSION))
}

fn sentences_to_pick(sentences: &Sentences, control: &Control<'_>) -> Node {
    let sentence = |(position, sentence): (usize, &Sentence)| {
        let checked = picked(control.draft).contains(&position);
        let input = el("input.option__input").attr(Attr::Type, "checkbox").attr(Attr::Name, NAME);
        let input = input.value(&position.to_string()).checked(checked);
        el("label.sentence--live").with(input).with(el("span.sentence__words").with(sentence.text.as_str()))
    };
    group(control.text.pick_sentences, control.described_by, paragraphs(sentences, sentence))
}

/// What proves it, and what was picked.
pub(super) fn review(evidence: &Evidence, shown: &Reviewed<'_>) -> Node {
    match evidence {
        Evidence::Passages(passages) => {
            let passage = |position: &usize| {
                let passage = passages.list().get(*position)?;
                let turn = Turn::of(passages.right() == *position, chosen(shown.answer) == Some(*position));
                let words = quotation(&passage.quote, shown.pack.original(), shown.text);
                Some(reviewed(turn, words, prose::line(&passage.why), shown.text))
            };
            el("ul.options options--reviewed").with_all(shown.shown.iter().filter_map(passage))
        }
        Evidence::Sentences(sentences) => reviewed_sentences(sentences, shown),
    }
}

fn reviewed_sentences(sentences: &Sentences, shown: &Reviewed<'_>) -> Node {
    let text = shown.text;
    let sentence = |(position, sentence): (usize, &Sentence)| {
        let was_picked = picked(shown.answer).contains(&position);
        let (class, sign, tag) = match Turn::of(sentence.proves(), was_picked) {
            Turn::Right => ("sentence--right", "✓", text.proves_and_picked),
            Turn::Missed => ("sentence--right", "•", text.proves),
            Turn::Wrong => ("sentence--wrong", "✗", text.picked),
            Turn::Other => return list().with(sentence.text.as_str()).with(" "),
        };
        // Spaces and not margins: whoever hears or copies the passage would have its words run together.
        let marked = el("span")
            .class(class)
            .with(el("span.sentence__sign").attr(Attr::AriaHidden, "true").with(sign))
            .with(" ")
            .with(el("mark.sentence__words").with(sentence.text.as_str()))
            .with(" ")
            .with(el("span.sentence__tag").with(tag));
        list().with(marked).with(" ")
    };
    el("div.passage").with(paragraphs(sentences, sentence))
}

/// Sentences in their paragraphs.
fn paragraphs(sentences: &Sentences, show: impl Fn((usize, &Sentence)) -> Node) -> Node {
    let all: Vec<(usize, &Sentence)> = sentences.list().iter().enumerate().collect();
    let parts = all.chunk_by(|(_, one), (_, next)| one.paragraph == next.paragraph);
    list().with_all(parts.map(|part| el("div.passage__paragraph").with_all(part.iter().copied().map(&show))))
}

/// The passage that was chosen, or the sentences that were picked.
pub(super) fn words(evidence: &Evidence, answer: Option<&Answer>) -> String {
    match evidence {
        Evidence::Passages(passages) => {
            let passage = chosen(answer).and_then(|position| passages.list().get(position));
            passage.map(|passage| passage.quote.fragments().join(OMISSION)).unwrap_or_default()
        }
        Evidence::Sentences(sentences) => {
            let list = picked(answer).iter().filter_map(|position| sentences.list().get(*position));
            joined(list.map(|sentence| sentence.text.clone()), " ")
        }
    }
}

/// What each passage tells once it is chosen; sentences tell nothing, since several are picked.
#[cfg(feature = "document")]
pub(super) fn told(evidence: &Evidence) -> Vec<super::Told> {
    let Evidence::Passages(passages) = evidence else { return Vec::new() };
    let told = |(position, passage): (usize, &Passage)| super::Told {
        words: quoted(passage),
        right: passages.right() == position,
        why: prose::line(&passage.why),
    };
    passages.list().iter().enumerate().map(told).collect()
}
