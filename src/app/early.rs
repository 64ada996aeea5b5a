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
        boot::form().filter(|_| self.booting && is_start)
    }

    /// Goes on from the first question that the page shows: what was chosen is answered, what was begun stays. Whoever
    /// has begun before is shown where that was.
    pub(super) fn take_early(&mut self, ctx: &Context<Self>) {
        let Some(form) = self.early_form() else { return };
        let first = self.progress().filter(|progress| is_fresh(progress)).and_then(|it| it.attempt.question(0));
        let (Some(question), Some(open)) = (first, &self.open) else { return };
        let (id, revision, address) = (question.id.clone(), question.revision, open.address.clone());
        let draft = Draft { answer: field::read(&question.kind, &form), certainty: None };
        page::rename(&address.question(&id));
        self.route = Route::Set(address, SetPage::Question(id.clone()));
        if boot::is_touched(&form) {
            self.draft(id.clone(), draft);
        }
        self.focus = page::focused().filter(|_| page::has_focus()).map(Into::into);
        for Try { at, option } in boot::tries(&form) {
            let (question, answer) = (id.clone(), Answer::Option(option));
            // What was chosen after the right one is no try any more.
            let _ = self.happen(ctx, Event::Answered { question, revision, answer, certainty: None }, Some(at));
        }
    }
}

/// Whether nothing has been done in a practice.
fn is_fresh(progress: &Progress) -> bool {
    !progress.begun && progress.attempt.start().mode == Mode::Practice
}
