//! Owns reading on behind a mistake: what does not read as TOML is reported, one diagnostic a statement, and
//! blanked, so that all the rest of the file is read as if it had not been there.
//!
//! Never repairs or guesses a value.

use toml::de::DeTable;

use super::lost::Lost;
use super::mistake;
use super::statement::{Statement, statements};
use crate::diagnostic::{self, Diagnostic, MOST};
use crate::source::Span;

/// Rounds of finding fields and tables that contradict earlier ones; a file that needs more is not read on.
const ROUNDS: usize = 16;

/// What can be read of a text.
pub(super) struct Readable {
    /// The text, as long as it was, with spaces in the place of what does not read.
    pub text: String,
    /// What is wrong with the rest.
    pub diagnostics: Vec<Diagnostic>,
    /// What is left out.
    pub lost: Lost,
}

impl Readable {
    /// Finds what can be read of a text.
    pub fn new(text: &str) -> Self {
        let mut readable = Self { text: text.to_owned(), diagnostics: Vec::new(), lost: Lost::default() };
        // A text that reads as a whole has no statement to be found.
        if errors(text).is_empty() {
            return readable;
        }
        let list = joined(text);
        let statements: Vec<Statement> = list.iter().map(|(statement, _)| *statement).collect();
        readable.leave_out(list);
        for _ in 0..ROUNDS {
            let errors = errors(&readable.text);
            if errors.is_empty() {
                readable.lost.set_headers(text, &statements);
                return readable;
            }
            let contradictions = contradictions(&readable.text, &statements, &errors);
            readable.leave_out(contradictions);
        }
        readable.give_up(text);
        readable
    }

    /// Leaves out everything, and never without a word.
    fn give_up(&mut self, text: &str) {
        if self.diagnostics.is_empty() {
            let first = errors(text).into_iter().next().unwrap_or_default();
            self.diagnostics.push(diagnostic::toml_syntax(first.0, &first.1));
        }
        let whole = Span::new(0, text.len());
        self.text = blanked(text, &[whole]);
        self.lost = Lost::default();
        self.lost.add(whole);
    }

    /// Leaves out the statements with a diagnostic, and the whole table where it is a header's.
    fn leave_out(&mut self, list: Vec<(Statement, Option<Diagnostic>)>) {
        let mut lost_table: Option<usize> = None;
        for (statement, found) in list {
            let ends = lost_table.zip(statement.header).is_some_and(|(lost, depth)| depth <= lost);
            if found.is_some() && statement.header.is_some() {
                lost_table = statement.header;
            } else if ends {
                lost_table = None;
            }
            if found.is_some() || lost_table.is_some() {
                self.lost.add(statement.span);
            }
            self.diagnostics.extend(found);
        }
        self.text = blanked(&self.text, self.lost.places());
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
/// belongs to it. So does the rest of a file with more broken ones than are reported.
fn joined(text: &str) -> Vec<(Statement, Option<Diagnostic>)> {
    let mut list: Vec<(Statement, Option<Diagnostic>)> = Vec::new();
    let mut broken = 0;
    for statement in statements(text) {
        match list.last_mut() {
            Some((last, Some(_))) if !statement.fresh || broken > MOST => last.span.end = statement.span.end,
            _ => {
                let error = errors(words(text, statement)).into_iter().next();
                broken += usize::from(error.is_some());
                list.push((statement, error.map(|(at, message)| found(text, statement, at, &message))));
            }
        }
    }
    list
}

/// Statements that read alone and not together: the first of each table is reported.
fn contradictions(
    text: &str,
    statements: &[Statement],
    errors: &[(Span, String)],
) -> Vec<(Statement, Option<Diagnostic>)> {
    let mut list: Vec<(Statement, Option<Diagnostic>)> = statements.iter().map(|s| (*s, None)).collect();
    let mut lost_until = 0;
    for (at, message) in errors {
        let behind = statements.partition_point(|statement| statement.span.start <= at.start);
        let Some((statement, reported)) = list.get_mut(behind.saturating_sub(1)) else { continue };
        if reported.is_none() && behind > lost_until {
            let inner = Span::new(at.start.saturating_sub(statement.span.start), at.end - statement.span.start);
            *reported = Some(found(text, *statement, inner, message));
            if statement.header.is_some() {
                let rest = statements.iter().skip(behind);
                lost_until = behind + rest.take_while(|other| other.header.is_none()).count();
            }
        }
    }
    list
}

fn words(text: &str, statement: Statement) -> &str {
    text.get(statement.span.start..statement.span.end).unwrap_or_default()
}

fn found(text: &str, statement: Statement, at: Span, message: &str) -> Diagnostic {
    mistake::of(words(text, statement), at, message).moved(statement.span.start)
}

/// The text with spaces for each byte of these places; line breaks stay.
fn blanked(text: &str, lost: &[Span]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for span in lost {
        let place = bytes.get_mut(span.start..span.end).unwrap_or_default();
        place.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
    // Statements end at line breaks, so that no character is cut.
    String::from_utf8(bytes).unwrap_or_default()
}
