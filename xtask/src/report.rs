//! Owns what the run of all tests came to: the table, the last line, and whether it is good.
//! Never runs or reads tests.

use crate::libtest::{Count, Tally};
use crate::plan::Run;
use crate::table::columns;

/// One run's end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunEnd {
    run: Run,
    tally: Tally,
    /// Why it counts as failed beyond its single tests: one sentence for each failure.
    troubles: Vec<String>,
    /// Tests that failed at first, and passed when they were played once more.
    unsteady: Vec<String>,
}

impl RunEnd {
    /// A run that could not begin.
    pub fn not_run(run: Run, why: impl Into<String>) -> Self {
        Self { run, tally: Tally::default(), troubles: vec![why.into()], unsteady: Vec::new() }
    }

    /// A run that ended: what its tests came to, and whether `cargo test` ended well.
    pub fn ran(run: Run, tally: Tally, ended_well: bool) -> Self {
        let mut troubles: Vec<String> =
            (0..tally.broken).map(|_| "a test program ended before it had told its result".into()).collect();
        let failed = tally.property.failed + tally.other.failed;
        if !ended_well && failed == 0 && troubles.is_empty() {
            troubles.push("it could not be compiled or started; why stands above".into());
        }
        Self { run, tally, troubles, unsteady: Vec::new() }
    }

    /// Adds a failure that is none of a single test's.
    pub fn trouble(&mut self, why: impl Into<String>) {
        self.troubles.push(why.into());
    }

    /// The tests that failed, where nothing else went wrong.
    pub fn failed(&self) -> &[String] {
        if self.troubles.is_empty() { &self.tally.failed } else { &[] }
    }

    /// What it comes to when the tests that failed have been played once more, with this end: what passed then has passed,
    /// and is told.
    #[must_use]
    pub fn played_again(mut self, again: &Self) -> Self {
        if again.troubles.is_empty() {
            let (unsteady, failed) = self.tally.failed.drain(..).partition(|test| !again.tally.failed.contains(test));
            (self.unsteady, self.tally.failed) = (unsteady, failed);
            let passed = again.tally.other.passed;
            self.tally.other.failed = self.tally.other.failed.saturating_sub(passed);
            self.tally.other.passed += passed;
        }
        self
    }

    /// Whether any test came to an end.
    pub fn has_played(&self) -> bool {
        self.played() > 0
    }

    fn played(&self) -> u64 {
        let all = self.tally.property + self.tally.other;
        all.passed + all.failed
    }
}

/// What all runs came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    ends: Vec<RunEnd>,
}

impl Report {
    /// The report of these runs. A run without tests is a failure, because one that tests
    /// nothing looks like one that finds nothing; with a filter, only all without any are.
    pub fn new(mut ends: Vec<RunEnd>, filter: Option<&str>) -> Self {
        let none_ran = ends.iter().all(|end| end.played() == 0);
        for end in &mut ends {
            if end.played() > 0 || !end.troubles.is_empty() {
                continue;
            }
            match filter {
                Some(_) if none_ran && !end.tally.unable.is_empty() => {
                    end.trouble("this browser can play none of these tests");
                }
                None => end.trouble("no test ran"),
                Some(filter) if none_ran => {
                    end.trouble(format!("no test's name contains `{filter}`"));
                }
                Some(_) => {}
            }
        }
        Self { ends }
    }

    /// Whether nothing failed.
    pub fn is_good(&self) -> bool {
        self.total().failed == 0
    }

    /// The troubles, the table, what a browser cannot do, and the last line `N passed, N failed`.
    pub fn text(&self) -> String {
        let troubles = self.ends.iter().flat_map(|end| {
            let name = end.run.name();
            end.troubles.iter().map(move |why| format!("{name}: {why}\n"))
        });
        let troubles: String = troubles.collect();
        let Count { passed, failed, .. } = self.total();
        let told = self.told("passed only when played again in", |end| &end.unsteady);
        let told = told + &self.told("not played in", |end| &end.tally.unable);
        let told = if told.is_empty() { told } else { format!("\n{told}") };
        format!("{troubles}\n{}\n{told}\n{passed} passed, {failed} failed", self.table())
    }

    /// Tests of all runs of which something is told, a line each. Those that a browser cannot play count as ignored and never
    /// as passed.
    fn told(&self, words: &str, of: impl Fn(&RunEnd) -> &[String]) -> String {
        let lines = self.ends.iter().flat_map(|end| {
            let name = end.run.name();
            of(end).iter().map(move |test| format!("{words} {name}: {test}\n"))
        });
        lines.collect()
    }

    fn table(&self) -> String {
        let header = ["tests", "passed", "failed", "ignored"];
        let mut rows = vec![header.map(str::to_owned).to_vec()];
        let property = self.sum(|end| end.tally.property);
        for end in &self.ends {
            let mut count = end.tally.other;
            count.failed += troubles(end);
            rows.push(row(end.run.name(), count));
            // Property tests run in the first run, and have a line of their own below it.
            if end.run == Run::Unit {
                rows.push(row("property", property));
            }
        }
        columns(&rows)
    }

    fn total(&self) -> Count {
        self.sum(|end| {
            let mut count = end.tally.property + end.tally.other;
            count.failed += troubles(end);
            count
        })
    }

    fn sum(&self, of: impl Fn(&RunEnd) -> Count) -> Count {
        self.ends.iter().map(of).fold(Count::default(), |a, b| a + b)
    }
}

fn troubles(end: &RunEnd) -> u64 {
    u64::try_from(end.troubles.len()).unwrap_or(u64::MAX)
}

fn row(name: &str, count: Count) -> Vec<String> {
    let numbers = [count.passed, count.failed, count.ignored].map(|number| number.to_string());
    std::iter::once(name.to_owned()).chain(numbers).collect()
}

#[cfg(test)]
mod tests;
