//! Owns what the kinds share to tell what blind guessing earns.
//!
//! Never marks an answer: the kind's own `mark` does, or the formula that it marks by.
//!
//! Whoever guesses blindly answers every part of a question without reading it, and each answer that could be given is
//! as likely as another. That is one strategy for all kinds; none of them lets a guesser know how many options are right.

use super::Rules;
use crate::answer::Answer;
use crate::mark::Mark;

/// The mean mark of some answers, each as likely as another; 0 of none.
pub(super) fn mean(rules: &dyn Rules, answers: impl IntoIterator<Item = Answer>) -> f64 {
    let marks: Vec<f64> =
        answers.into_iter().map(|answer| rules.mark(&answer).as_ref().map_or(0.0, Mark::earned)).collect();
    marks.iter().sum::<f64>() / marks.len().max(1) as f64
}

/// The mean mark of all sets of at least one option, where `earned` tells the mark from how much is picked of what is
/// right and of what is wrong. Options have sizes of at least 1, such as their tokens.
///
/// Of what is right and of what is wrong the guesser picks independently, so that two distributions of sums do instead
/// of 2^n sets: the mean is the sum of P(right) P(wrong) earned(right, wrong) over all pairs but (0, 0), divided by
/// 1 - 2^-n, which is how likely it is that anything is picked at all.
pub(super) fn picks(right: &[usize], wrong: &[usize], earned: impl Fn(usize, usize) -> f64) -> f64 {
    let (rights, wrongs) = (sums(right), sums(wrong));
    let pairs = rights.iter().enumerate().flat_map(|right| wrongs.iter().enumerate().map(move |wrong| (right, wrong)));
    let likely = pairs.filter(|((found, p), (other, q))| found + other > 0 && **p > 0.0 && **q > 0.0);
    let sum: f64 = likely.map(|((found, p), (other, q))| p * q * earned(found, other)).sum();
    let something = 1.0 - right.iter().chain(wrong).fold(1.0, |left, _| left / 2.0);
    if something > 0.0 { sum / something } else { 0.0 }
}

/// How likely each sum is (from 0 on) where each size counts with a chance of one half.
fn sums(sizes: &[usize]) -> Vec<f64> {
    sizes.iter().fold(vec![1.0], |likely, size| {
        let without = likely.iter().copied().chain(core::iter::repeat_n(0.0, *size));
        let with = core::iter::repeat_n(0.0, *size).chain(likely.iter().copied());
        without.zip(with).map(|(without, with)| f64::midpoint(without, with)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_halves_are_binomial() {
        assert_eq!(sums(&[]), [1.0]);
        assert_eq!(sums(&[1, 1]), [0.25, 0.5, 0.25]);
        assert_eq!(sums(&[1, 2]), [0.25, 0.25, 0.25, 0.25]);
        assert_eq!(sums(&[3]), [0.5, 0.0, 0.0, 0.5]);
    }

    #[test]
    fn nothing_picked_is_no_answer() {
        assert_eq!(picks(&[1], &[1], |_, _| 1.0), 1.0);
        assert_eq!(picks(&[1], &[1], |found, other| f64::from(u8::from((found, other) == (1, 0)))), 1.0 / 3.0);
        assert_eq!(picks(&[], &[], |_, _| 1.0), 0.0);
    }
}
