//! Owns the open set: its attempt as far as it is saved, and what the controls of its questions say.
//!
//! Never saves.

use std::rc::Rc;

use verbatim_core::{Attempt, Event, Mode, Pack, Start};

use crate::boot::Early;
use crate::load::Load;
use crate::page;
use crate::parameters::Parameters;
use crate::route::SetAddress;
use crate::store::begun::{self, Standing};
use crate::store::history::History;
use crate::view::question::Draft;

/// The set that is open.
#[derive(Debug)]
pub(super) struct Open {
    pub address: SetAddress,
    /// What the page's address asks of it.
    pub asked: Rc<Parameters>,
    /// Of that, what the set does not have.
    pub missing: Vec<String>,
    pub progress: Load<Progress>,
    /// What the controls say that are not answered yet, by question.
    pub drafts: Vec<(String, Draft)>,
    /// The attempt before the last new start, as long as that can be taken back.
    pub before: Option<Progress>,
    /// It cannot any more, since an answer to a test was saved, and the question of that is still shown.
    pub was_before: bool,
    /// The newest attempt was begun in another tab.
    pub begun_elsewhere: bool,
    /// Everything was erased in another tab.
    pub erased_elsewhere: bool,
    /// The time of the test is over, and it was handed in with what there was.
    pub time_is_up: bool,
}

/// An attempt with what is known of its saved form.
#[derive(Clone, Debug)]
pub(super) struct Progress {
    pub attempt: Attempt,
    /// The attempt's name.
    pub id: u64,
    /// Whether its beginning is saved. An attempt that nobody has begun begins with its first event.
    pub begun: bool,
    /// The moment of the last entry: the next is later, whatever the clock says.
    pub last: u64,
    /// The questions that have been revised since an answer to them was saved.
    pub revised: Vec<String>,
    /// Saved entries were found that this version cannot read.
    pub unreadable: bool,
}

impl Open {
    pub fn new(address: SetAddress, asked: Rc<Parameters>, progress: Load<Progress>) -> Self {
        Self {
            address,
            asked,
            missing: Vec::new(),
            progress,
            drafts: Vec::new(),
            before: None,
            was_before: false,
            begun_elsewhere: false,
            erased_elsewhere: false,
            time_is_up: false,
        }
    }

    /// The name under which progress on it is saved.
    pub fn key(&self) -> String {
        key(&self.address, &self.asked)
    }

    /// What the controls of a question say, if anything was done with them.
    pub fn draft(&self, id: &str) -> Option<&Draft> {
        self.drafts.iter().find(|(question, _)| question == id).map(|(_, draft)| draft)
    }

    /// What is saved is no draft any more: whatever is saved after it, here or in another tab, counts.
    pub fn forget_draft(&mut self, event: &Event) {
        if let Event::Answered { question: saved, .. } = event {
            self.drafts.retain(|(question, _)| question != saved);
        }
    }

    /// Notes what the controls of a question say.
    pub fn set_draft(&mut self, id: String, draft: Draft) {
        match self.drafts.iter_mut().find(|(question, _)| *question == id) {
            Some((_, known)) => *known = draft,
            None => self.drafts.push((id, draft)),
        }
    }
}

/// The name under which progress on a set is saved, of which something may be asked.
pub(super) fn key(address: &SetAddress, asked: &Parameters) -> String {
    address.key() + &asked.suffix()
}

impl Progress {
    /// What a set's history comes to; an attempt that is not begun yet where there is none. `early` is
    /// what the page knows of it where it shows the first question already, with what that lists as it is written.
    /// `seed` is what the order is drawn from where the page's address asks for one: else the attempt's own name.
    pub fn new(pack: Rc<Pack>, history: History, early: Option<Early>, seed: Option<u64>) -> Self {
        let History { attempt, unreadable, last } = history;
        let Some(kept) = attempt else {
            let mode = pack.set().settings().mode.unwrap_or(Mode::Practice);
            let id = early.and_then(|early| early.attempt).unwrap_or_else(page::random);
            let at = early.map_or_else(page::now, |early| early.at);
            return Self { unreadable, last, ..Self::fresh(pack, mode, id, at, seed) };
        };
        let revised = revised(&pack, &kept.events);
        let start = Start { seed: seed.or(kept.start.seed), ..kept.start };
        let (attempt, _) = Attempt::replay(pack, start, &kept.events);
        Self { attempt, id: kept.id, begun: true, last, revised, unreadable }
    }

    /// An attempt that is not begun yet.
    fn fresh(pack: Rc<Pack>, mode: Mode, id: u64, at: u64, seed: Option<u64>) -> Self {
        let attempt = Attempt::new(pack, Start { at, mode, seed: seed.or(Some(id)) });
        Self { attempt, id, begun: false, last: 0, revised: Vec::new(), unreadable: false }
    }

    /// Notes how far it is, for pages that have not opened it: under the name by which progress on it is saved.
    pub fn note(&self, key: &str) {
        if self.begun {
            begun::mark(key, Some(Standing::of(&self.attempt)));
        } else {
            begun::unmark(key);
        }
    }

    /// Whether a question has the same answers as in another state of the attempt.
    pub fn is_as_in(&self, other: &Self, id: &str) -> bool {
        let given = |progress: &Self| {
            let course = progress.attempt.place(id).and_then(|place| progress.attempt.course(place));
            course.map(|course| course.tries().iter().map(|given| given.answer.clone()).collect::<Vec<_>>())
        };
        given(self) == given(other)
    }

    /// The moment of what happens at this time: later than all before it, whatever the clock says.
    pub fn moment(&self, at: u64) -> u64 {
        at.max(self.last + 1)
    }

    /// How many questions that were revised since an answer to them have no new answer yet.
    pub fn still_revised(&self) -> usize {
        let is_open = |id: &&String| self.attempt.place(id).is_some_and(|place| self.attempt.is_open(place));
        self.revised.iter().filter(is_open).count()
    }
}

/// The questions that were answered in an earlier form than they have now.
fn revised(pack: &Pack, events: &[(u64, Event)]) -> Vec<String> {
    let questions = pack.set().questions();
    let earlier = |(_, event): &(u64, Event)| {
        let Event::Answered { question: id, revision, .. } = event else { return None };
        questions.iter().any(|question| question.id == *id && question.revision != *revision).then(|| id.clone())
    };
    let mut list: Vec<String> = Vec::new();
    for id in events.iter().filter_map(earlier) {
        if !list.contains(&id) {
            list.push(id);
        }
    }
    list
}
