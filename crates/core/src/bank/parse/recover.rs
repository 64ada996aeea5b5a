//! Owns reading on behind a mistake: what does not read as TOML is reported, one diagnostic a statement, and
//! blanked, so that all the rest of the file is read as if it had not been there.
//!
//! Never repairs or guesses a value.

use toml::de::DeTable;

use super::mistake;
use super::statement::{Statement, statements};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Rounds of finding fields and tables that contradict earlier ones; a file that needs more is not read on.
const ROUNDS: usize = 16;

/// What can be read of a text.
pub(super) struct Readable {
    /// The text, as long as it was, with spaces in the place of what does not read.
    pub text: String,
    /// What is wrong with the rest.
    pub diagnostics: Vec<Diagnostic>,
    /// The places that are left out.
    lost: Vec<Span>,
    /// Where table headers begin.
    headers: Vec<usize>,
}

impl Readable {
    /// Finds what can be read of a text.
    pub fn new(text: &str) -> Self {
        let mut readable =
            Self { text: text.to_owned(), diagnostics: Vec::new(), lost: Vec::new(), headers: Vec::new() };
        // A text that reads as a whole has no statement to be found.
        if errors(text).is_empty() {
            return readable;
        }
        let list = joined(text);
        readable.headers = list.iter().filter(|(s, _)| s.header.is_some()).map(|(s, _)| s.span.start).collect();
        readable.leave_out(&list);
        let list: Vec<Statement> = list.into_iter().map(|(statement, _)| statement).collect();
        for _ in 0..ROUNDS {
            let wrong = contradictions(&readable.text, &list);
            if wrong.iter().all(|(_, found)| found.is_none()) {
                return readable;
            }
            readable.leave_out(&wrong);
        }
        // What is still contradictory is reported in the next run.
        readable.text = " ".repeat(text.len());
        readable.lost.push(Span::new(0, text.len()));
        readable
    }

    /// Whether nothing is left out of the table that begins at `start`; its sub-tables are tables of their own.
    pub fn is_whole(&self, start: usize) -> bool {
        let begin = if start == 0 { 0 } else { start };
        let end = self.headers.iter().copied().find(|header| *header > begin && self.is_kept(*header));
        !self.lost.iter().any(|lost| lost.start >= begin && end.is_none_or(|end| lost.start < end))
    }

    fn is_kept(&self, header: usize) -> bool {
        !self.lost.iter().any(|lost| lost.start == header)
    }

    /// Leaves out the statements with a diagnostic, and the whole table where it is a header's.
    fn leave_out(&mut self, list: &[(Statement, Option<Diagnostic>)]) {
        let mut lost_table: Option<usize> = None;
        for (statement, found) in list {
            let depth = statement.header;
            if lost_table.zip(depth).is_some_and(|(lost, depth)| depth <= lost) && found.is_none() {
                lost_table = None;
            }
            if found.is_some() && depth.is_some() {
                lost_table = depth;
            }
            if found.is_some() || lost_table.is_some() {
                blank(&mut self.text, statement.span);
                self.lost.push(statement.span);
            }
            self.diagnostics.extend(found.clone());
        }
    }
}

/// The errors that the parser finds, in the order of their places.
fn errors(text: &str) -> Vec<(Span, String)> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let end = Span::new(text.len(), text.len());
    let mut list: Vec<(Span, String)> =
        errors.iter().map(|error| (error.span().map_or(end, Span::from), error.message().to_owned())).collect();
    list.sort();
    list
}

/// The statements with what is wrong in each; what follows a broken one and does not plainly begin another
/// belongs to it.
fn joined(text: &str) -> Vec<(Statement, Option<Diagnostic>)> {
    let mut list: Vec<(Statement, Option<Diagnostic>)> = Vec::new();
    for statement in statements(text) {
        match list.last_mut() {
            Some((last, Some(_))) if !statement.fresh => last.span.end = statement.span.end,
            _ => {
                let words = text.get(statement.span.start..statement.span.end).unwrap_or_default();
                let error = errors(words).into_iter().next();
                let found = error.map(|(at, message)| mistake::of(words, at, &message).moved(statement.span.start));
                list.push((statement, found));
            }
        }
    }
    list
}

/// Statements that read alone and not together: the first of each table is reported.
fn contradictions(text: &str, list: &[Statement]) -> Vec<(Statement, Option<Diagnostic>)> {
    let errors = errors(text);
    let mut lost_table = false;
    let found = |statement: &Statement| {
        if statement.header.is_some() {
            lost_table = false;
        }
        let error = errors.iter().find(|(at, _)| statement.span.start <= at.start && at.start < statement.span.end);
        let (at, message) = error.filter(|_| !lost_table)?;
        lost_table |= statement.header.is_some();
        let words = text.get(statement.span.start..statement.span.end).unwrap_or_default();
        let inner = Span::new(at.start - statement.span.start, at.end - statement.span.start);
        Some(mistake::of(words, inner, message).moved(statement.span.start))
    };
    list.iter().copied().zip(list.iter().map(found)).collect()
}

fn blank(text: &mut String, span: Span) {
    let lines = text.get(span.start..span.end).unwrap_or_default();
    let blanked: String = lines.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(span.start..span.end, &blanked);
}
