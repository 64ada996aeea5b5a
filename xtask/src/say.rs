//! Owns what is said on the way: lines, numbered steps and the time they took.
//! Never decides anything, and never fails when nobody listens any more.

use std::fmt::Display;
use std::io::Write;
use std::time::{Duration, Instant};

/// Prints one line. A closed pipe is no reason to stop, as it would be with `println!`.
pub fn say(line: impl Display) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Counts the steps of a set-up, so that a person sees how far it is.
pub struct Steps {
    total: usize,
    at: usize,
    begun: Instant,
}

impl Steps {
    /// A count of `total` steps, none of them begun.
    pub fn of(total: usize) -> Self {
        Self { total, at: 0, begun: Instant::now() }
    }

    /// Goes on to the next step.
    pub fn next(&mut self) {
        self.at += 1;
    }

    /// Says a line of the step that runs now.
    pub fn say(&self, line: impl Display) {
        say(format!("[{}/{}] {line}", self.at, self.total));
    }

    /// How long all steps together have taken so far.
    pub fn taken(&self) -> String {
        spoken(self.begun.elapsed())
    }
}

/// A duration as a person says it: `0.4 s`, `12 s`, `3 min 40 s`.
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..=9 => format!("{:.1} s", duration.as_secs_f64()),
        10..=59 => format!("{seconds} s"),
        60.. => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(milliseconds: u64, expected: &str) {
        assert_eq!(spoken(Duration::from_millis(milliseconds)), expected);
    }

    #[test]
    fn short_times_keep_a_tenth_and_long_ones_name_minutes() {
        check(40, "0.0 s");
        check(1_460, "1.5 s");
        check(12_900, "12 s");
        check(60_000, "1 min 0 s");
        check(220_000, "3 min 40 s");
    }
}
