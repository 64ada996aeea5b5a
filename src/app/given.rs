//! Owns what a student does with one question, and what the screen makes of it.
//!
//! Never marks: the attempt does.

use verbatim_core::{Answer, Attempt, Event, Mode, Rejected};
use yew::Context;

use super::{App, Msg};
use crate::field;
use crate::page::{self, HEADING, VERDICT};
use crate::route::{Route, SetPage};
use crate::view::form::HINTS;
use crate::view::question::{Did, Draft, NEXT};

impl App {
    #[inline(never)]
    pub(super) fn did(&mut self, ctx: &Context<Self>, did: Did) {
        let Some(question) = self.asked() else { return };
        match did {
            Did::Drafted(draft) => self.draft(question, draft),
            Did::Moved(answer, words) => {
                let draft = self.moved(question, answer, words);
                self.change(ctx, draft);
            }
            Did::Changed(draft) => {
                self.draft(question, draft.clone());
                self.change(ctx, draft);
            }
            Did::Submitted(draft) => self.answer(ctx, draft),
            Did::Hinted => self.note(ctx, Event::Hinted { revision: self.revision(&question), question }),
            Did::Revealed => self.note(ctx, Event::Revealed { revision: self.revision(&question), question }),
            Did::Flagged(flagged) => self.note(ctx, Event::Flagged { question, flagged }),
        }
    }

    /// Whether the page shows what will have happened: native controls show themselves what is given with them.
    pub(super) fn is_shown_already(&self, msg: &Msg) -> bool {
        let practising = self.progress().is_some_and(|progress| progress.attempt.mode() == Mode::Practice);
        practising && self.error.is_none() && matches!(msg, Msg::Did(Did::Drafted(_) | Did::Changed(_)))
    }

    /// What cannot have happened any more, as when another tab was first, needs no word.
    fn note(&mut self, ctx: &Context<Self>, event: Event) {
        let _ = self.happen(ctx, event, None);
    }

    fn revision(&self, id: &str) -> u64 {
        let attempt = self.progress().map(|progress| &progress.attempt);
        let question = attempt.and_then(|attempt| attempt.question(attempt.place(id)?));
        question.map_or(0, |question| question.revision)
    }

    /// Something was moved; gives what the controls say then.
    pub(super) fn moved(&mut self, question: String, answer: Answer, words: String) -> Draft {
        // What is moved takes its buttons with it, and the focus that is on one of them.
        self.focus = page::focused().map(Into::into);
        self.said = words;
        let draft = Draft { answer: Some(answer), ..self.drafted(&question) };
        self.draft(question, draft.clone());
        draft
    }

    pub(super) fn draft(&mut self, question: String, draft: Draft) {
        self.error = None;
        if let Some(open) = &mut self.open {
            open.set_draft(question, draft);
        }
    }

    /// What the controls of a question say; in a test at first what has been answered.
    pub(super) fn drafted(&self, id: &str) -> Draft {
        let Some((open, progress)) = self.open.as_ref().zip(self.progress()) else { return Draft::default() };
        let drafted = open.draft(id).cloned();
        let given = || {
            let course = progress.attempt.course(progress.attempt.place(id)?)?;
            let given = course.given().filter(|_| progress.attempt.mode() == Mode::Test)?;
            Some(Draft { answer: Some(field::recomposed(&given.answer)), certainty: given.certainty })
        };
        drafted.or_else(given).unwrap_or_default()
    }

    /// The student wants the verdict, or in a test to go on.
    fn answer(&mut self, ctx: &Context<Self>, draft: Draft) {
        let Some((question, progress)) = self.asked().zip(self.progress()) else { return };
        let attempt = &progress.attempt;
        if attempt.mode() == Mode::Test {
            // What nobody has touched is no answer, as the order in which items happen to be shown.
            if self.open.as_ref().is_some_and(|open| open.draft(&question).is_some()) {
                self.change(ctx, draft);
            }
            if self.error.is_none() {
                // There is always a step on from a question of a test.
                let _ = page::click(NEXT);
            }
            return;
        }
        let wants_certainty = attempt.pack().set().settings().certainty && draft.certainty.is_none();
        let Some(asked) = attempt.place(&question).and_then(|place| attempt.question(place)) else { return };
        let (missing, text) = (field::missing(&asked.kind, self.text), self.text);
        let event = draft.answer.map(|answer| Event::Answered {
            revision: asked.revision,
            question: question.clone(),
            answer: field::normalised(answer),
            certainty: draft.certainty,
        });
        let fits = event
            .as_ref()
            .is_some_and(|event| attempt.apply(progress.moment(page::now()), event) != Err(Rejected::Unfitting));
        let outcome = match event {
            Some(_) if fits && wants_certainty => return self.refuse(text.sure_first),
            Some(event) => self.happen(ctx, event, None),
            None => Err(Rejected::Unfitting),
        };
        match outcome {
            Err(Rejected::Unfitting) => self.refuse(missing),
            Err(Rejected::TriedAlready) => self.refuse(text.tried_already),
            // Anything else is settled already, as by another tab.
            Ok(()) | Err(_) => {}
        }
    }

