//! Owns setting up: which parts in which order, saying how far it is, and what a failure means.
//! Never runs what it has set up. How each part is got stands in the files below this one.

mod packaged;
mod rust;
mod system;

use crate::cache::Cache;
use crate::failure::Outcome;
use crate::kit::{Kit, Part, Ready};
use crate::say::{Steps, say};
use crate::tool::{Package, Tool};
use crate::workspace::Workspace;

/// What to do when a part cannot be set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnFailure {
    /// Give up, because all parts are needed.
    Stop,
    /// Go on, because other parts serve other purposes.
    GoOn,
}

/// Sets up these parts, each one once, and says how far it is.
///
/// # Errors
/// The first part's failure when told to stop there; else only when there is no cache folder.
pub fn prepare(workspace: &Workspace, parts: &[Part], on_failure: OnFailure) -> Outcome<Kit> {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    parts.dedup();
    let mut setup = Setup { workspace, cache: Cache::open()?, steps: Steps::of(parts.len()) };
    let mut kit = Kit::default();
    for part in parts {
        setup.steps.next();
        let outcome = setup.part(part);
        if let Err(failure) = &outcome {
            if on_failure == OnFailure::Stop {
                return Err(failure.clone());
            }
            say(failure);
        }
        kit.put(part, outcome);
    }
    say(format!("      set up in {}", setup.steps.taken()));
    Ok(kit)
}

struct Setup<'a> {
    workspace: &'a Workspace,
    cache: Cache,
    steps: Steps,
}

impl Setup<'_> {
    fn part(&self, part: Part) -> Outcome<Ready> {
        let locked = || self.workspace.locked_version("wasm-bindgen");
        match part {
            Part::Compiler => self.compiler(),
            Part::Target => self.target(),
            Part::Crates => self.crates(),
            Part::Library => Ok(self.library()),
            Part::Trunk => self.tool(&Tool::trunk()),
            Part::WasmBindgen => self.tool(&Tool::wasm_bindgen(&locked()?)),
            Part::TestRunner => self.tool(&Tool::test_runner(&locked()?)),
            Part::WasmOpt => self.tool(&Tool::wasm_opt()),
            Part::Browser => self.browser(),
            Part::Firefox => self.firefox(),
            Part::Geckodriver => self.tool(&Tool::geckodriver()),
            Part::Webkit => self.webkit(),
            Part::Screen => self.screen(),
            Part::Axe => self.file_of(&Package::axe_core(), "axe.min.js"),
            Part::Scorm => self.file_of(&Package::scorm_again(), "dist/scorm-again.min.js"),
            Part::Python => self.python(),
            Part::Nginx => self.nginx(),
            Part::Xmllint => self.xmllint(),
            // One of them; the others lie around it.
            Part::Schemas => self
                .file_of(&Package::scorm_packager(), "lib/schemas/definitionFiles/scorm12edition/imscp_rootv1p1p2.xsd"),
            Part::Node => self.node(),
            Part::Validator => self.file_of(&Package::xapi_validation(), "dist/index.js"),
        }
    }
}
