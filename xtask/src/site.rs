//! Owns the release site: building it, and showing what it weighs.
//! Never judges the weight; `size` does.

use crate::cli::Profile;
use crate::failure::{Explain, Failure, Outcome};
use crate::hosting::{self, Player};
use crate::kit::{Kit, Part};
use crate::process;
use crate::say::{say, spoken};
use crate::size::{self, Weight};
use crate::small;
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
    remove(&data)?;
    // The question files first, as trunk's hooks would: what is wrong in them is told before anything is compiled.
    let mut check = workspace.cargo();
    check
        .args(["run", "--quiet", "--profile", "tool", "--package", "verbatim-cli", "--", "site", "questions", "--out"])
        .arg(&data);
    process::run(&mut check)?;
    let mut command = trunk::command(workspace, kit, "build")?;
    command.arg("--config").arg(small::trunk_config(workspace)?).arg("--release").arg("--dist").arg(&staged);
    small::with_library(&mut command).env("CARGO_TARGET_DIR", workspace.scratch().join("small"));
    if process::run(&mut command).is_err() {
        say("the player could not be built with a small library; going on with the one that rustup brings …");
        return Ok(None);
    }
    copy(&data, &staged)?;
    hosting::finish(&staged, Profile::Release, player)?;
    Ok(Some(staged))
}

/// Copies a folder's files and folders into another one.
fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to).explain(|| format!("create {}", to.display()))?;
    for entry in fs::read_dir(from).explain(|| format!("read {}", from.display()))? {
        let path = entry.explain(|| format!("read {}", from.display()))?.path();
        let Some(name) = path.file_name() else { continue };
        let place = to.join(name);
        if path.is_dir() {
            copy(&path, &place)?;
        } else {
            fs::copy(&path, &place).explain(|| format!("write {}", place.display()))?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).explain(|| format!("remove {}", folder.display()))?;
    }
    Ok(())
}

/// The old site stays until the new one is whole.
fn put_in_place(staged: &Path, dist: &Path) -> Outcome<()> {
    remove(dist)?;
    // The target folder may lie on another disk.
    if fs::rename(staged, dist).is_err() {
        copy(staged, dist)?;
    }
    Ok(())
}
