//! Owns putting a player in parts into a built site: its files, the script that starts it, the page that asks for them;
//! and beside them the whole one, for those who pack it into something else than a site.
//!
//! Never cuts a module; `parts` does.

use std::cell::Cell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::brief::brief;
use crate::names::Names;
use crate::parts;

/// The page that loads the player.
const PAGE: &str = "index.html";
/// How wasm-bindgen ends the name of what it has made of a module.
const WASM: &str = "_bg.wasm";
/// What wasm-bindgen's script has for loading a module, up to its end.
const LOADING: &str = "async function __wbg_load(";
/// What the player's own loading needs of that script.
const NEEDED: [&str; 2] = ["function __wbg_get_imports()", "function __wbg_finalize_init("];
/// How both ways of starting wait for the page.
const PARSED: &str = include_str!("parsed.js");
/// The player's own loading.
const START: &str = include_str!("player.js");
/// Starting it where nothing has to be loaded.
const ALONE: &str = include_str!("alone.js");
/// Starting it where one script brings all of it.
const BRINGS: &str = include_str!("whole.js");
/// Where the player lies as a whole, for those who pack it: among what is for hosts and for no visitor.
const HOSTING: &str = "hosting";
/// The whole player there.
const WHOLE: &str = "player.wasm";
/// The script that starts it whole.
const WHOLE_SCRIPT: &str = "player.js";
/// The functions that come first.
const FIRST: &str = include_str!("first.txt");
/// How much of them a module has to have to be cut, in percent: another compiler, or another library of Rust, makes
/// others, and what is called first would be late.
const KNOWN: usize = 97;

/// What becomes of the player's module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It comes in two parts, where its functions are those that the list was made of; else whole.
    Parts,
    /// It stays whole, and tells which of its functions are called.
    Marked,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It comes in two parts, of so many bytes.
    Parts(usize, usize),
    /// It stayed whole: so many of so many functions that come first were found.
    Whole(usize, usize),
    /// It tells what is called.
    Marked,
}

/// The files that trunk and wasm-bindgen have made of the player.
struct Built {
    wasm: PathBuf,
    script: PathBuf,
    /// What both names begin with.
    stem: String,
}

/// Puts the player of a built site in its way.
///
/// # Errors
///
/// What cannot be read, cut or written.
pub fn write(site: &Path, way: Way) -> Result<Outcome> {
    let built = Built::find(site)?;
    let (wasm, made) = built.read(way)?;
    let whole = match way {
        Way::Parts => {
            let (script, whole) = keep_whole(&site.join(HOSTING), &wasm, &made)?;
            Some(bring_whole(site, &script, &whole)?)
        }
        Way::Marked => None,
    };
    let (outcome, first, rest) = modules(&wasm, way)?;
    let first = put(site, "player", "wasm", &first)?;
    let rest = rest.map(|rest| put(site, "player-rest", "wasm", &rest)).transpose()?;
    let script = script(&made, &first, rest.as_deref(), way)?;
    let script = put(site, "player", "js", script.as_bytes())?;
    let page = site.join(PAGE);
    let html = page_for(&read(&page)?, &built.stem, &script, &first, whole.as_deref())?;
    fs::write(&page, html).with_context(|| format!("{} cannot be written", page.display()))?;
    for old in [built.wasm, built.script] {
        fs::remove_file(&old).with_context(|| format!("{} cannot be removed", old.display()))?;
    }
    Ok(outcome)
}

/// Writes a player that wasm-bindgen has left in `made` into a folder, whole and with the script that starts it.
///
/// # Errors
///
/// What cannot be read or written.
pub fn whole(made: &Path, folder: &Path) -> Result<()> {
    let built = Built::find(made)?;
    let (wasm, made) = built.read(Way::Parts)?;
    keep_whole(folder, &wasm, &made).map(|_| ())
}

/// The names of the functions of a site's player, in the order in which a marked one tells them.
///
/// # Errors
///
/// That there is no player as trunk has built it.
pub fn functions(site: &Path) -> Result<Vec<String>> {
    parts::functions(&fs::read(Built::find(site)?.wasm)?)
}

/// The module in its way, and the rest of it.
fn modules(wasm: &[u8], way: Way) -> Result<(Outcome, Vec<u8>, Option<Vec<u8>>)> {
    if way == Way::Marked {
        return Ok((Outcome::Marked, parts::marked(wasm)?, None));
    }
    let first = Names::read(FIRST);
    let known = first.among(&parts::functions(wasm)?.into_iter().collect());
    if known * 100 < first.count() * KNOWN {
        return Ok((Outcome::Whole(known, first.count()), parts::whole(wasm)?, None));
    }
    let parts = parts::split(wasm, &first)?;
    Ok((Outcome::Parts(parts.first.len(), parts.late.len()), parts.first, Some(parts.late)))
}

