//! Owns what several views show: elements, formatted text, quotations, reviewed answers, notices.
//!
//! Never holds state.

pub mod button;
pub mod element;
pub mod link;
pub mod notice;
pub mod prose;
pub mod quotation;
pub mod review;
