//! Owns reading an explained question, and comparing it word for word with what its author wrote.
//!
//! Never takes the page's word for anything: everything expected comes from the files.

use anyhow::{Context, Result, ensure};
use thirtyfour::WebElement;
use verbatim_core::{Bank, Question, Quote, Source};

use crate::bank::{all_words, options, words};
use crate::person::{Person, Role, one_line, text};

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
        chosen: usize,
        within: &WebElement,
    ) -> Result<()> {
        let explained = async {
            self.sees_options(question, chosen, within).await?;
            let explanation = all_words(&question.explanation);
            let read = text(within).await?;
            let expected = format!("Explanation {explanation} In the article");
            ensure!(read.contains(&expected), "the explanation is not “{explanation}” in: {read}");
            self.sees_quotes(question, bank.source(), within).await
        };
        explained.await.with_context(|| format!("question `{}`", question.id))
    }

    async fn sees_options(&self, question: &Question, chosen: usize, within: &WebElement) -> Result<()> {
        let (options, right) = options(question);
        let mut entries = Vec::new();
        for entry in self.all_within(within, Role::ListItem).await? {
            // A sign, the text, what it is, why: each on a line of its own.
            let lines: Vec<String> = entry.text().await?.lines().map(one_line).collect();
            entries.push(lines);
        }
        for (position, option) in options.iter().enumerate() {
            let name = words(&option.text);
            let entry = entries.iter().find(|lines| lines.get(1) == Some(&name));
            let entry = entry.with_context(|| format!("no option “{name}” in {entries:?}"))?;
            let tags = [(chosen == position, "Your answer"), (right == position, "Right answer")];
            let tags: Vec<&str> = tags.into_iter().filter_map(|(is, tag)| is.then_some(tag)).collect();
            let mut expected = vec![words(&option.why)];
            if !tags.is_empty() {
                expected.insert(0, tags.join(" · "));
            }
            ensure!(entry.get(2..) == Some(&expected), "option “{name}”: {entry:?}, and not {expected:?}");
        }
        Ok(())
    }

    async fn sees_quotes(&self, question: &Question, source: &Source, within: &WebElement) -> Result<()> {
        let figures = self.all_within(within, Role::Figure).await?;
        let (shown, written) = (figures.len(), question.quotes.len());
        ensure!(shown == written, "{shown} quotations, and not {written}");
        for (figure, quote) in figures.iter().zip(&question.quotes) {
            self.sees_quote(figure, quote, source).await?;
        }
        Ok(())
    }

    async fn sees_quote(&self, figure: &WebElement, quote: &Quote, source: &Source) -> Result<()> {
        let blocks = self.all_within(figure, Role::Blockquote).await?;
        let block = blocks.first().context("a figure without a quotation")?;
        let (read, written) = (text(block).await?, one_line(&quote.fragments().join(" … ")));
        ensure!(read == written, "the quotation is “{read}”, and not “{written}”");
        let (read, cited) = (text(figure).await?, citation(quote, source));
        ensure!(read.contains(&cited), "no “{cited}” in: {read}");
        self.sees_link(figure, quote).await
    }

    async fn sees_link(&self, figure: &WebElement, quote: &Quote) -> Result<()> {
        let links = self.all_within(figure, Role::Link).await?;
        let Some(address) = quote.address() else {
            ensure!(links.is_empty(), "a link where the source has no address");
            return Ok(());
        };
        let link = links.first().context("no link to the article")?;
        let (name, there) = (text(link).await?, link.attr("href").await?);
        ensure!(there.as_deref() == Some(address), "the link is {there:?}, and not {address}");
        let opens = address.contains("#:~:text=");
        ensure!(opens == quote.opens_at_words(), "{address} opens at words: {opens}");
        let expected = if opens { "Read these words in the article" } else { "Read the article" };
        ensure!(name == expected, "the link is named “{name}”, and not “{expected}”");
        Ok(())
    }
}

/// Who wrote the words, and where they stand.
fn citation(quote: &Quote, source: &Source) -> String {
    let parts = [Some(&source.title), source.publisher.as_ref(), source.published.as_ref()];
    let parts = parts.into_iter().flatten().cloned();
    let place = format!("paragraph {}", quote.place().paragraph);
    // A number must end here: paragraph 1 is not paragraph 12.
    let behind = if quote.address().is_some() { " Read" } else { "" };
    format!("{}{behind}", parts.chain([place]).collect::<Vec<_>>().join(", "))
}
