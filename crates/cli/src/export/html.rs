//! Owns the one file that opens by a double click: a page that holds the player and the data, and takes nothing from
//! anywhere.
//!
//! Never allows a script or a style but its own: its policy names each by hash, and no address at all.

use maud::{PreEscaped, html};

use super::packed::{self, Packed};
use super::player::Player;
use crate::data::{Chosen, FOLDER, File};
use crate::{Failure, shell};

/// Starts the player.
const LOADER: &str = include_str!("html/loader.js");
/// What the page looks like until its own styles are unpacked.
const EARLY: &str = include_str!("html/early.css");

/// What is said of a file with several banks.
const PROMISE: &str = "Question sets that quote their source: each answer is explained by the passage that proves it.";

/// What a file is about.
struct About<'a> {
    title: &'a str,
    about: &'a str,
    /// The address of the player that it opens at.
    route: String,
}

/// For which LMS a package is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lms {
    /// By what the player knows how to talk to it.
    pub name: &'static str,
    /// Whether that is by requests, to an address that only the launch names.
    pub is_asked: bool,
}

/// The page with these sets; where a package is made of it, it says for which LMS.
///
/// # Errors
///
/// That it cannot be compressed.
pub(super) fn page(chosen: &[Chosen<'_>], data: &[File], player: &Player, lms: Option<Lms>) -> Result<String, Failure> {
    let About { title, about, route } = about(chosen);
    let Packed { text, length } = packed(data, player)?;
    let (loader, early) = (bare(LOADER), bare(EARLY));
    let is_asked = lms.is_some_and(|lms| lms.is_asked);
    let policy = policy(&[&loader, &player.script], &[&early, &player.styles], is_asked);
    let head = html! {
        meta name="description" content=(about);
        link rel="icon" href=(PreEscaped(&player.icon));
        @if let Some(lms) = lms {
            meta name="lms" content=(lms.name);
        }
        style id="early" { (PreEscaped(&early)) }
    };
    let body = html! {
        div id="boot" data-route=(route) {
            main {
                h1 { (title) }
                p { (about) }
                p id="boot-message" role="status" { "The quiz is on its way…" }
                noscript {
                    p {
                        "This file is a quiz. It marks your answers on your own device and needs JavaScript for it. "
                        "Please switch it on, or open the file in a browser that has it."
                    }
                }
            }
        }
        div id="app" {}
        script type="application/octet-stream" id="packed" data-length=(length) { (PreEscaped(text)) }
        script { (PreEscaped(&loader)) }
    };
    Ok(shell::page(&policy, &format!("{title} · Verbatim"), &head, &body) + "\n")
}

/// One set is opened at its start, one bank or several at the list of their sets.
fn about<'a>(chosen: &[Chosen<'a>]) -> About<'a> {
    let list = "#/".to_owned();
    let [one] = chosen else { return About { title: "Question sets", about: PROMISE, route: list } };
    let [set] = one.sets.as_slice() else { return About { title: one.bank.title(), about: PROMISE, route: list } };
    let about = if set.about().is_empty() { PROMISE } else { set.about() };
    About { title: set.title(), about, route: format!("#/{}/{}", one.bank.id(), set.id()) }
}

/// What the loader unpacks: the player's parts, and the data under the addresses at which the player asks for it.
fn packed(data: &[File], player: &Player) -> Result<Packed, Failure> {
    let parts = [
        ("player.wasm", player.module.as_slice()),
        ("player.js", player.script.as_bytes()),
        ("player.css", player.styles.as_bytes()),
    ];
    let parts = parts.map(|(name, bytes)| (name.to_owned(), bytes));
    let data = data.iter().map(|file| (format!("{FOLDER}/{}", file.name), file.bytes.as_slice()));
    let files: Vec<(String, &[u8])> = parts.into_iter().chain(data).collect();
    packed::pack(&files).map_err(|why| {
        Failure::new(format!("the player cannot be compressed: {why}"), "report this as a defect of verbatim")
    })
}

/// The policy of the file. The player's own script and styles are put in by the loader, as they are. Where an LMS is asked, it
/// may be at any address: none is known before the launch.
fn policy(scripts: &[&str], styles: &[&str], asks_an_lms: bool) -> String {
    let hashes = |texts: &[&str]| texts.iter().map(|text| format!(" {}", shell::hash(text))).collect::<String>();
    let connections = asks_an_lms.then(|| "connect-src https: http:".to_owned());
    let rest = [
        // What WebAssembly needs to be compiled; it allows no `eval`.
        format!("script-src 'wasm-unsafe-eval'{}", hashes(scripts)),
        format!("style-src{}", hashes(styles)),
        // The icon stands in its own address.
        "img-src data:".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types verbatim".to_owned(),
    ];
    core::iter::once("default-src 'none'".to_owned()).chain(rest).chain(connections).collect::<Vec<_>>().join("; ")
}

/// A script or a style without the lines that are comments, and with line ends as browsers read them.
fn bare(text: &str) -> String {
    let is_code = |line: &&str| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*");
    text.lines().map(str::trim).filter(is_code).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_allowed_that_is_unsafe_but_compiling_wasm() {
        let policy = policy(&["a()"], &["p{}"], false);
        assert!(policy.starts_with("default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-"), "{policy}");
        assert!(!policy.contains("'unsafe-") && !policy.contains("'self'"), "{policy}");
        assert!(!policy.contains("http") && !policy.contains('*') && !policy.contains('"'), "{policy}");
    }

    #[test]
    fn where_an_lms_is_asked_nothing_else_is_allowed_besides() {
        let [without, with] = [false, true].map(|asks| policy(&["a()"], &["p{}"], asks));
        assert_eq!(with, format!("{without}; connect-src https: http:"));
    }

    #[test]
    fn the_loader_has_no_text_that_would_end_it() {
        for text in [bare(LOADER), bare(EARLY)] {
            assert!(!text.contains("</") && !text.contains("<!--") && !text.contains("/*"), "{text}");
        }
    }
}
