//! Owns what a person reads when a command cannot go on: what happened, and what to do about it.
//! Never prints and never ends the process; `main` does both.

use std::fmt;

/// What every fallible step returns.
pub type Outcome<T> = Result<T, Failure>;

/// One thing that went wrong, in a sentence, with the advice that mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    happened: String,
    advice: Vec<String>,
}

impl Failure {
    /// A failure without advice yet; `happened` names the step and the place.
    pub fn new(happened: impl Into<String>) -> Self {
        Self { happened: happened.into(), advice: Vec::new() }
    }

    /// Adds one line that says what to do, with the exact command or package.
    #[must_use]
    pub fn advise(mut self, line: impl Into<String>) -> Self {
        self.advice.push(line.into());
        self
    }

    /// Adds several lines of advice, in order.
    #[must_use]
    pub fn advise_all(self, lines: impl IntoIterator<Item = String>) -> Self {
        lines.into_iter().fold(self, Self::advise)
    }

    /// What happened, without the advice.
    pub fn happened(&self) -> &str {
        &self.happened
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.happened)?;
        for (place, line) in self.advice.iter().enumerate() {
            let label = if place == 0 { "help:" } else { "     " };
            write!(f, "\n  {label} {line}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

/// Turns an error of a library into a [`Failure`] that says what was being done.
pub trait Explain<T> {
    /// `doing` completes the sentence "could not …", for example `read Cargo.lock`.
    fn explain(self, doing: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: fmt::Display> Explain<T> for Result<T, E> {
    fn explain(self, doing: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("could not {}: {error}", doing())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(failure: &Failure, expected: &str) {
        assert_eq!(failure.to_string(), expected);
    }

    #[test]
    fn a_failure_without_advice_is_one_line() {
        check(&Failure::new("no room"), "error: no room");
    }

    #[test]
    fn advice_stands_below_what_happened_in_order() {
        let failure = Failure::new("port 80 is taken").advise("one").advise("two");
        check(&failure, "error: port 80 is taken\n  help: one\n        two");
    }

    #[test]
    fn an_explained_error_says_what_was_being_done() {
        let result: Result<(), &str> = Err("disk is full");
        let failure = result.explain(|| "write the table".into()).unwrap_err();
        check(&failure, "error: could not write the table: disk is full");
    }
}
