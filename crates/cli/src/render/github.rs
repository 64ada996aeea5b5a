//! Owns the annotations that GitHub Actions shows beside the lines of a change.
//!
//! Never prints more than one line a problem: a workflow command ends at the line's end.

use verbatim_core::diagnostic::Diagnostic;

use super::{inside, json::word, position};
use crate::check::summary;
use crate::files::Checked;

/// Prints a workflow command for each problem, then a line for each bank.
pub fn print(checked: &[Checked]) {
    anstream::print!("{}", text(checked));
}

/// What is printed.
#[must_use]
pub fn text(checked: &[Checked]) -> String {
    let mut out = String::new();
    for bank in checked {
        for diagnostic in &bank.diagnostics {
            let text = bank.texts.get(&diagnostic.file).map_or("", String::as_str);
            out += &(command(diagnostic, text) + "\n");
        }
    }
    checked.iter().for_each(|bank| out += &(summary(bank) + "\n"));
    out
}

/// The workflow command for one problem.
#[must_use]
pub fn command(diagnostic: &Diagnostic, text: &str) -> String {
    let span = inside(text, diagnostic.span);
    let (start, end) = (position(text, span.start), position(text, span.end));
    let mut message = diagnostic.message.clone();
    for part in core::iter::once(&diagnostic.label).chain(&diagnostic.notes).filter(|part| !part.is_empty()) {
        message.push('\n');
        message.push_str(part);
    }
    format!(
        "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}",
        word(diagnostic.severity),
        property(&diagnostic.file),
        start.line,
        start.column,
        end.line,
        end.column,
        property(diagnostic.code),
        data(&format!("{message}\nhelp: {}", diagnostic.hint)),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert_eq!(data("50 %\nmore"), "50 %25%0Amore");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
