//! Owns what a person does in the quiz: opens a set, chooses, checks, goes on.
//!
//! Never knows which answer is right: the files do.

use anyhow::{Context, Result, ensure};
use verbatim_core::{Bank, Question, Set};

use crate::bank::{address, option, options, words};
use crate::person::{Person, Role};
use crate::wait::until;

/// What is said of an answer.
pub const VERDICTS: [&str; 3] = ["Right", "Not right", "Partly right"];

/// A way to answer a question: the position of the option that is chosen.
pub type Choose = fn(&Question, usize) -> usize;

/// Chooses the right option.
#[must_use]
pub fn rightly(question: &Question, _position: usize) -> usize {
    options(question).1
}

/// Chooses a wrong option, at each position of a set another one.
#[must_use]
pub fn wrongly(question: &Question, position: usize) -> usize {
    let (options, right) = options(question);
    let others = options.len() - 1;
    (right + 1 + position % others) % options.len()
}

impl Person {
    /// Opens the first page of a set by its address.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn opens_set(&self, bank: &Bank, set: &Set) -> Result<()> {
        self.opens(&address(bank, set)).await?;
        self.is_on_page(set.title()).await
    }

    /// Opens a question by its address.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn opens_question(&self, bank: &Bank, set: &Set, question: &Question) -> Result<()> {
        self.opens(&format!("{}/{}", address(bank, set), question.id)).await?;
        self.is_asked(set, question).await
    }

    /// Waits for the page with this heading.
    ///
    /// # Errors
    ///
    /// That another is there.
    pub async fn is_on_page(&self, heading: &str) -> Result<()> {
        self.finds(Role::Heading, heading).await.map(|_| ())
    }

    /// Waits for a question: its prompt as the heading, and its number in words.
    ///
    /// # Errors
    ///
    /// That another page is there.
    pub async fn is_asked(&self, set: &Set, question: &Question) -> Result<()> {
        self.is_on_page(&words(&question.prompt)).await?;
        let position = set.position(&question.id).context("the question is not of this set")?;
        self.reads(&format!("Question {} of {}", position + 1, set.questions().len())).await
    }

    /// Chooses an option by its text.
    ///
    /// # Errors
    ///
    /// That there is none, or that it is not chosen then.
    pub async fn chooses(&self, question: &Question, position: usize) -> Result<()> {
        let name = option(question, position)?;
        self.clicks(Role::Radio, &name).await?;
        let radio = self.finds(Role::Radio, &name).await?;
        ensure!(radio.is_selected().await?, "“{name}” is not chosen by a click");
        Ok(())
    }

    /// Asks for the verdict.
    ///
    /// # Errors
    ///
    /// That this cannot be asked.
    pub async fn checks(&self) -> Result<()> {
        self.clicks(Role::Button, "Check answer").await
    }

    /// Reads the verdict, which is said to assistive technology as a status: its word.
    ///
    /// # Errors
    ///
    /// That there is none.
    pub async fn reads_verdict(&self) -> Result<&'static str> {
        until("the verdict", async || {
            let read = self.texts(Role::Status).await?;
            // A sign stands in front, which is not read out.
            let words = |text: &str| text.split_once(' ').map(|(_, words)| words.to_owned());
            let read: Vec<String> = read.iter().filter_map(|text| words(text)).collect();
            let said = |verdict: &&str| read.iter().any(|words| words.starts_with(*verdict));
            Ok(VERDICTS.into_iter().find(said))
        })
        .await
    }

    /// Answers a question with one of its options, by mouse, and reads the verdict.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn answers(&self, question: &Question, position: usize) -> Result<&'static str> {
        self.chooses(question, position).await?;
        self.checks().await?;
        self.reads_verdict().await
    }

    /// Goes on from an answered question: to the next one, or to the results.
    ///
    /// # Errors
    ///
    /// That there is no way on.
    pub async fn goes_on(&self, from: usize, set: &Set) -> Result<()> {
        match set.questions().get(from + 1) {
            Some(next) => {
                self.clicks(Role::Link, "Next question").await?;
                self.is_asked(set, next).await
            }
            None => {
                self.clicks(Role::Link, "See results").await?;
                self.is_on_page("Your results").await
            }
        }
    }

    /// Answers the first questions of a set, from the first page of the set on, which has no answers yet. The person
    /// stays on the last one.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn answers_first(&self, count: usize, set: &Set, choose: Choose) -> Result<()> {
        self.clicks(Role::Link, "Start").await?;
        for (position, question) in set.questions().iter().take(count).enumerate() {
            self.is_asked(set, question).await?;
            self.answers(question, choose(question, position)).await?;
            if position + 1 < count {
                self.goes_on(position, set).await?;
            }
        }
        Ok(())
    }
}
