//! Owns the page that `coverage --html` writes: one file that asks nothing of anybody.
//!
//! Never runs a script, and never takes a style but its own, which its policy names by hash.

mod parts;
mod picture;
mod questions;

use maud::{Markup, PreEscaped, html};

use crate::coverage::Covered;
use crate::shell;

/// The values that the player's own styles use.
const TOKENS: &str = include_str!("../../../../../styles/tokens.css");
const STYLE: &str = include_str!("html/style.css");

/// The page about some banks.
#[must_use]
pub fn page(banks: &[Covered]) -> String {
    let style = format!("{TOKENS}{STYLE}{}", picture::widths(banks));
    let hash = shell::hash(&style);
    let policy = format!("default-src 'none'; style-src {hash}; base-uri 'none'; form-action 'none'");
    let titles: Vec<&str> = banks.iter().map(|one| one.of.bank.title()).collect();
    let head = html! { style { (PreEscaped(&style)) } };
    let body = html! {
        header.head { h1 { "What the questions quote" } }
        main { @for covered in banks { (bank(covered)) } }
    };
    shell::page(&policy, &format!("What is quoted: {}", titles.join(", ")), &head, &body)
}

fn bank(covered: &Covered) -> Markup {
    let (of, coverage) = (&covered.of, &covered.coverage);
    let (id, source) = (of.bank.id(), of.bank.source());
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (of.bank.title()) }
            p.soft {
                "About " cite lang=(source.language) { (source.title) }
                @if let Some(publisher) = &source.publisher { ", " (publisher) }
                @if let Some(published) = &source.published { ", " (published) }
            }
            @for fact in super::facts(coverage) { p { (fact) } }
            h3 { "The source, sentence by sentence" }
            (picture::picture(covered))
            @if !coverage.concepts().is_empty() {
                h3 { "Concepts by difficulty" }
                (parts::concepts(covered))
            }
            h3 { "Each sentence and the questions that quote it" }
            (parts::sentences(covered))
            h3 { "Each question and what it quotes" }
            (questions::questions(covered))
        }
    }
}

/// The id of a sentence on the page, by its number from 1.
fn sentence_id(covered: &Covered, number: u32) -> String {
    format!("{}.s{number}", covered.of.bank.id())
}

/// The id of a question on the page.
fn question_id(covered: &Covered, question: &str) -> String {
    format!("{}.q.{question}", covered.of.bank.id())
}
