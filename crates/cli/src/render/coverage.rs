//! Owns what `coverage` prints for people: a table of sentences, one of concepts, and a few lines that sum them up.
//!
//! Never tells anything by colour.

pub mod html;
pub mod json;

use std::collections::BTreeSet;

use verbatim_core::bank::coverage::{Coverage, Row, Sentence};
use verbatim_core::mark::percent;
use verbatim_core::question::Difficulty;
use verbatim_core::source::SourceText;

use super::table;
use crate::check::several;
use crate::coverage::Covered;

/// The fewest levels of difficulty on which a concept is well asked about.
const FEW: usize = 2;

/// Everything about all banks.
#[must_use]
pub fn text(banks: &[Covered]) -> String {
    banks.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn one(covered: &Covered) -> String {
    let (of, coverage) = (&covered.of, &covered.coverage);
    let mut out = format!("{}: {}\n\n", of.folder.display(), of.bank.title());
    out += &sentences(coverage, of.text.as_ref());
    out += "\n";
    if !coverage.concepts().is_empty() {
        out += &concepts(coverage);
        out += "\n";
    }
    out + &facts(coverage).join("\n") + "\n"
}

/// A row a sentence: where it stands, how many of its words and marks are quoted, and by which questions. Its own words
/// stand above the questions, so that a narrow terminal has room for them.
fn sentences(coverage: &Coverage, text: Option<&SourceText>) -> String {
    let last = if text.is_some() { "the sentence, and what quotes it" } else { "by" };
    let rows = (0..).zip(coverage.sentences()).map(|(at, sentence)| {
        let [paragraph, number] = [sentence.paragraph, sentence.number].map(|number| number.to_string());
        let words = text.map(|text| text.sentence(at));
        let lines: Vec<String> = words.into_iter().chain(quoted_by(sentence, text.is_some())).collect();
        vec![paragraph, number, format!("{} of {}", sentence.quoted, sentence.tokens), lines.join("\n")]
    });
    table::text(&["par.", "no.", "quoted", last], &[0, 1, 2], rows.collect())
}

/// A line for each question that quotes a sentence, or one that says that none does.
fn quoted_by(sentence: &Sentence, apart: bool) -> Vec<String> {
    let sign = if apart { "by " } else { "" };
    let by: Vec<String> = sentence.by.iter().map(|by| format!("{sign}{}/{}", by.set, by.question)).collect();
    if by.is_empty() { vec!["not quoted".to_owned()] } else { by }
}

fn concepts(coverage: &Coverage) -> String {
    let levels = Difficulty::ALL.map(Difficulty::name);
    let heads: Vec<&str> = ["concept"].into_iter().chain(levels).chain(["no level"]).collect();
    let named = coverage.concepts().iter().map(|row| cells(&row.term, row, "gap"));
    let without = Some(coverage.without_concept()).filter(|row| row.questions() > 0);
    let rows = named.chain(without.map(|row| cells("(no concept)", row, "0")));
    table::text(&heads, &[1, 2, 3, 4, 5], rows.collect())
}

fn cells(name: &str, row: &Row, empty: &str) -> Vec<String> {
    let count = |count: &usize| if *count == 0 { empty.to_owned() } else { count.to_string() };
    let levels = row.levels.iter().map(count);
    [name.to_owned()].into_iter().chain(levels).chain([row.unrated.to_string()]).collect()
}

/// What the tables come to, a sentence each.
fn facts(coverage: &Coverage) -> Vec<String> {
    let all = coverage.sentences();
    let paragraphs =
        |list: &mut dyn Iterator<Item = &Sentence>| list.map(|s| s.paragraph).collect::<BTreeSet<_>>().len();
    let (touched, parts) = (paragraphs(&mut all.iter().filter(|s| s.is_quoted())), paragraphs(&mut all.iter()));
    let quoted = format!(
        "{} % of the sentences are quoted ({} of {}), in {touched} of {}.",
        percent(coverage.share()),
        coverage.quoted(),
        all.len(),
        several(parts, "paragraph"),
    );
    let rest: Vec<u32> = all.iter().filter(|s| !s.is_quoted()).map(|s| s.number).collect();
    let rest = (!rest.is_empty()).then(|| format!("Not quoted: {}.", runs(&rest)));
    let few: Vec<&str> =
        coverage.concepts().iter().filter(|row| row.levels_asked() < FEW).map(|row| row.term.as_str()).collect();
    let few = (!few.is_empty()).then(|| {
        format!("On fewer than two levels of difficulty: {} ({}).", several(few.len(), "concept"), few.join(", "))
    });
    [quoted].into_iter().chain(rest).chain(few).collect()
}

/// Rising numbers with their runs drawn together: `1, 3–5`.
fn runs(numbers: &[u32]) -> String {
    let parts = numbers.chunk_by(|one, next| one + 1 == *next).filter_map(|run| match run {
        [one] => Some(one.to_string()),
        [first, .., last] => Some(format!("{first}–{last}")),
        [] => None,
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_numbers_are_drawn_together() {
        let check = |numbers: &[u32], expect: &str| assert_eq!(runs(numbers), expect);
        check(&[], "");
        check(&[1], "1");
        check(&[1, 2, 4, 6, 7, 8], "1–2, 4, 6–8");
    }
}
