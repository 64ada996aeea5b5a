//! Owns what an answer earned, with the reasons, and how a mark is shown as a percentage.
//!
//! Never words a reason: the player's language does.

mod certainty;
mod reason;

pub use certainty::{Certainty, certainty_points};
pub use reason::{Reason, Scheme};

/// What an answer earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    earned: f64,
    reasons: Vec<Reason>,
}

impl Mark {
    /// Full marks.
    #[must_use]
    pub fn full(reason: Reason) -> Self {
        Self::part(1.0, reason)
    }

    /// No marks.
    #[must_use]
    pub fn none(reason: Reason) -> Self {
        Self::part(0.0, reason)
    }

    /// A part of the marks; what lies outside 0 to 1 is brought to the nearer end.
    #[must_use]
    pub fn part(earned: f64, reason: Reason) -> Self {
        Self { earned: earned.clamp(0.0, 1.0), reasons: vec![reason] }
    }

    /// The mark of an answer that was not the first one: halved for every earlier try, 2^(1-j) for try j (the 4-2-1 of
    /// the Immediate Feedback Assessment Technique, IF-AT). `tries` counts from 1.
    #[must_use]
    pub fn after_tries(self, tries: usize) -> Self {
        if tries <= 1 {
            return self;
        }
        let halvings = i32::try_from(tries - 1).unwrap_or(i32::MAX);
        self.lowered(0.5_f64.powi(halvings), Reason::Tries { tries })
    }

    /// The mark of an earlier try, which a later one did not better. `number` counts from 1.
    #[must_use]
    pub fn of_try(mut self, number: usize) -> Self {
        if self.earned > 0.0 {
            self.reasons.push(Reason::BestTry { number });
        }
        self
    }

    /// The mark where hints were used: each takes the share `cost` (0 to 1) of it, and together no more than all.
    #[must_use]
    pub fn after_hints(self, used: usize, cost: f64) -> Self {
        if used == 0 {
            return self;
        }
        self.lowered((1.0 - cost * used as f64).max(0.0), Reason::Hints { used })
    }

    fn lowered(mut self, factor: f64, reason: Reason) -> Self {
        // Nothing is not lowered, nor is anything by what costs nothing: neither needs a reason.
        if self.earned > 0.0 && factor < 1.0 {
            self.earned *= factor.clamp(0.0, 1.0);
            self.reasons.push(reason);
        }
        self
    }

    /// What was earned, from 0 (nothing) to 1 (all).
    #[must_use]
    pub fn earned(&self) -> f64 {
        self.earned
    }

    /// Why, in the order in which a reader would be told; at least one.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// Whether everything was earned.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.earned >= 1.0
    }
}

/// A mark as a fraction in lowest terms with a denominator of at most 100, where there is one.
#[must_use]
pub fn fraction(earned: f64) -> Option<(u32, u32)> {
    (1..=100_u32).find_map(|below| {
        let above = earned.clamp(0.0, 1.0) * f64::from(below);
        let whole = above.round();
        // At most 100, so that nothing is cut off.
        ((above - whole).abs() < 1e-9).then_some((whole as u32, below))
    })
}

/// A mark as whole per cent: rounded half up, but never 100 below a mark of 1, nor 0 above a mark of 0.
#[must_use]
pub fn percent(earned: f64) -> u8 {
    let rounded = (1..=100_u8).rev().find(|p| earned * 100.0 + 0.5 >= f64::from(*p)).unwrap_or(0);
    match rounded {
        100 if earned < 1.0 => 99,
        0 if earned > 0.0 => 1,
        rounded => rounded,
    }
}

#[cfg(test)]
mod tests;