/// Writes the player as it is without a cut, which is smaller than both parts: one file that holds all has no use for two.
/// Gives both the script and the player.
fn keep_whole(folder: &Path, wasm: &[u8], made: &str) -> Result<(String, Vec<u8>)> {
    let script = format!("(() => {{\n\"use strict\";\n{}{ALONE}}})();\n", imports(made)?);
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::create_dir_all(folder)?;
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))
    };
    let whole = parts::whole(wasm)?;
    put(WHOLE, &whole)?;
    put(WHOLE_SCRIPT, script.as_bytes())?;
    Ok((script, whole))
}

/// Writes the script that brings all of the player to pages without an origin, and gives its name.
fn bring_whole(site: &Path, script: &str, whole: &[u8]) -> Result<String> {
    let script = format!("{script}(() => {{\nconst PACKED = \"{}\";\n{PARSED}{BRINGS}}})();\n", packed(whole)?);
    put(site, "whole", "js", script.as_bytes())
}

/// Bytes as a script can hold them: compressed, in base64.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(STANDARD.encode(encoder.finish()?))
}

/// What wasm-bindgen's script gives to its module, without its own way of loading that.
fn imports(made: &str) -> Result<&str> {
    let (imports, _) = made.split_once(LOADING).context("wasm-bindgen's script loads its module in another way")?;
    for needed in NEEDED {
        ensure!(imports.contains(needed), "wasm-bindgen's script has no `{needed}`");
    }
    Ok(imports)
}

/// The script between module and browser, with the player's own way of loading in the place of wasm-bindgen's.
fn script(made: &str, first: &str, rest: Option<&str>, way: Way) -> Result<String> {
    let imports = imports(made)?;
    let rest = rest.map_or_else(|| "null".to_owned(), |rest| format!("{rest:?}"));
    let mut script = format!("{imports}const FIRST = {first:?};\nconst REST = {rest};\n{PARSED}{START}");
    if way == Way::Marked {
        let begin = "const imports = __wbg_get_imports();";
        ensure!(script.contains(begin), "the player's script begins in another way");
        let marks =
            "globalThis.called = new Set();\nimports.marks = { mark: (place) => globalThis.called.add(place) };";
        script = script.replacen(begin, &format!("{begin}\n{marks}"), 1);
    }
    Ok(script)
}

/// The page with this script in the place of those that trunk has put there, and the name of the one that brings all.
fn page_for(html: &str, stem: &str, script: &str, first: &str, whole: Option<&str>) -> Result<String> {
    let loaded = format!("<script id=\"player\" type=\"module\" src=\"./{script}\" async></script>");
    let is_placed = Cell::new(false);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html", |html| {
            html.set_attribute("data-first", first)?;
            Ok(whole.map_or(Ok(()), |whole| html.set_attribute("data-whole", whole))?)
        }))
        .append_element_content_handler(element!("head > script[type='module']:not([src])", |old| {
            old.remove();
            Ok(())
        }))
        .append_element_content_handler(element!(format!("link[href*='{stem}']"), |old| {
            old.remove();
            Ok(())
        }))
        // As early as it can be asked for: behind the page's first script, which it leans on.
        .append_element_content_handler(element!("head > script:not([type])", |first| {
            if !is_placed.replace(true) {
                first.after(&loaded, ContentType::Html);
            }
            Ok(())
        }));
    let html = rewrite_str(html, settings).map_err(|why| anyhow::anyhow!("{PAGE} cannot be read: {why}"))?;
    ensure!(html.contains(&loaded), "{PAGE} has no script in its head for the player to stand behind");
    Ok(html)
}

/// Writes a file under a name that tells of its content.
fn put(site: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("{stem}-{:.16}.{ending}", verbatim_offline::hash(bytes));
    let path = site.join(&name);
    fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(name)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

impl Built {
    fn find(site: &Path) -> Result<Self> {
        for entry in fs::read_dir(site).with_context(|| format!("{} cannot be read", site.display()))? {
            let wasm = entry?.path();
            let name = wasm.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if let Some(stem) = name.strip_suffix(WASM) {
                let (stem, script) = (stem.to_owned(), site.join(format!("{stem}.js")));
                return Ok(Self { wasm, script, stem });
            }
        }
        anyhow::bail!("{} has no player: build the site first", site.display())
    }

    /// The module and its script. One that tells what is called has its functions in the order in which they were built.
    fn read(&self, way: Way) -> Result<(Vec<u8>, String)> {
        let wasm = fs::read(&self.wasm).with_context(|| format!("{} cannot be read", self.wasm.display()))?;
        let script = read(&self.script)?;
        match way {
            Way::Parts => brief(&wasm, &script),
            Way::Marked => Ok((wasm, script)),
        }
    }
}
