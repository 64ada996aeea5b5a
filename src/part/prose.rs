//! Owns how formatted text becomes elements.
//!
//! Never inserts HTML: there is none in the tree that it is given.

use verbatim_core::prose::{Block, Inline};

use super::element::{Node, el, list};
use super::link::outward;

/// A line of text.
pub fn line(pieces: &[Inline]) -> Node {
    pieces.iter().fold(list(), piece)
}

/// Paragraphs and lists.
pub fn blocks(blocks: &[Block]) -> Node {
    list().with_all(blocks.iter().map(block))
}

/// Puts a piece behind those before it.
fn piece(line: Node, piece: &Inline) -> Node {
    match piece {
        Inline::Plain(text) => line.with(text.as_str()),
        Inline::Emphasis(inner) => line.with(el("em").with(self::line(inner))),
        Inline::Strong(inner) => line.with(el("strong").with(self::line(inner))),
        Inline::Code(text) => line.with(el("code").with(text.as_str())),
        Inline::Link { address, label } => line.with(outward("a", address).with(self::line(label))),
        Inline::Break => line.with(el("br")),
    }
}

fn block(block: &Block) -> Node {
    match block {
        Block::Paragraph(text) => el("p").with(line(text)),
        Block::List { numbered, items } => {
            let name = if *numbered { "ol" } else { "ul" };
            el(name).with_all(items.iter().map(|item| el("li").with(blocks(item))))
        }
    }
}
