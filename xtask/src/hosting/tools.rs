//! Owns having steps of a release done by the tools that can: what they need would be compiled before anything else here.
//! Never does such a step itself.

use crate::failure::Outcome;
use crate::process;
use crate::workspace::Workspace;
use std::path::Path;
use std::process::Command;

/// What becomes of the player.
#[derive(Clone, Copy, Debug)]
pub enum Player<'a> {
    /// It comes in two parts.
    Parts,
    /// It tells which of its functions are called; their names are written into this file.
    Marked(&'a Path),
}

/// Writes the pages: of the catalogue, of each set, of each glossary.
///
/// # Errors
/// When the tool cannot be built or run, or says that it failed.
pub fn write_pages(site: &Path) -> Outcome<()> {
    let told = |tool: &mut Command| {
        tool.arg(site);
    };
    run("verbatim-pages", told).map_err(|failure| failure.advise("the site's pages were not written"))
}

/// Puts the player in two parts, what a first answer needs and the rest, or marks its functions.
///
/// # Errors
/// When the tool cannot be built or run, or says that it failed.
pub fn split(site: &Path, player: Player<'_>) -> Outcome<()> {
    let told = |tool: &mut Command| match player {
        Player::Parts => {
            tool.arg(site);
        }
        Player::Marked(names) => {
            tool.arg(site).arg("--mark").arg(names);
        }
    };
    run("verbatim-split", told).map_err(|failure| failure.advise("the player was not put in parts"))
}

/// Writes a player that wasm-bindgen has left in `made` into a folder of a site, whole.
///
/// # Errors
/// When the tool cannot be built or run, or says that it failed.
pub fn whole(made: &Path, folder: &Path) -> Outcome<()> {
    let told = |tool: &mut Command| {
        tool.arg(made).arg("--whole").arg(folder);
    };
    run("verbatim-split", told).map_err(|failure| failure.advise("the player for packages was not written"))
}

fn run(tool: &str, tell: impl FnOnce(&mut Command)) -> Outcome<()> {
    let mut cargo = Workspace::find()?.run(tool);
    tell(&mut cargo);
    process::run(&mut cargo).map_err(|failure| failure.advise("what is in the way stands above"))
}
