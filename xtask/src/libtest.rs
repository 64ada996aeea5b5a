//! Owns reading what test programs print, Rust's own and wasm-bindgen's, which print alike.
//! Never runs a test.

use std::ops::{Add, AddAssign};

/// What the suite says in front of a test that its browser cannot play, and of the reason.
const UNABLE: &str = "cannot be played here: ";

/// How many tests came to which end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were not run because they say so.
    pub ignored: u64,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            ignored: self.ignored + other.ignored,
        }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Count {
    /// Counts tests as ignored that were taken for passed.
    fn ignores(&mut self, tests: u64) {
        self.passed = self.passed.saturating_sub(tests);
        self.ignored += tests;
    }

    /// What is left of this count without the others, which are a part of it.
    fn without(self, part: Self) -> Self {
        Self {
            passed: self.passed.saturating_sub(part.passed),
            failed: self.failed.saturating_sub(part.failed),
            ignored: self.ignored.saturating_sub(part.ignored),
        }
    }
}

/// What one run of test programs came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests whose path has a module `properties` in it.
    pub property: Count,
    /// All other tests.
    pub other: Count,
    /// The paths of tests that failed.
    pub failed: Vec<String>,
    /// Test programs that ended before they had told their result.
    pub broken: u64,
    /// Tests that said of themselves that this browser cannot play them, each with the reason. libtest takes them for
    /// passed; here they count as ignored.
    pub unable: Vec<String>,
}

/// Reads the lines of a run, one at a time.
#[derive(Debug, Default)]
pub struct Reader {
    done: Tally,
    program: Option<Program>,
}

/// What the test program that runs now has told so far.
#[derive(Debug, Default)]
struct Program {
    all: Count,
    property: Count,
    unable: u64,
}

impl Reader {
    /// Reads one line. Lines that are no report of tests are passed over.
    pub fn read(&mut self, line: &str) {
        if is_start(line) {
            self.close_broken();
            self.program = Some(Program::default());
        } else if let Some(total) = total_in(line) {
            // The result counts for more than the single lines: a test that prints may tear one.
            let program = self.program.take().unwrap_or_default();
            self.done.property += program.property;
            self.done.other += total.without(program.property);
            self.done.other.ignores(program.unable);
        } else if let (Some(program), Some((_, test))) = (&mut self.program, line.split_once(UNABLE)) {
            // One that plays several times may say so each time.
            if !self.done.unable.iter().any(|other| other == test) {
                program.unable += 1;
                self.done.unable.push(test.to_owned());
            }
        } else if let (Some(program), Some((name, end))) = (&mut self.program, test_in(line)) {
            program.all += end;
            if end.failed > 0 {
                self.done.failed.push(name.to_owned());
            }
            if name.contains("properties::") {
                program.property += end;
            }
        }
    }

    /// What the run came to, now that it has ended.
    pub fn finish(mut self) -> Tally {
        self.close_broken();
        self.done
    }

    fn close_broken(&mut self) {
        if let Some(program) = self.program.take() {
            self.done.property += program.property;
            self.done.other += program.all.without(program.property);
            self.done.other.ignores(program.unable);
            self.done.broken += 1;
        }
    }
}

/// `running 12 tests`
fn is_start(line: &str) -> bool {
    let words: Vec<_> = line.split(' ').collect();
    match words.as_slice() {
        ["running", number, "test" | "tests"] => number.parse::<u64>().is_ok(),
        _ => false,
    }
}

/// `test mark::tests::a_mark_has_reasons ... ok`
fn test_in(line: &str) -> Option<(&str, Count)> {
    let (name, end) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    let mut count = Count::default();
    // Behind the word may stand the time taken, or why a test is ignored.
    let word = end.split([' ', ',']).next()?;
    match word {
        "ok" => count.passed = 1,
        "FAILED" | "FAIL" => count.failed = 1,
        "ignored" => count.ignored = 1,
        _ => return None,
    }
    Some((name, count))
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`
fn total_in(line: &str) -> Option<Count> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let of = |what: &str| {
        let parts = numbers.split(';').map(str::trim);
        parts
            .filter_map(|part| part.split_once(' '))
            .find(|(_, word)| *word == what)
            .and_then(|(number, _)| number.parse().ok())
    };
    Some(Count { passed: of("passed")?, failed: of("failed")?, ignored: of("ignored")? })
}

#[cfg(test)]
mod tests;
