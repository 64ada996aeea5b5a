//! Owns taking over what a student has done on the page of a set before the player ran.
//!
//! Never marks: what was chosen then is an answer like any other.

use verbatim_core::{Answer, Event, Mode};
use web_sys::HtmlFormElement;
use yew::Context;

use super::App;
use super::open::Progress;
use crate::boot::{self, Try};
use crate::field;
use crate::page;
use crate::route::{Route, SetPage};
use crate::view::question::Draft;

impl App {
    /// The form of the first question, where the page of the open set still shows it.
    pub(super) fn early_form(&self) -> Option<HtmlFormElement> {
        let is_start = matches!(self.route, Route::Set(_, SetPage::Start));
        // The page's own set: the address may have become another while the player came.
        boot::form().filter(|_| self.booting && is_start && self.boot.file(&self.route).is_some())
    }

    /// Goes on from the first question that the page shows: what was chosen is answered, what was begun stays. Whoever
    /// has begun the set before, and has chosen nothing here, is shown its start.
    pub(super) fn take_early(&mut self, ctx: &Context<Self>, form: &HtmlFormElement, tries: Vec<Try>) {
        let goes_on = |progress: &&Progress| takes(progress) && (!progress.begun || !tries.is_empty());
        let first = self.progress().filter(goes_on).and_then(|progress| progress.attempt.question(0));
        let (Some(question), Some(open)) = (first, &self.open) else { return };
        let (id, revision, address) = (question.id.clone(), question.revision, open.address.clone());
        let draft = Draft { answer: field::read(&question.kind, form), certainty: None };
        page::rename(&address.question(&id));
        self.route = Route::Set(address, SetPage::Question(id.clone()));
        if boot::is_touched(form) {
            self.draft(id.clone(), draft);
        }
        boot::forget_tries();
        for Try { at, option } in tries {
            let (question, answer) = (id.clone(), Answer::Option(option));
            // What was chosen after the right one is no try any more.
            let _ = self.happen(ctx, Event::Answered { question, revision, answer, certainty: None }, Some(at));
        }
    }
}

/// Whether the first question waits for an answer, in a practice.
fn takes(progress: &Progress) -> bool {
    progress.attempt.mode() == Mode::Practice && progress.attempt.is_open(0)
}
