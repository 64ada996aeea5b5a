//! Owns one student's way through one set: a pure fold over events.
//!
//! Never saves or looks at a clock: moments and the seed enter as data.
//!
//! A *place* is where a question stands in the order in which this attempt asks, from 0; it may be drawn by lot.

mod clock;
mod course;
pub(crate) mod draw;
mod event;
mod take;

use std::rc::Rc;

use crate::bank::{Mode, Pack};
use crate::question::Question;
use crate::report::Report;
use clock::Clock;

pub use course::{Course, Given};
pub use event::{Event, Rejected, Start};

/// One student's way through one set.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    pack: Rc<Pack>,
    start: Start,
    /// For each place the position in the set.
    order: Rc<[usize]>,
    /// By place.
    courses: Vec<Rc<Course>>,
    /// The places that were opened again last, while mistakes are being mended.
    round: Option<Rc<[usize]>>,
    is_submitted: bool,
    clock: Clock,
}

impl Attempt {
    /// An attempt in which nothing has happened yet.
    #[must_use]
    pub fn new(pack: Rc<Pack>, start: Start) -> Self {
        let set = pack.set();
        let seed = start.seed.filter(|_| set.settings().shuffle_questions);
        let lot = |question: &Question| seed.map_or(0, |seed| draw::lot(question, seed));
        let mut order: Vec<(u32, usize)> = Vec::new();
        // Sets are short, and the library's sort would weigh more than a kilobyte in the player.
        for (lot, position) in set.questions().iter().map(lot).zip(0..) {
            let place = order.partition_point(|(other, _)| *other <= lot);
            order.insert(place, (lot, position));
        }
        let order: Vec<usize> = order.into_iter().map(|(_, position)| position).collect();
        let courses = vec![Rc::default(); order.len()];
        let clock = Clock::new(start.at);
        Self { pack, start, order: order.into(), courses, round: None, is_submitted: false, clock }
    }

    /// The attempt after one more event, which happened `at` so many milliseconds since 1970.
    ///
    /// # Errors
    ///
    /// Why the event cannot have happened; the attempt is as it was.
    pub fn apply(&self, at: u64, event: &Event) -> Result<Self, Rejected> {
        let mut next = self.clone();
        next.take(at, event)?;
        Ok(next)
    }

