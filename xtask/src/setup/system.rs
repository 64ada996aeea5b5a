//! Owns the programs of the system that the suite starts: servers, browsers other than Chromium, a screen. Finding
//! each, and getting it where it is not.
//! Never starts one; the suite does, as this user.

use super::Setup;
use crate::failure::{Failure, Outcome};
use crate::install;
use crate::kit::Ready;
use crate::package_manager::Wanted;
use crate::system::Facts;
use std::path::PathBuf;

/// Where programs lie that are not on the PATH of everybody.
const ELSEWHERE: [&str; 5] = [
    "/usr/sbin",
    "/usr/local/sbin",
    "/opt/homebrew/bin",
    "/usr/libexec/webkit2gtk-4.1",
    "/Applications/Firefox.app/Contents/MacOS",
];

impl Setup<'_> {
    pub(super) fn python(&self) -> Outcome<Ready> {
        self.program(Wanted::Python, &["python3", "python"], "")
    }

    /// Debian and its like start nginx as soon as it is installed, which is said, since nobody asked for that.
    pub(super) fn nginx(&self) -> Outcome<Ready> {
        let started = " (the system may start it; `systemctl disable --now nginx` ends that)";
        self.program(Wanted::Nginx, &["nginx"], started)
    }

    /// It comes with npm, or npm with it.
    pub(super) fn node(&self) -> Outcome<Ready> {
        self.program(Wanted::Npm, &["node", "nodejs"], "")
    }

    pub(super) fn xmllint(&self) -> Outcome<Ready> {
        self.program(Wanted::Xmllint, &["xmllint"], "")
    }

    /// Where FIREFOX says, or else the system's; a release for long support has a name of its own in Debian.
    pub(super) fn firefox(&self) -> Outcome<Ready> {
        if let Some(named) = std::env::var_os("FIREFOX").filter(|value| !value.is_empty()) {
            let path = which::which(&named).map_err(|_| {
                Failure::new(format!("FIREFOX is set to {}, which is no program", named.to_string_lossy()))
                    .advise("set FIREFOX to the program's path, or unset it")
            })?;
            self.steps.say(format!("Firefox: {}", path.display()));
            return Ok(Ready::File(path));
        }
        self.program(Wanted::Firefox, &["firefox", "firefox-esr"], "")
    }

    pub(super) fn webkit(&self) -> Outcome<Ready> {
        self.program(Wanted::Webkit, &["WebKitWebDriver"], "")
    }

    pub(super) fn screen(&self) -> Outcome<Ready> {
        self.program(Wanted::Screen, &["Xvfb"], "")
    }

    fn program(&self, wanted: Wanted, names: &[&str], aside: &str) -> Outcome<Ready> {
        let name = names.first().copied().unwrap_or_default();
        if let Some(path) = find(names) {
            self.steps.say(format!("{name}: {}", path.display()));
            return Ok(Ready::File(path));
        }
        self.steps.say(format!("installing {name} for some tests of the site{aside} …"));
        let missing = format!("some tests of the site need {name}, which is not on PATH");
        install::from_system(&Facts::gather(), wanted, &missing)?;
        let found = find(names).ok_or_else(|| Failure::new(format!("{name} was installed, and is still not on PATH")));
        found.map(Ready::File)
    }
}

fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(ELSEWHERE.map(PathBuf::from));
    let folders = std::env::join_paths(folders).ok()?;
    let here = std::env::current_dir().ok()?;
    names.iter().find_map(|name| which::which_in(name, Some(&folders), &here).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_path_is_found_beside_the_other_folders() {
        assert!(find(&["no-such-program", "cargo"]).is_some());
        assert_eq!(find(&["no-such-program"]), None);
    }
}
