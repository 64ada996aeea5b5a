//! Owns why a mark is what it is, in numbers and names.
//!
//! Never words it: the player's language does.

use serde::{Deserialize, Serialize};

/// Why a mark is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The right option was chosen.
    RightOption,
    /// Another option was chosen.
    WrongOption,
    /// Several options were chosen.
    Picked {
        /// How many right ones were chosen.
        right: usize,
        /// How many right ones there are.
        keys: usize,
        /// How many wrong ones were chosen.
        wrong: usize,
        /// How they are counted.
        scheme: Scheme,
    },
    /// What was written is right.
    Accepted,
    /// What was written counts as right, and is spelt otherwise.
    Spelling {
        /// As the author spells it.
        key: String,
    },
    /// What was written is not right.
    NotAccepted,
    /// The number is the right one.
    RightNumber,
    /// The number is near enough.
    NearNumber {
        /// The exact number, as the author writes it.
        key: String,
    },
    /// It is another number.
    WrongNumber,
    /// Items were put in order.
    Ordered {
        /// How many pairs of items stand in the right order.
        right: usize,
        /// How many pairs there are.
        pairs: usize,
        /// The fewest items that have to be moved.
        to_move: usize,
    },
    /// Things were matched.
    Matched {
        /// How many rightly.
        right: usize,
        /// How many there are.
        all: usize,
    },
    /// Blanks were filled.
    Filled {
        /// How many wholly rightly.
        right: usize,
        /// How many there are.
        all: usize,
    },
    /// Sentences were picked from a passage.
    Evidence {
        /// How many of the words that prove it were picked; "words" are the source's tokens.
        found: usize,
        /// How many words prove it.
        needed: usize,
        /// How many words were picked.
        picked: usize,
    },
    /// It was not the first try.
    Tries {
        /// Which try it was, from 2.
        tries: usize,
    },
    /// An earlier try counts, which the later ones did not better.
    BestTry {
        /// Which try it was, from 1.
        number: usize,
    },
    /// Hints were used.
    Hints {
        /// How many.
        used: usize,
    },
}

/// How the options of a `choices` question are counted. K right and D wrong options, t and f of them picked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scheme {
    /// max(0, (t - f) / K): a wrong pick takes back a right one (H5P's multiple choice; Betts and others 2021).
    #[default]
    Net,
    /// max(0, t/K - f/D): picking everything earns nothing.
    Balanced,
    /// 1 when exactly the right ones are picked.
    All,
    /// (t + D - f) / (K + D): each option is judged by itself.
    Each,
}
