//! Owns how a number is read that a student writes, in any of the ways in which people write numbers.
//!
//! Never guesses: what could be no number, or a number with a unit, is not read.

use crate::source::variant::variant;

/// The number that a text says; `None` where it says none, or one that is not finite.
///
/// Read are a sign (`+`, `-` or any dash), a decimal point or comma, an exponent, a fraction `a/b`, and thousands
/// grouped in threes by spaces, points or commas. Where points and commas both occur, the last is the decimal mark;
/// where one of them occurs several times, it groups; where it occurs once, it is the decimal mark.
#[must_use]
pub(super) fn parse(text: &str) -> Option<f64> {
    let plain = plain(text);
    let plain = plain.trim();
    let (sign, body) = match plain.strip_prefix('-') {
        Some(body) => (-1.0, body),
        None => (1.0, plain.strip_prefix('+').unwrap_or(plain)),
    };
    let value = match body.split_once(['/', '⁄', '∕']) {
        Some((above, below)) => ratio(unsigned(above)?, unsigned(below)?)?,
        None => unsigned(body)?,
    };
    // Minus nothing is nothing.
    (value.is_finite()).then_some(if value == 0.0 { 0.0 } else { sign * value })
}

/// The other number that a text may say: one separator before exactly three digits groups thousands for some writers,
/// and marks the decimals for others.
#[must_use]
pub(super) fn parse_grouped(text: &str) -> Option<f64> {
    let plain = plain(text);
    let (whole, part) = plain.trim().split_once([',', '.'])?;
    let body = whole.trim_start_matches(['-', '+']);
    let grouped = (1..=3).contains(&body.len()) && !body.starts_with('0') && is_digits(body);
    (grouped && part.len() == 3 && is_digits(part)).then(|| parse(&format!("{whole}{part}"))).flatten()
}

/// A text with the typographic variants of its signs folded.
fn plain(text: &str) -> String {
    text.chars().filter_map(variant).collect()
}

fn ratio(above: f64, below: f64) -> Option<f64> {
    (below != 0.0).then_some(above / below)
}

