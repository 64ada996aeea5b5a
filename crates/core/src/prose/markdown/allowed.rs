//! Owns what a page may link to, and what the rest of Markdown is called.
//!
//! Never reports.

use pulldown_cmark::Tag;

/// Whether a page may link there: no scripts, no addresses relative to wherever the quiz lies.
pub(super) fn is_allowed_address(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("https" | "http" | "mailto"))
}

/// What an author calls an element that is not allowed.
pub(super) fn name(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Heading { .. } => "a heading",
        Tag::BlockQuote(_) => "a block quotation",
        Tag::CodeBlock(_) => "a code block",
        Tag::Image { .. } => "an image",
        Tag::List(_) | Tag::Item => "a list",
        Tag::Paragraph
        | Tag::HtmlBlock
        | Tag::FootnoteDefinition(_)
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Table(_)
        | Tag::TableHead
        | Tag::TableRow
        | Tag::TableCell
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::Link { .. }
        | Tag::MetadataBlock(_) => "this mark",
    }
}
