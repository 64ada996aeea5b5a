//! Owns seeing that a file was saved which the quiz is built of, and telling trunk once.
//! Never builds anything, and never decides what is watched: Trunk.toml does.
//!
//! Trunk takes each event of the file system for a change, and many editors save a file by several: a new file, a rename. What
//! comes while it builds is built again, so that one save would be built twice. So it is given one file to watch, which is written
//! when everything that it would watch stands still again.

use crate::cache::Cache;
use crate::disk;
use crate::failure::{Explain, Failure, Outcome};
use crate::workspace::Workspace;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// The files that are watched, as they were.
pub struct Saved {
    paths: Vec<PathBuf>,
    /// The file that trunk watches.
    signal: PathBuf,
    /// What they were when they were looked at last.
    seen: u64,
    /// What they were when trunk was told of them last.
    told: u64,
}

impl Saved {
    /// Watches what Trunk.toml names.
    ///
    /// # Errors
    /// When it names nothing, or the file for trunk cannot be written.
    pub fn begin(workspace: &Workspace) -> Outcome<Self> {
        let path = workspace.file("Trunk.toml");
        let text = fs::read_to_string(&path).explain(|| format!("read {}", path.display()))?;
        let names = watched(&text).ok_or_else(|| {
            Failure::new(format!("{} names nothing to watch", path.display()))
                .advise("give it `[watch]` and under it `watch = [\"src\", …]`")
        })?;
        let paths = names.iter().map(|name| workspace.file(name)).collect();
        // Not among what cargo makes, which trunk takes no notice of.
        let signal = Cache::open()?.folder(&format!("saved-{}", std::process::id()));
        Self::of(paths, signal)
    }

    fn of(paths: Vec<PathBuf>, signal: PathBuf) -> Outcome<Self> {
        let now = state(&paths);
        disk::write(&signal, &format!("{now}\n"))?;
        Ok(Self { paths, signal, seen: now, told: now })
    }

    /// The file that trunk is to watch.
    pub fn signal(&self) -> &Path {
        &self.signal
    }

    /// Looks at all files, and tells trunk where they have changed and are no longer being written; whether it did.
    ///
    /// # Errors
    /// When the file for trunk cannot be written.
    pub fn look(&mut self) -> Outcome<bool> {
        let now = state(&self.paths);
        let still = std::mem::replace(&mut self.seen, now) == now;
        if !still || now == self.told {
            return Ok(false);
        }
        self.told = now;
        disk::write(&self.signal, &format!("{now}\n"))?;
        Ok(true)
    }
}

impl Drop for Saved {
    fn drop(&mut self) {
        // Where it stays, it is small and in nobody's way.
        let _ = fs::remove_file(&self.signal);
    }
}

/// The names under `[watch]`.
fn watched(text: &str) -> Option<Vec<String>> {
    let table: toml::Table = text.parse().ok()?;
    let names = table.get("watch")?.get("watch")?.as_array()?;
    names.iter().map(|name| name.as_str().map(str::to_owned)).collect()
}

/// A number that changes with any file in these folders, in whatever order they are listed.
fn state(paths: &[PathBuf]) -> u64 {
    paths.iter().map(|path| state_of(path)).fold(0, u64::wrapping_add)
}

fn state_of(path: &Path) -> u64 {
    // What has gone meanwhile is no part of it.
    let Ok(metadata) = path.metadata() else { return 0 };
    if metadata.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
        return entries.filter(|path| is_meant(path)).map(|path| state_of(&path)).fold(0, u64::wrapping_add);
    }
    let mut hasher = DefaultHasher::new();
    (path, metadata.len(), metadata.modified().ok()).hash(&mut hasher);
    hasher.finish()
}

/// Not what editors put beside a file that is open in them.
fn is_meant(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with(['.', '#']) && !name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a set, and what watches it.
    fn watching() -> (tempfile::TempDir, Saved) {
        let folder = tempfile::tempdir().unwrap();
        let questions = folder.path().join("questions/bank");
        fs::create_dir_all(&questions).unwrap();
        fs::write(questions.join("set.toml"), "one").unwrap();
        let saved = Saved::of(vec![folder.path().join("questions")], folder.path().join("saved")).unwrap();
        (folder, saved)
    }

    /// Looks as often as trunk could be told more than once, and says how often it was.
    fn told(saved: &mut Saved) -> usize {
        (0..5).filter(|_| saved.look().unwrap()).count()
    }

    #[test]
    fn one_save_is_told_once_however_the_editor_saves() {
        let (folder, mut saved) = watching();
        let set = folder.path().join("questions/bank/set.toml");
        assert_eq!(told(&mut saved), 0, "nothing was saved");
        fs::write(&set, "one two").unwrap();
        assert_eq!(told(&mut saved), 1, "written in its place");
        let beside = set.with_file_name("set.new");
        fs::write(&beside, "one two three").unwrap();
        assert!(!saved.look().unwrap(), "not while it is being saved");
        fs::rename(&beside, &set).unwrap();
        assert_eq!(told(&mut saved), 1, "put in its place");
        fs::remove_file(&set).unwrap();
        assert_eq!(told(&mut saved), 1, "taken away");
    }

    #[test]
    fn what_an_editor_puts_beside_an_open_file_is_no_change() {
        let (folder, mut saved) = watching();
        for name in [".set.toml.swp", "set.toml~", "#set.toml#"] {
            fs::write(folder.path().join("questions/bank").join(name), "x").unwrap();
        }
        assert_eq!(told(&mut saved), 0);
    }

    #[test]
    fn trunk_is_told_by_the_file_that_it_watches() {
        let (folder, mut saved) = watching();
        let before = fs::read_to_string(saved.signal()).unwrap();
        fs::write(folder.path().join("questions/another.toml"), "x").unwrap();
        assert_eq!(told(&mut saved), 1);
        assert_ne!(fs::read_to_string(saved.signal()).unwrap(), before);
    }

    #[test]
    fn everything_that_trunk_toml_names_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let names = watched(&fs::read_to_string(root.join("Trunk.toml")).unwrap()).unwrap();
        assert!(names.iter().all(|name| root.join(name).exists()), "{names:?}");
        assert!(names.iter().any(|name| name == "questions") && names.iter().any(|name| name == "embed"), "{names:?}");
        assert_eq!(watched("[watch]\n"), None);
    }
}
