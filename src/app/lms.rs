//! Owns when an LMS is told of what has changed, and what the student is told of it.
//!
//! Never talks to it itself: `lms` does.

use yew::Context;

use super::{App, Msg};
use crate::lms::{Absent, Lms, is_expected};
use crate::part::element::Node;
use crate::part::link::outward;
use crate::route::{Route, SetPage};
use crate::text::KeepingMessages;

/// What can happen about an LMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// There is something else to say of it.
    Heard,
    /// The page ends.
    Ended,
}

impl App {
    /// Tells the LMS how the open set stands, as far as that is another than before. Comes before the screen changes.
    pub(super) fn tell_lms(&self) {
        let (Some(open), Some(store), Some(lms)) = (&self.open, &self.store, self.lms()) else { return };
        if let Some(progress) = open.progress.ready() {
            lms.tell(&progress.attempt, store.log(&open.key()).as_ref(), &self.location());
        }
    }

    /// Has the LMS write down what it was told.
    pub(super) fn commit(&self) {
        if let Some(lms) = self.lms() {
            lms.commit();
        }
    }

    /// Something about the LMS has happened.
    pub(super) fn turn(&self, turn: Turn) {
        match (turn, self.lms()) {
            (Turn::Ended, Some(lms)) => lms.end(),
            // The page is drawn anew, as after anything.
            (Turn::Heard | Turn::Ended, _) => {}
        }
    }

    /// What the student should know of the LMS.
    pub(super) fn lms_says(&self) -> Option<String> {
        let (store, text) = (self.store.as_ref()?, &self.text.lms);
        match store.lms() {
            Ok(lms) => lms.says(text),
            Err(Absent::Alone) => is_expected().then(|| text.absent.to_owned()),
            Err(Absent::Unreachable) => Some(text.unreachable.to_owned()),
            Err(Absent::Refused(reason)) => Some((text.refused)(reason)),
        }
    }

    /// What is said of everything that is saved, where the LMS keeps it.
    pub(super) fn lms_keeping(&self) -> Option<&'static KeepingMessages> {
        self.lms().map(|_| &self.text.lms.keeping)
    }

    /// The page is drawn anew when there is something else to say of the LMS.
    pub(super) fn hear_lms(&self, ctx: &Context<Self>) {
        if let Some(lms) = self.lms() {
            lms.on_news(ctx.link().callback(|()| Msg::Lms(Turn::Heard)));
        }
    }

    /// The way back to where the student came from.
    pub(super) fn way_back(&self) -> Option<Node> {
        let back = self.lms()?.back()?;
        Some(outward("a.bar__link", &back).with(self.text.lms.back))
    }

    fn lms(&self) -> Option<&Lms> {
        self.store.as_ref()?.lms().ok()
    }

    /// At which page of the set the student is, in a word.
    fn location(&self) -> String {
        let Route::Set(_, page) = &self.route else { return "start".to_owned() };
        match page {
            SetPage::Start => "start".to_owned(),
            SetPage::Overview => "overview".to_owned(),
            SetPage::Results => "results".to_owned(),
            SetPage::Question(id) => {
                let position = self.progress().and_then(|progress| progress.attempt.pack().set().position(id));
                position.map_or_else(|| "start".to_owned(), |position| format!("q{}", position + 1))
            }
        }
    }
}
