//! Owns taking over what a student has done on the page of a set before the player ran.
//!
//! Never marks: what was chosen then is an answer like any other, which the page has saved where the browser let it.

use std::rc::Rc;

use verbatim_core::{Answer, Attempt, Event, Mode, Pack, Question};
use web_sys::HtmlFormElement;
use yew::Context;

use super::open::Progress;
use super::{App, around};
use crate::boot::{self, Try};
use crate::field;
use crate::page;
use crate::route::{Route, SetPage};
use crate::store::history::History;
use crate::view::question::Draft;

/// An answer that the page has saved itself.
#[derive(Debug)]
pub(super) struct Noted {
    event: Event,
    /// The attempt before the answer.
    before: Attempt,
    /// The attempt after it, if it was one: another window may have been first.
    after: Option<Attempt>,
}

impl Noted {
    /// The answer that the page has saved of what was chosen on it, as far as the newest attempt has it.
    pub fn find(pack: &Rc<Pack>, history: &History, tries: &[Try]) -> Option<Self> {
        let (kept, moment) = (history.attempt.as_ref()?, tries.first()?.at);
        let answered = |(at, event): &(u64, Event)| *at == moment && matches!(event, Event::Answered { .. });
        let (earlier, behind) = kept.events.split_at(kept.events.iter().position(answered)?);
        let (before, _) = Attempt::replay(Rc::clone(pack), kept.start, earlier);
        let event = behind.first()?.1.clone();
        let after = before.apply(moment, &event).ok();
        Some(Self { event, before, after })
    }

    /// The attempt before the answer, if it was one.
    pub fn before(&self) -> Option<&Attempt> {
        self.after.as_ref().map(|_| &self.before)
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
    pub(super) fn take_early(
        &mut self,
        ctx: &Context<Self>,
        form: &HtmlFormElement,
        mut tries: Vec<Try>,
        noted: Option<Noted>,
    ) {
        boot::forget_tries();
        let Some((open, progress)) = self.open.as_ref().zip(self.progress()) else { return };
        // What is older than the last of what is saved is saved itself, or was chosen in an attempt that is over.
        tries.retain(|entry| noted.is_none() && entry.at > progress.last);
        let Some(question) = first(progress, noted.is_some() || !tries.is_empty()) else { return };
        let (id, revision, address) = (question.id.clone(), question.revision, open.address.clone());
        let draft = boot::is_touched(form).then(|| field::read(&question.kind, form));
        page::rename(&address.question(&id));
        self.route = Route::Set(address, SetPage::Question(id.clone()));
        if let Some(answer) = draft {
            self.draft(id.clone(), Draft { answer, certainty: None });
        }
        if let Some(Noted { event, before, after }) = noted {
            if let Some(after) = after {
                around::tell_change(&before, &after, &event);
            }
            self.show_change(&event, before);
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
fn first(progress: &Progress, chosen: bool) -> Option<&Question> {
    let Progress { attempt, begun, .. } = progress;
    let place = attempt.place(&attempt.pack().set().questions().first()?.id)?;
    let goes_on = chosen || !begun && attempt.is_open(place);
    attempt.question(place).filter(|_| attempt.mode() == Mode::Practice && goes_on)
}
