//! Owns the release site: building it, and showing what it weighs.
//! Never judges the weight; `size` does.

use crate::cli::Profile;
use crate::disk;
use crate::failure::{Failure, Outcome};
use crate::hosting::{self, Player};
use crate::kit::{Kit, Part};
use crate::lms;
use crate::process;
use crate::say::{say, spoken};
use crate::size::{self, Weight};
use crate::small::{self, Library};
use crate::trunk;
use crate::workspace::Workspace;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Builds the release site into dist/ and shows the table of its files.
///
/// # Errors
/// When trunk fails, or what it has built cannot be read.
pub fn build(workspace: &Workspace, kit: &Kit) -> Outcome<Vec<Weight>> {
    let begun = Instant::now();
    say("building the release site (the first time takes some minutes) …");
    if !small(workspace, kit)? {
        let mut command = trunk::command(workspace, kit, "build")?;
        command.arg("--release").arg("--dist").arg(workspace.dist());
        process::run(&mut command).map_err(|failure| failure.advise("what trunk and cargo said stands above"))?;
        lms::build(workspace, kit, &workspace.dist(), Library::Rustups)?;
    }
    let weights = size::weigh(&workspace.dist())?;
    say(format!("\n{}\n", size::table(&weights)));
    let place = workspace.dist();
    say(format!("built in {}: {}", spoken(begun.elapsed()), place.display()));
    Ok(weights)
}

/// A site whose player tells which of its functions are called.
pub struct Marked {
    /// Its folder.
    pub site: PathBuf,
    /// The names of all functions of the player.
    pub names: PathBuf,
}

/// Builds a site to measure which functions a first answer needs.
///
/// # Errors
/// When it cannot be built as a release is.
pub fn build_marked(workspace: &Workspace, kit: &Kit) -> Outcome<Marked> {
    let names = workspace.scratch().join("functions.txt");
    match staged(workspace, kit, Player::Marked(&names))? {
        Some(site) => Ok(Marked { site, names }),
        None => Err(Failure::new("the player could not be built as for a release")
            .advise("what is in the way stands above; the source of Rust's library is needed, too")),
    }
}

/// Builds the release with a library that is compiled for size, if that can be had.
fn small(workspace: &Workspace, kit: &Kit) -> Outcome<bool> {
    let Some(site) = staged(workspace, kit, Player::Parts)? else { return Ok(false) };
    put_in_place(&site, &workspace.dist())?;
    Ok(true)
}

/// Builds the site with a library that is compiled for size, beside the one that is there. Nothing where the player cannot
/// be compiled so: a toolchain that is newer than the project may know the switches no more.
fn staged(workspace: &Workspace, kit: &Kit, player: Player<'_>) -> Outcome<Option<PathBuf>> {
    if !kit.has(Part::Library) {
        return Ok(None);
    }
    let staged = workspace.scratch().join("site");
    let data = workspace.scratch().join("data");
    // What an earlier build has left there may be of sets that are others now.
    disk::remove(&data)?;
    // The question files first, as trunk's hooks would: what is wrong in them is told before anything is compiled.
    process::run(workspace.run("verbatim-cli").args(["site", "questions", "--out"]).arg(&data))?;
    let mut command = trunk::command(workspace, kit, "build")?;
    command.arg("--config").arg(small::trunk_config(workspace)?).arg("--release").arg("--dist").arg(&staged);
    small::with_library(&mut command).env("CARGO_TARGET_DIR", Library::Small.target(workspace));
    if process::run(&mut command).is_err() {
        say("the player could not be built with a small library; going on with the one that rustup brings …");
        return Ok(None);
    }
    disk::copy(&data, &staged)?;
    hosting::finish(&staged, Profile::Release, player)?;
    if let Player::Parts = player {
        lms::build(workspace, kit, &staged, Library::Small)?;
    }
    Ok(Some(staged))
}

/// The old site stays until the new one is whole.
fn put_in_place(staged: &Path, dist: &Path) -> Outcome<()> {
    disk::remove(dist)?;
    // The target folder may lie on another disk.
    if fs::rename(staged, dist).is_err() {
        disk::copy(staged, dist)?;
    }
    Ok(())
}
