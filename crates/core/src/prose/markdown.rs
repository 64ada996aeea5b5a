//! Owns the step from an author's Markdown to safe nodes.
//!
//! Never lets HTML, an image or an address with a script through: each is a diagnostic.

mod allowed;
mod build;
mod frame;

use pulldown_cmark::{Options, Parser};

use super::{Block, Inline};
use crate::bank::draft::Literal;
use crate::diagnostic::{Diagnostic, Findings};
use crate::source::Span;
use build::Builder;

/// Parses one line: emphasis, code, links. What would begin a block elsewhere (`1.`, `#`, `-`) is text here.
pub(crate) fn line(literal: &Literal, findings: &mut Findings) -> Vec<Inline> {
    // Behind a word nothing begins a block, and without line breaks no second line can.
    const LEAD: &str = "x ";
    let text = format!("{LEAD}{}", literal.text().replace(['\n', '\r'], " "));
    let mut blocks = parse(&text, false, |problem, span: Span| {
        let lead = LEAD.len();
        let part = Span::new(span.start.saturating_sub(lead), span.end.saturating_sub(lead));
        findings.add(problem(literal.at(part)));
    });
    let Some(Block::Paragraph(mut line)) = blocks.pop() else { return Vec::new() };
    if let Some(Inline::Plain(first)) = line.first_mut() {
        *first = first.strip_prefix(LEAD.trim_end()).unwrap_or(first).trim_start().to_owned();
    }
    line.retain(|piece| *piece != Inline::Plain(String::new()));
    // Most lines are one piece, and a large bank has a million.
    line.shrink_to_fit();
    line
}

/// Parses paragraphs and lists.
pub(crate) fn blocks(literal: &Literal, findings: &mut Findings) -> Vec<Block> {
    parse(literal.text(), true, |problem, span| findings.add(problem(literal.at(span))))
}

/// A diagnostic that still lacks its place.
type Problem<'a> = &'a dyn Fn(Span) -> Diagnostic;

fn parse(text: &str, lists: bool, mut report: impl FnMut(Problem<'_>, Span)) -> Vec<Block> {
    let mut builder = Builder::new(text, lists);
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        builder.event(event, range.into(), &mut report);
    }
    builder.finish()
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
