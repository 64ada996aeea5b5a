//! Owns looking at the clock while the time of a test runs, and handing it in when that is over.
//!
//! Never counts: the attempt does.

use gloo::timers::callback::Interval;
use verbatim_core::{Attempt, Event};
use yew::Context;

use super::{App, Msg};
use crate::page;

/// How often the clock is looked at, in milliseconds.
const TICK: u32 = 1_000;

impl App {
    /// Looks at the clock each second exactly while there is one that runs.
    pub(super) fn watch_clock(&mut self, ctx: &Context<Self>) {
        let runs = self.begun().is_some_and(|attempt| !attempt.is_paused() && attempt.left(page::now()).is_some());
        if runs && self.ticking.is_none() {
            let link = ctx.link().clone();
            self.ticking = Some(Interval::new(TICK, move || link.send_message(Msg::Ticked)));
            // A test whose time ended while the page was closed ends now.
            ctx.link().send_message(Msg::Ticked);
        } else if !runs {
            self.ticking = None;
        }
    }

    /// The open set's attempt, once its beginning is saved and its time runs.
    fn begun(&self) -> Option<&Attempt> {
        self.progress().filter(|progress| progress.begun).map(|progress| &progress.attempt)
    }

    #[inline(never)]
    pub(super) fn tick(&mut self, ctx: &Context<Self>) {
        let over = self.begun().filter(|attempt| attempt.left(page::now()) == Some(0) && !attempt.is_paused());
        let Some(end) = over.and_then(|attempt| attempt.deadline()) else { return };
        if self.saving.is_some() {
            return;
        }
        // What stands in the controls was there in time.
        self.keep_draft(ctx, end);
        if let Some(open) = &mut self.open {
            open.time_is_up = true;
        }
        let _ = self.happen(ctx, Event::Submitted, Some(end));
    }
}
