//! Owns the steps between attempts and out of them: begin, hand in, pause, mend mistakes, save results.
//!
//! Never saves itself.

use verbatim_core::{Event, Mode};
use yew::Context;

use super::App;
use crate::page::HEADING;
use crate::view::results::Want;
use crate::{export, page};

impl App {
    /// The student wants to begin: the attempt that is not begun yet, or a new one.
    pub(super) fn begin(&mut self, ctx: &Context<Self>, mode: Mode) {
        self.begin_new(ctx, mode);
    }

    pub(super) fn submit(&mut self, ctx: &Context<Self>) {
        // Handed in already, as by another tab, is handed in.
        let _ = self.happen(ctx, Event::Submitted, None);
    }

    pub(super) fn pause(&mut self, ctx: &Context<Self>, paused: bool) {
        if paused {
            self.keep_draft(ctx, page::now());
        }
        let _ = self.happen(ctx, if paused { Event::Paused } else { Event::Resumed }, None);
    }

    pub(super) fn want(&mut self, ctx: &Context<Self>, want: Want) {
        match want {
            Want::Begin(mode) => self.begin(ctx, mode),
            Want::Retry => self.retry_mistakes(ctx),
            Want::Csv | Want::Json => self.save_results(want),
        }
    }

    fn retry_mistakes(&mut self, ctx: &Context<Self>) {
        let Some(questions) = self.progress().map(|progress| progress.attempt.mistakes()) else { return };
        if let Some(open) = &mut self.open {
            open.drafts.retain(|(id, _)| !questions.contains(id));
        }
        let _ = self.happen(ctx, Event::Retried { questions }, None);
    }

    fn save_results(&mut self, want: Want) {
        let Some((open, progress)) = self.open.as_ref().zip(self.progress()) else { return };
        let name = format!("{}-{}", open.address.bank, open.address.set);
        let saved = match want {
            Want::Json => page::save_file(
                &format!("{name}.json"),
                "application/json",
                &export::json(&progress.attempt, self.text),
            ),
            Want::Csv | Want::Begin(_) | Want::Retry => {
                page::save_file(&format!("{name}.csv"), "text/csv", &export::csv(&progress.attempt, self.text))
            }
        };
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
