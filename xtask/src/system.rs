//! Owns the facts about the machine: system, rights, package manager.
//! Never draws conclusions from them; `packages` does.

use crate::package_manager::Manager;
use crate::process;
use std::process::Command;

/// The systems that the set-up knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Os {
    /// Any Linux distribution.
    Linux,
    /// Apple's desktop system.
    Mac,
    /// Microsoft's desktop system.
    Windows,
    /// Anything else.
    Other(&'static str),
}

/// What may be done on this machine without asking a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// Everything.
    Root,
    /// Everything, with `sudo -n` in front.
    Sudo,
    /// Only what needs no rights.
    Plain,
}

/// What the choice of how to install something depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The system.
    pub os: Os,
    /// What may be done without asking.
    pub rights: Rights,
    /// The first package manager that was found.
    pub manager: Option<Manager>,
}

impl Facts {
    /// Looks at the machine.
    pub fn gather() -> Self {
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        Self {
            os: os(std::env::consts::OS),
            rights: rights(),
            manager: Manager::all(is_ubuntu(&release))
                .into_iter()
                .find(|manager| which::which(manager.program()).is_ok()),
        }
    }
}

/// Whether this process may do everything; browsers then refuse to start in their sandbox.
#[cfg(unix)]
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Whether this process may do everything; there is no such user on this system.
#[cfg(not(unix))]
pub fn is_root() -> bool {
    false
}

fn os(name: &'static str) -> Os {
    match name {
        "linux" => Os::Linux,
        "macos" => Os::Mac,
        "windows" => Os::Windows,
        other => Os::Other(other),
    }
}

/// Whether `/etc/os-release` names Ubuntu, as the system or as the one it derives from.
fn is_ubuntu(release: &str) -> bool {
    release
        .lines()
        .filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="))
        .any(|line| line.contains("ubuntu"))
}

fn rights() -> Rights {
    if is_root() {
        return Rights::Root;
    }
    // `-n` makes sudo fail instead of asking for a password.
    match process::ask(Command::new("sudo").args(["-n", "true"])) {
        Some(_) => Rights::Sudo,
        None => Rights::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(release: &str, expected: bool) {
        assert_eq!(is_ubuntu(release), expected, "{release}");
    }

    #[test]
    fn ubuntu_and_what_derives_from_it_are_told_from_debian() {
        check("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", true);
        check("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", true);
        check("ID=debian\nHOME_URL=\"like ubuntu\"\n", false);
        check("", false);
    }

    #[test]
    fn a_system_that_nobody_tried_keeps_its_name() {
        assert_eq!(os("freebsd"), Os::Other("freebsd"));
        assert_eq!(os("linux"), Os::Linux);
    }
}