/// A number without a sign, such as `1 234,5` or `1.2e-3`.
fn unsigned(text: &str) -> Option<f64> {
    let text = text.trim();
    let (body, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let (plain, places) = decimal(body)?;
    if !is_digits(digits) {
        return None;
    }
    // An exponent that does not fit is beyond all numbers, or nothing beside them.
    let exponent: i64 = exponent.parse().unwrap_or(if exponent.starts_with('-') { -MOST } else { MOST });
    Some(value(&plain, exponent.clamp(-MOST, MOST) - places))
}

/// An exponent beyond that of any number, whatever its digits.
const MOST: i64 = 100_000;

/// Digits times a power of ten. Exact for all that people write: up to 15 digits and 22 places either way (Clinger
/// 1990); beyond that near enough for [`super::Number`], which leaves room for rounding. Rust's own reading rounds
/// correctly always, but its tables would be a tenth of the player.
fn value(digits: &str, exponent: i64) -> f64 {
    let digits = digits.trim_start_matches('0');
    let (kept, left_out) = digits.split_at_checked(18).unwrap_or((digits, ""));
    let whole = kept.bytes().fold(0_u64, |whole, digit| whole * 10 + u64::from(digit - b'0')) as f64;
    let exponent = exponent + i64::try_from(left_out.len()).unwrap_or(MOST);
    if whole == 0.0 {
        return 0.0;
    }
    // In two steps, since the power alone may be too small where the number is not.
    let power = |exponent: i64| 10_f64.powi(i32::try_from(exponent).unwrap_or(i32::MAX));
    match exponent {
        0.. => whole * power(exponent),
        -300..0 => whole / power(-exponent),
        _ => whole / power(300) / power(-exponent - 300),
    }
}

/// All digits, and how many of them stand behind the point, out of digits with a decimal mark and groups.
fn decimal(body: &str) -> Option<(String, i64)> {
    let last = body.rfind(['.', ',']);
    let mark = last.and_then(|at| body.get(at..)?.chars().next()).filter(|mark| body.matches(*mark).count() == 1);
    let (whole, part) = mark.and_then(|mark| body.split_once(mark)).unwrap_or((body, ""));
    let whole = ungrouped(whole)?;
    let fits = !(whole.is_empty() && part.is_empty()) && (part.is_empty() || is_digits(part));
    fits.then(|| (whole + part, i64::try_from(part.len()).unwrap_or(MOST)))
}

/// The digits of a whole number; one sort of separator may part them in threes.
fn ungrouped(whole: &str) -> Option<String> {
    // Thin, narrow and no-break spaces part as spaces do.
    let whole = whole.replace(char::is_whitespace, " ");
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else { return Some(whole) };
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    let fits = [' ', '.', ','].contains(&separator)
        && (1..=3).contains(&first.len())
        && groups.all(|group| group.len() == 3 && is_digits(group));
    fits.then(|| whole.replace(separator, ""))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expect: Option<f64>, texts: &[&str]) {
        for text in texts {
            assert_eq!(parse(text), expect, "{text:?}");
        }
    }

    #[test]
    fn a_point_and_a_comma_are_decimal_marks() {
        check(Some(2015.0), &["2015", " 2015 ", "2015.", "02015", "2015,0", "2015\u{200b}"]);
        check(Some(0.5), &["0.5", "0,5", ".5", ",5", "00.50"]);
        check(Some(1.234), &["1.234", "1,234"]);
        check(None, &["", " ", ".", ",", "+", "-", "x", "five", "1.2.3", "1,,2", "..5"]);
    }

    #[test]
    fn signs_may_be_typographic() {
        check(Some(-5.0), &["-5", "−5", "–5", "- 5", "-5.0", "-10/2"]);
        check(Some(5.0), &["+5", "+ 5"]);
        check(None, &["--5", "+-5", "5-", "1/-2"]);
        assert_eq!(parse("-0").map(f64::to_bits), Some(0));
    }

    #[test]
    fn a_fraction_is_read_and_nothing_is_divided_by_nothing() {
        check(Some(0.75), &["3/4", "3 / 4", "3⁄4", "1.5/2", "1,5/2"]);
        check(Some(10.0), &["10 000/1.000.000e-3"]);
        check(None, &["3/0", "0/0", "3/", "/4", "1/2/3", "1 1/2", "3/0.0"]);
    }

    #[test]
    fn an_exponent_is_read() {
        check(Some(1200.0), &["1.2e3", "1,2E3", "1.2e+3", "12000e-1", "1 200e0"]);
        check(None, &["e3", "1e", "1e3.5", "1e+-3", "1e3e3", "1e 3"]);
    }

    #[test]
    fn thousands_are_grouped_in_threes() {
        check(
            Some(1_234_567.0),
            &["1 234 567", "1\u{a0}234\u{a0}567", "1\u{2009}234\u{202f}567", "1.234.567", "1,234,567"],
        );
        check(Some(1_234.5), &["1 234.5", "1 234,5", "1,234.5", "1.234,5"]);
        check(Some(1_234_567.5), &["1.234.567,5", "1,234,567.5"]);
        check(
            None,
            &["20 15", "1 2345", "1234 567", "1  234", " 1 234 ,5", "1.23.456", "1.234,567.890", "1 234.567.890"],
        );
        check(None, &["1,234.567.890", "1'234", ",234,567", "1.234.", "1. 234"]);
    }

    #[test]
    fn one_separator_before_three_digits_may_group_them() {
        let grouped = |text: &str| parse_grouped(text);
        assert_eq!(["1,889", "-10.000", "300,000"].map(grouped), [Some(1889.0), Some(-10_000.0), Some(300_000.0)]);
        assert_eq!(["1889", "0,889", "1,88", "1234,567", "1,889,000", ",889"].map(grouped), [None; 6]);
    }

    #[test]
    fn what_is_not_finite_is_no_number() {
        check(None, &["1e999", "-1e999", "inf", "NaN", "infinity", "1e308/1e-308", "1e99999999999999999999"]);
        check(Some(0.0), &["1e-999", "0"]);
    }

    #[test]
    fn percent_signs_and_units_are_no_numbers() {
        check(None, &["50%", "50 %", "5 km", "€5", "0x10", "１２"]);
    }
}
