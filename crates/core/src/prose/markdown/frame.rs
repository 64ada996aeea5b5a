//! Owns an element that is still open, and what it has collected.
//!
//! Never closes itself.

use crate::prose::{Block, Inline};

/// What an open element will become.
pub(super) enum Shape {
    Paragraph,
    Emphasis,
    Strong,
    Link(String),
    List {
        numbered: bool,
    },
    Item,
    /// Not allowed and reported: what it holds is dropped.
    Dropped,
}

pub(super) struct Frame {
    pub shape: Shape,
    pub line: Vec<Inline>,
    pub blocks: Vec<Block>,
    pub items: Vec<Vec<Block>>,
}

impl Frame {
    /// Nothing in it yet.
    pub fn new(shape: Shape) -> Self {
        Self { shape, line: Vec::new(), blocks: Vec::new(), items: Vec::new() }
    }

    /// The line of a tight list item becomes a paragraph before another block follows it.
    pub fn flush(&mut self) {
        if !self.line.is_empty() {
            self.blocks.push(Block::Paragraph(core::mem::take(&mut self.line)));
        }
    }

    pub fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }
}
