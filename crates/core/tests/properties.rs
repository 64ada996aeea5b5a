//! Owns what holds for any text, any fingerprint, any mark and any course of an attempt.
//!
//! Never expects a particular result: the modules' own tests do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod properties {
    mod answers;
    mod attempt;
    mod courses;
    mod guess;
    mod marks;
    mod pack;
    mod text;
    mod tour;
    mod written;

    use proptest::prelude::ProptestConfig;

    fn config(cases: u32) -> ProptestConfig {
        ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
    }
}
