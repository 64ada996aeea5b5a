//! Owns where the right options of a bank stand, and how likely so uneven a spread is by chance.
//!
//! Never knows where a student sees them: the player may draw their order.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use crate::answer::Answer;
use crate::question::{Kind, Question};

/// Where the right options stand in the author's order, over the questions with one right option or passage of several.
/// Statements that are true or false have no places.
///
/// With n(i) options for question i, chance puts the right one of E(p) = sum of 1/n(i) questions at place p, over the
/// questions that have such a place. The statistic is Pearson's (1900): the sum over the places of (O(p) - E(p))^2 / E(p),
/// which follows the chi-square distribution with one degree of freedom fewer than there are places; nearly so where
/// questions have different numbers of options, and where fewer than five are expected at a place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keys {
    /// How many questions have their right option at each place, from the first on, and how many would by chance.
    pub places: Vec<(usize, f64)>,
    /// Pearson's statistic; 0 where all places have what chance would give them.
    pub chi_square: f64,
    /// The degrees of freedom: one fewer than there are places.
    pub freedom: usize,
    /// How likely chance alone spreads them as unevenly or more; `None` without a question.
    pub p: Option<f64>,
}

impl Keys {
    pub(super) fn of<'a>(questions: impl Iterator<Item = &'a Question>) -> Self {
        let mut places: Vec<(usize, f64)> = Vec::new();
        for (key, ways) in questions.filter_map(place) {
            places.resize(places.len().max(ways), (0, 0.0));
            for (at, (seen, expected)) in places.iter_mut().enumerate().take(ways) {
                *seen += usize::from(at == key);
                *expected += 1.0 / ways as f64;
            }
        }
        let chi_square = places.iter().map(|(seen, expected)| (*seen as f64 - expected).powi(2) / expected).sum();
        let freedom = places.len().saturating_sub(1);
        let p = ChiSquared::new(freedom as f64).ok().map(|spread| spread.sf(chi_square));
        Self { places, chi_square, freedom, p }
    }
}

/// Where the right option stands, from 0, and how many there are.
fn place(question: &Question) -> Option<(usize, usize)> {
    let rules = question.kind.rules();
    match rules.key() {
        Answer::Option(_) if matches!(question.kind, Kind::Truth(_)) => None,
        Answer::Option(key) => Some((key, rules.ways()?)),
        Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_) => None,
    }
}
