//! Owns running the installers: cargo, npm and the system's package manager.
//! Never decides whether something is lacking, nor where it is kept.

use crate::failure::{Explain, Failure, Outcome};
use crate::package_manager::Wanted;
use crate::packages::{self, Plan};
use crate::process::{self, Ear};
use crate::say::say;
use crate::system::Facts;
use crate::tool::{Package, Registry};
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Optimised, the tools would take three times as long to build and run no faster to speak of.
const UNOPTIMISED: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Installs a package into `folder`.
///
/// # Errors
/// When the installer is missing or fails; it has then said why in its own words.
pub fn package(workspace: &Workspace, package: &Package, folder: &Path) -> Outcome<()> {
    let (installer, installed) = match package.registry {
        Registry::Crates(options) => ("cargo", from_crates(workspace, package, options, folder)),
        Registry::Npm => ("npm", from_npm(workspace, package, &npm(package)?, folder)),
    };
    installed.map_err(|failure| {
        failure
            .advise(format!("what {installer} said stands above; without a network it can fetch nothing"))
            .advise("run the same command again to go on from there")
            .advise(format!("or install it by hand: `{}`", package.by_hand()))
    })
}

/// Installs what is wanted from the system's packages, if that can be done without asking.
///
/// # Errors
/// When it cannot: the failure then tells the person what to install.
pub fn from_system(facts: &Facts, wanted: Wanted, missing: &str) -> Outcome<()> {
    let failure = |happened| Failure::new(happened).advise_all(packages::advice(facts, wanted));
    let commands = match packages::plan(facts, wanted) {
        Plan::Run(commands) => commands,
        Plan::Tell(_) => return Err(failure(missing.to_owned())),
    };
    for words in commands {
        let Some((program, arguments)) = words.split_first() else {
            continue;
        };
        let mut command = Command::new(program);
        process::run(command.args(arguments))
            .map_err(|ended| failure(format!("{missing}, and {}", ended.happened())))?;
    }
    Ok(())
}

fn from_crates(workspace: &Workspace, package: &Package, options: &[&str], folder: &Path) -> Outcome<()> {
    let mut said = String::new();
    let mut command = cargo_install(workspace, package, options, folder);
    command.arg("--locked");
    let status = process::overhear(&mut command, Ear::Stderr, |line| {
        said.push_str(line);
        said.push('\n');
    })?;
    if !status.success() {
        if !is_broken_lock(&said) {
            return Err(process::ended_badly(&command, status));
        }
        say("      its lock file names a version that the registry lacks; without it:");
        process::run(&mut cargo_install(workspace, package, options, folder))?;
    }
    let built = folder.join("target");
    std::fs::remove_dir_all(&built).explain(|| format!("remove {}", built.display()))
}

/// The build's own folder lies inside `folder`, so that an interrupted build goes on where it was.
fn cargo_install(workspace: &Workspace, package: &Package, options: &[&str], folder: &Path) -> Command {
    let mut command = workspace.cargo();
    command
        .args(["install", package.name, "--version", &package.version])
        .args(options)
        .arg("--root")
        .arg(folder)
        .arg("--target-dir")
        .arg(folder.join("target"))
        .args(["--force", "--no-track"])
        .envs(UNOPTIMISED)
        .env_remove("CARGO_BUILD_TARGET");
    if let Some(path) = std::env::var_os("PATH") {
        // Cargo warns of a folder that is not on PATH, and this one needs not be.
        let folders = std::env::split_paths(&path).chain([folder.join("bin")]);
        command.envs(std::env::join_paths(folders).ok().map(|path| ("PATH", path)));
    }
    command
}

/// Whether cargo's words say that a locked version cannot be had, which happens to lock files
/// that were published with versions since withdrawn.
fn is_broken_lock(said: &str) -> bool {
    said.contains("(locked to ") || said.contains("failed to select a version for")
}

fn from_npm(workspace: &Workspace, package: &Package, npm: &Path, folder: &Path) -> Outcome<()> {
    let mut command = workspace.command(npm);
    command
        .arg("install")
        .arg("--prefix")
        .arg(folder)
        .args(["--ignore-scripts", "--no-audit", "--no-fund"])
        .arg(format!("{}@{}", package.name, package.version));
    process::run(&mut command)
}

/// npm, which is itself installed where that can be done without asking.
fn npm(package: &Package) -> Outcome<PathBuf> {
    let find = || which::which("npm");
    if let Ok(npm) = find() {
        return Ok(npm);
    }
    let missing = format!("npm is not on PATH, and {} comes from it", package.name);
    from_system(&Facts::gather(), Wanted::Npm, &missing)
        .map_err(|failure| failure.advise_all(package.without_npm().map(str::to_owned)))?;
    find().map_err(|_| Failure::new(missing).advise("it was installed just now; open a new terminal and try again"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, expected: bool) {
        assert_eq!(is_broken_lock(said), expected, "{said}");
    }

    #[test]
    fn a_version_that_the_registry_lacks_is_told_from_a_missing_network() {
        check("error: failed to select a version for the requirement `x = \"^1\"` (locked to 1.2.3)", true);
        check("error: failed to download from the registry", false);
        check("error: could not compile `trunk` (bin \"trunk\")", false);
    }
}
