//! Owns where things are: the workspace's root, its folders, and the versions its lock file names.
//! Never changes any of them.

use crate::failure::{Explain, Failure, Outcome};
use std::path::PathBuf;
use std::process::Command;

/// The workspace that this tool belongs to.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The workspace around the package that cargo runs, or around the one it was compiled from.
    ///
    /// # Errors
    /// When the folder is gone, as when a clone was moved and its old binary is started.
    pub fn find() -> Outcome<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().unwrap_or(&package).to_path_buf();
        if !root.join("Cargo.toml").is_file() {
            let place = root.display();
            return Err(Failure::new(format!("there is no Cargo.toml in {place}"))
                .advise("start this as `cargo xtask …` from inside the clone"));
        }
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        let target = root.join(target);
        Ok(Self { root, target })
    }

    /// A file or folder of the workspace.
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Where the release site goes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where the site goes that `serve` builds. It is not `dist`, so that looking at the quiz
    /// never replaces a release that waits there to be copied to a host.
    pub fn served(&self) -> PathBuf {
        self.target.join("serve")
    }

    /// Where cargo puts what it compiles for everything else.
    pub fn target(&self) -> PathBuf {
        self.target.clone()
    }

    /// A folder for files that one command leaves to a tool it starts.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A command that runs a program of the workspace, compiled to be fast as the author's tools are.
    pub fn run(&self, package: &str) -> Command {
        let mut command = self.cargo();
        command.args(["run", "--quiet", "--profile", "tool", "--package", package, "--"]);
        command
    }

    /// Where cargo puts such a program.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.target.join("tool").join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// A command that runs in the workspace's root.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// The cargo that runs this tool, so that no other toolchain comes into play.
    pub fn cargo(&self) -> Command {
        self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// The version of `package` that Cargo.lock names.
    ///
    /// # Errors
    /// When Cargo.lock is missing, broken, or does not name the package.
    pub fn locked_version(&self, package: &str) -> Outcome<String> {
        let path = self.root.join("Cargo.lock");
        let text = std::fs::read_to_string(&path).explain(|| format!("read {}", path.display()))?;
        let table: toml::Table = text.parse().explain(|| format!("understand {}", path.display()))?;
        version_in(&table, package).ok_or_else(|| {
            Failure::new(format!("{} names no `{package}`", path.display()))
                .advise("the app uses it, so the lock file is out of date: run `cargo fetch`")
        })
    }
}

/// The version that a lock file's table gives for `package`.
fn version_in(lock: &toml::Table, package: &str) -> Option<String> {
    let packages = lock.get("package")?.as_array()?;
    let entry = packages.iter().find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))?;
    Some(entry.get("version")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4

        [[package]]
        name = "wasm-bindgen-shared"
        version = "0.2.1"

        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
    "#;

    fn check(package: &str, expected: Option<&str>) {
        let found = version_in(&LOCK.parse().unwrap(), package);
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        check("wasm-bindgen", Some("0.2.130"));
        check("wasm-bindgen-shared", Some("0.2.1"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        check("wasm", None);
    }
}
