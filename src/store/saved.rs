//! Owns the saved form of one entry: a line of words with its version in front.
//!
//! Never stores a type of core as it is, so that core may change without a student losing anything.
//!
//! Version 2, one line an entry, words parted by single spaces. `AT` is in whole milliseconds since 1970, `ATTEMPT` is
//! the attempt's seed, which is its name, too, and both it and `REVISION` are hexadecimal:
//!
//! ```text
//! 2 AT ATTEMPT began MODE             with the first event, where the set had no attempt
//! 2 AT ATTEMPT started MODE           by the student's wish
//! 2 AT ATTEMPT took-back              the attempt, as long as nothing had happened in it
//! 2 AT ATTEMPT answered QUESTION REVISION CERTAINTY ANSWER
//! 2 AT ATTEMPT hinted|revealed QUESTION REVISION
//! 2 AT ATTEMPT cleared|flagged|unflagged QUESTION
//! 2 AT ATTEMPT paused|resumed|submitted
//! 2 AT ATTEMPT retried QUESTION …
//! ```
//!
//! `MODE` is `practice` or `test`, `CERTAINTY` is 1 to 3 or `-`. `ANSWER` is `option:2`, `options:0,2`, `order:1,0`,
//! `text:…` with percent signs for what is not plain, or `parts:` and one of these, or `-`, for each part between `;`.
//!
//! Version 1, which is read as it stands: `1 AT started`, `1 AT took-back`, and
//! `1 AT answered QUESTION REVISION option POSITION`, each about the newest attempt, which was in the author's order.

mod answer;

use verbatim_core::{Answer, Certainty, Event, Mode};

const VERSION: &str = "2";
const VERSION_1: &str = "1";

/// One fact in a set's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The attempt; `None` in version 1, where it is the newest.
    pub attempt: Option<u64>,
    /// What.
    pub fact: Fact,
}

/// What can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An attempt began.
    Started {
        /// In which mode.
        mode: Mode,
        /// Whether it began of itself with the first event, since there was none.
        by_itself: bool,
    },
    /// The beginning was taken back.
    TookBack,
    /// Something happened in the attempt.
    Happened(Event),
}

#[cfg(feature = "document")]
impl Fact {
    /// The line that is saved of it, with `AT` and `ATTEMPT` for the moment and the attempt's name.
    #[must_use]
    pub fn pattern(&self) -> String {
        format!("{VERSION} AT ATTEMPT {}", written(self))
    }
}

impl Entry {
    /// The line that is saved.
    #[must_use]
    pub fn write(&self) -> String {
        let Self { at, attempt, fact } = self;
        format!("{VERSION} {at} {:016x} {}", attempt.unwrap_or(0), written(fact))
    }

    /// Reads a line; `None` where it is of a later version or damaged.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            [VERSION, at, attempt, rest @ ..] => {
                let attempt = Some(u64::from_str_radix(attempt, 16).ok()?);
                Some(Self { at: at.parse().ok()?, attempt, fact: read(rest)? })
            }
            [VERSION_1, at, rest @ ..] => {
                Some(Self { at: at.parse().ok()?, attempt: None, fact: read_version_1(rest)? })
            }
            _ => None,
        }
    }
}

fn written(fact: &Fact) -> String {
    match fact {
        Fact::Started { mode, by_itself } => {
            let verb = if *by_itself { "began" } else { "started" };
            format!("{verb} {}", mode_word(*mode))
        }
        Fact::TookBack => "took-back".to_owned(),
        Fact::Happened(event) => match event {
            Event::Answered { question, revision, answer, certainty } => {
                let certainty = certainty.map_or("-", certainty_word);
                format!("answered {question} {revision:016x} {certainty} {}", answer::write(answer))
            }
            Event::Cleared { question } => format!("cleared {question}"),
            Event::Flagged { question, flagged: true } => format!("flagged {question}"),
            Event::Flagged { question, flagged: false } => format!("unflagged {question}"),
            Event::Hinted { question, revision } => format!("hinted {question} {revision:016x}"),
            Event::Revealed { question, revision } => format!("revealed {question} {revision:016x}"),
            Event::Paused => "paused".to_owned(),
            Event::Resumed => "resumed".to_owned(),
            Event::Submitted => "submitted".to_owned(),
            Event::Retried { questions } => format!("retried {}", questions.join(" ")),
        },
    }
}

fn read(words: &[&str]) -> Option<Fact> {
    let event = match words {
        ["began", mode] => return Some(Fact::Started { mode: read_mode(mode)?, by_itself: true }),
        ["started", mode] => return Some(Fact::Started { mode: read_mode(mode)?, by_itself: false }),
        ["took-back"] => return Some(Fact::TookBack),
        ["answered", question, revision, certainty, answer] => Event::Answered {
            question: (*question).to_owned(),
            revision: read_revision(revision)?,
            answer: answer::read(answer)?,
            certainty: if *certainty == "-" { None } else { Some(read_certainty(certainty)?) },
        },
        ["cleared", question] => Event::Cleared { question: (*question).to_owned() },
        ["flagged", question] => Event::Flagged { question: (*question).to_owned(), flagged: true },
        ["unflagged", question] => Event::Flagged { question: (*question).to_owned(), flagged: false },
        ["hinted", question, revision] => {
            Event::Hinted { question: (*question).to_owned(), revision: read_revision(revision)? }
        }
        ["revealed", question, revision] => {
            Event::Revealed { question: (*question).to_owned(), revision: read_revision(revision)? }
        }
        ["paused"] => Event::Paused,
        ["resumed"] => Event::Resumed,
        ["submitted"] => Event::Submitted,
        ["retried", questions @ ..] if !questions.is_empty() => {
            Event::Retried { questions: questions.iter().map(|id| (*id).to_owned()).collect() }
        }
        _ => return None,
    };
    Some(Fact::Happened(event))
}

fn read_version_1(words: &[&str]) -> Option<Fact> {
    match words {
        ["started"] => Some(Fact::Started { mode: Mode::Practice, by_itself: false }),
        ["took-back"] => Some(Fact::TookBack),
        ["answered", question, revision, "option", position] => Some(Fact::Happened(Event::Answered {
            question: (*question).to_owned(),
            revision: read_revision(revision)?,
            answer: Answer::Option(position.parse().ok()?),
            certainty: None,
        })),
        _ => None,
    }
}

fn read_revision(word: &str) -> Option<u64> {
    u64::from_str_radix(word, 16).ok()
}

fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "practice",
        Mode::Test => "test",
    }
}

fn read_mode(word: &str) -> Option<Mode> {
    [Mode::Practice, Mode::Test].into_iter().find(|mode| mode_word(*mode) == word)
}

fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Low => "1",
        Certainty::Middle => "2",
        Certainty::High => "3",
    }
}

fn read_certainty(word: &str) -> Option<Certainty> {
    Certainty::ALL.into_iter().find(|certainty| certainty_word(*certainty) == word)
}

#[cfg(test)]
mod tests;
