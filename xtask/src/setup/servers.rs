//! Owns the servers of others that tests look at the site by: finding each, and getting it where it is not.
//! Never starts one; the suite does, as this user and on a port of its own.

use super::Setup;
use crate::failure::{Failure, Outcome};
use crate::install;
use crate::kit::Ready;
use crate::package_manager::Wanted;
use crate::system::Facts;
use std::path::PathBuf;

/// Where servers lie that are not on the PATH of everybody.
const ELSEWHERE: [&str; 3] = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];

impl Setup<'_> {
    pub(super) fn python(&self) -> Outcome<Ready> {
        self.server(Wanted::Python, &["python3", "python"], "")
    }

    /// Debian and its like start nginx as soon as it is installed, which is said, since nobody asked for that.
    pub(super) fn nginx(&self) -> Outcome<Ready> {
        let started = " (the system may start it; `systemctl disable --now nginx` ends that)";
        self.server(Wanted::Nginx, &["nginx"], started)
    }

    fn server(&self, wanted: Wanted, names: &[&str], aside: &str) -> Outcome<Ready> {
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
