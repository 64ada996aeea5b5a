//! Owns a question of a page without the player: asked with native controls, its answer and its proof to be unfolded.
//! One option of several tells what it is as soon as it is chosen, by styles alone.
//!
//! Never marks: it shows what the question itself says is right.

use verbatim_core::{Attempt, Question};
use yew::{Callback, Html, html};

use crate::field::{self, Control, NAME, Reviewed, Told};
use crate::part::prose;
use crate::part::review::{Verdict, review};
use crate::route::SetAddress;
use crate::text::Messages;

/// Which question is shown, and to whom.
pub(super) struct Shown<'a> {
    pub address: &'a SetAddress,
    /// An attempt in which nothing has been done.
    pub attempt: &'a Attempt,
    pub place: usize,
    /// Whether the player takes over what is done with it.
    pub early: bool,
    pub text: &'a Messages,
}

/// A question with its answer, its explanation and its quotations.
pub(super) fn whole(shown: &Shown<'_>, question: &Question) -> Html {
    let Shown { address, attempt, place, early, text } = shown;
    let order = attempt.shown(*place);
    let reviewed = Reviewed { shown: &order, answer: None, pack: attempt.pack(), text };
    let all = attempt.pack().set().questions().len();
    let heading = format!("asked-{}", question.id);
    let link = address.question(&question.id);
    html! {
        <article class="question document__question" id={link.trim_start_matches('#').to_owned()}>
            <div class="progress">
                <p class="progress__words">{ (text.position)(place + 1, all) }</p>
                // As the player shows it, so that nothing moves when that takes over.
                if *early { <progress class="progress__bar" max={all.to_string()} value="0" aria-label={(text.answered)(0, all)} /> }
            </div>
            <h2 class="page__heading" id={heading.clone()}>{ prose::line(&question.prompt) }</h2>
            <form class="question__form" method="dialog" id={early.then_some("early")}>
                { controls(question, &order, &heading, text) }
            </form>
            { for question.hints.iter().enumerate().map(|(at, hint)| folded((text.document.hint)(at + 1), prose::line(hint))) }
            { folded(text.document.answer.to_owned(), review(question, &reviewed, 3)) }
        </article>
    }
}

fn controls(question: &Question, order: &[usize], heading: &str, text: &Messages) -> Html {
    let told = field::told(&question.kind, text);
    if !told.is_empty() {
        // Nothing is drawn by lot of what always stands in one order.
        let fixed: Vec<usize> = if order.is_empty() { (0..told.len()).collect() } else { order.to_vec() };
        let entries = fixed.into_iter().filter_map(|position| told.get(position).map(|told| (position, told)));
        return html! {
            <fieldset class="options" aria-labelledby={heading.to_owned()}>
                <legend class="options__legend">{ text.choose_one }</legend>
                { for entries.map(|(position, told)| option(position, told, text)) }
            </fieldset>
        };
    }
    let nobody = Callback::noop();
    field::control(
        &question.kind,
        &Control { shown: order, draft: None, tried: &[], described_by: heading, on_draft: nobody, text },
    )
}

/// An option that tells what it is once it is chosen.
fn option(position: usize, told: &Told, text: &Messages) -> Html {
    let verdict = if told.right { Verdict::Right } else { Verdict::Wrong };
    html! {
        <div class="told">
            <label class="option option--live">
                <input class="option__input" type="radio" name={NAME} value={position.to_string()} />
                <span class="option__body"><span class="option__text">{ told.words.clone() }</span></span>
            </label>
            <div class="told__why">
                <p class="verdict">{ verdict.show(text) }</p>
                <p class="option__why">{ told.why.clone() }</p>
            </div>
        </div>
    }
}

fn folded(words: String, body: Html) -> Html {
    html! { <details class="document__folded"><summary class="document__summary">{ words }</summary>{ body }</details> }
}
