//! Owns what an LMS keeps of a set between visits: the packed attempt, and how much of it has been told.
//!
//! Never looks into the attempt.
//!
//! The form is one line: `1 TOLD JUDGED DONE ATTEMPT`, where `DONE` is `-`, `completed`, `passed` or `completed+passed`, and
//! `ATTEMPT` is packed, or `-` where there is none.

/// How much has been told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// How many events of the attempt.
    pub told: usize,
    /// How many events that can earn something it had when it was last judged or scored.
    pub judged: usize,
    /// That the set was completed, which is told once for a student's enrolment (cmi5, 9.3).
    pub completed: bool,
    /// That it was passed, which is, too.
    pub passed: bool,
}

impl Marks {
    /// All that either of two devices has told of the same attempt.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            told: self.told.max(other.told),
            judged: self.judged.max(other.judged),
            completed: self.completed || other.completed,
            passed: self.passed || other.passed,
        }
    }
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How much has been told.
    pub marks: Marks,
    /// The packed attempt; empty where there is none.
    pub attempt: String,
}

const VERSION: &str = "1";
const DONE: [(&str, (bool, bool)); 4] = [
    ("-", (false, false)),
    ("completed", (true, false)),
    ("passed", (false, true)),
    ("completed+passed", (true, true)),
];

impl Kept {
    /// The text that is kept.
    #[must_use]
    pub fn write(&self) -> String {
        let Marks { told, judged, completed, passed } = self.marks;
        let done = DONE.iter().find(|(_, done)| *done == (completed, passed)).map_or("-", |(word, _)| word);
        let attempt = if self.attempt.is_empty() { "-" } else { &self.attempt };
        format!("{VERSION} {told} {judged} {done} {attempt}")
    }

    /// By what an LRS names this edition of the document (xAPI 1.0.3, Communication, 3.1).
    #[must_use]
    pub fn edition(text: &str) -> String {
        format!("\"{}\"", sha1_smol::Sha1::from(text).hexdigest())
    }

    /// Reads it; `None` where it is of a later version, or of somebody else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').collect();
        let [VERSION, told, judged, done, attempt] = words.as_slice() else { return None };
        let (completed, passed) = DONE.iter().find(|(word, _)| word == done)?.1;
        let marks = Marks { told: told.parse().ok()?, judged: judged.parse().ok()?, completed, passed };
        Some(Self { marks, attempt: if *attempt == "-" { String::new() } else { (*attempt).to_owned() } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_back() {
        for (completed, passed) in [(false, false), (true, false), (false, true), (true, true)] {
            let kept = Kept { marks: Marks { told: 3, judged: 2, completed, passed }, attempt: "abc-_".to_owned() };
            assert_eq!(Kept::read(&kept.write()), Some(kept));
        }
        assert_eq!(Kept::read(&Kept::default().write()), Some(Kept::default()));
    }

    #[test]
    fn an_edition_is_named_as_xapi_has_it() {
        assert_eq!(Kept::edition("abc"), "\"a9993e364706816aba3e25717850c26c9cd0d89d\"");
    }

    #[test]
    fn what_is_of_others_is_not_read() {
        for text in ["", "2 0 0 - -", "1 0 0 -", "1 x 0 - -", "1 0 0 all -", "1 0 0 - - -"] {
            assert_eq!(Kept::read(text), None, "{text:?}");
        }
    }
}
