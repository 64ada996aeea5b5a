//! Owns when an LMS is told of what has changed, and what the student is told of it.
//!
//! Never talks to it itself: `lms` does.

use super::App;
use crate::lms::{Lms, is_expected};
use crate::route::{Route, SetPage};

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

    /// Ends the session.
    pub(super) fn end(&self) {
        if let Some(lms) = self.lms() {
            lms.end();
        }
    }

    /// What the student should know of the LMS.
    pub(super) fn lms_says(&self) -> Option<String> {
        let (store, text) = (self.store.as_ref()?, &self.text.lms);
        match store.lms() {
            Some(lms) => lms.says(text),
            None => is_expected().then(|| text.absent.to_owned()),
        }
    }

    fn lms(&self) -> Option<&Lms> {
        self.store.as_ref()?.lms()
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
