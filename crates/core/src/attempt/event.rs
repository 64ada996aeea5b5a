//! Owns what can happen in an attempt, and why something cannot have happened.
//!
//! Never knows when: the moment enters beside the event.

use crate::answer::Answer;
use crate::bank::Mode;
use crate::mark::Certainty;

/// How an attempt began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// In which mode.
    pub mode: Mode,
    /// What everything that is drawn by lot depends on; `None` keeps the author's order.
    pub seed: Option<u64>,
}

/// A past fact about an attempt. Questions are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A question was answered.
    Answered {
        /// The question's id.
        question: String,
        /// The question's revision at that time: an answer holds only for what it was given to.
        revision: u64,
        /// What was given.
        answer: Answer,
        /// How sure the student was, where that is asked.
        certainty: Option<Certainty>,
    },
    /// The answer to a question of a test was taken back.
    Cleared {
        /// The question's id.
        question: String,
    },
    /// A question was marked to come back to, or is no more.
    Flagged {
        /// The question's id.
        question: String,
        /// Whether it is now.
        flagged: bool,
    },
    /// One more hint was shown.
    Hinted {
        /// The question's id.
        question: String,
        /// The question's revision at that time.
        revision: u64,
    },
    /// The student gave up trying and was shown the answer.
    Revealed {
        /// The question's id.
        question: String,
        /// The question's revision at that time.
        revision: u64,
    },
    /// The clock of a test was stopped.
    Paused,
    /// The clock of a test goes on.
    Resumed,
    /// A test was handed in.
    Submitted,
    /// Questions were opened again to mend mistakes; all others keep what they earned.
    Retried {
        /// The questions' ids.
        questions: Vec<String>,
    },
}

/// Why an event cannot have happened in this attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// The set has no such question (any more).
    UnknownQuestion,
    /// The question has been revised since.
    Revised,
    /// The question has an answer, and its verdict has been seen.
    AnsweredAlready,
    /// This very answer has been tried already, and was not right.
    TriedAlready,
    /// The answer is not one to this kind of question, or says nothing.
    Unfitting,
    /// The test has been handed in.
    Submitted,
    /// The time of the test is over.
    TimeUp,
    /// The clock of the test stands still.
    Paused,
    /// There is no further hint.
    NoHint,
    /// This does not happen in this mode, or at this point.
    OutOfPlace,
}
