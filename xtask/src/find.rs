//! Owns looking for tools: on PATH, and in the cache.
//! Never installs anything.

use crate::process;
use crate::tool::Tool;
use crate::version::Version;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a tool was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody installed it, and it is used as it is.
    Path,
    /// An earlier set-up of ours, or this one, installed it.
    Cache,
}

/// A tool that runs and fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The program.
    pub path: PathBuf,
    /// What it says its version is.
    pub version: Version,
    /// Where it comes from.
    pub origin: Origin,
}

/// The tool on PATH, if the first of its name there fits.
pub fn on_path(tool: &Tool) -> Option<Found> {
    let path = which::which(tool.program).ok()?;
    fitting(tool, path, Origin::Path)
}

/// The tool in its package's folder, if it is there, runs and fits. One that does not run, as
/// when a cache came from another machine, counts as missing and is installed again.
pub fn in_folder(tool: &Tool, folder: &Path) -> Option<Found> {
    let path = folder.join(tool.place());
    path.exists().then_some(())?;
    fitting(tool, path, Origin::Cache)
}

/// The version that a program tells when asked.
pub fn version_of(program: &Path) -> Option<Version> {
    // trunk refuses the values that others take for NO_COLOR.
    let mut command = Command::new(program);
    command.arg("--version").env_remove("NO_COLOR");
    Version::find(&process::ask(&mut command)?)
}

fn fitting(tool: &Tool, path: PathBuf, origin: Origin) -> Option<Found> {
    let version = version_of(&path)?;
    tool.fit.takes(&version).then_some(Found { path, version, origin })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks for a tool in a folder where its place is taken by a file with no program in it.
    fn check(tool: &Tool, expected: Option<Found>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(tool.place());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, "half of a program").unwrap();
        assert_eq!(in_folder(tool, folder.path()), expected);
    }

    #[test]
    fn a_tool_that_does_not_run_counts_as_missing() {
        check(&Tool::trunk(), None);
        check(&Tool::wasm_opt(), None);
    }

    #[test]
    fn an_empty_folder_has_no_tool() {
        assert_eq!(in_folder(&Tool::trunk(), Path::new("no such folder")), None);
    }

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert_eq!(version_of(Path::new("no-such-program")), None);
    }
}
