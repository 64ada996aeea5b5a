//! Owns reading a quotation in its place: the paragraph of the source, with the quoted words marked.
//!
//! Never takes the paragraph from the page: it comes from the source's file.

use anyhow::{Context, Result, ensure};
use thirtyfour::WebElement;
use verbatim_core::{Bank, Question, Quote};

use crate::bank::paragraph;
use crate::explained::READER;
use crate::person::{Person, Role, one_line, text};
use crate::wait::until_true;

impl Person {
    /// Unfolds each quotation of an explained question and checks the passage that comes.
    ///
    /// # Errors
    ///
    /// What is not as in the source.
    pub async fn sees_quotes_in_their_place(&self, bank: &Bank, question: &Question) -> Result<()> {
        let figures = self.all_within(&self.main().await?, Role::Figure).await?;
        for quote in &question.quotes {
            let begins = one_line(&quote.fragments().join(" … "));
            // Those of the explanation come last, behind passages to choose from.
            let mut found = None;
            for figure in &figures {
                if text(figure).await?.starts_with(&begins) {
                    found = Some(figure);
                }
            }
            let figure = found.with_context(|| format!("no quotation “{begins}”"))?;
            let seen = self.sees_in_place(bank, figure, quote).await;
            seen.with_context(|| format!("a quotation of `{}` in its place", question.id))?;
        }
        Ok(())
    }

    /// Unfolds a quotation and checks the passage that comes; nothing is to unfold where the bank has no text.
    ///
    /// # Errors
    ///
    /// What is not as in the source.
    pub async fn sees_in_place(&self, bank: &Bank, figure: &WebElement, quote: &Quote) -> Result<()> {
        if quote.stretches().is_empty() {
            return Ok(());
        }
        ensure!(self.all_within(figure, Role::Mark).await?.is_empty(), "the passage is unfolded from the beginning");
        let summaries = self.all_within(figure, Role::Summary).await?;
        let [summary] = summaries.as_slice() else { anyhow::bail!("{} things unfold", summaries.len()) };
        let name = text(summary).await?;
        ensure!(name == READER, "what unfolds is named “{name}”");
        self.scrolls_to(summary).await?;
        summary.click().await?;
        let unfolded = || async { Ok(!self.all_within(figure, Role::Mark).await?.is_empty()) };
        until_true("the passage to unfold", async || unfolded().await).await?;
        let marked = self.texts_within(figure, Role::Mark).await?;
        let quoted: Vec<String> = quote.fragments().iter().map(|fragment| one_line(fragment)).collect();
        ensure!(marked == quoted, "{marked:?} are marked, and not {quoted:?}");
        let read = text(figure).await?;
        let mut numbers: Vec<u32> = quote.stretches().iter().map(|stretch| stretch.paragraph).collect();
        numbers.dedup();
        for number in numbers {
            let whole = format!("paragraph {number} {}", paragraph(bank, number)?);
            ensure!(read.contains(&whole), "no “{whole}” in: {read}");
        }
        Ok(())
    }
}
