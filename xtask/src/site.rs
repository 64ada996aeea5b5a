//! Owns the release site: building it with trunk, and showing what it weighs.
//! Never judges the weight; `size` does.

use crate::failure::Outcome;
use crate::kit::Kit;
use crate::process;
use crate::say::{say, spoken};
use crate::size::{self, Weight};
use crate::trunk;
use crate::workspace::Workspace;
use std::time::Instant;

/// Builds the release site into dist/ and shows the table of its files.
///
/// # Errors
/// When trunk fails, or what it has built cannot be read.
pub fn build(workspace: &Workspace, kit: &Kit) -> Outcome<Vec<Weight>> {
    let begun = Instant::now();
    say("building the release site (the first time takes some minutes) …");
    let mut command = trunk::command(workspace, kit, "build")?;
    command.arg("--release").arg("--dist").arg(workspace.dist());
    process::run(&mut command).map_err(|failure| failure.advise("what trunk and cargo said stands above"))?;
    let weights = size::weigh(&workspace.dist())?;
    say(format!("\n{}\n", size::table(&weights)));
    let place = workspace.dist();
    say(format!("built in {}: {}", spoken(begun.elapsed()), place.display()));
    Ok(weights)
}
