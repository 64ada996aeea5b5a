//! Owns how formatted text becomes elements.
//!
//! Never inserts HTML: there is none in the tree that it is given.

use verbatim_core::prose::{Block, Inline};
use yew::{Html, html};

/// A line of text.
pub fn line(pieces: &[Inline]) -> Html {
    pieces.iter().map(piece).collect()
}

/// Paragraphs and lists.
pub fn blocks(list: &[Block]) -> Html {
    list.iter().map(block).collect()
}

fn piece(piece: &Inline) -> Html {
    match piece {
        Inline::Plain(text) => html! { text },
        Inline::Emphasis(inner) => html! { <em>{ line(inner) }</em> },
        Inline::Strong(inner) => html! { <strong>{ line(inner) }</strong> },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Link { address, label } => {
            html! { <a href={address.clone()} rel="noreferrer">{ line(label) }</a> }
        }
        Inline::Break => html! { <br /> },
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ line(text) }</p> },
        Block::List { numbered: true, items } => html! { <ol>{ for items.iter().map(|item| self::item(item)) }</ol> },
        Block::List { numbered: false, items } => html! { <ul>{ for items.iter().map(|item| self::item(item)) }</ul> },
    }
}

fn item(item: &[Block]) -> Html {
    html! { <li>{ blocks(item) }</li> }
}
