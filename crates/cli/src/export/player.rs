//! Owns the player of a built site as parts to pack: its module, the script that starts it, its styles, its icon.
//!
//! Never knows what it is packed into.

use std::fs;
use std::io;
use std::path::Path;

use verbatim_core::Catalogue;

use crate::Failure;
use crate::data::{CATALOGUE, FOLDER};

/// The folder of the player that keeps everything on the device.
pub(super) const ALONE: &str = "hosting";
/// The folder of the player that talks to an LMS.
pub(super) const LMS: &str = "hosting/lms";
/// The module, without a cut.
const MODULE: &str = "player.wasm";
/// The script that starts it.
const SCRIPT: &str = "player.js";
/// The page whose styles and icon it has.
const PAGE: &str = "index.html";

/// The parts of a player.
#[derive(Clone, Debug)]
pub(super) struct Player {
    /// The WebAssembly module.
    pub module: Vec<u8>,
    /// A classic script. Run, it gives the page a function `verbatim`, which starts a module from its bytes.
    pub script: String,
    /// All styles.
    pub styles: String,
    /// The address of the icon, which holds all of it; in a form that may stand in an attribute.
    pub icon: String,
}

impl Player {
    /// Reads the parts from a site, and the player from this folder of it.
    ///
    /// # Errors
    ///
    /// That they are not there, or of another version than this tool, whose data they could not read.
    pub(super) fn of(site: &Path, folder: &str) -> Result<Self, Failure> {
        let read = |name: &str| {
            let path = site.join(name);
            let is_lacking = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
            fs::read(&path).map_err(|error| {
                if is_lacking(&error) { lacking(site, name) } else { Failure::file("read", &path, &error) }
            })
        };
        let text = |name: &str| {
            let unreadable = |_| damaged(site, name);
            String::from_utf8(read(name)?).map(|text| text.replace("\r\n", "\n")).map_err(unreadable)
        };
        let module = read(&format!("{folder}/{MODULE}"))?;
        Catalogue::read(&read(&format!("{FOLDER}/{CATALOGUE}"))?)
            .map_err(|why| Failure::new(format!("the site in {} has data that is {why}", site.display()), ANEW))?;
        let page = text(PAGE)?;
        let between = |begin: &str, end: &str| Some(page.split_once(begin)?.1.split_once(end)?.0.to_owned());
        let styles = between("<style>", "</style>").ok_or_else(|| damaged(site, PAGE))?;
        let icon = between("<link rel=\"icon\" href=\"", "\"").filter(|icon| icon.starts_with("data:"));
        let icon = icon.ok_or_else(|| damaged(site, PAGE))?;
        Ok(Self { module, script: text(&format!("{folder}/{SCRIPT}"))?, styles, icon })
    }
}

/// What mends a site that does not fit.
const ANEW: &str = "build it anew with this version: `cargo xtask build`";

fn lacking(site: &Path, name: &str) -> Failure {
    let message = format!("there is no built player in {}: it has no {name}", site.display());
    Failure::new(message, "build the site first, by `cargo xtask build`, or name its folder by `--site`")
}

fn damaged(site: &Path, name: &str) -> Failure {
    Failure::new(format!("{} is not as a release has it", site.join(name).display()), ANEW)
}
