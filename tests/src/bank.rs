//! Owns what the authors wrote: the question files of the repository, read and verified by `verbatim-core`.
//!
//! Never looks at the built site, so that what is shown there is compared with the files themselves.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use verbatim_core::bank::draft::Draft;
use verbatim_core::bank::parse;
use verbatim_core::bank::verify::{Evidence, Written, verify};
use verbatim_core::prose::{self, Block};
use verbatim_core::{Bank, Question, Set};

use crate::person::one_line;

/// The banks of the repository, by id.
///
/// # Errors
///
/// A file that cannot be read, or a bank that is not without errors.
pub fn banks() -> Result<Vec<Bank>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions");
    let folders = entries(&folder)?.into_iter().filter(|path| path.join("bank.toml").is_file());
    folders.map(|folder| read(&folder)).collect()
}

/// A bank of the repository and its set of this id: for tests that need no more than one set.
///
/// # Errors
///
/// As [`banks`], or that there is no such set.
pub fn with_set(id: &str) -> Result<(Bank, Set)> {
    let find = |bank: Bank| bank.sets().iter().find(|set| set.id() == id).cloned().map(|set| (bank, set));
    banks()?.into_iter().find_map(find).with_context(|| format!("no bank has a set `{id}`"))
}

/// The address of a set within the site, and with a page's name behind it that of the page.
#[must_use]
pub fn address(bank: &Bank, set: &Set) -> String {
    format!("#/{}/{}", bank.id(), set.id())
}

/// The page of a set within the site.
#[must_use]
pub fn page(bank: &Bank, set: &Set) -> String {
    format!("{}/{}.html", bank.id(), set.id())
}

/// A question of a set, by its position in the file, from 0.
///
/// # Errors
///
/// That the set has fewer questions.
pub fn question(set: &Set, position: usize) -> Result<&Question> {
    set.questions().get(position).with_context(|| format!("no question {position} in `{}`", set.id()))
}

/// A question of a set, by its id.
///
/// # Errors
///
/// That the set has no such question.
pub fn question_named<'a>(set: &'a Set, id: &str) -> Result<&'a Question> {
    let place = set.position(id).with_context(|| format!("no question `{id}` in `{}`", set.id()))?;
    question(set, place)
}

/// A line's words as they are read.
#[must_use]
pub fn words(line: &[prose::Inline]) -> String {
    one_line(&prose::plain(line))
}

/// The words of paragraphs and lists as they are read, one after the other.
#[must_use]
pub fn all_words(blocks: &[Block]) -> String {
    let words = |block: &Block| match block {
        Block::Paragraph(line) => words(line),
        Block::List { items, .. } => items.iter().map(|item| all_words(item)).collect::<Vec<_>>().join(" "),
    };
    blocks.iter().map(words).collect::<Vec<_>>().join(" ")
}

/// A bank of any folder.
///
/// # Errors
///
/// A file that cannot be read, or a bank that is not without errors.
pub fn read(folder: &Path) -> Result<Bank> {
    let file = |path: &Path| -> Result<(Rc<str>, String)> {
        let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok((path.to_string_lossy().into(), text))
    };
    let (name, text) = file(&folder.join("bank.toml"))?;
    let (bank, _) = parse::bank(&name, &text);
    let is_set = |path: &PathBuf| path.extension().is_some_and(|end| end == "toml") && !path.ends_with("bank.toml");
    let mut sets = Vec::new();
    for path in entries(folder)?.into_iter().filter(is_set) {
        let (name, text) = file(&path)?;
        sets.push(parse::set(&name, &text).0);
    }
    let (name, print) = file(&folder.join("source.fingerprint"))?;
    let id = folder.file_name().map(|id| id.to_string_lossy().into_owned()).context("a bank's folder has no name")?;
    let texts = texts(folder)?;
    let texts: Vec<_> = texts.iter().map(|(name, text)| (name.clone(), Written::Text(text))).collect();
    let evidence = Evidence { file: &name, fingerprint: Written::Text(&print), text: None, texts: &texts };
    let (bank, found) = verify(&Draft { id, bank, sets }, evidence);
    match bank {
        Some(bank) => Ok(bank),
        None => bail!("{} is no bank: run `verbatim check questions`; {found:?}", folder.display()),
    }
}

/// The texts beside a bank's file, by name: one may be its source.
fn texts(folder: &Path) -> Result<Vec<(String, String)>> {
    let is_text = |path: &PathBuf| path.extension().is_some_and(|end| end == "txt" || end == "md");
    let read = |path: PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok((name, text))
    };
    entries(folder)?.into_iter().filter(is_text).map(read).collect()
}

/// A set's file, as its author wrote it.
///
/// # Errors
///
/// That it cannot be read.
pub fn written(bank: &Bank, set: &Set) -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions").join(bank.id());
    let file = folder.join(format!("{}.toml", set.id()));
    fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}

/// A paragraph of the source that ships with a bank, from 1.
///
/// # Errors
///
/// That there is none.
pub fn paragraph(bank: &Bank, number: u32) -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions").join(bank.id());
    let texts = texts(&folder)?;
    let (_, text) = texts.first().with_context(|| format!("the bank `{}` has no text", bank.id()))?;
    let place = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
    let paragraph = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()).nth(place);
    paragraph.map(one_line).with_context(|| format!("no paragraph {number}"))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = listed.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
