//! The player in two parts: what a first answer needs, and the rest.
//!
//! Owns a step of a release: it cuts the module that was built, and gives the page the script that brings both. Which
//! functions come first stands in `first.txt`, which is measured and not written by hand: see `cargo xtask profile`.

mod brief;
mod names;
mod parts;
mod site;

pub use names::Names;
pub use parts::{Parts, split};
pub use site::{Outcome, Way, functions, whole, write};
