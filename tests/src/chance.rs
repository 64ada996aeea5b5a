//! Owns chance that can be repeated: numbers from a seed that is printed, or given by `VERBATIM_SEED`.
//!
//! Never used for what must not be foreseen.

use std::time::{SystemTime, UNIX_EPOCH};

/// The variable that gives the seed.
const SEED: &str = "VERBATIM_SEED";

/// A source of numbers.
#[derive(Clone, Debug)]
pub struct Chance {
    seed: u64,
    state: u64,
}

impl Chance {
    /// From the seed in the surroundings, or else one of this moment. It is printed, so that a failure can be repeated.
    #[must_use]
    pub fn new() -> Self {
        let given = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok());
        let moment = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let seed = given.unwrap_or_else(moment);
        println!("chance: {SEED}={seed}");
        Self { seed, state: seed }
    }

    /// The seed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// A number below `end` (SplitMix64; `end` is far below 2^64, so that the remainder is fair enough).
    pub fn below(&mut self, end: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }
}

impl Default for Chance {
    fn default() -> Self {
        Self::new()
    }
}
