//! Owns the parts that come as packages: tools, the browser, axe-core, scorm-again. Whether each is there, and
//! getting it where it is not. Never calls an installer itself; `install` does.

use super::Setup;
use crate::browser;
use crate::failure::{Failure, Outcome};
use crate::find::{self, Found, Origin};
use crate::install;
use crate::kit::Ready;
use crate::package_manager::Wanted;
use crate::say::{say, spoken};
use crate::system::Facts;
use crate::tool::{Package, Registry, Tool};
use std::path::Path;
use std::time::Instant;

impl Setup<'_> {
    pub(super) fn tool(&self, tool: &Tool) -> Outcome<Ready> {
        let folder = self.cache.folder(&tool.package.folder());
        if let Some(found) = find::on_path(tool).or_else(|| find::in_folder(tool, &folder)) {
            self.steps.say(there(tool, &found));
            return Ok(Ready::Tool(found));
        }
        let in_place = |folder: &Path| find::in_folder(tool, folder).is_some();
        self.get(&tool.package, in_place)?;
        let found = find::in_folder(tool, &folder).ok_or_else(|| unusable(&tool.package))?;
        Ok(Ready::Tool(found))
    }

    /// A file of a package of npm.
    pub(super) fn file_of(&self, package: &Package, file: &str) -> Outcome<Ready> {
        let script = Path::new("node_modules").join(package.name).join(file);
        let path = self.cache.folder(&package.folder()).join(&script);
        if path.is_file() {
            self.steps.say(format!("{} {}: in the cache", package.name, package.version));
        } else {
            self.get(package, |folder| folder.join(&script).is_file())?;
        }
        Ok(Ready::File(path))
    }

    pub(super) fn browser(&self) -> Outcome<Ready> {
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

    /// Gets a package into the cache, and says what is done, how long that may take, and how long
    /// it took. `in_place` tells whether a folder holds what the package is wanted for.
    fn get(&self, package: &Package, in_place: impl Fn(&Path) -> bool) -> Outcome<()> {
        let lock = self.cache.lock()?;
        let (name, version, folder) = (package.name, &package.version, package.folder());
        // Another set-up may have finished it while this one waited.
        if in_place(&self.cache.folder(&folder)) {
            self.steps.say(format!("{name} {version}: in the cache"));
            return Ok(());
        }
        let (doing, expected) = match package.registry {
            Registry::Crates(_) => ("building", " (about 4 minutes on two cores, once)"),
            Registry::Npm => ("installing", ""),
        };
        self.steps.say(format!("{doing} {name} {version}{expected} …"));
        let begun = Instant::now();
        self.cache.fill(&lock, &folder, |partial| {
            install::package(self.workspace, package, partial)?;
            in_place(partial).then_some(()).ok_or_else(|| unusable(package))
        })?;
        say(format!("      {name} {version}: done in {}", spoken(begun.elapsed())));
        Ok(())
    }
}

fn there(tool: &Tool, found: &Found) -> String {
    let place = match found.origin {
        Origin::Path => "on PATH",
        Origin::Cache => "in the cache",
    };
    format!("{} {}: {place}", tool.program, found.version)
}

fn unusable(package: &Package) -> Failure {
    let Package { name, version, .. } = package;
    Failure::new(format!("{name} {version} was installed, and cannot be used here"))
        .advise(format!("install it by hand: `{}`", package.by_hand()))
}
