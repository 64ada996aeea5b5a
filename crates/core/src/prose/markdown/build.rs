//! Owns how parser events become a tree of safe nodes.
//!
//! Never parses, and never keeps what it reports.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag};

use super::Problem;
use super::allowed::{is_allowed_address, name};
use super::frame::{Frame, Shape};
use crate::diagnostic;
use crate::prose::{Block, Inline};
use crate::source::Span;

/// The tree as far as it has been built.
pub(super) struct Builder<'a> {
    text: &'a str,
    lists: bool,
    /// How many raw tags of a name were reported and are still to be closed.
    open_tags: BTreeMap<String, usize>,
    /// The open elements; the first is the whole text.
    frames: Vec<Frame>,
}

impl<'a> Builder<'a> {
    /// A tree for this text, which may hold lists or not.
    pub fn new(text: &'a str, lists: bool) -> Self {
        Self { text, lists, open_tags: BTreeMap::new(), frames: vec![Frame::new(Shape::Item)] }
    }

    pub fn event(&mut self, event: Event<'_>, span: Span, report: &mut impl FnMut(Problem<'_>, Span)) {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let lines = self.text.get(span.start..span.end).unwrap_or_default();
                let first = lines.lines().next().unwrap_or_default();
                report(&|span| diagnostic::raw_html(span, first), Span::new(span.start, span.start + first.len()));
                self.frames.push(Frame::new(Shape::Dropped));
            }
            Event::Start(tag) => {
                let shape = self.shape(&tag, span, report);
                self.frames.push(Frame::new(shape));
            }
            Event::End(_) => self.close(),
            Event::Text(text) => self.add(Inline::Plain(text.into_string())),
            Event::Code(text) => self.add(Inline::Code(text.into_string())),
            Event::SoftBreak => self.add(Inline::Plain(" ".to_owned())),
            Event::HardBreak => self.add(Inline::Break),
            // Its block has been reported.
            Event::Html(_) => {}
            Event::InlineHtml(tag) => self.inline_html(&tag, span, report),
            Event::Rule => report(&|span| self.not_allowed(span, "a rule"), span),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                report(&|span| self.not_allowed(span, "this mark"), span);
            }
        }
    }

    pub fn finish(mut self) -> Vec<Block> {
        while self.frames.len() > 1 {
            self.close();
        }
        self.frames.pop().map(Frame::into_blocks).unwrap_or_default()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "whatever else Markdown has, or will have, is not allowed")]
    fn shape(&self, tag: &Tag<'_>, span: Span, report: &mut impl FnMut(Problem<'_>, Span)) -> Shape {
        match tag {
            Tag::Paragraph => Shape::Paragraph,
            Tag::Emphasis => Shape::Emphasis,
            Tag::Strong => Shape::Strong,
            Tag::List(first) if self.lists => Shape::List { numbered: first.is_some() },
            Tag::Item => Shape::Item,
            Tag::Link { dest_url, .. } if is_allowed_address(dest_url) => Shape::Link(dest_url.to_string()),
            Tag::Link { dest_url, .. } => {
                report(&|span| diagnostic::address_not_allowed(span, dest_url), span);
                Shape::Dropped
            }
            Tag::HtmlBlock => Shape::Dropped,
            other => {
                report(&|span| self.not_allowed(span, name(other)), span);
                Shape::Dropped
            }
        }
    }

    /// A closing tag belongs to its opening one, which has been reported.
    fn inline_html(&mut self, tag: &str, span: Span, report: &mut impl FnMut(Problem<'_>, Span)) {
        let inner = tag.trim_start_matches(['<', '/']);
        let open = self.open_tags.entry(inner.chars().take_while(char::is_ascii_alphanumeric).collect()).or_default();
        if tag.starts_with("</") && *open > 0 {
            *open -= 1;
            return;
        }
        *open += usize::from(!tag.starts_with("</"));
        report(&|span| diagnostic::raw_html(span, tag.lines().next().unwrap_or_default()), span);
    }

    fn not_allowed(&self, span: Span, what: &str) -> diagnostic::Diagnostic {
        let allowed = if self.lists {
            "use paragraphs, lists, *emphasis*, **strong**, `code` and [links](https://…)"
        } else {
            "use *emphasis*, **strong**, `code` and [links](https://…)"
        };
        diagnostic::markup_not_allowed(span, what, allowed)
    }

    fn add(&mut self, piece: Inline) {
        let Some(frame) = self.frames.last_mut() else { return };
        match (frame.line.last_mut(), piece) {
            (Some(Inline::Plain(words)), Inline::Plain(more)) => words.push_str(&more),
            (_, piece) => frame.line.push(piece),
        }
    }

    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        match frame.shape {
            Shape::Emphasis => self.add(Inline::Emphasis(frame.line)),
            Shape::Strong => self.add(Inline::Strong(frame.line)),
            Shape::Link(address) => self.add(Inline::Link { address, label: frame.line }),
            Shape::Paragraph => self.add_block(Block::Paragraph(frame.line)),
            Shape::List { numbered } => self.add_block(Block::List { numbered, items: frame.items }),
            Shape::Item => {
                let blocks = frame.into_blocks();
                if let Some(list) = self.frames.last_mut() {
                    list.items.push(blocks);
                }
            }
            Shape::Dropped => {}
        }
    }

    fn add_block(&mut self, block: Block) {
        if let Some(frame) = self.frames.last_mut() {
            frame.flush();
            frame.blocks.push(block);
        }
    }
}
