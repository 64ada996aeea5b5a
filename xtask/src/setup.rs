//! Owns setting up: for each part, whether it is there, and getting it where it is not.
//! Never runs what it has set up.

use crate::browser;
use crate::cache::Cache;
use crate::failure::{Failure, Outcome};
use crate::find::{self, Found, Origin};
use crate::install;
use crate::kit::{Kit, Part, Ready};
use crate::manager::Wanted;
use crate::packages;
use crate::process;
use crate::say::{Steps, say};
use crate::system::Facts;
use crate::tool::{Package, Registry, Tool};
use crate::workspace::Workspace;
use std::path::PathBuf;
use std::time::Instant;

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
/// The first part's failure when told to stop there; none when told to go on.
pub fn prepare(workspace: &Workspace, parts: &[Part], on_failure: OnFailure) -> Outcome<Kit> {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    parts.dedup();
    let mut setup = Setup {
        workspace,
        cache: Cache::open()?,
        steps: Steps::of(parts.len()),
    };
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
            Part::Trunk => self.tool(&Tool::trunk()),
            Part::WasmBindgen => self.tool(&Tool::wasm_bindgen(&locked()?)),
            Part::TestRunner => self.tool(&Tool::test_runner(&locked()?)),
            Part::WasmOpt => self.tool(&Tool::wasm_opt()),
            Part::Browser => self.browser(),
            Part::Axe => self.axe(),
        }
    }

    fn compiler(&self) -> Outcome<Ready> {
        if cfg!(windows) || which::which("cc").is_ok() {
            self.steps.say("C compiler: there");
            return Ok(Ready::There);
        }
        let advice = packages::advice(&Facts::gather(), Wanted::Compiler);
        Err(
            Failure::new("`cc` is not on PATH, and Rust needs a C compiler to link programs")
                .advise_all(advice),
        )
    }

    fn target(&self) -> Outcome<Ready> {
        const TARGET: &str = "wasm32-unknown-unknown";
        if self.has_target(TARGET) {
            self.steps.say(format!("{TARGET}: there"));
            return Ok(Ready::There);
        }
        self.steps.say(format!("adding Rust's {TARGET} target …"));
        let missing = format!("Rust's {TARGET} target is not installed");
        if which::which("rustup").is_err() {
            return Err(Failure::new(format!("{missing}, and there is no rustup to add it"))
                .advise("install Rust by rustup (rustup.rs), then run this again")
                .advise("or install your distribution's package: libstd-rust-dev-wasm32 (Debian),")
                .advise("rust-std-static-wasm32-unknown-unknown (Fedora), rust-wasm (Arch)"));
        }
        let mut command = self.workspace.command("rustup");
        process::run(command.args(["target", "add", TARGET])).map_err(|failure| {
            Failure::new(format!("{missing}: {}", failure.happened()))
                .advise(format!("with a network, run `rustup target add {TARGET}`"))
        })?;
        Ok(Ready::There)
    }

    fn has_target(&self, target: &str) -> bool {
        let mut rustc = self.workspace.command("rustc");
        let folder = process::ask(rustc.args(["--print", "target-libdir", "--target", target]));
        folder.is_some_and(|folder| PathBuf::from(folder.trim()).is_dir())
    }

    /// trunk is run with `--offline`, so that it downloads no tools behind our back; cargo is then
    /// offline too, and what it needs has to be there already.
    fn crates(&self) -> Outcome<Ready> {
        self.steps.say("crates: fetching what Cargo.lock names …");
        process::run(self.workspace.cargo().arg("fetch")).map_err(|failure| {
            failure
                .advise("cargo's own words stand above; without a network it can fetch nothing")
                .advise("with a network, run the same command again")
        })?;
        Ok(Ready::There)
    }

    fn tool(&self, tool: &Tool) -> Outcome<Ready> {
        let folder = self.cache.folder(&tool.package.folder());
        let find = || find::on_path(tool).or_else(|| find::in_folder(tool, &folder));
        if let Some(found) = find() {
            self.steps.say(there(tool, &found));
            return Ok(Ready::Tool(found));
        }
        let lock = self.cache.lock()?;
        // Another set-up may have finished it while this one waited.
        if let Some(found) = find() {
            self.steps.say(there(tool, &found));
            return Ok(Ready::Tool(found));
        }
        self.get(&tool.package, |package| {
            self.cache.fill(&lock, &package.folder(), |partial| {
                install::package(self.workspace, package, partial)?;
                find::in_folder(tool, partial).map(|_| ()).ok_or_else(|| unusable(tool))
            })
        })?;
        let found = find::in_folder(tool, &folder).ok_or_else(|| unusable(tool))?;
        Ok(Ready::Tool(found))
    }

    fn axe(&self) -> Outcome<Ready> {
        let package = Package::axe_core();
        let script = PathBuf::from("node_modules/axe-core/axe.min.js");
        let path = self.cache.folder(&package.folder()).join(script);
        let lock = self.cache.lock()?;
        if path.is_file() {
            self.steps.say(format!("{}: in the cache", package.folder()));
            return Ok(Ready::File(path));
        }
        self.get(&package, |package| {
            self.cache.fill(&lock, &package.folder(), |partial| {
                install::package(self.workspace, package, partial)
            })
        })?;
        Ok(Ready::File(path))
    }

    /// Says what is got, how long that may take, and how long it took.
    fn get(
        &self,
        package: &Package,
        get: impl FnOnce(&Package) -> Outcome<PathBuf>,
    ) -> Outcome<()> {
        let (doing, expected) = match package.registry {
            Registry::Crates(_) => ("building", " (about 4 minutes on two cores, once)"),
            Registry::Npm => ("installing", ""),
        };
        let (name, version) = (package.name, &package.version);
        self.steps.say(format!("{doing} {name} {version}{expected} …"));
        let begun = Instant::now();
        get(package)?;
        say(format!("      {name} {version}: done in {}", crate::say::spoken(begun.elapsed())));
        Ok(())
    }

    fn browser(&self) -> Outcome<Ready> {
        let browser = match browser::find()? {
            Some(browser) => browser,
            None => {
                self.steps.say("installing a browser and its driver …");
                let missing = "tests need Chromium (or Chrome) and chromedriver on PATH";
                install::from_system(&Facts::gather(), Wanted::Browser, missing)?;
                browser::find()?.ok_or_else(|| {
                    Failure::new("the browser was installed, and is still not on PATH")
                        .advise("set CHROME and CHROMEDRIVER to the two programs' paths")
                })?
            }
        };
        let (chrome, driver) = (browser.chrome.path.display(), browser.driver.path.display());
        self.steps.say(format!("browser: {chrome} with {driver}"));
        Ok(Ready::Browser(browser))
    }
}

fn there(tool: &Tool, found: &Found) -> String {
    let place = match found.origin {
        Origin::Path => "on PATH",
        Origin::Cache => "in the cache",
    };
    format!("{} {}: {place}", tool.program, found.version)
}

fn unusable(tool: &Tool) -> Failure {
    let (program, by_hand) = (tool.program, tool.package.by_hand());
    Failure::new(format!("{program} was installed, and does not run"))
        .advise(format!("install it by hand: `{by_hand}`"))
        .advise(format!("then `{program} --version` should print a version"))
}
