//! Owns what Rust itself needs: a C compiler to link with, the wasm32 target, the crates, the source of its library.
//! Never installs a tool of ours.

use super::Setup;
use crate::failure::{Failure, Outcome};
use crate::kit::Ready;
use crate::package_manager::Wanted;
use crate::packages;
use crate::process;
use crate::say::say;
use crate::small;
use crate::system::Facts;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

impl Setup<'_> {
    pub(super) fn compiler(&self) -> Outcome<Ready> {
        if cfg!(windows) || which::which("cc").is_ok() {
            self.steps.say("C compiler: there");
            return Ok(Ready::There);
        }
        let advice = packages::advice(&Facts::gather(), Wanted::Compiler);
        Err(Failure::new("`cc` is not on PATH, and Rust needs a C compiler to link programs").advise_all(advice))
    }

    pub(super) fn target(&self) -> Outcome<Ready> {
        if self.has_target() {
            self.steps.say(format!("{TARGET}: there"));
            return Ok(Ready::There);
        }
        self.steps.say(format!("adding Rust's {TARGET} target …"));
        let missing = format!("Rust's {TARGET} target is not installed");
        if which::which("rustup").is_err() {
            return Err(Failure::new(format!("{missing}, and there is no rustup to add it"))
                .advise("install Rust by rustup (rustup.rs), then run this again")
                .advise("or install your distribution's package: libstd-rust-dev-wasm32 (Debian),")
                .advise("rust-std-static-wasm32-unknown-unknown (Fedora), rust-wasm (Arch)"));
        }
        let mut command = self.workspace.command("rustup");
        process::run(command.args(["target", "add", TARGET])).map_err(|failure| {
            Failure::new(format!("{missing}: {}", failure.happened()))
                .advise(format!("with a network, run `rustup target add {TARGET}`"))
        })?;
        Ok(Ready::There)
    }

    fn has_target(&self) -> bool {
        let mut rustc = self.workspace.command("rustc");
        let folder = process::ask(rustc.args(["--print", "target-libdir", "--target", TARGET]));
        folder.is_some_and(|folder| Path::new(folder.trim()).is_dir())
    }

    /// Not being able to is no failure: the player is a tenth larger then.
    pub(super) fn library(&self) -> Ready {
        let source = "the source of Rust's library";
        if self.has_library() {
            self.steps.say(format!("{source}: there"));
        } else {
            self.steps.say(format!("adding {source} …"));
            let mut rustup = self.workspace.command("rustup");
            let added = process::run(rustup.args(["component", "add", "rust-src"]));
            if added.is_err() || !self.has_library() {
                return without(source);
            }
        }
        // What the library needs for this machine, which cargo would fetch unasked, is other crates.
        let mut fetch = self.workspace.cargo();
        small::with_library(fetch.args(["fetch", "--target", TARGET]));
        if process::run(&mut fetch).is_err() { without(source) } else { Ready::There }
    }

    fn has_library(&self) -> bool {
        let mut rustc = self.workspace.command("rustc");
        let root = process::ask(rustc.args(["--print", "sysroot"]));
        root.is_some_and(|root| Path::new(root.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
    }

    /// trunk is run with `--offline`, so that it downloads no tools behind our back; cargo is then
    /// offline too, and what it needs has to be there already.
    pub(super) fn crates(&self) -> Outcome<Ready> {
        self.steps.say("crates: fetching what Cargo.lock names …");
        process::run(self.workspace.cargo().arg("fetch")).map_err(|failure| {
            failure
                .advise("cargo's own words stand above; without a network it can fetch nothing")
                .advise("with a network, run the same command again")
        })?;
        Ok(Ready::There)
    }
}

fn without(source: &str) -> Ready {
    say(format!(
        "      going on without {source}: the player is built with the library that rustup brings, a tenth larger"
    ));
    Ready::Missed
}
