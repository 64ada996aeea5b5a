//! Owns the views, one file a phase.
//!
//! Never loads, saves or marks: a view is given data and gives back what the student did.

pub mod catalogue;
mod certainty;
pub mod clock;
pub mod form;
pub mod frame;
pub mod glossary;
pub mod overview;
pub mod progress;
pub mod question;
pub mod results;
pub mod start;
pub mod waiting;
