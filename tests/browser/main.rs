//! The suite: what holds of the built site in a real browser, as a person finds it.
//!
//! Each module owns one promise of the player; each test is named as the fact that it proves.

mod accessible;
mod addresses;
mod again;
mod answers;
mod folder;
mod keyboard;
mod progress;
mod quiet;
mod storage;
mod trouble;
