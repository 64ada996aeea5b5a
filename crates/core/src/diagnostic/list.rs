//! Owns lists of problems: those of one file as they are found, and all of them as they are shown.
//!
//! Never makes a problem of its own but the word that there are more.

use std::rc::Rc;

use super::{Diagnostic, Severity, too_many};

/// The problems of one file, as they are found.
#[derive(Clone, Debug)]
pub struct Findings {
    file: Rc<str>,
    list: Vec<Diagnostic>,
}

impl Findings {
    /// No problem yet, in the file with this name.
    #[must_use]
    pub fn new(file: &Rc<str>) -> Self {
        Self { file: Rc::clone(file), list: Vec::new() }
    }

    /// Adds a problem.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic.within(&self.file));
    }

    /// The same file with no problem yet: for looking at what has been reported once already.
    #[must_use]
    pub fn muted(&self) -> Self {
        Self::new(&self.file)
    }

    /// All problems, in the order of their places in the file.
    #[must_use]
    pub fn into_list(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|diagnostic| diagnostic.span);
        self.list
    }
}

/// The most problems of one file that are reported: beyond that a file is likely not what it is taken for.
pub const MOST: usize = 500;

/// Problems by file and place, and of each file no more than [`MOST`] and a word about the rest.
#[must_use]
pub fn in_order(mut list: Vec<Diagnostic>) -> Vec<Diagnostic> {
    list.sort_by(|a, b| (&a.file, a.span).cmp(&(&b.file, b.span)));
    list.chunk_by(|a, b| a.file == b.file)
        .flat_map(|of_file| {
            let (shown, rest) = of_file.split_at(of_file.len().min(MOST));
            let more = rest.first().map(|first| too_many(first, any_error(rest)));
            shown.iter().cloned().chain(more)
        })
        .collect()
}

/// Whether any of the problems is an error.
#[must_use]
pub fn any_error(list: &[Diagnostic]) -> bool {
    list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{empty_text, quote_not_unique};
    use crate::source::{Place, Span};

    /// Compares what is left of so many warnings and errors in one file with what is expected: how many are shown,
    /// and the severity of the word about the rest.
    fn check(warnings: usize, errors: usize, expect: (usize, Option<Severity>)) {
        let at = |place: usize| Span::new(place, place);
        let mut list: Vec<Diagnostic> = (0..warnings).map(|n| quote_not_unique(at(n), PLACE, PLACE)).collect();
        list.extend((warnings..warnings + errors).map(|n| empty_text(at(n), "prompt")));
        list.reverse();
        let shown = in_order(list);
        let rest = shown.iter().find(|found| found.code == "too-many-problems").map(|found| found.severity);
        assert_eq!((shown.len() - usize::from(rest.is_some()), rest), expect);
        assert!(shown.is_sorted_by_key(|found| found.span));
    }

    const PLACE: Place = Place { paragraph: 1, sentence: 1 };

    #[test]
    fn all_problems_of_a_file_are_shown() {
        check(3, 2, (5, None));
        check(0, MOST, (MOST, None));
    }

    #[test]
    fn a_flood_is_cut_and_says_whether_an_error_is_in_the_rest() {
        check(MOST, 1, (MOST, Some(Severity::Error)));
        check(MOST + 1, 0, (MOST, Some(Severity::Warning)));
    }
}
