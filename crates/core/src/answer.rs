//! Owns what a student gave: a closed enum of few shapes.
//!
//! Never knows whether it is right.

/// Words as a student wrote them, decomposed as Unicode's form NFD, and the same in lower case. Core has no tables for
/// either, which would weigh more than all its rules: the browser has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    text: String,
    lower: String,
}

impl Written {
    /// Words in NFD, and the same in lower case.
    #[must_use]
    pub fn new(text: String, lower: String) -> Self {
        Self { text, lower }
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words in lower case.
    #[must_use]
    pub fn lower(&self) -> &str {
        &self.lower
    }
}

/// What a student gave to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One option, by its position in the author's order, from 0.
    Option(usize),
    /// Several options, by their positions in the author's order.
    Options(Vec<usize>),
    /// Written words.
    Text(Written),
    /// All items, by their positions in the author's order, from first to last.
    Order(Vec<usize>),
    /// One answer for each part of the question, where the student gave one.
    Parts(Vec<Option<Answer>>),
}

impl Answer {
    /// Words that are in NFD already.
    #[cfg(feature = "author")]
    #[must_use]
    pub fn text(words: &str) -> Self {
        Self::Text(Written::new(words.to_owned(), words.to_lowercase()))
    }

    /// Whether both say the same: in what order options were picked says nothing.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Options(these), Self::Options(those)) => {
                these.len() == those.len() && these.iter().all(|option| those.contains(option))
            }
            (Self::Option(_) | Self::Options(_) | Self::Text(_) | Self::Order(_) | Self::Parts(_), _) => self == other,
        }
    }
}
