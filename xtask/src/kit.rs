//! Owns what a set-up ended with: each part that is there, each that is not and why.
//! Never sets anything up; `setup` does.

use crate::browser::Browser;
use crate::failure::{Failure, Outcome};
use crate::find::{Found, Origin};
use crate::plan::Engine;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One thing that a command may need, in the order in which they are set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A C compiler, which Rust links with.
    Compiler,
    /// Rust's standard library for WebAssembly.
    Target,
    /// The crates that Cargo.lock names, fetched.
    Crates,
    /// The source of Rust's own library, of which a release compiles a smaller one.
    Library,
    /// trunk.
    Trunk,
    /// wasm-bindgen.
    WasmBindgen,
    /// wasm-bindgen-test-runner.
    TestRunner,
    /// wasm-opt.
    WasmOpt,
    /// A browser and its driver.
    Browser,
    /// Firefox.
    Firefox,
    /// geckodriver, which drives it.
    Geckodriver,
    /// WebKitGTK's driver, which knows its browser.
    Webkit,
    /// Xvfb, a screen for a browser that cannot do without one.
    Screen,
    /// axe-core.
    Axe,
    /// scorm-again, the run-time of a learning management system.
    Scorm,
    /// Python 3, whose own server some tests look at the site by.
    Python,
    /// nginx, by which some tests look at it with the headers that it brings.
    Nginx,
    /// xmllint, which says whether a manifest is as its schemas want it.
    Xmllint,
    /// Those schemas.
    Schemas,
    /// Node, which runs the validator.
    Node,
    /// What says whether statements are as xAPI wants them.
    Validator,
}

impl Part {
    /// What `serve` needs.
    pub const SERVE: &[Self] = &[Self::Compiler, Self::Target, Self::Crates, Self::Trunk, Self::WasmBindgen];
    /// What `build` needs.
    pub const BUILD: &[Self] =
        &[Self::Compiler, Self::Target, Self::Crates, Self::Library, Self::Trunk, Self::WasmBindgen, Self::WasmOpt];
    /// What tests on this machine need.
    pub const UNIT: &[Self] = &[Self::Compiler];
    /// What tests of the app's wasm need.
    pub const WASM: &[Self] = &[Self::Compiler, Self::Target, Self::Crates, Self::TestRunner, Self::Browser];
    /// What tests of the whole site need beyond [`Part::BUILD`], in this browser.
    pub fn site_tests(engine: Engine) -> &'static [Self] {
        match engine {
            Engine::Chromium => &[Self::Axe, Self::Scorm, Self::Browser],
            Engine::Firefox => &[Self::Axe, Self::Scorm, Self::Firefox, Self::Geckodriver],
            Engine::Webkit => &[Self::Axe, Self::Scorm, Self::Webkit, Self::Screen],
        }
    }
    /// What only some of them need, which fail without it.
    pub const SERVERS: &[Self] =
        &[Self::Python, Self::Nginx, Self::Xmllint, Self::Schemas, Self::Node, Self::Validator];
}

/// What became of one part.
#[derive(Clone, Debug)]
pub enum Ready {
    /// It is there, and nothing has to be known about it.
    There,
    /// It is not there, and can be done without.
    Missed,
    /// A tool that can be run.
    Tool(Found),
    /// A browser with its driver.
    Browser(Browser),
    /// A file.
    File(PathBuf),
}

/// What a set-up ended with.
#[derive(Clone, Debug, Default)]
pub struct Kit {
    parts: BTreeMap<Part, Outcome<Ready>>,
}

impl Kit {
    /// Keeps what became of a part.
    pub fn put(&mut self, part: Part, outcome: Outcome<Ready>) {
        self.parts.insert(part, outcome);
    }

    /// Asks for all these parts.
    ///
    /// # Errors
    /// The failure of the first one that is not there.
    pub fn need(&self, parts: &[Part]) -> Outcome<()> {
        parts.iter().try_for_each(|part| self.get(*part).map(|_| ()))
    }

    /// Whether a part that can be done without is there.
    pub fn has(&self, part: Part) -> bool {
        matches!(self.parts.get(&part), Some(Ok(ready)) if !matches!(ready, Ready::Missed))
    }

    /// A tool.
    ///
    /// # Errors
    /// When it is not there.
    pub fn tool(&self, part: Part) -> Outcome<&Found> {
        match self.get(part)? {
            Ready::Tool(found) => Ok(found),
            Ready::There | Ready::Missed | Ready::Browser(_) | Ready::File(_) => Err(not_set_up(part)),
        }
    }

    /// The browser.
    ///
    /// # Errors
    /// When it is not there.
    pub fn browser(&self) -> Outcome<&Browser> {
        match self.get(Part::Browser)? {
            Ready::Browser(browser) => Ok(browser),
            Ready::There | Ready::Missed | Ready::Tool(_) | Ready::File(_) => Err(not_set_up(Part::Browser)),
        }
    }

    /// The script that checks accessibility, or a program of the system’s.
    ///
    /// # Errors
    /// When it is not there.
    pub fn file(&self, part: Part) -> Outcome<&Path> {
        match self.get(part)? {
            Ready::File(path) => Ok(path),
            Ready::There | Ready::Missed | Ready::Tool(_) | Ready::Browser(_) => Err(not_set_up(part)),
        }
    }

    /// The folders of the tools that are not on PATH already.
    pub fn folders(&self) -> Vec<PathBuf> {
        let tools = self.parts.values().filter_map(|outcome| match outcome {
            Ok(Ready::Tool(found)) if found.origin == Origin::Cache => found.path.parent(),
            Ok(_) | Err(_) => None,
        });
        tools.map(Path::to_path_buf).collect()
    }

    fn get(&self, part: Part) -> Outcome<&Ready> {
        match self.parts.get(&part) {
            Some(Ok(ready)) => Ok(ready),
            Some(Err(failure)) => Err(failure.clone()),
            None => Err(not_set_up(part)),
        }
    }
}

/// A part that was asked for and never set up: a mistake of this program, not of a person.
fn not_set_up(part: Part) -> Failure {
    Failure::new(format!("{part:?} was not set up, which is a bug in xtask"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::Version;

    fn found(path: &str, origin: Origin) -> Outcome<Ready> {
        Ok(Ready::Tool(Found { path: path.into(), version: Version::find("1").unwrap(), origin }))
    }

    #[test]
    fn only_tools_of_the_cache_need_their_folder_on_path() {
        let mut kit = Kit::default();
        kit.put(Part::Trunk, found("/usr/bin/trunk", Origin::Path));
        kit.put(Part::WasmOpt, found("/cache/bin/wasm-opt", Origin::Cache));
        assert_eq!(kit.folders(), [PathBuf::from("/cache/bin")]);
    }

    #[test]
    fn a_part_that_failed_is_told_by_its_own_failure() {
        let mut kit = Kit::default();
        kit.put(Part::Compiler, Ok(Ready::There));
        kit.put(Part::Target, Err(Failure::new("no rustup")));
        kit.put(Part::Crates, Err(Failure::new("no network")));
        let failure = kit.need(Part::SERVE).unwrap_err();
        assert_eq!(failure.happened(), "no rustup");
    }

    #[test]
    fn every_part_of_serve_is_a_part_of_build() {
        assert!(Part::SERVE.iter().all(|part| Part::BUILD.contains(part)));
    }
}
