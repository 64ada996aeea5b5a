//! Owns how likely a count is when nothing but chance is at work.
//!
//! Never knows what is counted.

/// The chance that at least `count` of several independent events come about, each with its own chance.
pub(crate) fn at_least(chances: &[f64], count: usize) -> f64 {
    distribution(chances).iter().skip(count).sum()
}

/// The chance that at most `count` of them come about.
pub(crate) fn at_most(chances: &[f64], count: usize) -> f64 {
    distribution(chances).iter().take(count + 1).sum()
}

/// The Poisson binomial distribution, event by event: exact, so that a short set is judged as surely as a long one.
fn distribution(chances: &[f64]) -> Vec<f64> {
    chances.iter().fold(vec![1.0], |before, chance| {
        let none = before.iter().chain([&0.0]);
        let one = [&0.0].into_iter().chain(&before);
        none.zip(one).map(|(none, one)| none * (1.0 - chance) + one * chance).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: f64, expect: f64) {
        assert!((found - expect).abs() < 1e-9, "{found} {expect}");
    }

    #[test]
    fn equal_chances_are_binomial() {
        check(at_least(&[0.5; 3], 2), 0.5);
        check(at_most(&[0.25; 4], 0), 0.75_f64.powi(4));
        check(at_least(&[0.25; 4], 0), 1.0);
    }

    #[test]
    fn each_event_has_its_own_chance() {
        check(at_least(&[0.5, 0.25], 2), 0.125);
        check(at_least(&[0.5, 0.25], 1), 0.625);
    }
}
