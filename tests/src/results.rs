//! Owns reading the results: the score, and each question of the review.
//!
//! Never marks: the test says how many answers are right.

use anyhow::{Result, ensure};
use thirtyfour::{By, WebElement};
use verbatim_core::mark::percent;
use verbatim_core::{Bank, Question};

use crate::bank::words;
use crate::person::{Person, Role, text};
use crate::quiz::Choose;
use crate::wait::until_true;

/// The last words of every question of the review.
const LAST: &str = "Go to this question";

impl Person {
    /// Checks the score: per cent, and how many are right.
    ///
    /// # Errors
    ///
    /// That another is shown.
    pub async fn sees_score(&self, right: usize, all: usize) -> Result<()> {
        self.is_on_page("Your results").await?;
        let percent = percent(right as f64 / all as f64);
        self.reads(&format!("{percent}% {right} of {all} right")).await
    }

    /// Checks the review of a whole attempt, given the questions in the order in which they were asked: every one with
    /// its verdict and all that explains it.
    ///
    /// # Errors
    ///
    /// What is not as in the files.
    pub async fn sees_review(&self, bank: &Bank, asked: &[&Question], choose: Choose, verdict: &str) -> Result<()> {
        for (position, question) in asked.iter().enumerate() {
            let entry = self.opens_review(position, question).await?;
            let read = text(&entry).await?;
            ensure!(read.contains(verdict), "no “{verdict}” in: {read}");
            self.sees_explained(bank, question, &choose(question, position), &entry).await?;
        }
        Ok(())
    }

    /// Unfolds a question of the review where it is folded, and gives its entry.
    ///
    /// # Errors
    ///
    /// That it is not there.
    pub async fn opens_review(&self, position: usize, question: &Question) -> Result<WebElement> {
        let prompt = format!("{}. {}", position + 1, words(&question.prompt));
        let heading = self.finds(Role::Heading, &prompt).await?;
        let entry = heading.find(By::XPath("ancestor::li[1]")).await?;
        if !text(&entry).await?.ends_with(LAST) {
            self.clicks(Role::Heading, &prompt).await?;
        }
        until_true(format!("“{prompt}” to unfold"), async || Ok(text(&entry).await?.ends_with(LAST))).await?;
        Ok(entry)
    }
}
