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

fn sentences(coverage: &Coverage, text: Option<&SourceText>) -> String {
    let mut heads = vec!["paragraph", "sentence", "words, marks", "quoted", "by"];
    heads.extend(text.map(|_| "words"));
    let rows = (0..).zip(coverage.sentences()).map(|(at, sentence)| {
        let by: Vec<String> = sentence.by.iter().map(|by| format!("{}/{}", by.set, by.question)).collect();
        let by = if by.is_empty() { "not quoted".to_owned() } else { by.join("\n") };
        let [paragraph, number] = [sentence.paragraph, sentence.number].map(|number| number.to_string());
        let row = vec![paragraph, number, sentence.tokens.to_string(), share(sentence), by];
        row.into_iter().chain(text.map(|text| text.sentence(at))).collect()
    });
    table::text(&heads, &[0, 1, 2, 3], rows.collect())
}

/// How much of a sentence is quoted, in words.
fn share(sentence: &Sentence) -> String {
    if sentence.is_quoted() { format!("{} %", percent(sentence.share())) } else { "–".to_owned() }
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
