//! Owns what a rule sees: a set with its questions, each beside what its author wrote, in the light of its bank.
//!
//! Never judges it.

use std::collections::{BTreeMap, BTreeSet};

use super::reading_level;
use crate::bank::draft::{Draft, Record};
use crate::bank::{Bank, Set};
use crate::language::Language;
use crate::prose::{Block, plain};
use crate::question::authored::{Offer, Place};
use crate::question::{Authored, Question};
use crate::source::Span;

/// What is known of a bank before a rule looks.
pub(crate) struct Ground<'a> {
    pub bank: &'a Bank,
    pub language: Language,
    /// Stems that say nothing of one question: those of the source's title, and of every third prompt or more.
    common: BTreeSet<String>,
    /// The reading level of the source, or of what is quoted of it.
    pub level: Option<f64>,
}

/// One set as rules see it.
pub(crate) struct Scene<'a> {
    pub ground: &'a Ground<'a>,
    /// What the author wrote of it.
    pub record: &'a Record,
    pub asked: Vec<Asked<'a>>,
}

/// One question as rules see it.
pub(crate) struct Asked<'a> {
    pub question: &'a Question,
    /// What the author wrote of it.
    pub record: &'a Record,
    /// The prompt without its formatting.
    pub prompt: String,
    pub authored: Authored,
    /// Whether options are shown in another order for each attempt.
    pub shuffled: bool,
}

/// Options of which exactly one is right.
pub(crate) struct Choice<'a> {
    pub key: &'a Offer,
    pub others: Vec<&'a Offer>,
}

impl<'a> Ground<'a> {
    pub fn new(bank: &'a Bank) -> Self {
        let language = Language::new(&bank.source().language);
        let common = common(bank, &language);
        let level = if language.english { reading_level::of_source(bank) } else { None };
        Self { bank, language, common, level }
    }

    /// The stems of a text that could tell one question from another.
    pub fn telling(&self, text: &str) -> BTreeSet<String> {
        self.language.ideas(text).into_iter().filter(|stem| !self.common.contains(stem)).collect()
    }
}

/// The stems of the title, and those of every third prompt or more in a bank that has enough of them to tell.
fn common(bank: &Bank, language: &Language) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let prompts = bank.questions().count();
    for question in bank.questions() {
        for stem in language.ideas(&plain(&question.prompt)) {
            *counts.entry(stem).or_default() += 1;
        }
    }
    let often = counts.into_iter().filter(|(_, count)| prompts >= 6 && count * 3 >= prompts).map(|(stem, _)| stem);
    often.chain(language.ideas(&bank.source().title)).collect()
}

impl<'a> Scene<'a> {
    /// The sets of a bank beside what their author wrote.
    pub fn all(ground: &'a Ground<'a>, draft: &'a Draft) -> Vec<(&'a std::rc::Rc<str>, Self)> {
        let of = |set: &'a Set| {
            let file = draft.sets.iter().find(|file| file.stem == set.id())?;
            let records = file.record.records("question").unwrap_or_default();
            let shuffled = set.settings().shuffle_options;
            let asked = set.questions().iter().zip(records).map(|(question, record)| Asked {
                question,
                record,
                prompt: plain(&question.prompt),
                authored: question.kind.rules().authored(),
                shuffled: shuffled && question.shuffled,
            });
            Some((&file.file, Self { ground, record: &file.record, asked: asked.collect() }))
        };
        ground.bank.sets().iter().filter_map(of).collect()
    }
}

impl<'a> Asked<'a> {
    /// The words of the question and of each of its parts, with the table in which they are written.
    pub fn lists(&self) -> impl Iterator<Item = (&Record, &Authored)> {
        let parts = self.authored.parts.iter().map(|(name, words)| (self.part(name), words));
        core::iter::once((self.record, &self.authored)).chain(parts)
    }

    /// The table of a part; the question's own where it cannot be found.
    fn part(&self, name: &str) -> &Record {
        let mut tables = self.record.records("blanks").unwrap_or_default().iter();
        let own = |table: &&Record| table.text("name").is_some_and(|literal| literal.text().trim() == name);
        tables.find(own).unwrap_or(self.record)
    }

    /// Where the text of a field of the question stands.
    pub fn place(&self, field: &'static str) -> Span {
        Place::own(field).span(self.record)
    }

    /// What a student reads before answering, options apart.
    pub fn read(&self) -> String {
        format!("{} {}", self.prompt, self.authored.beside)
    }

    /// The explanation without its formatting.
    pub fn explanation(&self) -> String {
        let mut words = String::new();
        append(&self.question.explanation, &mut words);
        words
    }

    /// The words of its quotations.
    pub fn quoted(&self) -> String {
        let fragments = self.question.quotes.iter().flat_map(|quote| quote.fragments());
        fragments.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

fn append(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(line) => {
                words.push_str(&plain(line));
                words.push('\n');
            }
            Block::List { items, .. } => items.iter().for_each(|item| append(item, words)),
        }
    }
}

impl Authored {
    /// The options, where there are at least three and exactly one is right.
    pub(crate) fn choice(&self) -> Option<Choice<'_>> {
        let mut right = self.offers.iter().filter(|offer| offer.right);
        let (key, more) = (right.next()?, right.next());
        let others: Vec<&Offer> = self.offers.iter().filter(|offer| !offer.right).collect();
        (more.is_none() && others.len() >= 2).then_some(Choice { key, others })
    }
}
