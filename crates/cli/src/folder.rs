//! Owns finding banks on the disk and reading their files.
//!
//! Never judges what they say: [`crate::files`] does.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use verbatim_core::diagnostic::LARGEST_FILE;
use verbatim_core::source::SourceText;

use crate::Failure;
use crate::files::{Checked, File, Files};

/// The name of a bank's own file.
pub const BANK_FILE: &str = "bank.toml";
/// The name of the file that proves a bank's quotations.
pub const FINGERPRINT_FILE: &str = "source.fingerprint";

/// What no bank can be called: a site has folders of these names beside those of its banks.
const RESERVED: [&str; 3] = [crate::data::FOLDER, "hosting", "icons"];

/// The folders of all banks among `paths`: bank folders, folders of banks, or files of a bank.
///
/// # Errors
///
/// A path that is not there, or no bank at all.
pub fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = BTreeSet::new();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| Failure::file("read", path, &error))?;
        let folder = if kind.is_dir() { path.as_path() } else { path.parent().unwrap_or(path) };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let before = found.len();
        if folder.join(BANK_FILE).is_file() {
            found.insert(folder.to_owned());
        } else {
            for inner in entries(folder)? {
                if inner.join(BANK_FILE).is_file() {
                    found.insert(inner);
                } else if looks_like_a_bank(&inner) {
                    let message = format!("{} looks like a bank and has no `{BANK_FILE}`", inner.display());
                    return Err(Failure::new(
                        message,
                        "add it, with `title`, `sets` and `[source]`, mind its spelling, or move the folder away",
                    ));
                }
            }
        }
        if found.len() == before && !found.contains(folder) {
            let message = format!("there is no bank in {}", folder.display());
            return Err(Failure::new(message, "a bank is a folder with a file `bank.toml`"));
        }
    }
    Ok(found.into_iter().collect())
}

/// Whether a folder has what only banks have: a fingerprint, or sets.
fn looks_like_a_bank(folder: &Path) -> bool {
    let is_set = |path: PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    folder.join(FINGERPRINT_FILE).is_file() || entries(folder).is_ok_and(|all| all.into_iter().any(is_set))
}

/// Reads and verifies the bank in a folder.
///
/// # Errors
///
/// A file or folder that cannot be read.
pub fn check(folder: &Path, source: Option<&SourceText>) -> Result<Checked, Failure> {
    Ok(files(folder)?.check(source))
}

/// Reads the files of the bank in a folder.
///
/// # Errors
///
/// A file or folder that cannot be read.
pub fn files(folder: &Path) -> Result<Files, Failure> {
    let fingerprint = folder.join(FINGERPRINT_FILE);
    let entries = entries(folder)?;
    let ending = |endings: &[&str]| {
        let found = entries.iter().filter(|path| path.extension().is_some_and(|own| endings.iter().any(|e| own == *e)));
        found.filter(|path| !path.ends_with(BANK_FILE)).map(|path| file(path)).collect::<Result<Vec<_>, _>>()
    };
    Ok(Files {
        folder: folder.to_owned(),
        id: id(folder)?,
        bank: file(&folder.join(BANK_FILE))?,
        sets: ending(&["toml"])?,
        texts: ending(&["txt", "md"])?,
        fingerprint_name: name(&fingerprint),
        fingerprint: if fingerprint.is_file() { Some(file(&fingerprint)?.bytes) } else { None },
    })
}

/// A bank's id: the name of its folder.
///
/// # Errors
///
/// A folder without a name, or with one that cannot be an id.
pub fn id(folder: &Path) -> Result<String, Failure> {
    let whole = folder.canonicalize().map_err(|error| Failure::file("read", folder, &error))?;
    let id = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if RESERVED.contains(&id.as_str()) {
        let message = format!("the folder name `{id}` cannot be a bank's id: a site has a folder of this name itself");
        return Err(Failure::new(message, format!("give the folder another name, such as `{id}-bank`")));
    }
    if verbatim_core::bank::verify::is_id(&id) {
        return Ok(id);
    }
    let hint = "use lower-case letters a to z, digits and single hyphens: `wuzhen-2015`";
    Err(Failure::new(format!("the folder name `{id}` cannot be a bank's id"), hint))
}

/// Reads a source's text.
///
/// # Errors
///
/// A file that cannot be read or is not UTF-8.
pub fn source(path: &Path) -> Result<SourceText, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::file("read", path, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::new(format!("{} is not UTF-8 text", path.display()), "save it again with the encoding UTF-8")
    })?;
    // What is no text may well be UTF-8 all the same.
    if text.contains('\0') {
        let message = format!("{} is not a text", path.display());
        return Err(Failure::new(message, "give the article as plain text: copy it into a file that ends in `.txt`"));
    }
    Ok(SourceText::new(&text))
}

/// A file with no more of its bytes than show that it is too large.
fn file(path: &Path) -> Result<File, Failure> {
    let failed = |error| Failure::file("read", path, &error);
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    fs::File::open(path).map_err(failed)?.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(File { name: name(path), bytes })
}

/// A path as it is shown: with slashes on every system.
fn name(path: &Path) -> Rc<str> {
    path.to_string_lossy().replace('\\', "/").into()
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error| Failure::file("read", folder, &error);
    let mut list = fs::read_dir(folder)
        .map_err(failed)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    list.sort();
    Ok(list)
}
