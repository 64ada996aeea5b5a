//! Runs the step as a hook of Trunk, which names the site's folder and the kind of build.
//!
//! Never finds them itself.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use verbatim_offline::{Worker, write};

/// The folder of the site that is being built.
const FOLDER: &str = "TRUNK_STAGING_DIR";

/// The kind of build: `release` or `debug`.
const PROFILE: &str = "TRUNK_PROFILE";

fn main() -> ExitCode {
    let Some(folder) = env::var_os(FOLDER) else {
        eprintln!("error: {FOLDER} is not set: `trunk build` runs this");
        return ExitCode::from(2);
    };
    // Whoever writes a set and looks at it wants its newest state, and no copy of an older one.
    let is_release = env::var(PROFILE).is_ok_and(|profile| profile == "release");
    let worker = if is_release { Worker::Keeping } else { Worker::Retired };
    match write(Path::new(&folder), worker) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}
