//! Owns the list of what is kept on a device: each file of the site with its hash.
//!
//! Never lists what a host reads and does not serve, or what says the same in another form.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::Failure;

/// The list's name. It has the form that `sha256sum --check` reads.
pub const LIST: &str = "files.txt";

/// The folder of the questions.
const DATA: &str = "data/";

/// The ending of a file of them; what stands compressed beside it says the same.
const PACKED: &str = ".bin";

/// The file of them that every page needs.
const CATALOGUE: &str = "data/catalogue.bin";

/// Up to so many bytes of data everything is kept from the first visit on. Where there is more, the sets are kept that
/// were opened: nobody wants to download a thousand to open one.
const MOST_DATA: u64 = 5_000_000;

/// The endings of what the player consists of.
const PLAYER: [&str; 6] = [".js", ".wasm", ".css", ".webmanifest", ".svg", ".png"];

/// A file, its path from the site's folder on, and its length.
struct Found {
    path: String,
    length: u64,
}

/// The hash of bytes (SHA-256), in hexadecimal digits.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The list for a finished site.
pub(crate) fn list(site: &Path) -> Result<String, Failure> {
    let mut files = Vec::new();
    find(site, "", &mut files)?;
    let is_data = |file: &&Found| file.path.starts_with(DATA) && file.path.ends_with(PACKED);
    let data: u64 = files.iter().filter(is_data).map(|file| file.length).sum();
    let mut paths: Vec<String> = files.into_iter().map(|file| file.path).filter(|path| is_kept(path, data)).collect();
    paths.sort();
    let line = |path: String| {
        let whole = site.join(&path);
        let bytes = fs::read(&whole).map_err(|error| Failure::file("read", &whole, &error))?;
        Ok(format!("{}  {path}\n", hash(&bytes)))
    };
    paths.into_iter().map(line).collect()
}

/// Whether a file is kept from the first visit on, where the site has so many bytes of data.
fn is_kept(path: &str, data: u64) -> bool {
    if path.starts_with(DATA) {
        return path == CATALOGUE || path.ends_with(PACKED) && data <= MOST_DATA;
    }
    path == "index.html" || path != crate::WORKER && PLAYER.iter().any(|ending| path.ends_with(ending))
}

fn find(folder: &Path, before: &str, files: &mut Vec<Found>) -> Result<(), Failure> {
    let failed = |error| Failure::file("read", folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else {
            return Err(Failure::new(format!("a name in {} is not Unicode", folder.display())));
        };
        let about = entry.metadata().map_err(failed)?;
        if about.is_dir() {
            find(&entry.path(), &format!("{before}{name}/"), files)?;
        } else {
            files.push(Found { path: format!("{before}{name}"), length: about.len() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(data: u64, paths: &[&str], kept: &[&str]) {
        let found: Vec<&str> = paths.iter().copied().filter(|path| is_kept(path, data)).collect();
        assert_eq!(found, kept);
    }

    #[test]
    fn the_player_and_its_data_are_kept() {
        let all = ["index.html", "a.js", "a_bg.wasm", "data/catalogue.bin", "data/bank/set-0123.bin", "icons/icon.svg"];
        check(5_000_000, &all, &all);
    }

    #[test]
    fn of_many_sets_none_is_kept_before_it_is_opened() {
        check(5_000_001, &["data/catalogue.bin", "data/bank/set-0123.bin"], &["data/catalogue.bin"]);
    }

    #[test]
    fn what_hosts_read_and_what_says_the_same_is_not_kept() {
        check(0, &["sw.js", "files.txt", "_headers", ".htaccess", "a.js.br", "a_bg.wasm.gz", "other.html"], &[]);
    }

    #[test]
    fn a_list_names_every_file_with_its_hash_in_order() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("data")).unwrap();
        for (name, text) in [("index.html", "one"), ("b.js", "two"), ("data/catalogue.bin", "")] {
            fs::write(site.path().join(name), text).unwrap();
        }
        let expected = "\
            3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  b.js\n\
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/catalogue.bin\n\
            7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  index.html\n";
        assert_eq!(list(site.path()).unwrap(), expected);
    }
}
