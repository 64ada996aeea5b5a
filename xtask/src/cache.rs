//! Owns the user's cache folder: one folder for each tool and version, filled whole or not at all.
//! Never knows how a tool is installed.

use crate::failure::{Explain, Failure, Outcome};
use crate::say::say;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// The folder that built tools are kept in, so that a fresh clone does not build them again.
#[derive(Clone, Debug)]
pub struct Cache {
    root: PathBuf,
}

/// Held while a folder is filled, so that two set-ups at once do not build the same tool.
pub struct Lock {
    _file: File,
}

impl Cache {
    /// The folder that `VERBATIM_CACHE` names, or `verbatim` in the user's cache folder.
    ///
    /// # Errors
    /// When there is no such folder and it cannot be made.
    pub fn open() -> Outcome<Self> {
        let root = std::env::var_os("VERBATIM_CACHE")
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
            .or_else(|| Some(dirs::cache_dir()?.join("verbatim")))
            .ok_or_else(|| {
                Failure::new("this user has no cache folder to keep tools in")
                    .advise("set VERBATIM_CACHE to a folder that can be written to")
            })?;
        Self::at(&root)
    }

    fn at(root: &Path) -> Outcome<Self> {
        let made = fs::create_dir_all(root).and_then(|()| std::path::absolute(root));
        let root = made.map_err(|error| {
            let place = root.display();
            Failure::new(format!("could not use {place} to keep tools in: {error}"))
                .advise("set VERBATIM_CACHE to a folder that can be written to")
        })?;
        Ok(Self { root })
    }

    /// The folder of one tool and version, for example `trunk-0.21.14`, filled or not.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Waits until no other set-up fills this cache.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub fn lock(&self) -> Outcome<Lock> {
        let path = self.root.join("lock");
        let file = File::create(&path).explain(|| format!("create {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                say("      another `cargo xtask` is installing tools; waiting for it …");
                file.lock().explain(|| format!("lock {}", path.display()))?;
            }
            // Some network file systems have no locks. A set-up that is alone does without.
            Err(TryLockError::Error(_)) => {}
        }
        Ok(Lock { _file: file })
    }

    /// Fills the folder `name` by way of a folder beside it, which takes its place only when
    /// `install` has succeeded. What a failed or interrupted `install` left there is kept, so that
    /// it can go on from there.
    ///
    /// # Errors
    /// Those of `install`, and those of the file system.
    pub fn fill(&self, _lock: &Lock, name: &str, install: impl FnOnce(&Path) -> Outcome<()>) -> Outcome<PathBuf> {
        let partial = self.root.join(format!("{name}.partial"));
        let finished = self.folder(name);
        fs::create_dir_all(&partial).explain(|| format!("create {}", partial.display()))?;
        install(&partial)?;
        if finished.exists() {
            fs::remove_dir_all(&finished).explain(|| format!("remove the unusable {}", finished.display()))?;
        }
        fs::rename(&partial, &finished).explain(|| format!("move {} into place", finished.display()))?;
        Ok(finished)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fills `tool-1` and tells which files it then has.
    fn check(cache: &Cache, install: impl FnOnce(&Path) -> Outcome<()>, expected: &[&str]) {
        let lock = cache.lock().unwrap();
        let _ = cache.fill(&lock, "tool-1", install);
        let entries = fs::read_dir(cache.folder("tool-1"));
        let mut names: Vec<_> =
            entries.into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, expected);
    }

    fn write(folder: &Path, name: &str) -> Outcome<()> {
        fs::write(folder.join(name), "").explain(|| format!("write {name}"))
    }

    fn cache() -> (tempfile::TempDir, Cache) {
        let place = tempfile::tempdir().unwrap();
        let cache = Cache::at(&place.path().join("deep/cache")).unwrap();
        (place, cache)
    }

    #[test]
    fn a_failed_install_is_never_taken_for_a_finished_one() {
        let (_place, cache) = cache();
        let fails = |folder: &Path| write(folder, "half").and(Err(Failure::new("no network")));
        check(&cache, fails, &[]);
    }

    #[test]
    fn an_install_goes_on_from_what_the_failed_one_left() {
        let (_place, cache) = cache();
        let fails = |folder: &Path| write(folder, "half").and(Err(Failure::new("no network")));
        check(&cache, fails, &[]);
        check(&cache, |folder| write(folder, "whole"), &["half", "whole"]);
    }

    #[test]
    fn an_unusable_folder_is_replaced() {
        let (_place, cache) = cache();
        fs::create_dir(cache.folder("tool-1")).unwrap();
        write(&cache.folder("tool-1"), "broken").unwrap();
        check(&cache, |folder| write(folder, "new"), &["new"]);
    }

    #[test]
    fn a_cache_that_cannot_be_made_names_the_variable() {
        let place = tempfile::NamedTempFile::new().unwrap();
        let failure = Cache::at(&place.path().join("cache")).unwrap_err();
        assert!(failure.to_string().contains("VERBATIM_CACHE"), "{failure}");
    }
}
