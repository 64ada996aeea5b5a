//! Owns a folder of its own for one test, with a bank put together in it, and runs the tool there.
//!
//! Never judges what the tool prints.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder with this crate's tests.
pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// A folder in which a test may write.
pub struct Sandbox {
    folder: PathBuf,
}

impl Sandbox {
    /// The good bank, `lending`, and beside it the text that it quotes, `lending.txt`. `name` is the test's own.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // What an earlier run has left behind must not be checked again.
        let _ = fs::remove_dir_all(&folder);
        let sandbox = Self { folder };
        fs::create_dir_all(sandbox.path("lending")).unwrap();
        let good = tests().join("good");
        fs::copy(good.join("lending.txt"), sandbox.path("lending.txt")).unwrap();
        sandbox.add_files(&good.join("lending"));
        sandbox
    }

    /// A path in the sandbox.
    pub fn path(&self, inner: &str) -> PathBuf {
        self.folder.join(inner)
    }

    /// Copies all files of a folder into the bank.
    pub fn add_files(&self, from: &Path) {
        for entry in fs::read_dir(from).unwrap() {
            let file = entry.unwrap().path();
            fs::copy(&file, self.path("lending").join(file.file_name().unwrap())).unwrap();
        }
    }

    /// Runs the tool in the sandbox, so that the paths that it prints are the same everywhere.
    pub fn verbatim(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_verbatim")).current_dir(&self.folder).args(arguments).output().unwrap()
    }
}
