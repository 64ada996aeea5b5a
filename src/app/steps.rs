//! Owns the steps between attempts and out of them: begin, hand in, pause, mend mistakes, save results.
//!
//! Never saves itself.

use verbatim_core::{Attempt, Event};
use yew::Context;

use super::App;
use crate::page::HEADING;
use crate::text::Messages;
use crate::view::results::Want;
use crate::{export, page};

impl App {
    #[inline(never)]
    pub(super) fn submit(&mut self, ctx: &Context<Self>) {
        // Handed in already, as by another tab, is handed in.
        let _ = self.happen(ctx, Event::Submitted, None);
    }

    #[inline(never)]
    pub(super) fn pause(&mut self, ctx: &Context<Self>, paused: bool) {
        if paused {
            self.keep_draft(ctx, page::now());
        }
        let _ = self.happen(ctx, if paused { Event::Paused } else { Event::Resumed }, None);
    }

    #[inline(never)]
    pub(super) fn want(&mut self, ctx: &Context<Self>, want: Want) {
        match want {
            Want::Begin(mode) => self.begin(ctx, mode),
            Want::Retry => self.retry_mistakes(ctx),
            Want::Csv => self.save_results("csv", "text/csv", export::csv),
            Want::Json => self.save_results("json", "application/json", export::json),
        }
    }

    fn retry_mistakes(&mut self, ctx: &Context<Self>) {
        let Some(questions) = self.progress().map(|progress| progress.attempt.mistakes()) else { return };
        if let Some(open) = &mut self.open {
            open.drafts.retain(|(id, _)| !questions.contains(id));
        }
        let _ = self.happen(ctx, Event::Retried { questions }, None);
    }

    fn save_results(&mut self, ending: &str, kind: &str, write: fn(&Attempt, &Messages) -> String) {
        let Some((open, progress)) = self.open.as_ref().zip(self.progress()) else { return };
        let name = format!("{}-{}.{ending}", open.address.bank, open.address.set);
        let saved = page::save_file(&name, kind, &write(&progress.attempt, self.text));
        self.said = if saved.is_ok() { self.text.file_saved } else { self.text.file_not_saved }.to_owned();
    }

    /// Goes to the first question that is open.
    pub(super) fn go_on(&mut self) {
        // Where the address stays the same nothing else would move it.
        self.focus = Some(HEADING.into());
        let Some((open, progress)) = self.open.as_ref().zip(self.progress()) else { return };
        let question = progress.attempt.first_open().and_then(|place| progress.attempt.question(place));
        page::go(&question.map_or_else(|| open.address.results(), |question| open.address.question(&question.id)));
    }

    pub(super) fn show_results(&mut self) {
        self.focus = Some(HEADING.into());
        if let Some(open) = &self.open {
            page::go(&open.address.results());
        }
    }
}
