//! Owns the saved form of one entry: a line of words with its version in front.
//!
//! Never stores a type of core as it is, so that core may change without a student losing anything.
//!
//! Version 1, one line an entry, words parted by single spaces, `AT` in whole milliseconds since 1970:
//!
//! ```text
//! 1 AT started
//! 1 AT took-back
//! 1 AT answered QUESTION REVISION option POSITION
//! ```

use verbatim_core::{Answer, Event};

const VERSION: &str = "1";

/// One fact in the order of a set's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A new attempt was begun.
    Started {
        /// When, in milliseconds since 1970.
        at: u64,
    },
    /// The last new start was taken back.
    TookBack {
        /// When, in milliseconds since 1970.
        at: u64,
    },
    /// Something happened in the attempt.
    Happened {
        /// When, in milliseconds since 1970.
        at: u64,
        /// What.
        event: Event,
    },
}

impl Entry {
    /// The line that is saved.
    #[must_use]
    pub fn write(&self) -> String {
        match self {
            Self::Started { at } => format!("{VERSION} {at} started"),
            Self::TookBack { at } => format!("{VERSION} {at} took-back"),
            Self::Happened { at, event: Event::Answered { question, revision, answer } } => {
                let Answer::Option(position) = answer;
                format!("{VERSION} {at} answered {question} {revision:016x} option {position}")
            }
        }
    }

    /// Reads a line; `None` where it is not of this version or damaged.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        let [version, at, rest @ ..] = words.as_slice() else { return None };
        let at = at.parse().ok().filter(|_| *version == VERSION)?;
        match rest {
            ["started"] => Some(Self::Started { at }),
            ["took-back"] => Some(Self::TookBack { at }),
            ["answered", question, revision, "option", position] => {
                let revision = u64::from_str_radix(revision, 16).ok()?;
                let answer = Answer::Option(position.parse().ok()?);
                Some(Self::Happened {
                    at,
                    event: Event::Answered { question: (*question).to_owned(), revision, answer },
                })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, entry: Entry) {
        assert_eq!(entry.write(), line);
        assert_eq!(Entry::read(line), Some(entry));
    }

    #[test]
    fn entries_read_back_as_they_were_written() {
        check("1 1448323200000 started", Entry::Started { at: 1_448_323_200_000 });
        check("1 7 took-back", Entry::TookBack { at: 7 });
        let event = Event::Answered { question: "who".to_owned(), revision: 255, answer: Answer::Option(3) };
        check("1 8 answered who 00000000000000ff option 3", Entry::Happened { at: 8, event });
    }

    #[test]
    fn what_is_not_of_this_version_is_not_read() {
        for line in ["", "2 8 started", "1 x started", "1 8 finished", "1 8 answered who ff option", "1 8 started ever"]
        {
            assert_eq!(Entry::read(line), None, "{line:?}");
        }
    }
}
