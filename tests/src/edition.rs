//! Owns editions of the site: what a host deploys after an author has changed every set, made by what builds the site.
//!
//! Never changes the repository's files, nor the built site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use verbatim_core::{Catalogue, Pack, Set};
use verbatim_offline::{LIST, WORKER, Worker};

use crate::bank;
use crate::surroundings::Need;

/// The catalogue's name.
const CATALOGUE: &str = "catalogue.bin";

/// A whole site whose files say its number.
#[derive(Debug)]
pub struct Edition {
    number: u64,
    folder: TempDir,
}

impl Edition {
    /// Builds the edition of this number.
    ///
    /// # Errors
    ///
    /// What cannot be read or written.
    pub fn new(number: u64) -> Result<Self> {
        Self::built(number, 0, None)
    }

    /// The same, with so many bytes of questions more than there are.
    ///
    /// # Errors
    ///
    /// What cannot be read or written.
    pub fn padded(number: u64, bytes: usize) -> Result<Self> {
        Self::built(number, bytes, None)
    }

    /// The same, with the questions of a set so many times over that its page cannot have all of them; and how many they
    /// are then.
    ///
    /// # Errors
    ///
    /// What cannot be read or written.
    pub fn large(number: u64, set: &Set) -> Result<(Self, usize)> {
        let count = set.questions().len();
        let times = 100 / count + 1;
        Ok((Self::built(number, 0, Some((set.id(), times)))?, times * count))
    }

    fn built(number: u64, bytes: usize, repeated: Option<(&str, usize)>) -> Result<Self> {
        let edition = Self { number, folder: TempDir::with_prefix("verbatim-edition-")? };
        let site = edition.site();
        copy(&Need::Site.path()?, &site)?;
        edition.writes_questions(repeated)?;
        fs::write(site.join("data/padding.bin"), vec![0; bytes])?;
        edition.renames_player()?;
        verbatim_pages::write(&site)?;
        vouch(&site)?;
        verbatim_offline::write(&site, Worker::Keeping)?;
        Ok(edition)
    }

    /// Adds a page, given by its path within the site.
    ///
    /// # Errors
    ///
    /// What cannot be read or written.
    pub fn adds_page(self, path: &str, words: &str) -> Result<Self> {
        let whole = self.site().join(path);
        fs::create_dir_all(whole.parent().context("a page without a folder")?)?;
        fs::write(
            whole,
            format!("<!doctype html><title>{words}</title><link rel=\"icon\" href=\"data:,\"><p>{words}"),
        )?;
        verbatim_offline::write(&self.site(), Worker::Keeping)?;
        Ok(self)
    }

    /// Its number, as `1`.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The folder with its files.
    #[must_use]
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// What stands before every set's title and every explanation.
    #[must_use]
    pub fn mark(&self) -> String {
        format!("Edition {}: ", self.number)
    }

    /// Its files with their hashes: what a browser has to get of it, and of no other.
    ///
    /// # Errors
    ///
    /// That there is no list.
    pub fn files(&self) -> Result<Vec<(String, String)>> {
        let list = fs::read_to_string(self.site().join(LIST))?;
        let line = |line: &str| line.split_once("  ").map(|(hash, path)| (hash.to_owned(), path.to_owned()));
        list.lines().map(|each| line(each).context("a line of the list is none")).collect()
    }

    /// The end of the name of the browser's cache for it.
    ///
    /// # Errors
    ///
    /// That there is no list.
    pub fn version(&self) -> Result<String> {
        let list = verbatim_offline::hash(&fs::read(self.site().join(LIST))?);
        Ok(format!(" {list:.16}"))
    }

    /// The worker's script.
    ///
    /// # Errors
    ///
    /// That there is none.
    pub fn worker(&self) -> Result<Vec<u8>> {
        Ok(fs::read(self.site().join(WORKER))?)
    }

