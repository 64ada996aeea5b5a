//! Owns the changes of state as the student goes through the open set: answers, a new start, taking it back.
//!
//! Never saves itself: `effect` does, and an answer counts only when it has.

use std::rc::Rc;

use verbatim_core::{Attempt, Event};
use yew::Context;

use super::{App, effect};
use crate::load::Load;
use crate::page::{self, HEADING, VERDICT};
use crate::route::{Route, SetAddress, SetPage};
use crate::view::question::Did;

impl App {
    pub(super) fn did(&mut self, ctx: &Context<Self>, did: Did) {
        let Did::Answered(answer) = did else {
            self.unanswered = true;
            return;
        };
        let (Some(open), Some(store), false) = (&self.open, &self.store, self.saving) else { return };
        let (Some(attempt), Route::Set(_, SetPage::Question(id))) = (open.attempt.ready(), &self.route) else { return };
        let question = attempt.pack().set().position(id).and_then(|position| attempt.question(position));
        let Some(revision) = question.map(|question| question.revision) else { return };
        let event = Event::Answered { question: id.clone(), revision, answer };
        // What the attempt would reject is not worth saving.
        if attempt.apply(event.clone()).is_ok() {
            self.saving = true;
            effect::save(ctx, open.address.clone(), event, Rc::clone(store));
        }
    }

    pub(super) fn saved(&mut self, address: &SetAddress, event: Event) {
        self.saving = false;
        self.unanswered = false;
        let Some(open) = self.open.as_mut().filter(|open| open.address == *address) else { return };
        let Some(next) = open.attempt.ready().and_then(|attempt| attempt.apply(event).ok()) else { return };
        open.attempt = Load::Ready(next);
        open.before = None;
        self.focus = Some(VERDICT);
        page::scroll_to_top();
    }

    pub(super) fn start_again(&mut self, ctx: &Context<Self>) {
        let (Some(open), Some(store)) = (&mut self.open, &self.store) else { return };
        let Some(attempt) = open.attempt.ready().cloned() else { return };
        open.attempt = Load::Ready(Attempt::new(Rc::clone(attempt.pack())));
        open.before = Some(attempt);
        open.revised = 0;
        effect::note(ctx, open.address.key(), effect::Step::StartAgain, Rc::clone(store));
        self.focus = Some(HEADING);
    }

    pub(super) fn take_back(&mut self, ctx: &Context<Self>) {
        let (Some(open), Some(store)) = (&mut self.open, &self.store) else { return };
        let Some(before) = open.before.take() else { return };
        open.attempt = Load::Ready(before);
        effect::note(ctx, open.address.key(), effect::Step::TakeBack, Rc::clone(store));
        self.focus = Some(HEADING);
    }
}
