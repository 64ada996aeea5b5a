//! The suite: what holds of the built site in a real browser, as a person finds it.
//!
//! Each module owns one promise of the player; each test is named as the fact that it proves.

mod accessible;
mod addresses;
mod again;
mod answers;
mod catalogue;
mod certainty;
mod cmi5;
mod damage;
mod disk;
mod early;
mod embedded;
mod every_state;
mod files;
mod focus;
mod folder;
mod glossary;
mod hints;
mod hosting;
mod keyboard;
mod keys;
mod kinds;
mod mistakes;
mod offline;
mod one_file;
mod policy;
mod progress;
mod progress_page;
mod quiet;
mod reflow;
mod revised;
mod scorm;
mod slow;
mod storage;
mod survival;
mod tabs;
mod test_mode;
mod tries;
mod trouble;
mod update;
mod without_scripts;
