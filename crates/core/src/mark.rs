//! Owns what an answer earned, with the reasons, and how a mark is shown as a percentage.
//!
//! Never words a reason: the player's language does.

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
        Self { earned: 1.0, reasons: vec![reason] }
    }

    /// No marks.
    #[must_use]
    pub fn none(reason: Reason) -> Self {
        Self { earned: 0.0, reasons: vec![reason] }
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

/// Why a mark is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The right option was chosen.
    RightOption,
    /// Another option was chosen.
    WrongOption,
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
mod tests {
    use super::*;

    fn check(earned: f64, expect: u8) {
        assert_eq!(percent(earned), expect, "{earned}");
    }

    #[test]
    fn percentages_round_half_up() {
        check(0.0, 0);
        check(1.0 / 3.0, 33);
        check(0.125, 13);
        check(0.5, 50);
        check(2.0 / 3.0, 67);
        check(1.0, 100);
    }

    #[test]
    fn all_but_everything_is_not_a_hundred() {
        check(0.9999, 99);
    }

    #[test]
    fn a_little_is_not_nothing() {
        check(0.0001, 1);
    }
}
