//! Owns building the player of packages for learning management systems, which lies in a site among what is for hosts.
//! Never touches the player of the site: both are compiled from the same code, this one with a feature more.

use crate::disk;
use crate::failure::Outcome;
use crate::hosting;
use crate::kit::{Kit, Part};
use crate::process;
use crate::small::{self, Library};
use crate::workspace::Workspace;
use std::path::Path;

/// Where it lies in a site.
const FOLDER: &str = "hosting/lms";
/// How trunk has the site's player made smaller, as index.html says.
const SMALLER: [&str; 4] = ["-Oz", "-g", "--converge", "--one-caller-inline-max-function-size=0"];

/// Builds it into a site whose own player is built already, with the same library, so that little is compiled again.
///
/// # Errors
/// When it cannot be compiled, or one of the tools fails.
pub fn build(workspace: &Workspace, kit: &Kit, site: &Path, library: Library) -> Outcome<()> {
    let target = library.target(workspace);
    let made = workspace.scratch().join("lms");
    disk::remove(&made)?;
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--quiet", "--package", "verbatim", "--bin", "verbatim-app", "--features", "lms"]).args([
        "--target",
        "wasm32-unknown-unknown",
        "--release",
    ]);
    if library == Library::Small {
        small::with_library(&mut cargo);
    }
    process::run(cargo.env("CARGO_TARGET_DIR", &target))?;
    let compiled = target.join("wasm32-unknown-unknown/release/verbatim-app.wasm");
    let mut bindgen = workspace.command(&kit.tool(Part::WasmBindgen)?.path);
    bindgen.args(["--target", "web", "--no-typescript", "--keep-debug", "--out-name", "lms", "--out-dir"]).arg(&made);
    process::run(bindgen.arg(&compiled))?;
    let module = made.join("lms_bg.wasm");
    let mut optimise = workspace.command(&kit.tool(Part::WasmOpt)?.path);
    process::run(optimise.args(SMALLER).arg(&module).arg("--output").arg(&module))?;
    hosting::whole(&made, &site.join(FOLDER))
}
