//! Owns the kind `order`: items to be put in order.
//!
//! Never shows it: the player's `field/order.rs` does.

#[cfg(feature = "author")]
mod author;
#[cfg(feature = "author")]
mod guess;

use serde::{Deserialize, Serialize};

use super::Rules;
use crate::answer::Answer;
use crate::mark::{Mark, Reason};
use crate::prose::Inline;

#[cfg(feature = "author")]
pub(crate) use author::AUTHORING;

/// One thing that has its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it says.
    pub text: Vec<Inline>,
    /// Why it has its place.
    pub why: Vec<Inline>,
    /// When it was, as a reader would write it, for items that have a date.
    pub date: Option<String>,
    /// What it is sorted by: items of the same date have the same rank, from 0 without gaps.
    rank: usize,
}

/// Items in the right order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    items: Vec<Item>,
}

impl Order {
    /// The items in the right order; at least two.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether the items at two positions of the right order may stand in either order.
    #[must_use]
    pub fn ties(&self, one: usize, other: usize) -> bool {
        let rank = |position: usize| self.items.get(position).map(|item| item.rank);
        rank(one) == rank(other)
    }

    /// The ranks of the items in the order that was given; `None` where an item is missing or comes twice.
    fn ranks(&self, order: &[usize]) -> Option<Vec<usize>> {
        let all = order.len() == self.items.len() && (0..order.len()).all(|item| order.contains(&item));
        if !all {
            return None;
        }
        order.iter().map(|item| self.items.get(*item).map(|item| item.rank)).collect()
    }
}

impl Rules for Order {
    /// max(0, 2s - 1), where s is the share of pairs in the right order: Kendall's tau, floored at 0, so that a random
    /// order earns nothing on average. Pairs of the same rank are dropped. (Kendall 1938.)
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        let Answer::Order(order) = answer else { return None };
        let ranks = self.ranks(order)?;
        let later = |place: usize| ranks.iter().skip(place + 1);
        let each = || ranks.iter().enumerate().flat_map(|(place, rank)| later(place).map(move |next| (rank, next)));
        let pairs = each().filter(|(rank, next)| rank != next).count();
        let right = each().filter(|(rank, next)| rank < next).count();
        let to_move = ranks.len() - longest_rise(&ranks);
        Some(Mark::part(earned(right, pairs), Reason::Ordered { right, pairs, to_move }))
    }

    fn key(&self) -> Answer {
        Answer::Order((0..self.items.len()).collect())
    }

    fn is_sound(&self) -> bool {
        let ranks: Vec<usize> = self.items.iter().map(|item| item.rank).collect();
        let steps = ranks.iter().zip(ranks.iter().skip(1)).all(|(one, next)| one == next || one + 1 == *next);
        ranks.first() == Some(&0) && ranks.last() != Some(&0) && steps
    }

    fn movable(&self) -> Vec<bool> {
        vec![true; self.items.len()]
    }

    /// Every right order does, and there are several where dates tie.
    fn gives_itself_away(&self, shown: &[usize]) -> bool {
        self.ranks(shown).is_some_and(|ranks| ranks.is_sorted())
    }

    /// The mean over all n! orders: the sum of P(w) max(0, 2 (N - w) / N - 1) over the numbers w of wrong pairs among the
    /// N that do not tie (see `order/guess.rs` for P). Below 1/2, and the less the more items there are: 0.5 for two,
    /// 0.278 for three, 0.194 for four.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        let ranks: Vec<usize> = self.items.iter().map(|item| item.rank).collect();
        let wrong = guess::wrong_pairs(&ranks);
        let pairs = wrong.len() - 1;
        wrong.iter().enumerate().map(|(wrong, likely)| likely * earned(pairs - wrong, pairs)).sum()
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        self.items.iter().map(|item| format!("{} {}", item.rank, crate::prose::plain(&item.text))).collect()
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        author::authored(self)
    }

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        let Answer::Order(order) = answer else { return None };
        Some(super::Told::Ordered(order.clone()))
    }

    #[cfg(feature = "lms")]
    fn told_entries(&self) -> super::Entries {
        super::Entries::of(self.items.iter().map(|item| item.text.as_slice()))
    }
}

/// What so many of so many pairs in the right order earn.
fn earned(right: usize, pairs: usize) -> f64 {
    let share = right as f64 / pairs.max(1) as f64;
    (2.0 * share - 1.0).max(0.0)
}

/// The length of the longest part, gaps allowed, that never falls: what may stay where it is.
fn longest_rise(ranks: &[usize]) -> usize {
    // The smallest rank in which a rise of each length can end (patience sorting; Fredman 1975).
    let mut ends: Vec<usize> = Vec::new();
    for rank in ranks {
        let place = ends.partition_point(|end| end <= rank);
        match ends.get_mut(place) {
            Some(end) => *end = *rank,
            None => ends.push(*rank),
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests;
