//! Owns what a student gave: a closed enum of few shapes.
//!
//! Never knows whether it is right.

/// What a student gave to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One option, by its position in the author's order, from 0.
    Option(usize),
}
