//! Owns the questions of the tour, in which there are all kinds, and the text that they are about.
//!
//! Never expects anything of them, but that no kind is left out.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use verbatim_core::bank::shape;

use super::written::Fields;

/// The text.
pub const SOURCE: &str = include_str!("../../../../questions/tour/source.txt");

const SETS: [&str; 2] =
    [include_str!("../../../../questions/tour/kinds.toml"), include_str!("../../../../questions/tour/options.toml")];

/// What a pack has words of its own for. Each stands on one line.
const OTHERS: [&str; 6] = ["id = ", "kind = ", "concepts = ", "prompt = ", "explanation = ", "hints = "];

/// The questions, each a kind and its fields.
static TOUR: LazyLock<Vec<Fields>> =
    LazyLock::new(|| SETS.iter().flat_map(|set| set.split("[[question]]\n").skip(1)).map(fields).collect());

fn fields(question: &'static str) -> Fields {
    let kind = question.lines().find_map(|line| line.strip_prefix("kind = "));
    let own = |line: &&str| !OTHERS.iter().any(|other| line.starts_with(other));
    let fields = question.lines().filter(own).map(|line| format!("{line}\n")).collect();
    (kind.unwrap().trim_matches('"'), fields)
}

/// A question of the tour, of each kind as often.
pub fn question() -> BoxedStrategy<Fields> {
    let kinds: BTreeSet<&str> = TOUR.iter().map(|(kind, _)| *kind).collect();
    let of = |kind| select(TOUR.iter().filter(|(other, _)| *other == kind).cloned().collect::<Vec<_>>());
    select(Vec::from_iter(kinds)).prop_flat_map(of).boxed()
}

/// Whether a question is one of the tour.
pub fn has(question: &Fields) -> bool {
    TOUR.contains(question)
}

/// How many paragraphs the text has.
pub fn paragraphs() -> usize {
    SOURCE.trim().split("\n\n").count()
}

#[test]
fn no_kind_is_left_out() {
    let written: BTreeSet<&str> = TOUR.iter().map(|(kind, _)| *kind).collect();
    let missing: Vec<&str> = shape::kinds().filter(|kind| !written.contains(kind)).collect();
    assert!(missing.is_empty(), "no question in questions/tour/kinds.toml for: {}", missing.join(", "));
}
