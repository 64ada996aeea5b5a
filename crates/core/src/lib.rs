//! `verbatim-core`: banks, proofs of quotations, marking and attempts.
//!
//! Owns every rule of Verbatim. Never reads a file, a clock, randomness or a browser: those enter as data.
//!
//! The one flow, of which the first line needs the feature `author`:
//!
//! ```text
//! &str -> parse -> (Draft, diagnostics) -> verify -> (Option<Bank>, diagnostics) -> pack -> bytes
//! bytes -> unpack -> Pack -> Attempt::new(Start) -> apply(Event) -> Result<Attempt, Rejected> -> Report
//! ```

pub mod answer;
pub mod attempt;
pub mod bank;
#[cfg(feature = "author")]
mod chance;
#[cfg(feature = "author")]
pub mod diagnostic;
#[cfg(feature = "author")]
mod language;
#[cfg(feature = "author")]
pub mod lint;
pub mod mark;
pub mod prose;
pub mod question;
pub mod report;
pub mod source;

pub use answer::{Answer, Written};
pub use attempt::{Attempt, Course, Event, Given, Rejected, Start};
pub use bank::{Bank, Catalogue, Listing, Mode, Pack, Set, Settings};
pub use mark::{Certainty, Mark, Reason};
pub use question::{Kind, Question, Quote};
pub use report::Report;
pub use source::Source;
