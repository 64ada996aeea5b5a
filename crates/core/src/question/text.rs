//! Owns the kind `text`: a word or a few that are written, and which ways of writing them count.
//!
//! Never shows it: the player's `field/writing.rs` does.

#[cfg(feature = "author")]
mod author;

use serde::{Deserialize, Serialize};

use super::Rules;
use super::words::{self, Care, Forms};
use crate::answer::{Answer, Written};
use crate::mark::{Mark, Reason};
use crate::prose::Inline;

#[cfg(feature = "author")]
pub(crate) use author::{AUTHORING, text};

/// Words that are right, and words that are expected to be taken for right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    accept: Vec<Words>,
    wrong: Vec<Wrong>,
    /// Whether capital and small letters differ.
    exact: bool,
    /// Whether a letter with a diacritic differs from the one without.
    strict: bool,
    /// Whether typos are forgiven.
    typos: bool,
}

/// One way to write an answer: as the author writes it, and folded out of NFD.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Words {
    written: String,
    form: String,
    /// Folded without case and diacritics.
    loose: String,
}

impl Words {
    fn forms(&self) -> Forms<'_> {
        Forms { form: &self.form, loose: &self.loose }
    }
}

/// An answer that is expected and wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrong {
    words: Vec<Words>,
    why: Vec<Inline>,
}

impl Wrong {
    /// The ways to write it, as the author does; at least one.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.words.iter().map(|words| words.written.clone()).collect()
    }

    /// Why it is wrong.
    #[must_use]
    pub fn why(&self) -> &[Inline] {
        &self.why
    }
}

/// What is found about an answer.
enum Verdict<'a> {
    Accepted,
    Listed(&'a Wrong),
    Misspelt(&'a Words),
    Unknown,
}

impl Text {
    /// The accepted answers, as the author writes them; at least one, and the first is the model answer.
    #[must_use]
    pub fn accepted(&self) -> Vec<String> {
        self.accept.iter().map(|words| words.written.clone()).collect()
    }

    /// The wrong answers that the author expects, in the author's order; often none.
    #[must_use]
    pub fn wrong(&self) -> &[Wrong] {
        &self.wrong
    }

    /// Why an answer is wrong, if it is one that the author expects.
    #[must_use]
    pub fn feedback(&self, answer: &Answer) -> Option<&[Inline]> {
        match self.judge(answer)? {
            Verdict::Listed(wrong) => Some(&wrong.why),
            Verdict::Accepted | Verdict::Misspelt(_) | Verdict::Unknown => None,
        }
    }

    /// The order of these steps is part of the rule: what the author lists comes before what is forgiven.
    fn judge(&self, answer: &Answer) -> Option<Verdict<'_>> {
        let Answer::Text(given) = answer else { return None };
        let form = words::fold(if self.exact { given.text() } else { given.lower() }, self.exact);
        if form.is_empty() {
            return None;
        }
        if self.accept.iter().any(|key| key.form == form) {
            return Some(Verdict::Accepted);
        }
        if let Some(wrong) = self.listed(|known| known == form) {
            return Some(Verdict::Listed(wrong));
        }
        let bare = words::bare(&form);
        let is_bare = |known: &str| !self.strict && words::bare(known) == bare;
        if let Some(key) = self.accept.iter().find(|key| is_bare(&key.form)) {
            return Some(Verdict::Misspelt(key));
        }
        if let Some(wrong) = self.listed(is_bare) {
            return Some(Verdict::Listed(wrong));
        }
        let forms = Forms { form: &form, loose: &words::loose(given.lower()) };
        Some(self.mistyped(forms).map_or(Verdict::Unknown, Verdict::Misspelt))
    }

    fn listed(&self, fits: impl Fn(&str) -> bool) -> Option<&Wrong> {
        self.wrong.iter().find(|wrong| wrong.words.iter().any(|words| fits(&words.form)))
    }

    /// The accepted answer that was meant, if typos are forgiven and no wrong answer is as near.
    fn mistyped(&self, given: Forms<'_>) -> Option<&Words> {
        let care = Care { case: self.exact, diacritics: self.strict };
        let typos = |key: &'_ Words| self.typos.then(|| words::typos(key.forms(), given, care)).flatten();
        let found = self.accept.iter().filter_map(|key| typos(key).map(|count| (count, key)));
        let (count, key) = found.min_by_key(|(count, _)| *count)?;
        self.listed(|known| words::is_within(known, given.form, care, count)).is_none().then_some(key)
    }
}

impl Rules for Text {
    /// 1 or 0. Compared without regard to case (unless `exact`), white space and typographic variants; first with the
    /// accepted answers, then with the listed wrong ones, then without diacritics (unless these are strict), then with
    /// one typo in keys of more than 3 characters and two in those of more than 9 (H5P's rule), never in digits and
    /// never where a listed wrong answer is as near.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        Some(match self.judge(answer)? {
            Verdict::Accepted => Mark::full(Reason::Accepted),
            Verdict::Misspelt(key) => Mark::full(Reason::Spelling { key: key.written.clone() }),
            Verdict::Listed(_) | Verdict::Unknown => Mark::none(Reason::NotAccepted),
        })
    }

    /// The model answer, folded: [`Text::accepted`] has it as a reader would write it.
    fn key(&self) -> Answer {
        // What is not exact is folded to lower case already, and for what is exact that does not count.
        let model = self.accept.first().map_or("", |words| &words.form);
        Answer::Text(Written::new(model.to_owned(), model.to_owned()))
    }

    fn is_sound(&self) -> bool {
        let said = |words: &[Words]| !words.is_empty() && words.iter().all(|words| !words.form.is_empty());
        let apart = self.accept.iter().all(|key| self.listed(|known| known == key.form).is_none());
        said(&self.accept) && self.wrong.iter().all(|wrong| said(&wrong.words)) && apart
    }

    /// 0: what has to be written is not hit by chance.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        0.0
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        let accept = self.accept.iter().map(|words| format!("accept {}", words.form));
        let wrong = self.wrong.iter().flat_map(|wrong| &wrong.words).map(|words| format!("wrong {}", words.form));
        let care = format!("exact {} strict {} typos {}", self.exact, self.strict, self.typos);
        accept.chain(wrong).chain([care]).collect()
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        super::Authored::of_writing(self.accepted(), self.wrong.iter().map(|wrong| wrong.why.as_slice()))
    }

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        super::told::words(answer).map(super::Told::Words)
    }

    #[cfg(feature = "lms")]
    fn told_keys(&self) -> Vec<super::Told> {
        self.accepted().into_iter().map(super::Told::Words).collect()
    }
}

#[cfg(test)]
mod tests;
