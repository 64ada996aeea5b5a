//! Owns having the pages of a site written by the tool that can render the player's views.
//! Never renders one itself: what is needed for that would be compiled before anything else here.

use crate::failure::Outcome;
use crate::process;
use crate::workspace::Workspace;
use std::path::Path;

/// Writes one page for the catalogue, one for each set and one for each glossary.
///
/// # Errors
/// When the tool cannot be built or run, or says that it failed.
pub fn write(site: &Path) -> Outcome<()> {
    let mut cargo = Workspace::find()?.cargo();
    cargo.args(["run", "--quiet", "--package", "verbatim-pages", "--"]).arg(site);
    process::run(&mut cargo)
        .map_err(|failure| failure.advise("the site's pages were not written: what is in the way stands above"))
}
