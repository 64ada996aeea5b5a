//! Owns the marks of sets that were begun: a page reads them before the player runs, and does not show its first question
//! to whoever is further on; the catalogue says by them how far each set is.
//!
//! Never says what was done: the history does.

use verbatim_core::Attempt;
use verbatim_core::mark::percent;

use crate::page;

/// What the keys of marks begin with: the link to the set follows. The page's own script in index.html knows it, too.
const PREFIX: &str = "verbatim begun #/";

/// How far a set that was begun is, as when it was last open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How many questions are open no more.
    pub done: usize,
    /// How many there are.
    pub all: usize,
    /// What the attempt came to in per cent, once nothing is open.
    pub percent: Option<u8>,
}

impl Standing {
    /// How far an attempt is.
    #[must_use]
    pub fn of(attempt: &Attempt) -> Self {
        let all = attempt.pack().set().questions().len();
        let done = (0..all).filter(|place| !attempt.is_open(*place)).count();
        let percent = attempt.is_finished().then(|| percent(attempt.report().earned));
        Self { done, all, percent }
    }

    fn write(self) -> String {
        let Self { done, all, percent } = self;
        match percent {
            Some(percent) => format!("{done} {all} {percent}"),
            None => format!("{done} {all}"),
        }
    }

    fn read(mark: &str) -> Option<Self> {
        let mut words = mark.split(' ');
        let (done, all) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let percent = words.next().map(str::parse).transpose().ok()?;
        Some(Self { done, all, percent })
    }
}

/// Marks a set, as its lines name it, that was begun: with how far it is, where that is known.
pub fn mark(set: &str, standing: Option<Standing>) {
    write(set, Some(&standing.map(Standing::write).unwrap_or_default()));
}

/// Takes the mark from a set that was not begun.
pub fn unmark(set: &str) {
    write(set, None);
}

fn write(set: &str, mark: Option<&str>) {
    if cfg!(feature = "lms") {
        // A package has one page, which shows no question before the player runs.
        return;
    }
    let Some(storage) = page::local_storage() else { return };
    let key = format!("{PREFIX}{set}");
    // Without its mark a set is shown with its first question for a moment.
    let _ = match mark {
        Some(mark) => storage.set_item(&key, mark),
        None => storage.remove_item(&key),
    };
}

/// How far a set is that was begun: nothing of one that was not, and of one whose mark says no more than that it was,
/// `Some(None)`.
#[must_use]
pub fn standing(set: &str) -> Option<Option<Standing>> {
    let mark = page::local_storage()?.get_item(&format!("{PREFIX}{set}")).ok()??;
    Some(Standing::read(&mark))
}

/// Takes the marks from all sets.
pub fn clear() {
    let Some(storage) = page::local_storage() else { return };
    page::keys(&storage).iter().filter(|key| key.starts_with(PREFIX)).for_each(|key| drop(storage.remove_item(key)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_back_as_it_was_written() {
        for percent in [None, Some(0), Some(83)] {
            let standing = Standing { done: 3, all: 12, percent };
            assert_eq!(Standing::read(&standing.write()), Some(standing));
        }
    }

    #[test]
    fn a_mark_that_says_nothing_is_none_of_a_standing() {
        for mark in ["", "3", "3 x", "3 12 x", "x 12"] {
            assert_eq!(Standing::read(mark), None, "{mark:?}");
        }
    }
}
