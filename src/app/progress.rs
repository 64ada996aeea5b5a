//! Owns the changes of state as the student goes through the open set: answers, a new start, taking it back.
//!
//! Never saves itself: `effect` does, and an answer counts only when it has.

use std::rc::Rc;

use verbatim_core::{Attempt, Event};
use yew::Context;

use super::{App, Step, effect};
use crate::load::Load;
use crate::page::{self, HEADING, VERDICT};
use crate::route::{Route, SetAddress, SetPage};
use crate::view::question::Did;

impl App {
    pub(super) fn did(&mut self, ctx: &Context<Self>, did: Did) {
        let Did::Answered(answer) = did else {
            self.unanswered += 1;
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
        let Event::Answered { question, .. } = &event;
        // Who has gone on meanwhile is not called back.
        let is_shown = matches!(&self.route, Route::Set(_, SetPage::Question(id)) if id == question);
        let Some(open) = self.open.as_mut().filter(|open| open.address == *address) else { return };
        let Some(next) = open.attempt.ready().and_then(|attempt| attempt.apply(event).ok()) else { return };
        open.attempt = Load::Ready(next);
        open.before = None;
        if is_shown {
            self.unanswered = 0;
            self.focus = Some(VERDICT);
            page::scroll_to_top();
        }
    }

    pub(super) fn chose(&mut self, ctx: &Context<Self>, step: Step) {
        let (Some(open), Some(store), false) = (&self.open, &self.store, self.saving) else { return };
        self.saving = true;
        effect::step(ctx, open.address.clone(), step, Rc::clone(store));
    }

    pub(super) fn stepped(&mut self, address: &SetAddress, step: Step) {
        self.saving = false;
        let Some(open) = self.open.as_mut().filter(|open| open.address == *address) else { return };
        let Some(attempt) = open.attempt.ready().cloned() else { return };
        match step {
            Step::StartAgain => {
                open.attempt = Load::Ready(Attempt::new(Rc::clone(attempt.pack())));
                open.before = Some(attempt);
            }
            Step::TakeBack => {
                let Some(before) = open.before.take() else { return };
                open.attempt = Load::Ready(before);
            }
        }
        self.focus = Some(HEADING);
    }
}
