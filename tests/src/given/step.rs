//! Owns the steps of which giving an answer consists, whatever the kind: controls by their names on screen, and what is
//! done to them.
//!
//! Never does it.

use anyhow::{Context, Result};
use verbatim_core::question::option::ChoiceOption;

use crate::bank::words;

/// One thing that has to be done for an answer, with the names that the controls have on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Choose the radio button of this name.
    Choose(String),
    /// Check these boxes, and none of the others.
    Check(Vec<String>),
    /// Choose an entry of a list: the list's name, the entry.
    Select(String, String),
    /// Write in a line: the line's name, the words.
    Write(String, String),
    /// Bring items into this order.
    Arrange(Vec<String>),
}

/// What the control of an option is called.
///
/// # Errors
///
/// That there is no such option.
pub fn option(options: &[ChoiceOption], position: usize) -> Result<String> {
    options.get(position).map(|option| words(&option.text)).context("no such option")
}
