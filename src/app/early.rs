//! Owns taking over what a student has done on the page of a set before the player shows anything.
//!
//! Never marks: what was chosen then is an answer like any other.

use gloo::events::EventListener;
use verbatim_core::{Answer, Event, Mode, Question};
use web_sys::HtmlFormElement;
use yew::Context;

use super::open::Progress;
use super::{App, Msg};
use crate::boot::{self, Try};
use crate::field;
use crate::page;
use crate::part::review::Verdict;
use crate::route::{Route, SetPage};
use crate::view::question::Draft;

/// The page's own script tells the form so that something was chosen for good: an arrow key may go past an option.
const CHOSEN: &str = "verbatim-chosen";

impl App {
    /// The form of the first question, where the page of the open set still shows it.
    pub(super) fn early_form(&self) -> Option<HtmlFormElement> {
        let is_start = matches!(self.route, Route::Set(_, SetPage::Start));
        // The page's own set: the address may have become another while the player came.
        boot::form().filter(|_| self.booting && is_start && self.boot.file(&self.route).is_some())
    }

    /// Hears of what is chosen on the page, as long as it shows the question and not the player.
    pub(super) fn hear_choices(&mut self, ctx: &Context<Self>, form: &HtmlFormElement) {
        if !self.whole {
            let link = ctx.link().clone();
            self.choices = Some(EventListener::new(form, CHOSEN, move |_| link.send_message(Msg::Chose)));
        }
    }

    /// Something was chosen on the page.
    pub(super) fn chose(&mut self, ctx: &Context<Self>) {
        if let Some(form) = self.early_form() {
            self.take_early(ctx, &form);
        }
    }

    /// Goes on from the first question that the page shows: what was chosen is answered, what was begun stays. Whoever
    /// has begun the set before, and has chosen nothing here, is shown its start. As long as the page shows the question,
    /// only an answer changes anything.
    pub(super) fn take_early(&mut self, ctx: &Context<Self>, form: &HtmlFormElement) {
        let tries = boot::tries(form);
        if !self.whole && tries.is_empty() {
            return;
        }
        let goes_on = |progress: &&Progress| !progress.begun || !tries.is_empty();
        let first = self.progress().filter(goes_on).and_then(waiting);
        let (Some(question), Some(open)) = (first, &self.open) else { return };
        let (id, revision, address) = (question.id.clone(), question.revision, open.address.clone());
        let draft = boot::is_touched(form).then(|| field::read(&question.kind, form));
        page::rename(&address.question(&id));
        self.route = Route::Set(address, SetPage::Question(id.clone()));
        if let Some(answer) = draft {
            self.draft(id.clone(), Draft { answer, certainty: None });
        }
        boot::forget_tries();
        for Try { at, option } in tries {
            let (question, answer) = (id.clone(), Answer::Option(option));
            // What was chosen after the right one is no try any more.
            let _ = self.happen(ctx, Event::Answered { question, revision, answer, certainty: None }, Some(at));
        }
    }

    /// Says what became of an answer while the page shows the question: it has shown the verdict already, and said nothing.
    pub(super) fn say_early(&self, question: &str) {
        let attempt = self.progress().map(|progress| &progress.attempt);
        let course = attempt.and_then(|attempt| attempt.course(attempt.place(question)?));
        let verdict = Verdict::of(course.and_then(|course| course.mark())).word(self.text);
        let is_lasting = self.store.as_ref().is_some_and(|store| store.is_lasting());
        boot::say(&(self.text.answered_early)(verdict, is_lasting));
    }
}

/// The question that the page shows, the author's first, if it waits for an answer, in a practice. An attempt that was begun
/// elsewhere may have it in another place.
fn waiting(progress: &Progress) -> Option<&Question> {
    let Progress { attempt, .. } = progress;
    let place = attempt.place(&attempt.pack().set().questions().first()?.id)?;
    attempt.question(place).filter(|_| attempt.mode() == Mode::Practice && attempt.is_open(place))
}
