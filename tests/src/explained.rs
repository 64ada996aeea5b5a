//! Owns reading an explained question, and comparing it word for word with what its author wrote.
//!
//! Never takes the page's word for anything: everything expected comes from the files.

pub mod entry;

use anyhow::{Context, Result, ensure};
use thirtyfour::WebElement;
use verbatim_core::question::Evidence;
use verbatim_core::{Answer, Bank, Kind, Question, Quote, Source};

use crate::bank::all_words;
use crate::kind::played;
use crate::person::{Person, Role, one_line, text};
use crate::wait::until;
use entry::{OPEN_AT_WORDS, READ, citation};

pub use entry::READER;

/// The quotations of a question that are not among the passages to choose from.
#[must_use]
pub fn apart(question: &Question) -> Vec<&Quote> {
    let passages =
        if let Kind::Evidence(Evidence::Passages(passages)) = &question.kind { passages.list() } else { &[] };
    let is_apart = |quote: &&Quote| passages.iter().all(|passage| passage.quote.fragments() != quote.fragments());
    question.quotes.iter().filter(is_apart).collect()
}

impl Person {
    /// Checks that everything that explains a question is there: every option with its why, the explanation, the
    /// quotations with their places and links. `within` is the part of the page that belongs to the question.
    ///
    /// # Errors
    ///
    /// What is not as in the files.
    pub async fn sees_explained(
        &self,
        bank: &Bank,
        question: &Question,
        answer: &Answer,
        within: &WebElement,
    ) -> Result<()> {
        let explained = async {
            // It follows the verdict by a frame.
            until("the explanation", async || Ok(text(within).await?.contains("Explanation").then_some(()))).await?;
            self.sees_entries(bank, question, answer, within).await?;
            let explanation = all_words(&question.explanation);
            let read = text(within).await?;
            let heading = if apart(question).is_empty() { "" } else { " In the article" };
            let expected = format!("Explanation {explanation}{heading}");
            ensure!(read.contains(&expected), "the explanation is not “{explanation}” in: {read}");
            self.sees_quotes(question, bank.source(), within).await
        };
        explained.await.with_context(|| format!("question `{}`", question.id))
    }

    /// Checks what could be answered: every entry with its sign, what it is, and why.
    async fn sees_entries(&self, bank: &Bank, question: &Question, answer: &Answer, within: &WebElement) -> Result<()> {
        let shown = self.texts_within(within, Role::ListItem).await?;
        let played = played(&question.kind);
        for entry in played.entries(answer, bank.source())? {
            ensure!(shown.contains(&entry), "no entry “{entry}” in {shown:#?}");
        }
        let read = text(within).await?;
        for passage in played.running(answer)? {
            ensure!(read.contains(&passage), "no “{passage}” in: {read}");
        }
        Ok(())
    }

    async fn sees_quotes(&self, question: &Question, source: &Source, within: &WebElement) -> Result<()> {
        let figures = self.all_within(within, Role::Figure).await?;
        // Passages to choose from are quotations, too, and stand before those of the explanation: what is among them is
        // not shown once more.
        let passages = played(&question.kind).quotations();
        let (quotes, apart) = (&question.quotes, apart(question));
        let (shown, written) = (figures.len(), passages + apart.len());
        ensure!(shown == written, "{shown} quotations, and not {written}");
        for (figure, quote) in figures.iter().skip(passages).zip(apart) {
            self.sees_quote(figure, quote, source).await?;
        }
        let mut words = Vec::new();
        for figure in &figures {
            words.push(text(figure).await?);
        }
        for quote in quotes {
            let begins = one_line(&quote.fragments().join(" … "));
            ensure!(words.iter().any(|words| words.starts_with(&begins)), "no quotation “{begins}” in {words:#?}");
        }
        Ok(())
    }

    /// Checks one quotation: its words, who wrote them and where they stand, and the ways there.
    ///
    /// # Errors
    ///
    /// What is not as in the files.
    pub async fn sees_quote(&self, figure: &WebElement, quote: &Quote, source: &Source) -> Result<()> {
        let blocks = self.all_within(figure, Role::Blockquote).await?;
        let block = blocks.first().context("a figure without a quotation")?;
        let (read, written) = (text(block).await?, one_line(&quote.fragments().join(" … ")));
        ensure!(read == written, "the quotation is “{read}”, and not “{written}”");
        let (read, cited) = (text(figure).await?, citation(quote, source));
        ensure!(read.ends_with(&cited), "not “{cited}” at the end of: {read}");
        self.sees_link(figure, quote).await
    }

    async fn sees_link(&self, figure: &WebElement, quote: &Quote) -> Result<()> {
        let links = self.all_within(figure, Role::Link).await?;
        let Some(address) = quote.address() else {
            ensure!(links.is_empty(), "a link where the source has no address");
            return Ok(());
        };
        let link = links.first().context("no link to the article")?;
        let (name, there) = (text(link).await?, self.target(link).await?);
        ensure!(there == address, "the link is {there}, and not {address}");
        let opens = address.contains("#:~:text=");
        ensure!(opens == quote.opens_at_words(), "{address} opens at words: {opens}");
        let expected = if opens { OPEN_AT_WORDS } else { READ };
        ensure!(name == expected, "the link is named “{name}”, and not “{expected}”");
        Ok(())
    }
}
