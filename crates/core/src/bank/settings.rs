//! Owns how a set is gone through: modes, order, tries, time, hints.
//!
//! Never keeps what a student does: the attempt does.

use serde::{Deserialize, Serialize};

/// How verdicts are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// The verdict follows each answer.
    Practice,
    /// Verdicts come when the test is handed in; until then answers may be changed.
    Test,
}

/// How a set is gone through.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The mode, where the student does not choose it.
    pub mode: Option<Mode>,
    /// Whether the questions are asked in another order in each attempt.
    pub shuffle_questions: bool,
    /// Whether the options of a question are shown in another order in each attempt.
    pub shuffle_options: bool,
    /// Whether a question of a practice may be tried until the answer is right.
    pub until_right: bool,
    /// How long a test may take, in milliseconds.
    pub time_limit: Option<u64>,
    /// Whether the student may pause the clock of a test.
    pub pausable: bool,
    /// The share of a mark that each hint takes, from 0 to 1.
    pub hint_cost: f64,
    /// Whether students say how sure they are.
    pub certainty: bool,
    /// The share of all marks with which a student has passed, above 0 and at most 1.
    pub pass: Option<f64>,
}

impl Settings {
    /// Whether a share of all marks can be asked of a student.
    pub(crate) fn is_pass(share: f64) -> bool {
        share > 0.0 && share <= 1.0
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mode: None,
            shuffle_questions: true,
            shuffle_options: true,
            until_right: false,
            time_limit: None,
            pausable: false,
            hint_cost: 0.25,
            certainty: false,
            pass: None,
        }
    }
}
