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
use verbatim_core::question::choice::ChoiceOption;
use verbatim_core::{Bank, Kind, Question, Set};

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

/// The options of a question and the position of the right one.
#[must_use]
pub fn options(question: &Question) -> (&[ChoiceOption], usize) {
    let Kind::Choice(choice) = &question.kind;
    (choice.options(), choice.right())
}

/// What an option of a question says.
///
/// # Errors
///
/// That the question has fewer options.
pub fn option(question: &Question, position: usize) -> Result<String> {
    let option = options(question).0.get(position);
    option.map(|option| words(&option.text)).with_context(|| format!("no option {position}"))
}

/// A question of a set, by its position from 0.
///
/// # Errors
///
/// That the set has fewer questions.
pub fn question(set: &Set, position: usize) -> Result<&Question> {
    set.questions().get(position).with_context(|| format!("no question {position} in `{}`", set.id()))
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

fn read(folder: &Path) -> Result<Bank> {
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
    let evidence = Evidence { file: &name, fingerprint: Written::Text(&print), text: None };
    let (bank, found) = verify(&Draft { id, bank, sets }, evidence);
    match bank {
        Some(bank) => Ok(bank),
        None => bail!("{} is no bank: run `verbatim check questions`; {found:?}", folder.display()),
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = listed.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
