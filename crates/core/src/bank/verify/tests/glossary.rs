//! Owns the facts about what a bank says its concepts mean.

use super::*;
use crate::bank::Glossary;
use crate::prose::{Block, Inline};

const DEFINED: &str = "[[concept]]\nid = 'rugs'\nterm = 'Rugs'\ndefinition = 'What lies *flat*.'\n";

/// The bank whose last concept says this, and whose questions are about dogs and rugs.
fn with(concept: &str, expect: &[&str]) -> Option<Bank> {
    let about = |id: &str, concepts: &str| set(&[question(id, &format!("{QUOTE}\nconcepts = [{concepts}]"))]);
    check(&format!("{BANK}{concept}"), &about("a", "'dogs', 'rugs'"), &about("b", "'dogs'"), expect)
}

#[test]
fn a_defined_concept_stands_in_the_glossary_with_its_proof_and_its_sets() {
    let bank = with(&format!("{DEFINED}{QUOTE}"), &[]).unwrap();
    let defined: Vec<bool> = bank.concepts().iter().map(|concept| concept.defined).collect();
    assert_eq!(defined, [false, false, true]);
    let [entry] = bank.glossary() else { panic!("{:#?}", bank.glossary()) };
    assert_eq!((entry.concept.as_str(), entry.term.as_str()), ("rugs", "Rugs"));
    assert_eq!(entry.quotes[0].fragments(), ["The dog lay on the rug"]);
    assert_eq!(entry.sets, [("one".to_owned(), "A set".to_owned())]);
    let [Block::Paragraph(words)] = entry.definition.as_slice() else { panic!("{entry:#?}") };
    assert!(words.contains(&Inline::Emphasis(vec![Inline::Plain("flat".to_owned())])), "{words:#?}");
}

#[test]
fn a_glossary_outlives_its_bytes() {
    let glossary = Glossary::new(&with(&format!("{DEFINED}{QUOTE}"), &[]).unwrap()).unwrap();
    let bytes = glossary.write().unwrap();
    assert_eq!(Glossary::read(&bytes), Ok(glossary));
    assert!(Glossary::read(&bytes[..bytes.len() - 1]).is_err());
}

#[test]
fn a_bank_that_defines_nothing_has_no_glossary() {
    assert_eq!(Glossary::new(&with("[[concept]]\nid = 'rugs'\nterm = 'Rugs'\n", &[]).unwrap()), None);
}

#[test]
fn a_glossary_within_some_sets_says_nothing_of_the_others() {
    let bank = with(&format!("{DEFINED}{QUOTE}"), &[]).unwrap();
    assert_eq!(Glossary::within(&bank, &["one"]), Glossary::new(&bank));
    assert_eq!(Glossary::within(&bank, &["another"]), None);
}

#[test]
fn a_definition_and_its_quotation_need_each_other() {
    with(DEFINED, &["quote-missing"]);
    with(&format!("[[concept]]\nid = 'rugs'\nterm = 'Rugs'\n{QUOTE}"), &["undefined-concept"]);
    with(&format!("{DEFINED}quote = 'The cow lay on the rug'"), &["quote-not-found"]);
}