    /// Writes the sets as they are after an edit of each, one with its questions so many times over, under the names that a
    /// build would give them.
    fn writes_questions(&self, repeated: Option<(&str, usize)>) -> Result<()> {
        let questions = self.folder.path().join("questions");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions"), &questions)?;
        for path in files(&questions)? {
            if path.extension().is_some_and(|end| end == "toml") && !path.ends_with("bank.toml") {
                let text = fs::read_to_string(&path)?;
                let mark = self.mark();
                let text = text.replacen("title = \"", &format!("title = \"{mark}"), 1);
                let text = text.replace("explanation = \"", &format!("explanation = \"{mark}"));
                let times =
                    repeated.filter(|(set, _)| path.file_stem() == Some(set.as_ref())).map_or(1, |(_, times)| times);
                fs::write(&path, over(&text, times).context("a set without questions")?)?;
            }
        }
        let (unreadable, data) = (|error| anyhow!("{error:?}"), self.site().join("data"));
        let mut catalogue = Catalogue::read(&fs::read(data.join(CATALOGUE))?).map_err(unreadable)?;
        for listed in &mut catalogue.banks {
            let bank = bank::read(&questions.join(&listed.id))?;
            for (listing, set) in listed.sets.iter_mut().zip(bank.sets()) {
                fs::remove_file(data.join(&listing.file))?;
                let bytes = Pack::new(&bank, set).write().map_err(unreadable)?;
                listing.file = format!("{}/{}-{:.12}.bin", bank.id(), set.id(), verbatim_offline::hash(&bytes));
                listing.title = set.title().to_owned();
                fs::write(data.join(&listing.file), bytes)?;
            }
        }
        Ok(fs::write(data.join(CATALOGUE), catalogue.write().map_err(unreadable)?)?)
    }

    /// Gives the player's files other names, as another state of it has, and the page its number.
    fn renames_player(&self) -> Result<()> {
        let page = self.site().join("index.html");
        let (mut renamed, mut asking) = (Vec::new(), vec![page.clone()]);
        for path in files(&self.site())? {
            let name = path.file_name().and_then(|name| name.to_str()).context("a file without a name")?;
            if name.starts_with("player-") {
                let new = format!("edition-{}-{name}", self.number);
                renamed.push((name.to_owned(), new.clone()));
                let there = path.with_file_name(new);
                fs::rename(&path, &there)?;
                asking.extend(Some(there).filter(|path| path.extension() == Some("js".as_ref())));
            }
        }
        for path in asking {
            let text = fs::read_to_string(&path)?;
            fs::write(&path, renamed.iter().fold(text, |text, (old, new)| text.replace(old, new)))?;
        }
        let mark = format!("<meta name=\"edition\" content=\"{}\"></head>", self.number);
        let text = fs::read_to_string(&page)?.replacen("</head>", &mark, 1);
        Ok(fs::write(page, text)?)
    }
}

/// A set with its questions so many times over, each time under other names.
fn over(set: &str, times: usize) -> Option<String> {
    const QUESTION: &str = "[[question]]";
    const NAME: &str = "\nid = \"";
    let (head, questions) = set.split_once(QUESTION)?;
    let again = (1..times).map(|time| questions.replace(NAME, &format!("{NAME}time-{time}-")));
    let all: Vec<String> = [head, questions].map(str::to_owned).into_iter().chain(again).collect();
    Some(all.join(QUESTION))
}

/// Gives all pages a policy that allows the scripts which stand in them now, as the build does.
fn vouch(site: &Path) -> Result<()> {
    const ALLOWED: &str = "script-src ";
    let pages: Vec<PathBuf> =
        files(site)?.into_iter().filter(|path| path.extension() == Some("html".as_ref())).collect();
    let texts = pages.iter().map(fs::read_to_string).collect::<std::io::Result<Vec<_>>>()?;
    let hashes: BTreeSet<String> = texts.iter().flat_map(|page| scripts(page)).map(allowed).collect();
    let hashes: String = hashes.iter().map(|hash| format!(" '{hash}'")).collect();
    for (path, text) in pages.iter().zip(&texts) {
        let (before, behind) = text.split_once(ALLOWED).context("a page without a policy")?;
        let (_, behind) = behind.split_once(';').context("a policy of scripts alone")?;
        fs::write(path, format!("{before}{ALLOWED}'self' 'wasm-unsafe-eval'{hashes};{behind}"))?;
    }
    Ok(())
}

/// The scripts that stand in a page.
fn scripts(page: &str) -> impl Iterator<Item = &str> {
    let all = page.split("<script").skip(1).filter(|rest| !rest.starts_with(" type=\"application/octet-stream\""));
    all.filter_map(|rest| rest.get(rest.find('>')? + 1..rest.find("</script>")?)).filter(|text| !text.is_empty())
}

/// A script as a policy names it.
fn allowed(script: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(script)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in files(from)? {
        let there = to.join(path.strip_prefix(from)?);
        fs::create_dir_all(there.parent().context("a file without a folder")?)?;
        fs::copy(&path, there)?;
    }
    Ok(())
}

/// All files below a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}
