//! Owns what a person does by keyboard alone, and where the focus is.
//!
//! Never uses the mouse, and never moves the focus by script.

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::{Key, WebElement};

use super::role::{self, Role};
use super::{Person, text};
use crate::wait::until;

/// More presses of the tabulator than any page of the player has stops.
const STOPS: usize = 60;

/// What has the focus.
#[derive(Clone, Debug)]
pub struct Focus {
    /// The element.
    pub element: WebElement,
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// What it reads.
    pub text: String,
}

impl Person {
    /// Presses a key.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn presses(&self, key: Key) -> Result<()> {
        Ok(self.window().action_chain().send_keys(key).perform().await?)
    }

    /// Presses the keys of some characters, one after the other.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn types(&self, characters: &str) -> Result<()> {
        Ok(self.window().action_chain().send_keys(characters).perform().await?)
    }

    /// What has the focus; `None` where nothing has it.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn focus(&self) -> Result<Option<Focus>> {
        let element = self.window().active_element().await?;
        if matches!(element.tag_name().await?.as_str(), "body" | "html") {
            return Ok(None);
        }
        let (role, name, text) = (role::role(&element).await?, role::name(&element).await?, text(&element).await?);
        Ok(Some(Focus { element, role, name, text }))
    }

    /// Goes on with the tabulator until something of a role and a name has the focus, which is never lost on the way.
    ///
    /// # Errors
    ///
    /// What had the focus instead.
    pub async fn tabs_to(&self, wanted: Role, name: &str) -> Result<Focus> {
        let is_it = |focus: &Focus| focus.role == wanted.as_str() && focus.name == name;
        self.tabs(is_it).await.with_context(|| format!("on the way to the {wanted} “{name}”"))
    }

    /// The same for what only its first words tell, such as what unfolds.
    ///
    /// # Errors
    ///
    /// What had the focus instead.
    pub async fn tabs_to_words(&self, words: &str) -> Result<Focus> {
        let is_it = |focus: &Focus| focus.text.starts_with(words);
        self.tabs(is_it).await.with_context(|| format!("on the way to “{words}”"))
    }

    pub(crate) async fn tabs(&self, is_it: impl Fn(&Focus) -> bool) -> Result<Focus> {
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            self.presses(Key::Tab).await?;
            let Some(focus) = self.focus().await? else { bail!("the focus was lost behind {passed:?}") };
            let told = format!("{} “{}”", focus.role, focus.name);
            ensure!(self.has_in_view(&focus.element).await?, "the {told} has the focus, hidden or out of view");
            if is_it(&focus) {
                return Ok(focus);
            }
            passed.push(told);
        }
        bail!("it is not among {passed:?}")
    }

    /// Waits for the focus to be on what reads so (from its beginning), and in view.
    ///
    /// # Errors
    ///
    /// What has the focus instead.
    pub async fn is_taken_to(&self, words: &str) -> Result<Focus> {
        let taken = until(format!("the focus on “{words}”"), async || {
            let focus = self.focus().await?.filter(|focus| focus.text.starts_with(words));
            let Some(focus) = focus else { return Ok(None) };
            Ok(self.has_in_view(&focus.element).await?.then_some(focus))
        })
        .await;
        let Err(error) = taken else { return taken };
        let focus = self.focus().await?.map(|focus| format!("{} “{}”", focus.role, focus.text));
        Err(error.context(format!("the focus is on {}", focus.unwrap_or_else(|| "nothing".to_owned()))))
    }
}
