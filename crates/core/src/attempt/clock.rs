//! Owns the time of an attempt: how much has been used, and how much is left.
//!
//! Never looks at a clock: every moment enters with an event, in milliseconds since 1970.

/// Of the time from one event to the next this is the most that counts as work, in milliseconds.
const LONGEST_THOUGHT: u64 = 5 * 60 * 1000;

/// The time of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    started: u64,
    /// The last event.
    last: u64,
    /// What was worked: of longer thoughts their beginning, of pauses nothing.
    worked: u64,
    /// How long the clock has stood still.
    stopped: u64,
    /// Since when it stands still.
    stopped_at: Option<u64>,
}

impl Clock {
    pub fn new(started: u64) -> Self {
        Self { started, last: started, worked: 0, stopped: 0, stopped_at: None }
    }

    /// Something happened. A device's clock that was set back in between counts as one that stood still.
    pub fn tick(&mut self, at: u64) {
        let gap = at.saturating_sub(self.last);
        if self.stopped_at.is_none() {
            self.worked += gap.min(LONGEST_THOUGHT);
        }
        self.last = at.max(self.last);
    }

    /// A test is handed in: all of its time was work, but that in which the clock stood still.
    pub fn hand_in(&mut self, at: u64) {
        self.go(at);
        self.worked = self.elapsed(at);
        self.last = at.max(self.last);
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped_at.is_some()
    }

    pub fn stop(&mut self, at: u64) {
        self.tick(at);
        self.stopped_at.get_or_insert(self.last);
    }

    pub fn go(&mut self, at: u64) {
        self.tick(at);
        self.stopped += self.stopped_at.take().map_or(0, |since| self.last - since);
    }

    /// The time from the start on, without that in which the clock stood still. It never runs backwards.
    pub fn elapsed(&self, now: u64) -> u64 {
        let now = self.stopped_at.unwrap_or(now.max(self.last));
        now.saturating_sub(self.started).saturating_sub(self.stopped)
    }

    /// When so much time has elapsed, if the clock does not stop again.
    pub fn end(&self, limit: u64) -> u64 {
        self.started.saturating_add(limit).saturating_add(self.stopped)
    }

    /// The time from the start to the last event: of longer thoughts their first five minutes, of pauses nothing.
    pub fn worked(&self) -> u64 {
        self.worked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds of ticks, and what has been worked and has elapsed at the last of them.
    fn check(ticks: &[u64], worked: u64, elapsed: u64) {
        let mut clock = Clock::new(1_000_000);
        ticks.iter().for_each(|tick| clock.tick(1_000_000 + tick * 1000));
        let last = 1_000_000 + ticks.last().map_or(0, |tick| tick * 1000);
        assert_eq!((clock.worked(), clock.elapsed(last)), (worked * 1000, elapsed * 1000), "{ticks:?}");
    }

    #[test]
    fn time_runs_from_event_to_event() {
        check(&[], 0, 0);
        check(&[10, 30], 30, 30);
    }

    #[test]
    fn of_a_long_thought_five_minutes_are_work() {
        check(&[10, 4000, 4010], 10 + 300 + 10, 4010);
    }

    #[test]
    fn a_clock_that_is_set_back_takes_nothing() {
        check(&[100, 50, 110], 110, 110);
    }

    #[test]
    fn a_stopped_clock_stands_still() {
        let mut clock = Clock::new(0);
        clock.stop(10);
        assert_eq!(clock.elapsed(50), 10);
        clock.go(60);
        assert_eq!((clock.elapsed(70), clock.is_stopped()), (20, false));
    }

    #[test]
    fn a_pause_is_not_work() {
        let mut clock = Clock::new(0);
        clock.stop(10);
        clock.tick(20);
        clock.go(60);
        clock.tick(65);
        assert_eq!((clock.worked(), clock.elapsed(65)), (15, 15));
    }

    #[test]
    fn time_that_is_set_back_gives_nothing_back() {
        let mut clock = Clock::new(0);
        clock.tick(100);
        assert_eq!(clock.elapsed(40), 100);
        clock.stop(50);
        assert_eq!(clock.elapsed(0), 100);
        clock.go(110);
        assert_eq!(clock.elapsed(120), 110);
    }

    #[test]
    fn all_of_a_test_is_work_but_its_pauses() {
        let mut clock = Clock::new(0);
        clock.tick(1_000);
        clock.stop(10_000);
        clock.go(60_000);
        clock.hand_in(3_660_000);
        assert_eq!((clock.worked(), clock.elapsed(3_660_000)), (3_610_000, 3_610_000));
    }
}
