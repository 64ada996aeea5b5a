//! Owns what a person reads: the marked line, facts, a hint, and one line a bank.
//!
//! Never draws itself: annotate-snippets does.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use verbatim_core::diagnostic::{Diagnostic, Severity};
use verbatim_core::source::Span;

use super::{inside, position};
use crate::check::summary;
use crate::files::Checked;

/// Above so many characters a line is shown in part.
const LONGEST_LINE: usize = 2_000;

/// Prints everything that was found, then a line for each bank.
pub fn print(checked: &[Checked]) {
    anstream::print!("{}", text(checked, &Renderer::styled()));
}

/// What is printed.
#[must_use]
pub fn text(checked: &[Checked], renderer: &Renderer) -> String {
    let mut out = String::new();
    for bank in checked {
        for diagnostic in &bank.diagnostics {
            let text = bank.texts.get(&diagnostic.file).map_or("", String::as_str);
            out += &one(renderer, diagnostic, text);
            out += "\n\n";
        }
    }
    checked.iter().for_each(|bank| out += &(summary(bank) + "\n"));
    out
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
    let place = position(text, span.start);
    let shown = Shown::new(text, span);
    let group = match &shown {
        Some(shown) => {
            let annotation = AnnotationKind::Primary.span(shown.marked.clone());
            let annotation = match diagnostic.label.as_str() {
                "" => annotation,
                label => annotation.label(label),
            };
            let snippet = Snippet::source(&shown.lines).path(&*diagnostic.file).line_start(place.line);
            Group::with_title(title).element(snippet.annotation(annotation))
        }
        None => {
            let origin = Origin::path(&*diagnostic.file).line(place.line).char_column(place.column);
            Group::with_title(title).element(origin)
        }
    };
    let noted = diagnostic.notes.iter().fold(group, |group, note| group.element(Level::NOTE.message(note)));
    renderer.render(&[noted.element(Level::HELP.message(&diagnostic.hint))])
}

/// What is shown of a file: the lines of the marked place.
struct Shown {
    lines: String,
    /// The marked bytes of `lines`.
    marked: Range<usize>,
}

impl Shown {
    /// At most three lines, and none where they cannot be read: too long, blank, or no text at all.
    fn new(text: &str, span: Span) -> Option<Self> {
        let first = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
        let last = text.get(span.end..)?.find('\n').map_or(text.len(), |at| span.end + at);
        let whole = text.get(first..last)?;
        let shown = whole.match_indices('\n').nth(2).map_or(whole, |(at, _)| whole.get(..at).unwrap_or(whole));
        if shown.trim().is_empty() || shown.len() > LONGEST_LINE || shown.contains('\0') {
            return None;
        }
        // Neither a byte-order mark nor the sign of a Windows line end is anything to look at.
        let clean = |part: &str| part.replace(['\u{feff}', '\r'], "");
        let offset = |at: usize| shown.get(..at.min(shown.len())).map(|before| clean(before).len());
        let marked = offset(span.start.checked_sub(first)?)?..offset(span.end.checked_sub(first)?)?;
        Some(Self { lines: clean(shown), marked })
    }
}
