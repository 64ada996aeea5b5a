//! Owns ranges of numbers as options word them, and whether two of them share a number.
//!
//! Never compares ranges of different things.

/// A range, and the words around it that say of what.
struct Range {
    from: f64,
    to: f64,
    of: Vec<String>,
}

/// Words that make a range of the number behind them, and of the one before them.
const FROM: &[&[&str]] = &[&["at", "least"], &["or", "more"], &["and", "more"], &["or", "above"]];
const ABOVE: &[&[&str]] = &[&["more", "than"], &["over"], &["above"], &["after"]];
const TO: &[&[&str]] = &[&["at", "most"], &["up", "to"], &["or", "less"], &["or", "fewer"]];
const BELOW: &[&[&str]] = &[&["less", "than"], &["fewer", "than"], &["under"], &["below"], &["before"]];
/// Words that say nothing of what is counted.
const AROUND: &[&str] = &["between", "from", "in", "to", "and", "the"];

/// Whether two options are ranges of the same thing that share a number; two single numbers are none.
pub(super) fn overlap(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (range(one), range(other)) else { return false };
    let single = |range: &Range| range.from == range.to;
    one.of == other.of && one.from <= other.to && other.from <= one.to && !(single(&one) && single(&other))
}

fn range(text: &str) -> Option<Range> {
    let plain = text.to_lowercase().replace(['–', '—', '-'], " to ");
    let clean = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).replace(',', "");
    let words: Vec<String> = plain.split_whitespace().map(clean).filter(|word| !word.is_empty()).collect();
    let numbers: Vec<f64> = words.iter().filter_map(|word| word.parse().ok()).filter(|n: &f64| n.is_finite()).collect();
    let mut of: Vec<String> = words.into_iter().filter(|word| word.parse::<f64>().is_err()).collect();
    let (from, to) = match numbers.as_slice() {
        [from, to] if from < to && of.iter().any(|word| word == "to" || word == "and") => (*from, *to),
        [number] => one(*number, &mut of),
        _ => return None,
    };
    of.retain(|word| !AROUND.contains(&word.as_str()));
    Some(Range { from, to, of })
}

/// The range that words make of one number; the words are taken out.
fn one(number: f64, of: &mut Vec<String>) -> (f64, f64) {
    let mut take = |phrases: &[&[&str]]| {
        let found = phrases.iter().find_map(|phrase| {
            let at = of.windows(phrase.len()).position(|run| run.iter().zip(*phrase).all(|(word, own)| word == own))?;
            Some((at, phrase.len()))
        });
        found.map(|(at, length)| drop(of.drain(at..at + length))).is_some()
    };
    // `more than` comes before `or more`, of which it has a word.
    match () {
        () if take(ABOVE) => (number.next_up(), f64::INFINITY),
        () if take(BELOW) => (f64::NEG_INFINITY, number.next_down()),
        () if take(FROM) => (number, f64::INFINITY),
        () if take(TO) => (f64::NEG_INFINITY, number),
        () => (number, number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expect: bool) {
        assert_eq!(overlap(one, other), expect, "{one:?} {other:?}");
        assert_eq!(overlap(other, one), expect, "{other:?} {one:?}");
    }

    #[test]
    fn ranges_that_share_a_number_overlap() {
        check("5 to 10 books", "10–15 books", true);
        check("More than 10", "More than 20", true);
        check("Between 1990 and 1995", "In 1992", true);
        check("At least 1,000 euros", "800 to 1,200 euros", true);
    }

    #[test]
    fn neighbours_and_ranges_of_other_things_do_not() {
        check("5 to 9", "10 to 14", false);
        check("Less than 10", "10 or more", false);
        check("5 to 10 days", "5 to 10 weeks", false);
        check("In 1990", "In 1992", false);
        check("Once", "Twice", false);
    }
}