    fn refuse(&mut self, words: &'static str) {
        let count = self.error.map_or(0, |(count, _)| count);
        self.error = Some((count + 1, words));
    }

    /// In a test, what a control says is the answer as soon as it is left.
    fn change(&mut self, ctx: &Context<Self>, draft: Draft) {
        self.save_draft(ctx, draft, None);
    }

    fn save_draft(&mut self, ctx: &Context<Self>, draft: Draft, at: Option<u64>) {
        let Some((question, progress)) = self.asked().zip(self.progress()) else { return };
        let attempt = &progress.attempt;
        if attempt.mode() != Mode::Test {
            return;
        }
        let Some(place) = attempt.place(&question) else { return };
        let Some((asked, course)) = attempt.question(place).zip(attempt.course(place)) else { return };
        let answer = draft.answer.map(field::normalised);
        let given = course.given().map(|given| (&given.answer, given.certainty));
        let has_answer = given.is_some();
        let same = given == answer.as_ref().map(|answer| (answer, draft.certainty));
        let fits = answer.as_ref().is_some_and(|answer| asked.kind.rules().mark(answer).is_some());
        let event = match answer {
            _ if same => return,
            Some(answer) if fits => {
                Event::Answered { question, revision: asked.revision, answer, certainty: draft.certainty }
            }
            // What cannot be an answer is told, and nothing else stands for it.
            answer => {
                if answer.is_some_and(|answer| !is_empty(&answer)) {
                    let missing = field::missing(&asked.kind, self.text);
                    self.refuse(missing);
                }
                if !has_answer {
                    return;
                }
                Event::Cleared { question }
            }
        };
        // Whatever is rejected here is rejected by a clock that has run out, or a test that is handed in.
        let _ = self.happen(ctx, event, at);
    }

    /// Keeps what stands in the controls of a test and is no answer yet, as when the page or the time ends.
    #[inline(never)]
    pub(super) fn keep_draft(&mut self, ctx: &Context<Self>, at: u64) {
        let drafted = self.asked().and_then(|id| self.open.as_ref()?.draft(&id).cloned());
        if let Some(draft) = drafted {
            self.save_draft(ctx, draft, Some(at));
        }
    }

    /// What the screen makes of an event, with the attempt before it.
    pub(super) fn show_change(&mut self, event: &Event, before: Attempt) {
        let text = self.text;
        match event {
            Event::Answered { question, .. } | Event::Revealed { question, .. } => self.show_verdict(question, before),
            Event::Cleared { .. } => self.said = text.answer_cleared.to_owned(),
            Event::Hinted { .. } => self.focus = Some(HINTS.into()),
            Event::Submitted => self.show_results(),
            Event::Retried { .. } => self.go_on(),
            Event::Paused | Event::Resumed => self.focus = Some(HEADING.into()),
            Event::Flagged { .. } => {}
        }
    }

    fn show_verdict(&mut self, question: &str, before: Attempt) {
        // Who has gone on meanwhile is not called back.
        let is_shown = self.asked().as_deref() == Some(question);
        let testing = self.progress().is_some_and(|progress| progress.attempt.mode() == Mode::Test);
        if testing {
            self.said = self.text.answer_saved.to_owned();
        } else if is_shown {
            self.error = None;
            self.verdict_first = Some(before);
            // Whoever has chosen on the page is reading there.
            if !self.booting {
                self.to_top = true;
            }
        }
    }

    /// The verdict is on the screen: what explains it follows, and the focus goes there.
    pub(super) fn explain(&mut self) {
        if self.verdict_first.take().is_some() {
            self.focus = Some(VERDICT.into());
        }
    }

    /// The id of the question that is shown.
    pub(super) fn asked(&self) -> Option<String> {
        match &self.route {
            Route::Set(_, SetPage::Question(id)) => Some(id.clone()),
            Route::Set(_, SetPage::Start | SetPage::Overview | SetPage::Results)
            | Route::Catalogue
            | Route::Glossary(..)
            | Route::Progress
            | Route::Unknown => None,
        }
    }
}

/// Whether an answer says nothing.
fn is_empty(answer: &Answer) -> bool {
    match answer {
        Answer::Options(list) => list.is_empty(),
        Answer::Parts(parts) => parts.iter().all(Option::is_none),
        Answer::Text(written) => written.text().trim().is_empty(),
        Answer::Option(_) | Answer::Order(_) => false,
    }
}
