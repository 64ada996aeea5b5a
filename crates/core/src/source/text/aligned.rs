//! Owns laying a quotation beside a stretch of its source: which of its tokens are not there.
//!
//! Never chooses the stretch: [`super::nearest`] does.

use crate::source::Span;

/// The stretches of `wanted` that `text` has otherwise, by the fewest single-token edits. Where a token of the text is left
/// out, the tokens on both sides of the gap are such a stretch. What `text` has beyond the end of `wanted` does not count.
pub(super) fn differing(wanted: &[&str], text: &[&str]) -> Vec<Span> {
    let costs = costs(wanted, text);
    let cost = |i: usize, j: usize| costs.get(i).and_then(|row: &Vec<usize>| row.get(j)).copied().unwrap_or(usize::MAX);
    let (mut i, mut j) = (0, 0);
    let mut list = Vec::new();
    while i < wanted.len() {
        let same = wanted.get(i) == text.get(j);
        if same && cost(i, j) == cost(i + 1, j + 1) {
            (i, j) = (i + 1, j + 1);
        } else if cost(i, j) == cost(i + 1, j + 1).saturating_add(1) {
            list.push(Span::new(i, i + 1));
            (i, j) = (i + 1, j + 1);
        } else if cost(i, j) == cost(i + 1, j).saturating_add(1) {
            list.push(Span::new(i, i + 1));
            i += 1;
        } else {
            list.push(Span::new(i.saturating_sub(1), i + 1));
            j += 1;
        }
    }
    joined(list)
}

/// Stretches in order, of which no two touch.
pub(crate) fn joined(list: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in list {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            Some(_) | None => joined.push(span),
        }
    }
    joined
}

/// How many edits it takes from each place of the two to the end of `wanted`.
fn costs(wanted: &[&str], text: &[&str]) -> Vec<Vec<usize>> {
    let mut below: Vec<usize> = vec![0; text.len() + 1];
    let mut rows = vec![below.clone()];
    for (left, token) in (1..).zip(wanted.iter().rev()) {
        // Behind the text's end every token is one too many.
        let mut row = vec![left; text.len() + 1];
        let mut right = left;
        for (j, other) in text.iter().enumerate().rev() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(left);
            let instead = at(&below, j + 1) + usize::from(token != other);
            right = instead.min(at(&below, j) + 1).min(right + 1);
            if let Some(cell) = row.get_mut(j) {
                *cell = right;
            }
        }
        rows.push(row.clone());
        below = row;
    }
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wanted: &str, text: &str, expect: &[&str]) {
        let [wanted, text] = [wanted, text].map(|words| words.split(' ').collect::<Vec<_>>());
        let found = differing(&wanted, &text);
        let found: Vec<String> = found.iter().map(|span| wanted[span.start..span.end].join(" ")).collect();
        assert_eq!(found, expect, "{wanted:?}");
    }

    #[test]
    fn every_word_that_differs_is_found() {
        check("a b c d e", "a b c d e f g", &[]);
        check("a x c d y", "a b c d e f", &["x", "y"]);
        check("a x y d e", "a b c d e f", &["x y"]);
        check("x b c", "a b c", &["x"]);
    }

    #[test]
    fn a_word_too_many_or_too_few_moves_no_other() {
        check("a b x c d e", "a b c d e f", &["x"]);
        check("a b d e", "a b c d e", &["b d"]);
        check("a b c x", "a b c", &["x"]);
    }

    #[test]
    fn of_nothing_nothing_differs() {
        assert_eq!(differing(&[], &["a"]), []);
        assert_eq!(differing(&["a"], &[]), [Span::new(0, 1)]);
    }
}
