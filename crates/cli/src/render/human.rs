//! Owns what a person reads: the marked line, facts, a hint, and one line a bank.
//!
//! Never draws itself: annotate-snippets does.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use verbatim_core::diagnostic::{Diagnostic, Severity};

use super::{inside, position};
use crate::check::summary;
use crate::folder::Checked;

/// Above so many characters a line is shown in part.
const LONGEST_LINE: usize = 2_000;

/// Prints everything that was found, then a line for each bank.
pub fn print(checked: &[Checked]) {
    let renderer = Renderer::styled();
    for bank in checked {
        for diagnostic in &bank.diagnostics {
            let text = bank.texts.get(&diagnostic.file).map_or("", String::as_str);
            anstream::println!("{}\n", one(&renderer, diagnostic, text));
        }
    }
    for bank in checked {
        anstream::println!("{}", summary(bank));
    }
}

/// One diagnostic as it is printed.
#[must_use]
pub fn one(renderer: &Renderer, diagnostic: &Diagnostic, text: &str) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code);
    let span = inside(text, diagnostic.span);
    let line = shown_line(text, span.start, span.end);
    let place = position(text, span.start);
    let group = match line {
        Some((start, shown)) => {
            let annotation = AnnotationKind::Primary.span(span.start - start..(span.end - start).min(shown.len()));
            let annotation = match diagnostic.label.as_str() {
                "" => annotation,
                label => annotation.label(label),
            };
            let snippet = Snippet::source(shown).path(&*diagnostic.file).line_start(place.line).annotation(annotation);
            Group::with_title(title).element(snippet)
        }
        None => {
            let origin = Origin::path(&*diagnostic.file).line(place.line).char_column(place.column);
            Group::with_title(title).element(origin)
        }
    };
    let noted = diagnostic.notes.iter().fold(group, |group, note| group.element(Level::NOTE.message(note)));
    renderer.render(&[noted.element(Level::HELP.message(&diagnostic.hint))])
}

/// The lines of the marked place: at most three, and none where they are too long to be read or there is nothing.
fn shown_line(text: &str, start: usize, end: usize) -> Option<(usize, &str)> {
    let first = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let last = text.get(end..)?.find('\n').map_or(text.len(), |at| end + at);
    let whole = text.get(first..last)?;
    let shown = whole.match_indices('\n').nth(2).map_or(whole, |(at, _)| whole.get(..at).unwrap_or(whole));
    let readable = !shown.trim().is_empty() && shown.len() <= LONGEST_LINE && start <= first + shown.len();
    readable.then_some((first, shown))
}
