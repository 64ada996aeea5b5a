//! Owns what a person reads: elements of a role, their texts, the whole page.
//!
//! Never reads what is not to be seen.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use super::{Person, Role, role};
use crate::browser::Browser;
use crate::wait::{until, until_true};

/// One script instead of a question for each element: the page has many, and each question takes its time.
const VISIBLE: &str = "
    const [candidates, within] = arguments;
    const seen = { opacityProperty: true, visibilityProperty: true };
    return [...(within ?? document).querySelectorAll(candidates)].filter((one) => one.checkVisibility(seen));";

impl Person {
    /// All elements of a role that are to be seen now, in the order of the page.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn all(&self, role: Role) -> Result<Vec<WebElement>> {
        self.all_of(self.candidates(None, role).await?, role).await
    }

    /// The same, within an element.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn all_within(&self, element: &WebElement, role: Role) -> Result<Vec<WebElement>> {
        self.all_of(self.candidates(Some(element), role).await?, role).await
    }

    async fn all_of(&self, candidates: Vec<WebElement>, role: Role) -> Result<Vec<WebElement>> {
        let mut all = Vec::new();
        for element in candidates {
            if role.is_of(&element).await? {
                all.push(element);
            }
        }
        Ok(all)
    }

    /// What may have a role and is to be seen, within an element or anywhere.
    pub(super) async fn candidates(&self, within: Option<&WebElement>, role: Role) -> Result<Vec<WebElement>> {
        let within = within.map(WebElement::to_json).transpose()?.unwrap_or(Value::Null);
        Ok(self.window.execute(VISIBLE, vec![json!(role.candidates()), within]).await?.elements()?)
    }

    /// Where a link leads, as it is written: some drivers make a whole address of it.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn target(&self, link: &WebElement) -> Result<String> {
        let script = "return arguments[0].getAttribute('href') ?? ''";
        Ok(self.window.execute(script, vec![link.to_json()?]).await?.convert()?)
    }

    /// The page's main part.
    ///
    /// # Errors
    ///
    /// That it has none, or several.
    pub async fn main(&self) -> Result<WebElement> {
        let mains = self.all(Role::Main).await?;
        ensure!(mains.len() == 1, "{} main parts", mains.len());
        mains.into_iter().next().context("no main part")
    }

    /// Everything that is to be read on the page, words parted by single spaces.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn page_text(&self) -> Result<String> {
        text(&self.window.find(By::Css("body")).await?).await
    }

    /// Waits for words anywhere on the page.
    ///
    /// # Errors
    ///
    /// What there is to be read instead.
    pub async fn reads(&self, words: &str) -> Result<()> {
        let what = format!("the words “{words}”");
        let read = until_true(what, async || Ok(self.page_text().await?.contains(words))).await;
        let Err(error) = read else { return Ok(()) };
        Err(error.context(self.page_text().await?))
    }

    /// Checks that words are nowhere on the page now.
    ///
    /// # Errors
    ///
    /// That they are there.
    pub async fn reads_no(&self, words: &str) -> Result<()> {
        ensure!(!self.page_text().await?.contains(words), "the page reads “{words}”");
        Ok(())
    }

    /// Waits for an element of a role to read so.
    ///
    /// # Errors
    ///
    /// What those of the role read instead.
    pub async fn reads_in(&self, role: Role, words: &str) -> Result<()> {
        let what = format!("the {role} that reads “{words}”");
        let read = until_true(what, async || Ok(self.texts(role).await?.iter().any(|text| text == words))).await;
        let Err(error) = read else { return Ok(()) };
        Err(error.context(format!("{:?}", self.texts(role).await?)))
    }

    /// The names of all elements of a role that are to be seen now.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn names(&self, role: Role) -> Result<Vec<String>> {
        // Begun anew where the page changes meanwhile.
        until(format!("every {role} of a page that changes"), async || {
            let mut names = Vec::new();
            for element in self.all(role).await? {
                names.push(role::name(&element).await?);
            }
            Ok(Some(names))
        })
        .await
    }

    /// What the elements of a role read now.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn texts(&self, role: Role) -> Result<Vec<String>> {
        let what = format!("every {role} of a page that changes");
        until(what, async || texts_of(&self.all(role).await?).await.map(Some)).await
    }

    /// The same, within an element.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn texts_within(&self, element: &WebElement, role: Role) -> Result<Vec<String>> {
        texts_of(&self.all_within(element, role).await?).await
    }
}

async fn texts_of(elements: &[WebElement]) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for element in elements {
        texts.push(text(element).await?);
    }
    Ok(texts)
}

/// What an element reads, words parted by single spaces.
///
/// # Errors
///
/// What the browser says against it.
pub async fn text(element: &WebElement) -> Result<String> {
    // What WebKitGTK's driver gives has no space where a new line begins.
    let read = match Browser::chosen()? {
        Browser::Chromium | Browser::Firefox => element.text().await?,
        Browser::Webkit => element.prop("innerText").await?.unwrap_or_default(),
    };
    Ok(one_line(&read))
}

/// A text with its words parted by single spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
