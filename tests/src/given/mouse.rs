//! Owns working the controls by mouse; what is written is typed, as there is no other way.
//!
//! Never uses a key where a click does.

use anyhow::{Context, Result, ensure};
use thirtyfour::components::SelectElement;

use super::Step;
use crate::person::{Person, Role};

impl Person {
    pub(super) async fn does(&self, step: &Step) -> Result<()> {
        match step {
            Step::Choose(name) => self.chooses(name).await,
            Step::Check(names) => self.marks_boxes(names).await,
            Step::Select(list, entry) => self.selects(list, entry).await,
            Step::Write(line, words) => self.writes(line, words).await,
            Step::Arrange(items) => self.arranges(items, async |button| self.clicks(Role::Button, button).await).await,
        }
    }

    /// Chooses a radio button by its name.
    ///
    /// # Errors
    ///
    /// That there is none, or that it is not chosen then.
    pub async fn chooses(&self, name: &str) -> Result<()> {
        self.clicks(Role::Radio, name).await?;
        let radio = self.finds(Role::Radio, name).await?;
        ensure!(radio.is_selected().await?, "“{name}” is not chosen by a click");
        Ok(())
    }

    async fn marks_boxes(&self, names: &[String]) -> Result<()> {
        for name in self.names(Role::Checkbox).await? {
            let wanted = names.contains(&name);
            if self.finds(Role::Checkbox, &name).await?.is_selected().await? != wanted {
                self.clicks(Role::Checkbox, &name).await?;
            }
            let selected = self.finds(Role::Checkbox, &name).await?.is_selected().await?;
            ensure!(selected == wanted, "the box “{name}” is checked: {selected}");
        }
        for name in names {
            self.finds(Role::Checkbox, name).await?;
        }
        Ok(())
    }

    /// Chooses an entry of a list.
    ///
    /// # Errors
    ///
    /// That there is no such list or entry, or that another is chosen then.
    pub async fn selects(&self, list: &str, entry: &str) -> Result<()> {
        let list = self.finds(Role::Combobox, list).await?;
        self.scrolls_to(&list).await?;
        let select = SelectElement::new(&list).await?;
        select.select_by_exact_text(entry).await.with_context(|| format!("no entry “{entry}”"))?;
        let chosen = select.first_selected_option().await?.text().await?;
        ensure!(chosen == entry, "“{chosen}” is chosen, and not “{entry}”");
        Ok(())
    }

    /// Writes in a line, instead of what stands there.
    ///
    /// # Errors
    ///
    /// That there is no such line, or that something else stands there then.
    pub async fn writes(&self, line: &str, words: &str) -> Result<()> {
        self.clicks(Role::Textbox, line).await?;
        let input = self.finds(Role::Textbox, line).await?;
        input.clear().await?;
        // One driver takes no keys for an argument that is lacking.
        if !words.is_empty() {
            input.send_keys(words).await?;
        }
        self.has_written(line, words).await
    }

    /// Checks what stands in a line.
    ///
    /// # Errors
    ///
    /// What stands there instead.
    pub async fn has_written(&self, line: &str, words: &str) -> Result<()> {
        let value = self.finds(Role::Textbox, line).await?.value().await?.unwrap_or_default();
        ensure!(value == words, "“{value}” is written, and not “{words}”");
        Ok(())
    }
}
