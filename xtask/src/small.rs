//! Owns compiling the player with a library of Rust that is compiled for size, too, and says nothing where it panics.
//! Never needed: where that fails, the player is built with the library that rustup brings, a tenth larger.

use crate::disk;
use crate::failure::{Explain, Outcome};
use crate::workspace::Workspace;
use std::path::PathBuf;
use std::process::Command;
use toml::{Table, Value};

/// What asks cargo for it. The switches are a nightly toolchain's; a stable one takes them by the first variable, as
/// long as it knows them.
const SWITCHES: [(&str, &str); 5] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
];

/// Which library of Rust's a player is compiled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    /// The one that is compiled for size, too.
    Small,
    /// The one that rustup brings.
    Rustups,
}

impl Library {
    /// Where cargo puts what is compiled with it.
    pub fn target(self, workspace: &Workspace) -> PathBuf {
        match self {
            Self::Small => workspace.scratch().join("small"),
            Self::Rustups => workspace.target(),
        }
    }
}

/// Lets a command that calls cargo compile Rust's library for the player. It must compile nothing for this machine.
pub fn with_library(command: &mut Command) -> &mut Command {
    command.envs(SWITCHES)
}

/// Writes how trunk builds the player and nothing else: as Trunk.toml says, but without its hooks, which compile for this
/// machine.
///
/// # Errors
/// When Trunk.toml cannot be understood, or the file not be written.
pub fn trunk_config(workspace: &Workspace) -> Outcome<PathBuf> {
    let from = workspace.file("Trunk.toml");
    let text = std::fs::read_to_string(&from).explain(|| format!("read {}", from.display()))?;
    let table: Table = text.parse().explain(|| format!("understand {}", from.display()))?;
    let path = workspace.scratch().join("Trunk.toml");
    disk::write(&path, &without_hooks(table, &workspace.file("index.html")).to_string())?;
    Ok(path)
}

fn without_hooks(mut table: Table, page: &std::path::Path) -> Table {
    table.remove("hooks");
    table.remove("watch");
    if let Some(build) = table.get_mut("build").and_then(Value::as_table_mut) {
        build.insert("target".into(), page.display().to_string().into());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_is_left_with_the_player_alone() {
        let table = "[build]\ntarget = \"index.html\"\npublic_url = \"./\"\n[watch]\nwatch = []\n[[hooks]]\nstage = \"pre_build\"\n";
        let left = without_hooks(table.parse().unwrap(), "/clone/index.html".as_ref());
        let expected = "[build]\ntarget = \"/clone/index.html\"\npublic_url = \"./\"\n";
        assert_eq!(left, expected.parse().unwrap());
    }
}
