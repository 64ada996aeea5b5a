//! Owns what a student reads of a question beside its prompt, and how long its answer takes to think of.
//!
//! Never knows a reading rate: [`crate::bank::stats`] does.
//!
//! The seconds are assumptions that were set down, not measured: they hold a question of four options at about half a
//! minute together with its reading. Let what students took replace them where there is any of it.

/// Seconds to decide on one of several options, once they are read.
pub const CHOOSE: f64 = 10.0;
/// Seconds to judge one option, or one sentence, by itself.
pub const JUDGE: f64 = 5.0;
/// Seconds to find the place of one item, or what belongs to one thing.
pub const PLACE: f64 = 8.0;
/// Seconds to recall one answer and write it.
pub const WRITE: f64 = 15.0;

/// The words of a question beside its prompt, without formatting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wording {
    /// What is read before the answer: options, items, sentences.
    pub options: Vec<String>,
    /// What is read after it: why each of them is right or wrong. What is said to an answer that the author merely
    /// expects is not among them, since few read it.
    pub reasons: Vec<String>,
    /// How long the answer takes to think of and to give, beside the reading, in seconds.
    pub seconds: f64,
}
