//! Owns having the pages of a site written by the tool that can render the player's views.
//! Never renders one itself: what is needed for that would be compiled before anything else here.

use crate::failure::{Explain, Failure, Outcome};
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// Writes one page for the catalogue, one for each set and one for each glossary.
///
/// # Errors
/// When the tool cannot be built or run, or says that it failed.
pub fn write(site: &Path) -> Outcome<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "verbatim-pages", "--"]).arg(site);
    let status = command.status().explain(|| "run cargo for the site's pages".into())?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new("the site's pages were not written").advise("what is in the way stands above"))
}
