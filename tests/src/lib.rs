//! The stage on which the player is tested, and the person who uses it.
//!
//! Owns serving the built site, driving a browser, and what a person does there: looks things up by role and name,
//! clicks, types, reads. Never holds an expectation of its own beside that: the suite in `browser/` does.
//!
//! Uses: `quiz`, `explained`, `results` -> `given` -> `person` -> `wait`; `axe`, `storage` -> `person`; `stage` ->
//! `host`, `one_file` -> `browser`, which has one file for each browser; `explained`, `given`, `ways` -> `kind`, which has one file for
//! each kind of question and is all that knows one. `bank`, `page`, `said`, `shape`, `ways` and `worked` know no browser.

pub mod axe;
pub mod bank;
pub mod browser;
pub mod chance;
pub mod course;
pub mod edited;
pub mod edition;
pub mod explained;
pub mod given;
pub mod host;
pub mod kind;
pub mod life;
pub mod lrs;
pub mod offline;
pub mod one_file;
pub mod page;
pub mod person;
pub mod quiz;
pub mod reader;
pub mod results;
pub mod said;
pub mod shape;
pub mod stage;
pub mod storage;
pub mod surroundings;
pub mod wait;
pub mod ways;
pub mod worked;

pub use course::Course;
pub use host::{Fault, Host, Server};
pub use one_file::OneFile;
pub use person::{Person, Role};
pub use stage::{Broken, Outcome, Stage};
