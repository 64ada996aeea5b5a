//! Owns the order of things: what happens is saved first, then it changes the attempt, then the screen.
//!
//! Never decides what may happen: the attempt does.

use std::rc::Rc;

use verbatim_core::{Attempt, Event, Mode, Rejected, Start};
use yew::Context;

use super::effect::perform;
use super::open::Progress;
use super::{App, Msg, around};
use crate::load::Load;
use crate::page::{self, HEADING};
use crate::route::SetAddress;
use crate::store::saved::{Entry, Fact};
use crate::store::{Line, begun};
use crate::view::question::Did;

/// What changes an attempt, once it is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Something happened in it.
    Happened(u64, Event),
    /// A new one of this name began.
    Began(u64, Start),
    /// It was taken back.
    TookBack,
}

impl App {
    /// Something happened in the attempt: saved, and then taken.
    ///
    /// # Errors
    ///
    /// Why it cannot have happened; then nothing is saved.
    pub(super) fn happen(&mut self, ctx: &Context<Self>, event: Event, at: Option<u64>) -> Result<(), Rejected> {
        let Some(progress) = self.progress() else { return Err(Rejected::OutOfPlace) };
        let at = progress.moment(at.unwrap_or_else(page::now));
        // What the attempt would reject is not worth saving.
        progress.attempt.apply(at, &event)?;
        let attempt = Some(progress.id);
        let mut entries = Vec::new();
        if !progress.begun {
            // The first answer took its time, too: from the moment on at which the set was shown.
            let Start { at: shown, mode, .. } = progress.attempt.start();
            let fact = Fact::Started { mode, by_itself: true };
            entries.push(Entry { at: progress.moment(shown).min(at - 1), attempt, fact });
        }
        entries.push(Entry { at, attempt, fact: Fact::Happened(event.clone()) });
        self.save(ctx, &entries, Change::Happened(at, event));
        Ok(())
    }

    /// A new attempt begins.
    #[inline(never)]
    pub(super) fn begin(&mut self, ctx: &Context<Self>, mode: Mode) {
        let Some(progress) = self.progress() else { return };
        let (at, id) = (progress.moment(page::now()), page::random());
        let entry = Entry { at, attempt: Some(id), fact: Fact::Started { mode, by_itself: false } };
        let asked = self.open.as_ref().and_then(|open| open.asked.seed);
        self.save(ctx, &[entry], Change::Began(id, Start { at, mode, seed: asked.or(Some(id)) }));
    }

    /// The last beginning is taken back.
    #[inline(never)]
    pub(super) fn take_back(&mut self, ctx: &Context<Self>) {
        let Some(progress) = self.progress() else { return };
        let entry = Entry { at: progress.moment(page::now()), attempt: Some(progress.id), fact: Fact::TookBack };
        self.save(ctx, &[entry], Change::TookBack);
    }

    /// Saves entries of the open set; the change follows at once where the browser has a place that is written at once,
    /// and as soon as they are saved where it has not.
    fn save(&mut self, ctx: &Context<Self>, entries: &[Entry], change: Change) {
        let (Some(open), Some(store)) = (&self.open, &self.store) else { return };
        let (address, set) = (open.address.clone(), open.key());
        let lines: Vec<Line> = entries.iter().map(|entry| Line { set: set.clone(), line: entry.write() }).collect();
        let is_noted = store.note(&lines);
        let kept = store.keep(lines);
        if is_noted {
            perform(ctx, async move {
                kept.await;
                Some(Msg::Lasts(set))
            });
            self.changed(&address, change);
        } else {
            self.saving.get_or_insert_default();
            perform(ctx, async move {
                kept.await;
                Some(Msg::Saved(address, change))
            });
        }
    }

    /// Puts off what has to wait until what came before it is saved: what changes an attempt, and what leaves a question,
    /// since what was done there belongs to it. What the controls say is known at once all the same.
    pub(super) fn wait(&mut self, msg: Msg) -> Option<Msg> {
        if self.saving.is_none() {
            return Some(msg);
        }
        let waits = match (msg, self.asked()) {
            (Msg::Did(Did::Drafted(draft)), Some(question)) => {
                self.draft(question, draft);
                return None;
            }
            (Msg::Did(Did::Changed(draft)), Some(question)) => {
                self.draft(question, draft);
                Msg::Leaving
            }
            (Msg::Did(Did::Moved(answer, words)), Some(question)) => {
                let _ = self.moved(question, answer, words);
                Msg::Leaving
            }
            (msg, _) if msg.waits() => msg,
            (msg, _) => return Some(msg),
        };
        self.saving.get_or_insert_default().push_back(waits);
        None
    }

    /// Something of a set is saved where the other tabs find it. How far the set is is noted here and not before: no
    /// verdict waits for it.
    pub(super) fn lasts(&self, set: &str) {
        let open = self.open.as_ref().filter(|open| open.key() == set);
        if let Some(progress) = open.and_then(|open| open.progress.ready()) {
            progress.note(set);
        }
        if let Some(channel) = &self.channel {
            channel.tell(set);
        }
    }

    /// What had to wait for the storage is saved: it happens now, and then what was done meanwhile.
    pub(super) fn saved(&mut self, ctx: &Context<Self>, address: &SetAddress, change: Change) {
        if let Some(open) = self.open.as_ref().filter(|open| open.address == *address) {
            self.lasts(&open.key());
        }
        let waiting = self.saving.take().unwrap_or_default();
        self.changed(address, change);
        ctx.link().send_message_batch(waiting.into());
    }

    fn changed(&mut self, address: &SetAddress, change: Change) {
        self.take_change(address, change);
        #[cfg(feature = "lms")]
        self.tell_lms();
    }

    fn take_change(&mut self, address: &SetAddress, change: Change) {
        let Some(open) = self.open.as_mut().filter(|open| open.address == *address) else { return };
        let key = open.key();
        let Load::Ready(progress) = &mut open.progress else { return };
        if !progress.begun {
            begun::mark(&key, None);
        }
        match change {
            Change::Happened(at, event) => {
                let Ok(next) = progress.attempt.apply(at, &event) else { return };
                around::tell_change(&progress.attempt, &next, &event);
                let before = core::mem::replace(&mut progress.attempt, next);
                (progress.begun, progress.last) = (true, at);
                let had_before = open.before.take().is_some();
                if progress.attempt.mode() == Mode::Test {
                    open.was_before |= had_before;
                    open.forget_draft(&event);
                }
                open.begun_elsewhere = false;
                self.show_change(&event, before);
            }
            Change::Began(id, start) => {
                let attempt = Attempt::new(Rc::clone(progress.attempt.pack()), start);
                let unreadable = progress.unreadable;
                let next = Progress { attempt, id, begun: true, last: start.at, revised: Vec::new(), unreadable };
                let before = core::mem::replace(progress, next);
                // Where nothing had been done there is nothing to go back to.
                open.before = before.begun.then_some(before);
                open.drafts.clear();
                (open.was_before, open.begun_elsewhere, open.time_is_up) = (false, false, false);
                self.go_on();
            }
            Change::TookBack => {
                let Some(before) = open.before.take() else { return };
                let last = progress.last + 1;
                *progress = Progress { last: before.last.max(last), ..before };
                open.drafts.clear();
                // The button that had it is gone.
                self.focus = Some(HEADING.into());
            }
        }
    }

    /// The open set's attempt.
    pub(super) fn progress(&self) -> Option<&Progress> {
        self.open.as_ref()?.progress.ready()
    }
}
