//! Owns a question of a page without the player: asked with native controls, its answer and its proof to be unfolded.
//! One option of several tells what it is as soon as it is chosen, by styles alone.
//!
//! Never marks: it shows what the question itself says is right.

use verbatim_core::prose::Inline;
use verbatim_core::{Answer, Attempt, Event, Mode, Question};
use yew::Callback;

use crate::field::{self, Control, NAME, Reviewed, Told};
use crate::part::element::{Attr, Node, el};
use crate::part::prose;
use crate::part::review::{Verdict, review};
use crate::route::SetAddress;
use crate::store::saved::Fact;
use crate::text::Messages;

/// Which question is shown, and to whom.
pub(super) struct Shown<'a> {
    pub address: &'a SetAddress,
    /// An attempt in which nothing has been done.
    pub attempt: &'a Attempt,
    pub place: usize,
    /// Where the page saves what is chosen and the player takes it over: names of attempts that draw the order shown.
    pub early: Option<&'a [u64]>,
    pub text: &'a Messages,
}

/// A question with its answer, its explanation and its quotations.
pub(super) fn whole(shown: &Shown<'_>, question: &Question) -> Node {
    let Shown { address, attempt, place, early, text } = shown;
    let order = attempt.shown(*place);
    let reviewed = Reviewed { shown: &order, answer: None, pack: attempt.pack(), text };
    let all = attempt.pack().set().questions().len();
    let heading = format!("asked-{}", question.id);
    let link = address.question(&question.id);
    let name = if early.is_some() { "form.question__form question__form--early" } else { "form.question__form" };
    let form = el(name).attr(Attr::Method, "dialog").attr(Attr::Autocomplete, "off");
    let form = match early {
        Some(lots) => drawn(form.attr(Attr::Id, "early"), lots),
        None => form,
    };
    let form = if early.is_some() && tells_at_once(question, text) { saving(form, question) } else { form };
    let hint = |(at, hint): (usize, &Vec<Inline>)| folded((text.document.hint)(at + 1), prose::line(hint));
    el("article.question document__question")
        .attr(Attr::Id, link.trim_start_matches('#'))
        .with(progress((*place, all), early.is_some(), text))
        .with(el("h2.page__heading").attr(Attr::Id, heading.as_str()).with(prose::line(&question.prompt)))
        .with(form.with(controls(question, &order, &heading, text)))
        .with_all(question.hints.iter().enumerate().map(hint))
        .with(folded(text.document.answer.to_owned(), review(question, &reviewed, 3)))
}

/// Whether an option tells what it is as soon as it is chosen.
fn tells_at_once(question: &Question, text: &Messages) -> bool {
    !field::told(&question.kind, text).is_empty()
}

/// Tells the page's script in index.html the names that it may give to an attempt.
fn drawn(form: Node, lots: &[u64]) -> Node {
    let lots: Vec<String> = lots.iter().map(|lot| format!("{lot:016x}")).collect();
    form.attr(Attr::DataLots, lots.join(" "))
}

/// Tells it what it saves when an option is chosen: the lines as the store writes them. The moment and the attempt's name
/// are still missing, and behind the answer the option's position.
fn saving(form: Node, question: &Question) -> Node {
    let began = Fact::Started { mode: Mode::Practice, by_itself: true };
    let answered = Fact::Happened(Event::Answered {
        question: question.id.clone(),
        revision: question.revision,
        answer: Answer::Option(0),
        certainty: None,
    });
    form.attr(Attr::DataBegan, began.pattern()).attr(Attr::DataAnswered, answered.pattern().trim_end_matches('0'))
}

/// Where the question stands. What the player takes over has its bar already, so that nothing moves then.
fn progress((place, all): (usize, usize), early: bool, text: &Messages) -> Node {
    let bar = el("progress.progress__bar").attr(Attr::Max, all.to_string()).attr(Attr::Value, "0");
    el("div.progress")
        .with(el("p.progress__words").with((text.position)(place + 1, all)))
        .with(early.then(|| bar.attr(Attr::AriaLabel, (text.answered)(0, all))))
}

fn controls(question: &Question, order: &[usize], heading: &str, text: &Messages) -> Node {
    let mut told: Vec<Option<Told>> = field::told(&question.kind, text).into_iter().map(Some).collect();
    if told.is_empty() {
        let on_draft = Callback::noop();
        let control = Control { shown: order, draft: None, tried: &[], described_by: heading, on_draft, text };
        return field::control(&question.kind, &control);
    }
    // Nothing is drawn by lot of what always stands in one order.
    let order: Vec<usize> = if order.is_empty() { (0..told.len()).collect() } else { order.to_vec() };
    let option = |position: usize| told.get_mut(position)?.take().map(|told| option(position, told, text));
    el("fieldset.options")
        .attr(Attr::AriaLabelledBy, heading)
        .with(el("legend.options__legend").with(text.choose_one))
        .with_all(order.into_iter().filter_map(option))
}

/// An option that tells what it is once it is chosen.
fn option(position: usize, told: Told, text: &Messages) -> Node {
    let verdict = if told.right { Verdict::Right } else { Verdict::Wrong };
    let input = el("input.option__input")
        .attr(Attr::Type, "radio")
        .attr(Attr::Name, NAME)
        .attr(Attr::Value, position.to_string());
    let words = el("span.option__body").with(el("span.option__text").with(told.words));
    let why =
        el("div.told__why").with(el("p.verdict").with(verdict.show(text))).with(el("p.option__why").with(told.why));
    el("div.told").with(el("label.option option--live").with(input).with(words)).with(why)
}

fn folded(words: String, body: Node) -> Node {
    el("details.document__folded").with(el("summary.document__summary").with(words)).with(body)
}
