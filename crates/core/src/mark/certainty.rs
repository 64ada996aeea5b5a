//! Owns certainty-based marking: what an answer is worth by how sure the student was.
//!
//! Never part of a mark: certainty has points of its own.

/// What a mark is worth under certainty-based marking (Gardner-Medwin 1995; Moodle): certainty 1, 2, 3 earns 1, 2, 3
/// when right and 0, -2, -6 when wrong, and a mark between earns the same part of the way from one to the other.
#[must_use]
pub fn certainty_points(earned: f64, certainty: Certainty) -> f64 {
    let (right, wrong) = certainty.payoffs();
    f64::from(wrong) + f64::from(right - wrong) * earned
}

/// How sure a student says to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Below two thirds.
    Low,
    /// From two thirds to four fifths.
    Middle,
    /// Above four fifths.
    High,
}

impl Certainty {
    /// All of them, from the least.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// What a right answer earns, and a wrong one. The expected points p, 4p - 2 and 9p - 6 cross at p = 2/3 and 0.8.
    #[must_use]
    pub fn payoffs(self) -> (i8, i8) {
        match self {
            Self::Low => (1, 0),
            Self::Middle => (2, -2),
            Self::High => (3, -6),
        }
    }
}