    /// The attempt after all of these events that could have happened, and why others could not.
    #[must_use]
    pub fn replay<'a>(
        pack: Rc<Pack>,
        start: Start,
        events: impl IntoIterator<Item = &'a (u64, Event)>,
    ) -> (Self, Vec<Rejected>) {
        let mut attempt = Self::new(pack, start);
        let rejected = events.into_iter().filter_map(|(at, event)| attempt.take(*at, event).err()).collect();
        (attempt, rejected)
    }

    /// The set with all that it needs.
    #[must_use]
    pub fn pack(&self) -> &Rc<Pack> {
        &self.pack
    }

    /// How it began.
    #[must_use]
    pub fn start(&self) -> Start {
        self.start
    }

    /// How verdicts are given now: mistakes of a test are mended in practice.
    #[must_use]
    pub fn mode(&self) -> Mode {
        if self.round.is_some() { Mode::Practice } else { self.start.mode }
    }

    /// The question at a place.
    #[must_use]
    pub fn question(&self, place: usize) -> Option<&Question> {
        self.pack.set().questions().get(*self.order.get(place)?)
    }

    /// The place of the question with this id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        let position = self.pack.set().position(id)?;
        self.order.iter().position(|at| *at == position)
    }

    /// The positions of what the question at a place lists, in the order in which they are shown; empty for kinds that
    /// list nothing.
    #[must_use]
    pub fn shown(&self, place: usize) -> Vec<usize> {
        let settings = self.pack.set().settings();
        let shown = |question: &Question| draw::shown(settings, question, self.start.seed);
        self.question(place).map(shown).unwrap_or_default()
    }

    /// What was done with the question at a place.
    #[must_use]
    pub fn course(&self, place: usize) -> Option<&Course> {
        self.courses.get(place).map(Rc::as_ref)
    }

    /// The places of the questions that are asked now, in order: all, or those whose mistakes are being mended.
    #[must_use]
    pub fn asked(&self) -> Vec<usize> {
        self.round.as_ref().map_or_else(|| (0..self.order.len()).collect(), |round| round.to_vec())
    }

    /// Whether anything was done with a question, beside a flag: one that takes several tries may have been tried and be
    /// open still.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let touched = |course: &Rc<Course>| {
            course.given().is_some() || course.hints() > 0 || course.is_revealed() || course.retries() > 0
        };
        self.courses.iter().any(touched)
    }

    /// Whether mistakes are being mended.
    #[must_use]
    pub fn is_retry(&self) -> bool {
        self.round.is_some()
    }

    /// How many of the questions that are asked now are done: settled in practice, answered in a test.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.asked().into_iter().filter(|place| self.is_done(*place)).count()
    }

    /// The first place that is asked now and still open.
    #[must_use]
    pub fn first_open(&self) -> Option<usize> {
        self.asked().into_iter().find(|place| self.is_open(*place))
    }

    /// Whether the question at a place waits for an answer: in practice until it is settled, in a test until there is
    /// one or the test is handed in.
    #[must_use]
    pub fn is_open(&self, place: usize) -> bool {
        place < self.order.len() && !self.is_settled(place) && !self.is_done(place)
    }

    fn is_done(&self, place: usize) -> bool {
        match self.mode() {
            Mode::Practice => self.is_settled(place),
            Mode::Test => self.course(place).is_some_and(|course| course.given().is_some()),
        }
    }

    /// Whether the verdict on the question at a place may be seen.
    #[must_use]
    pub fn is_settled(&self, place: usize) -> bool {
        let Some((course, question)) = self.course(place).zip(self.question(place)) else { return false };
        if self.start.mode == Mode::Test && course.retries == 0 {
            return self.is_submitted;
        }
        let right = course.given().is_some_and(|given| given.mark.is_full());
        let one_left = question.kind.rules().ways().is_some_and(|ways| course.tries.len() + 1 >= ways);
        let until_right = self.pack.set().settings().until_right;
        course.is_revealed || !course.tries.is_empty() && (!until_right || right || one_left)
    }

    /// Whether a test has been handed in.
    #[must_use]
    pub fn is_submitted(&self) -> bool {
        self.is_submitted
    }

    /// Whether nothing is asked any more: everything is settled.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        (0..self.order.len()).all(|place| self.is_settled(place))
    }

    /// Whether the clock of a test stands still.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.clock.is_stopped()
    }

    /// How many milliseconds are left of a test that is not handed in yet, if it has a limit.
    #[must_use]
    pub fn left(&self, now: u64) -> Option<u64> {
        Some(self.limit()?.saturating_sub(self.clock.elapsed(now)))
    }

    /// The last moment at which a test that is not handed in yet takes an answer, if it has a limit.
    #[must_use]
    pub fn deadline(&self) -> Option<u64> {
        Some(self.clock.end(self.limit()?))
    }

    /// The limit of a test that is not handed in yet, if it has one.
    fn limit(&self) -> Option<u64> {
        let runs = self.start.mode == Mode::Test && !self.is_submitted;
        self.pack.set().settings().time_limit.filter(|_| runs)
    }

    /// The ids of the questions that are settled and did not earn everything, in the order in which they are asked.
    #[must_use]
    pub fn mistakes(&self) -> Vec<String> {
        let wrong = |place: &usize| {
            self.is_settled(*place) && !self.course(*place).and_then(Course::mark).is_some_and(|mark| mark.is_full())
        };
        (0..self.order.len()).filter(wrong).filter_map(|place| Some(self.question(place)?.id.clone())).collect()
    }

    /// What it has come to so far.
    #[must_use]
    pub fn report(&self) -> Report {
        let asked = (0..self.order.len()).filter_map(|place| Some((self.question(place)?, self.course(place)?)));
        Report::new(&self.pack, asked, self.clock.worked())
    }
}

#[cfg(test)]
#[cfg(feature = "author")]
mod tests;
