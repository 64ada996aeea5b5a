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

/// The folder of what is for hosts, and for those who pack the player.
pub const HOSTING: &str = "hosting/";

/// The ending of a file of them; what stands compressed beside it says the same.
const PACKED: &str = ".bin";

/// The file of them that every page needs.
const CATALOGUE: &str = "data/catalogue.bin";

/// Up to so many bytes the whole site is kept from the first visit on. Where it is larger, the player is, and of the sets
/// those that were opened: nobody wants to download a thousand to open one.
const MOST: u64 = 5_000_000;

/// The page that opens the player at the catalogue; others open it at one of the sets or glossaries.
const START: &str = "index.html";

/// The ending of a page.
const PAGE: &str = ".html";

/// What the names of scripts begin with that only pages without an origin need, which nothing is kept for.
pub const WHOLE: &str = "whole-";

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
    let whole: u64 = files.iter().filter(|file| is_of_site(&file.path)).map(|file| file.length).sum();
    let is_kept = |path: &String| if whole <= MOST { is_of_site(path) } else { is_of_player(path) };
    let mut paths: Vec<String> = files.into_iter().map(|file| file.path).filter(is_kept).collect();
    paths.sort();
    let line = |path: String| {
        let whole = site.join(&path);
        let bytes = fs::read(&whole).map_err(|error| Failure::file("read", &whole, &error))?;
        Ok(format!("{}  {path}\n", hash(&bytes)))
    };
    paths.into_iter().map(line).collect()
}

/// Whether a student may need a file.
fn is_of_site(path: &str) -> bool {
    let is_page = path.strip_suffix(PAGE).is_some_and(|name| !goes_on(name));
    is_of_player(path) || if path.starts_with(DATA) { path.ends_with(PACKED) } else { is_page }
}

/// Whether a large set goes on there, as on `set.2.html`, for those without scripts, who have no worker. For others the
/// worker has the set itself.
fn goes_on(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|file| file.contains('.'))
}

/// Whether the player needs it, whatever is asked.
fn is_of_player(path: &str) -> bool {
    let is_inside = [DATA, HOSTING].iter().any(|folder| path.starts_with(folder));
    let is_code = !is_inside && !path.starts_with(WHOLE) && PLAYER.iter().any(|ending| path.ends_with(ending));
    path == START || path == CATALOGUE || path != crate::WORKER && is_code
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

    const PLAYER_S: [&str; 5] = ["a.js", "a_bg.wasm", "data/catalogue.bin", "icons/icon.svg", "index.html"];
    const SETS: [&str; 3] = ["bank/glossary.html", "bank/set.html", "data/bank/set-0123.bin"];

    /// The paths in the list of a site with these files, the last of them so long and the others empty.
    fn listed(paths: &[&str], length: u64) -> Vec<String> {
        let site = tempfile::tempdir().unwrap();
        for path in paths {
            crate::put(&site.path().join(path), b"").unwrap();
        }
        let last = site.path().join(paths.last().unwrap());
        fs::File::options().write(true).open(last).unwrap().set_len(length).unwrap();
        list(site.path()).unwrap().lines().map(|line| line.split_once("  ").unwrap().1.to_owned()).collect()
    }

    #[test]
    fn all_of_a_small_site_is_kept() {
        let mut all = [&PLAYER_S[..], &SETS].concat();
        let listed = listed(&all, MOST);
        all.sort_unstable();
        assert_eq!(listed, all);
    }

    #[test]
    fn of_a_large_site_no_set_and_no_page_of_one_is_kept_before_it_is_opened() {
        assert_eq!(listed(&[&PLAYER_S[..], &SETS].concat(), MOST + 1), PLAYER_S);
        assert_eq!(listed(&["data/catalogue.bin", "data/bank/set-0123.bin", "bank/set.html"], MOST + 1), [CATALOGUE]);
    }

    #[test]
    fn what_hosts_read_and_what_says_the_same_is_not_kept() {
        let others = [
            "sw.js",
            "whole-0123456789ab.js",
            "files.txt",
            "_headers",
            "hosting/a.js",
            "hosting/a.wasm",
            "a.js.br",
            "bank/set.2.html",
            "a_bg.wasm.gz",
            "x.conf",
        ];
        assert!(listed(&others, MOST).is_empty());
        assert!(listed(&others, MOST + 1).is_empty());
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
