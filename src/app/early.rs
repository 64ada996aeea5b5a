//! Owns taking over what a student has done on the page of a set before the player ran.
//!
//! Never marks: what was chosen then is an answer like any other, which the page has saved where the browser let it.

use std::rc::Rc;

use verbatim_core::{Answer, Attempt, Event, Mode, Question};
use web_sys::HtmlFormElement;
use yew::Context;

use super::open::Progress;
use super::{App, around};
use crate::boot::{self, Early, Try};
use crate::field;
use crate::page;
use crate::route::{Route, SetPage};
use crate::store::history::History;
use crate::view::question::Draft;

/// What the page has saved itself: the answer, and the attempt before it.
#[derive(Debug)]
pub(super) struct Noted {
    before: Attempt,
    event: Event,
}

impl Noted {
    /// What a set's history comes to, where there is nothing in it but what the page of `early` has saved.
    pub fn find(history: &History, early: &Early) -> Option<Event> {
        let kept = history.attempt.as_ref().filter(|kept| Some(kept.id) == early.attempt)?;
        let [(_, event)] = kept.events.as_slice() else { return None };
        Some(event.clone())
    }

    /// The answer with the attempt before it.
    pub fn of(progress: &Progress, event: Event) -> Self {
        let attempt = &progress.attempt;
        Self { before: Attempt::new(Rc::clone(attempt.pack()), attempt.start()), event }
    }

    /// The attempt before the answer.
    pub fn before(&self) -> &Attempt {
        &self.before
    }
}

impl App {
    /// The form of the first question, where the page of the open set still shows it.
    pub(super) fn early_form(&self) -> Option<HtmlFormElement> {
        let is_start = matches!(self.route, Route::Set(_, SetPage::Start));
        // The page's own set: the address may have become another while the player came.
        boot::form().filter(|_| self.booting && is_start && self.boot.file(&self.route).is_some())
    }

    /// Goes on from the first question that the page shows: what was chosen is answered, what was begun stays. Whoever
    /// has begun the set before, and has chosen nothing here, is shown its start.
    pub(super) fn take_early(&mut self, ctx: &Context<Self>, form: &HtmlFormElement, noted: Option<Noted>) {
        let tries = boot::tries(form);
        let first = self.progress().and_then(|progress| first(progress, &tries));
        let (Some(question), Some(open)) = (first, &self.open) else { return };
        let (id, revision, address) = (question.id.clone(), question.revision, open.address.clone());
        let draft = boot::is_touched(form).then(|| field::read(&question.kind, form));
        page::rename(&address.question(&id));
        self.route = Route::Set(address, SetPage::Question(id.clone()));
        if let Some(answer) = draft {
            self.draft(id.clone(), Draft { answer, certainty: None });
        }
        boot::forget_tries();
        if let Some(Noted { before, event }) = noted {
            if let Some(progress) = self.progress() {
                around::tell_change(&before, &progress.attempt, &event);
            }
            return self.show_change(&event);
        }
        for Try { at, option } in tries {
            let (question, answer) = (id.clone(), Answer::Option(option));
            // What was chosen after the right one is no try any more.
            let _ = self.happen(ctx, Event::Answered { question, revision, answer, certainty: None }, Some(at));
        }
    }
}

/// The question that the page shows, the author's first, in a practice: if it waits for an answer in an attempt that
/// nobody has begun, or something was chosen. An attempt that was begun elsewhere may have it in another place.
fn first<'a>(progress: &'a Progress, tries: &[Try]) -> Option<&'a Question> {
    let Progress { attempt, begun, .. } = progress;
    let place = attempt.place(&attempt.pack().set().questions().first()?.id)?;
    let goes_on = !tries.is_empty() || !begun && attempt.is_open(place);
    attempt.question(place).filter(|_| attempt.mode() == Mode::Practice && goes_on)
}
