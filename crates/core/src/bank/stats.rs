//! Owns what a bank is made of in numbers: its kinds, levels, concepts and words, what blind guessing earns, how long it
//! takes, where its right options stand, and what tricks earn.
//!
//! Never judges a number.

mod keys;
mod tricks;

use unicode_segmentation::UnicodeSegmentation;

use super::{Bank, Set};
use crate::prose::{Block, plain};
use crate::question::{AUTHORING, Difficulty, Kind, Question};

pub use keys::Keys;
pub use tricks::Trick;

/// How many words a minute adults read silently of English non-fiction: the mean of 190 studies (Brysbaert 2019, How
/// many words do we read per minute?, Journal of Memory and Language 109, 104047).
pub const WORDS_A_MINUTE: f64 = 238.0;

/// A bank in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Stats {
    /// The whole bank.
    pub bank: Totals,
    /// Its sets in their order, by id.
    pub sets: Vec<(String, Totals)>,
    /// How many questions there are of each kind, by the name that authors give it.
    pub kinds: Vec<(&'static str, usize)>,
    /// How many there are on each level; `None` for those whose author does not say.
    pub difficulties: Vec<(Option<Difficulty>, usize)>,
    /// How many there are about each concept, by its term, in the bank's order; `None` for those about none. A question
    /// about several counts for each.
    pub concepts: Vec<(Option<String>, usize)>,
    /// Where the right options stand.
    pub keys: Keys,
    /// How many statements are true, of how many.
    pub truths: (usize, usize),
    /// What choosing by the words of a question alone earns, trick by trick.
    pub tricks: Vec<Trick>,
}

/// Some questions in numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// How many there are.
    pub questions: usize,
    /// Their words.
    pub words: Words,
    /// The mark that blind guessing earns on average, from 0 to 1: the mean over the questions at the first try.
    pub guess: f64,
    /// How long answering them takes, in seconds: reading prompts and options at [`WORDS_A_MINUTE`], and thinking as
    /// [`crate::question::authored`] assumes. An estimate for one who has read the source before; no hint is read.
    pub answering: f64,
    /// How long reading all that is shown after the answers takes, in seconds: reasons, explanations, quotations.
    pub feedback: f64,
}

/// Numbers of words, as Unicode's word segmentation (UAX 29) finds them: numbers are words, punctuation marks are none,
/// and `multi-stakeholder` is two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Of what is asked.
    pub prompts: usize,
    /// Of what is answered to: options, items, passages, sentences with blanks.
    pub options: usize,
    /// Of why options are right or wrong.
    pub reasons: usize,
    /// Of the explanations.
    pub explanations: usize,
    /// Of the quotations that prove the answers.
    pub quotations: usize,
    /// Of the hints.
    pub hints: usize,
}

impl Words {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> usize {
        self.prompts + self.options + self.reasons + self.explanations + self.quotations + self.hints
    }
}

impl Stats {
    /// A bank in numbers.
    #[must_use]
    pub fn new(bank: &Bank) -> Self {
        let count = |holds: &dyn Fn(&Question) -> bool| bank.questions().filter(|question| holds(question)).count();
        let kinds = AUTHORING.iter().map(|kind| (kind.name, count(&|q| q.kind.rules().name() == kind.name)));
        let levels = Difficulty::ALL.map(Some).into_iter().chain([None]);
        let concepts = bank
            .concepts
            .iter()
            .map(|concept| (Some(concept.term.clone()), count(&|question| question.concepts.contains(&concept.id))));
        let is_true = |question: &Question| matches!(&question.kind, Kind::Truth(truth) if truth.is_true());
        Self {
            bank: Totals::of(bank.questions()),
            sets: bank.sets.iter().map(|set: &Set| (set.id.clone(), Totals::of(set.questions.iter()))).collect(),
            kinds: kinds.collect(),
            difficulties: levels.map(|level| (level, count(&|question| question.difficulty == level))).collect(),
            concepts: concepts.chain([(None, count(&|question| question.concepts.is_empty()))]).collect(),
            keys: Keys::of(bank.questions()),
            tricks: tricks::all(bank),
            truths: (count(&is_true), count(&|question| matches!(question.kind, Kind::Truth(_)))),
        }
    }
}

impl Totals {
    fn of<'a>(questions: impl Iterator<Item = &'a Question>) -> Self {
        let mut all = questions.fold(Self::default(), |mut all, question| {
            all.add(question);
            all
        });
        all.guess /= all.questions.max(1) as f64;
        all
    }

    fn add(&mut self, question: &Question) {
        let authored = question.kind.rules().authored();
        let own = Words {
            prompts: words(&plain(&question.prompt)),
            options: authored.read().map(words).sum(),
            reasons: authored.reasons().map(words).sum(),
            explanations: blocks(&question.explanation),
            quotations: question.quotes.iter().flat_map(|quote| quote.fragments()).map(|text| words(text)).sum(),
            hints: question.hints.iter().map(|hint| words(&plain(hint))).sum(),
        };
        let all = &mut self.words;
        all.prompts += own.prompts;
        all.options += own.options;
        all.reasons += own.reasons;
        all.explanations += own.explanations;
        all.quotations += own.quotations;
        all.hints += own.hints;
        self.questions += 1;
        self.guess += question.kind.rules().guess();
        self.answering += reading(own.prompts + own.options) + authored.thought();
        self.feedback += reading(own.reasons + own.explanations + own.quotations);
    }
}

/// How long so many words take to read, in seconds.
fn reading(words: usize) -> f64 {
    words as f64 / WORDS_A_MINUTE * 60.0
}

fn words(text: &str) -> usize {
    text.unicode_words().count()
}

fn blocks(list: &[Block]) -> usize {
    let one = |block: &Block| match block {
        Block::Paragraph(line) => words(&plain(line)),
        Block::List { items, .. } => items.iter().map(|item| blocks(item)).sum(),
    };
    list.iter().map(one).sum()
}

#[cfg(test)]
mod tests;
