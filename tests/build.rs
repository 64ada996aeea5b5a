//! Owns the list of the kinds' cases: each file of `src/kind` is one, and no other file has to name it.
//!
//! Never reads what stands in them. A build script and not a macro, so that cargo sees a file that is new.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDER: &str = "src/kind";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let folder = variable("CARGO_MANIFEST_DIR")?.join(FOLDER);
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|path| path.extension().is_some_and(|end| end == "rs"));
    files.sort();
    let modules: String = files.iter().map(|path| format!("#[path = {path:?}]\nmod {};\n", name(path))).collect();
    let cases: String = files.iter().map(|path| format!("    {}::CASE,\n", name(path))).collect();
    let list = format!("{modules}\n/// The case of every kind.\npub static CASES: &[Case] = &[\n{cases}];\n");
    fs::write(variable("OUT_DIR")?.join("cases.rs"), list)
}

fn variable(name: &str) -> io::Result<PathBuf> {
    env::var_os(name).map(PathBuf::from).ok_or_else(|| io::Error::other(format!("cargo sets no {name}")))
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
