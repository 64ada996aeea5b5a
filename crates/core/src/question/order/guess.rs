//! Owns how many pairs of an order a guesser gets wrong.
//!
//! Never marks an order.
//!
//! Of all orders of items of which n1, n2, … tie, the number of wrong pairs is distributed as the coefficients of the
//! Gaussian multinomial coefficient of n1, n2, … (MacMahon 1915): a product of Gaussian binomial coefficients, one for
//! each rank that is put among those before it. The coefficient of q^w in that of a and b counts how a items and b
//! others can stand with w pairs of them the wrong way round.

/// How likely each number of wrong pairs is, from 0 to the number of pairs that do not tie.
pub(super) fn wrong_pairs(ranks: &[usize]) -> Vec<f64> {
    let mut likely = vec![1.0];
    for (before, tied) in groups(ranks) {
        let ways = ways(before, tied);
        let all: f64 = ways.iter().sum();
        let share: Vec<f64> = ways.iter().map(|ways| ways / all).collect();
        likely = product(&likely, &share);
    }
    likely
}

/// For each rank how many items have a lower one, and how many have it.
fn groups(ranks: &[usize]) -> Vec<(usize, usize)> {
    let count = |holds: &dyn Fn(usize) -> bool| ranks.iter().filter(|rank| holds(**rank)).count();
    let last = ranks.iter().max().map_or(0, |last| last + 1);
    (0..last).map(|rank| (count(&|other| other < rank), count(&|other| other == rank))).collect()
}

/// The Gaussian binomial coefficient of `a` and `b`: in how many ways they can stand with w wrong pairs, for w from 0
/// to `a * b`. By the rule G(a, b) = G(a, b - 1) + q^b G(a - 1, b), which adds and never takes away.
fn ways(a: usize, b: usize) -> Vec<f64> {
    let mut row = vec![vec![1.0]; a + 1];
    for b in 1..=b {
        let mut before: Option<Vec<f64>> = None;
        for ways in &mut row {
            if let Some(before) = &before {
                *ways = sum(ways, &core::iter::repeat_n(0.0, b).chain(before.iter().copied()).collect::<Vec<_>>());
            }
            before = Some(ways.clone());
        }
    }
    row.pop().unwrap_or_default()
}

fn sum(one: &[f64], other: &[f64]) -> Vec<f64> {
    let at = |list: &[f64], place: usize| list.get(place).copied().unwrap_or(0.0);
    (0..one.len().max(other.len())).map(|place| at(one, place) + at(other, place)).collect()
}

fn product(one: &[f64], other: &[f64]) -> Vec<f64> {
    let shifted = |(place, factor): (usize, &f64)| -> Vec<f64> {
        core::iter::repeat_n(0.0, place).chain(other.iter().map(|term| term * factor)).collect()
    };
    one.iter().enumerate().map(shifted).fold(Vec::new(), |all, term| sum(&all, &term))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ranks: &[usize], all: f64, ways: &[f64]) {
        let found: Vec<f64> = wrong_pairs(ranks).iter().map(|likely| likely * all).collect();
        assert_eq!(found.len(), ways.len());
        assert!(found.iter().zip(ways).all(|(one, other)| (one - other).abs() < 1e-9), "{ranks:?} {found:?}");
    }

    #[test]
    fn items_that_do_not_tie_follow_the_mahonian_numbers() {
        check(&[0, 1], 2.0, &[1.0, 1.0]);
        check(&[0, 1, 2], 6.0, &[1.0, 2.0, 2.0, 1.0]);
        check(&[0, 1, 2, 3], 24.0, &[1.0, 3.0, 5.0, 6.0, 5.0, 3.0, 1.0]);
    }

    #[test]
    fn items_that_tie_have_fewer_pairs() {
        check(&[0, 0, 1, 1], 6.0, &[1.0, 1.0, 2.0, 1.0, 1.0]);
        check(&[0, 0, 1], 3.0, &[1.0, 1.0, 1.0]);
    }
}
