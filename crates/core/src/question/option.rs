//! Owns one option of those kinds that have options to choose from.
//!
//! Never knows whether it is right: the kind does.

#[cfg(feature = "author")]
pub(super) mod author;

use serde::{Deserialize, Serialize};

use crate::prose::Inline;

/// One option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// What it says.
    pub text: Vec<Inline>,
    /// Why it is right or wrong.
    pub why: Vec<Inline>,
    /// Whether it keeps its place when the others change theirs, as "All of these" must.
    pub fixed: bool,
}

/// Which options may change their place.
pub(super) fn movable(options: &[ChoiceOption]) -> Vec<bool> {
    options.iter().map(|option| !option.fixed).collect()
}

/// What is read of options, whose answer takes so long to think of.
#[cfg(feature = "author")]
pub(super) fn wording(options: &[ChoiceOption], seconds: f64) -> super::Wording {
    let plain = |line: &[Inline]| crate::prose::plain(line);
    let texts = options.iter().map(|option| plain(&option.text)).collect();
    let reasons = options.iter().map(|option| plain(&option.why)).collect();
    super::Wording { options: texts, reasons, seconds }
}

#[cfg(test)]
pub(super) fn some(count: usize) -> Vec<ChoiceOption> {
    vec![ChoiceOption { text: Vec::new(), why: Vec::new(), fixed: false }; count]
}
