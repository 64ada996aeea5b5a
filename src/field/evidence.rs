//! Owns the control for evidence: quoted passages or the sentences of paragraphs to choose from, and after the answer
//! what proves the statement.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::question::Evidence;
use verbatim_core::question::evidence::{Passages, Sentence, Sentences};
use yew::{Html, html};

use super::entry::{Turn, group, radio, reviewed};
use super::{Control, NAME, Reviewed, chosen, joined, picked};
use crate::part::prose;
use crate::part::quotation::{OMISSION, quotation};

/// Passages with radio buttons, or sentences with check boxes.
pub(super) fn control(evidence: &Evidence, control: &Control<'_>) -> Html {
    match evidence {
        Evidence::Passages(passages) => passages_to_choose(passages, control),
        Evidence::Sentences(sentences) => sentences_to_pick(sentences, control),
    }
}

fn passages_to_choose(passages: &Passages, control: &Control<'_>) -> Html {
    let passage = |(place, position): (usize, &usize)| {
        let passage = passages.list().get(*position)?;
        let words = html! { <q>{ passage.quote.fragments().join(OMISSION) }</q> };
        Some(radio(control, (place, *position), words, &passage.why))
    };
    let list = control.shown.iter().enumerate().filter_map(passage).collect();
    group(control.text.choose_passage, control.described_by, list)
}

fn sentences_to_pick(sentences: &Sentences, control: &Control<'_>) -> Html {
    let sentence = |(position, sentence): (usize, &Sentence)| {
        let checked = picked(control.draft).contains(&position);
        html! {
            <label class="sentence--live">
                <input class="option__input" type="checkbox" name={NAME} value={position.to_string()} {checked} />
                <span class="sentence__words">{ &sentence.text }</span>
            </label>
        }
    };
    group(control.text.pick_sentences, control.described_by, paragraphs(sentences, sentence))
}

/// What proves it, and what was picked.
pub(super) fn review(evidence: &Evidence, shown: &Reviewed<'_>) -> Html {
    match evidence {
        Evidence::Passages(passages) => {
            let passage = |position: &usize| {
                let passage = passages.list().get(*position)?;
                let turn = Turn::of(passages.right() == *position, chosen(shown.answer) == Some(*position));
                let words = quotation(&passage.quote, shown.pack.original(), shown.text);
                Some(reviewed(turn, words, prose::line(&passage.why), shown.text))
            };
            html! { <ul class="options options--reviewed">{ for shown.shown.iter().filter_map(passage) }</ul> }
        }
        Evidence::Sentences(sentences) => reviewed_sentences(sentences, shown),
    }
}

fn reviewed_sentences(sentences: &Sentences, shown: &Reviewed<'_>) -> Html {
    let text = shown.text;
    let sentence = |(position, sentence): (usize, &Sentence)| {
        let was_picked = picked(shown.answer).contains(&position);
        let (class, sign, tag) = match Turn::of(sentence.proves(), was_picked) {
            Turn::Right => ("sentence--right", "✓", text.proves_and_picked),
            Turn::Missed => ("sentence--right", "•", text.proves),
            Turn::Wrong => ("sentence--wrong", "✗", text.picked),
            Turn::Other => return html! { <>{ &sentence.text }{ " " }</> },
        };
        // Spaces and not margins: whoever hears or copies the passage would have its words run together.
        html! {
            <>
                <span {class}>
                    <span class="sentence__sign" aria-hidden="true">{ sign }</span>
                    { " " }
                    <mark class="sentence__words">{ &sentence.text }</mark>
                    { " " }
                    <span class="sentence__tag">{ tag }</span>
                </span>
                { " " }
            </>
        }
    };
    html! { <div class="passage">{ paragraphs(sentences, sentence) }</div> }
}

/// Sentences in their paragraphs.
fn paragraphs(sentences: &Sentences, show: impl Fn((usize, &Sentence)) -> Html) -> Html {
    let list: Vec<(usize, &Sentence)> = sentences.list().iter().enumerate().collect();
    let paragraph = |part: &[(usize, &Sentence)]| html! { <div class="passage__paragraph">{ for part.iter().copied().map(&show) }</div> };
    list.chunk_by(|(_, one), (_, next)| one.paragraph == next.paragraph).map(paragraph).collect()
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
    let told = |(position, passage): (usize, &verbatim_core::question::evidence::Passage)| super::Told {
        words: html! { <q>{ passage.quote.fragments().join(OMISSION) }</q> },
        right: passages.right() == position,
        why: prose::line(&passage.why),
    };
    passages.list().iter().enumerate().map(told).collect()
}
