//! Owns formatted text as a small tree of safe nodes: what a page may show and nothing else.
//!
//! Never holds HTML, and never parses Markdown on a student's device.

#[cfg(feature = "author")]
pub mod markdown;

use serde::{Deserialize, Serialize};

/// A piece of a line of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Words as they are.
    Plain(String),
    /// Emphasised words.
    Emphasis(Vec<Inline>),
    /// Strongly emphasised words.
    Strong(Vec<Inline>),
    /// Code, names of files, literal input.
    Code(String),
    /// A link.
    Link {
        /// The address: `https:`, `http:` or `mailto:`, which the build has checked.
        address: String,
        /// What stands in the place of the address.
        label: Vec<Inline>,
    },
    /// A forced line break.
    Break,
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// One paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether the items are numbered, from 1.
        numbered: bool,
        /// The items, each of at least one block.
        items: Vec<Vec<Block>>,
    },
}

/// The words of a line without their formatting.
#[must_use]
pub fn plain(line: &[Inline]) -> String {
    let mut words = String::new();
    append(line, &mut words);
    words
}

fn append(line: &[Inline], words: &mut String) {
    for piece in line {
        match piece {
            Inline::Plain(text) | Inline::Code(text) => words.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { label: inner, .. } => {
                append(inner, words);
            }
            Inline::Break => words.push(' '),
        }
    }
}
