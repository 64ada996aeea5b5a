//! Owns the kind `blanks`: a sentence with blanks, each of which is a text, a number or a choice.
//!
//! Never shows it: the player's `field/blanks.rs` does.

#[cfg(feature = "author")]
mod author;

use serde::{Deserialize, Serialize};

use super::{Choice, Number, Rules, Text};
use crate::answer::Answer;
use crate::mark::{Mark, Reason};
use crate::prose::Inline;

#[cfg(feature = "author")]
pub(crate) use author::AUTHORING;

/// A sentence with blanks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Blanks {
    /// What stands before, between and behind the blanks.
    segments: Vec<Vec<Inline>>,
    /// The blanks with their names, in the order of the sentence.
    blanks: Vec<(String, Blank)>,
}

/// What fills one blank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Blank {
    /// A word or a few that are written.
    Text(Text),
    /// A number that is written.
    Number(Number),
    /// One option of several.
    Choice(Choice),
}

impl Blank {
    /// The rules by which this blank is marked.
    #[must_use]
    pub fn rules(&self) -> &dyn Rules {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number,
            Self::Choice(choice) => choice,
        }
    }

    /// Why an answer to this blank is right or wrong, where the author says so: of a choice every option has a reason,
    /// of a text or a number the wrong answers that are expected.
    #[must_use]
    pub fn feedback(&self, answer: &Answer) -> Option<&[Inline]> {
        match (self, answer) {
            (Self::Text(text), answer) => text.feedback(answer),
            (Self::Number(number), answer) => number.feedback(answer),
            (Self::Choice(choice), Answer::Option(chosen)) => {
                choice.options().get(*chosen).map(|option| option.why.as_slice())
            }
            (Self::Choice(_), Answer::Options(_) | Answer::Text(_) | Answer::Order(_) | Answer::Parts(_)) => None,
        }
    }

    /// Whether an answer could be given to this blank; what is written may still say nothing.
    fn fits(&self, answer: &Answer) -> bool {
        match self {
            Self::Text(_) | Self::Number(_) => matches!(answer, Answer::Text(_)),
            Self::Choice(choice) => choice.mark(answer).is_some(),
        }
    }
}

impl Blanks {
    /// What stands before, between and behind the blanks: one more than there are blanks. A segment may be empty, and
    /// begins or ends with a space where the blank does not touch a word.
    #[must_use]
    pub fn segments(&self) -> &[Vec<Inline>] {
        &self.segments
    }

    /// The blanks with their names, in the order of the sentence; at least one.
    #[must_use]
    pub fn blanks(&self) -> &[(String, Blank)] {
        &self.blanks
    }

    /// What each blank earns by itself, in the order of the sentence; `None` for one that is not filled, or with what
    /// cannot be read.
    #[must_use]
    pub fn parts(&self, answer: &Answer) -> Vec<Option<Mark>> {
        let part = |place: usize| given(answer).get(place).and_then(Option::as_ref);
        self.blanks.iter().zip(0..).map(|((_, blank), place)| blank.rules().mark(part(place)?)).collect()
    }

    fn fits(&self, parts: &[Option<Answer>]) -> bool {
        let fits = |((_, blank), part): (&(String, Blank), &Option<Answer>)| {
            part.as_ref().is_none_or(|answer| blank.fits(answer))
        };
        parts.len() == self.blanks.len() && self.blanks.iter().zip(parts).all(fits)
    }
}

fn given(answer: &Answer) -> &[Option<Answer>] {
    match answer {
        Answer::Parts(parts) => parts,
        Answer::Option(_) | Answer::Options(_) | Answer::Text(_) | Answer::Order(_) => &[],
    }
}

impl Rules for Blanks {
    /// The mean of the blanks' marks, each by the rule of its kind; a blank that is not filled, or with what cannot be
    /// read, earns 0. Where that goes for all of them it is no answer.
    fn mark(&self, answer: &Answer) -> Option<Mark> {
        let Answer::Parts(parts) = answer else { return None };
        if !self.fits(parts) {
            return None;
        }
        let marks = self.parts(answer);
        if marks.iter().all(Option::is_none) {
            return None;
        }
        let (all, right) = (marks.len(), marks.iter().flatten().filter(|mark| mark.is_full()).count());
        let earned: f64 = marks.iter().flatten().map(Mark::earned).sum();
        Some(Mark::part(earned / all as f64, Reason::Filled { right, all }))
    }

    fn key(&self) -> Answer {
        Answer::Parts(self.blanks.iter().map(|(_, blank)| Some(blank.rules().key())).collect())
    }

    fn is_sound(&self) -> bool {
        let names = || self.blanks.iter().map(|(name, _)| name);
        let once = names().enumerate().all(|(place, name)| names().take(place).all(|earlier| earlier != name));
        let sound = self.blanks.iter().all(|(_, blank)| blank.rules().is_sound());
        !self.blanks.is_empty() && self.segments.len() == self.blanks.len() + 1 && once && sound
    }

    /// The mean over the blanks, as is the mark: 1/n for a blank with n options, 0 for what has to be written.
    #[cfg(feature = "author")]
    fn guess(&self) -> f64 {
        let guesses = self.blanks.iter().map(|(_, blank)| blank.rules().guess());
        guesses.sum::<f64>() / self.blanks.len().max(1) as f64
    }

    #[cfg(feature = "author")]
    fn name(&self) -> &'static str {
        AUTHORING.name
    }

    #[cfg(feature = "author")]
    fn answered_to(&self) -> Vec<String> {
        let segments = self.segments.iter().map(|segment| crate::prose::plain(segment));
        let blank = |(_, blank): &(String, Blank)| {
            let kind = match blank {
                Blank::Text(_) => "text",
                Blank::Number(_) => "number",
                Blank::Choice(_) => "choice",
            };
            let inner = blank.rules().answered_to();
            // With their number nothing of one blank can be taken for a part of the next.
            core::iter::once(format!("{kind} {}", inner.len())).chain(inner).collect::<Vec<_>>()
        };
        segments.chain(self.blanks.iter().flat_map(blank)).collect()
    }

    #[cfg(feature = "author")]
    fn authored(&self) -> super::Authored {
        author::authored(self)
    }

    #[cfg(feature = "lms")]
    fn told(&self, answer: &Answer) -> Option<super::Told> {
        let Answer::Parts(parts) = answer else { return None };
        let words = |((_, blank), part): (&(String, Blank), &Option<Answer>)| match (blank, part) {
            (_, None) => String::new(),
            (Blank::Choice(choice), Some(part)) => super::told::option(choice.options(), part).unwrap_or_default(),
            (Blank::Text(_) | Blank::Number(_), Some(part)) => super::told::words(part).unwrap_or_default(),
        };
        Some(super::Told::Filled(self.blanks.iter().zip(parts).map(words).collect()))
    }

    #[cfg(feature = "lms")]
    fn told_keys(&self) -> Vec<super::Told> {
        let words = |(_, blank): &(String, Blank)| match blank {
            Blank::Text(text) => text.accepted().into_iter().next().unwrap_or_default(),
            Blank::Number(number) => number.written().to_owned(),
            Blank::Choice(choice) => super::told::option(choice.options(), &choice.key()).unwrap_or_default(),
        };
        vec![super::Told::Filled(self.blanks.iter().map(words).collect())]
    }
}

#[cfg(test)]
#[cfg(feature = "author")]
mod tests;
