//! Owns what a person reads: elements of a role, their texts, the whole page.
//!
//! Never reads what is not to be seen.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use super::{Person, Role, role};
use crate::wait::{until, until_true};

/// What may have a role and is to be seen, and of each what its role comes from. Where a name is given, only what may bear
/// it: each word of it stands in what names are made of. One script instead of a question for each element: the page has
/// many, and each question takes its time.
const CANDIDATES: &str = r"
    const [candidates, within, name] = arguments;
    const plain = (text) => text.replace(/[^\p{L}\p{N}\s]/gu, '');
    const words = plain(name ?? '').split(/\s+/);
    const attributes = ['aria-label', 'alt', 'title', 'placeholder', 'value'];
    const called = (one) => attributes.map((attribute) => one.getAttribute(attribute));
    const written = (one) => [one.textContent, one.value, ...[one, ...one.querySelectorAll('*')].flatMap(called)];
    const others = (one) => (one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    const mayBear = (one) => {
        const named = plain([one, ...(one.labels ?? []), ...others(one)].filter(Boolean).flatMap(written).join(''));
        return words.every((word) => named.includes(word));
    };
    const seen = { opacityProperty: true, visibilityProperty: true };
    const found = [...(within ?? document).querySelectorAll(candidates)]
        .filter((one) => one.checkVisibility(seen) && (!name || mayBear(one)));
    const asOne = (one) => [one.tagName, one.getAttribute('role'), one.getAttribute('type'), one.className];
    const modal = document.querySelector('dialog:modal');
    const isHidden = (one) => Boolean(one.closest('[aria-hidden=true], [inert]') || (modal && !modal.contains(one)));
    return [found, found.map((one) => [isHidden(one), ...[one, one.parentElement].map(asOne)].join())];";

/// What elements read. They are not given in a list, since WebKitGTK's driver does not find them there.
const TEXTS: &str = "return [...arguments].map((one) => one.innerText)";

/// What may have a role and is to be seen.
pub(super) struct Candidate {
    pub(super) element: WebElement,
    /// What its role comes from: elements that are alike in it have the same.
    markup: String,
}

impl Person {
    /// All elements of a role that are to be seen now, in the order of the page.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn all(&self, role: Role) -> Result<Vec<WebElement>> {
        self.all_of(self.candidates(None, role, None).await?, role).await
    }

    /// The same, within an element.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn all_within(&self, element: &WebElement, role: Role) -> Result<Vec<WebElement>> {
        self.all_of(self.candidates(Some(element), role, None).await?, role).await
    }

    async fn all_of(&self, candidates: Vec<Candidate>, role: Role) -> Result<Vec<WebElement>> {
        let mut all = Vec::new();
        for candidate in candidates {
            if self.is_of(&candidate, role).await? {
                all.push(candidate.element);
            }
        }
        Ok(all)
    }

    /// Whether the browser gives a candidate the role. It is asked once for all that are alike.
    pub(super) async fn is_of(&self, candidate: &Candidate, role: Role) -> Result<bool> {
        let mut known = self.roles.lock().await;
        if !known.contains_key(&candidate.markup) {
            known.insert(candidate.markup.clone(), role::role(&candidate.element).await?);
        }
        Ok(known.get(&candidate.markup).is_some_and(|known| known == role.as_str()))
    }

    /// What may have a role and, where one is given, a name, and is to be seen, within an element or anywhere.
    pub(super) async fn candidates(
        &self,
        within: Option<&WebElement>,
        role: Role,
        name: Option<&str>,
    ) -> Result<Vec<Candidate>> {
        let within = within.map(WebElement::to_json).transpose()?;
        let found = self.window.execute(CANDIDATES, vec![json!(role.candidates()), json!(within), json!(name)]).await?;
        // Firefox's driver gives nothing where the page was left meanwhile: there is nothing on it then.
        let found: Option<(Vec<Value>, Vec<String>)> = found.convert()?;
        let (elements, markup) = found.unwrap_or_default();
        let candidate = |(element, markup)| {
            Ok(Candidate { element: WebElement::from_json(element, self.window.handle().clone())?, markup })
        };
        elements.into_iter().zip(markup).map(candidate).collect()
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
        until(what, async || self.texts_of(&self.all(role).await?).await.map(Some)).await
    }

    /// The same, within an element.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn texts_within(&self, element: &WebElement, role: Role) -> Result<Vec<String>> {
        self.texts_of(&self.all_within(element, role).await?).await
    }

    async fn texts_of(&self, elements: &[WebElement]) -> Result<Vec<String>> {
        let elements = elements.iter().map(WebElement::to_json).collect::<Result<Vec<_>, _>>()?;
        let texts: Vec<String> = self.window.execute(TEXTS, elements).await?.convert()?;
        Ok(texts.iter().map(|text| one_line(text)).collect())
    }
}

/// What an element reads, words parted by single spaces.
///
/// # Errors
///
/// What the browser says against it.
pub async fn text(element: &WebElement) -> Result<String> {
    Ok(one_line(&element.prop("innerText").await?.unwrap_or_default()))
}

/// A text with its words parted by single spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
