//! Owns writing, copying and removing files and folders.
//! Never knows what they are for.

use crate::failure::{Explain, Outcome};
use std::fs;
use std::path::Path;

/// Writes a file, and makes the folders that it lies in.
///
/// # Errors
/// What the system says against it.
pub fn write(path: &Path, text: &str) -> Outcome<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).and_then(|()| fs::write(path, text)).explain(|| format!("write {}", path.display()))
}

/// Copies a folder's files and folders into another one.
///
/// # Errors
/// What the system says against it.
pub fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to).explain(|| format!("create {}", to.display()))?;
    for entry in fs::read_dir(from).explain(|| format!("read {}", from.display()))? {
        let path = entry.explain(|| format!("read {}", from.display()))?.path();
        let Some(name) = path.file_name() else { continue };
        let place = to.join(name);
        if path.is_dir() {
            copy(&path, &place)?;
        } else {
            fs::copy(&path, &place).explain(|| format!("write {}", place.display()))?;
        }
    }
    Ok(())
}

/// Removes a folder with all that is in it, if it is there.
///
/// # Errors
/// What the system says against it.
pub fn remove(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).explain(|| format!("remove {}", folder.display()))?;
    }
    Ok(())
}
