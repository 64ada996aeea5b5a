//! Owns working the controls by keyboard alone: the tabulator, arrows, the space bar, typed words.
//!
//! Never clicks, and never moves the focus by script.

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;
use thirtyfour::components::SelectElement;

use super::{Step, move_up};
use crate::person::{Focus, Person, Role};
use crate::wait::until;

/// More presses of an arrow than any list has entries.
const ENTRIES: usize = 30;

impl Person {
    pub(super) async fn does_by_keyboard(&self, step: &Step) -> Result<()> {
        match step {
            Step::Choose(name) => self.arrows_to(name).await,
            Step::Check(names) => self.checks_by_space(names).await,
            Step::Select(list, entry) => self.selects_by_arrows(list, entry).await,
            Step::Write(line, words) => self.types_in(line, words).await,
            Step::Arrange(items) => self.arranges_by_arrows(items).await,
        }
    }

    /// Chooses a radio button with the arrow keys, from the one of the group on that the tabulator leads to.
    async fn arrows_to(&self, name: &str) -> Result<()> {
        let others = self.names(Role::Radio).await?;
        ensure!(others.iter().any(|other| other == name), "no radio button “{name}” among {others:?}");
        let mut focus = self.tabs_to_one_of(Role::Radio, &others).await?;
        if focus.name == name {
            self.presses(Key::Space).await?;
        }
        for _ in 0..ENTRIES {
            if focus.name == name {
                break;
            }
            let left = focus.name;
            self.presses(Key::Down).await?;
            let moved = || async { Ok(self.focus().await?.filter(|focus| focus.name != left)) };
            focus = until(format!("the arrow to lead on from “{left}”"), async || moved().await).await?;
        }
        ensure!(focus.name == name && focus.element.is_selected().await?, "“{}” is chosen, not “{name}”", focus.name);
        Ok(())
    }

    async fn checks_by_space(&self, names: &[String]) -> Result<()> {
        // In the order of the page, so that the tabulator goes one way only.
        for name in self.names(Role::Checkbox).await? {
            let wanted = names.contains(&name);
            let focus = self.tabs_to(Role::Checkbox, &name).await?;
            if focus.element.is_selected().await? != wanted {
                self.presses(Key::Space).await?;
            }
            let selected = self.finds(Role::Checkbox, &name).await?.is_selected().await?;
            ensure!(selected == wanted, "the box “{name}” is checked: {selected}");
        }
        Ok(())
    }

    async fn selects_by_arrows(&self, list: &str, entry: &str) -> Result<()> {
        self.tabs_to(Role::Combobox, list).await?;
        for _ in 0..ENTRIES {
            let list = self.finds(Role::Combobox, list).await?;
            if SelectElement::new(&list).await?.first_selected_option().await?.text().await? == entry {
                return Ok(());
            }
            self.presses(Key::Down).await?;
        }
        anyhow::bail!("the arrow does not lead to “{entry}”")
    }

    async fn types_in(&self, line: &str, words: &str) -> Result<()> {
        self.tabs_to(Role::Textbox, line).await?;
        self.types_over(words).await?;
        self.has_written(line, words).await
    }

    /// Types words in the place of those that stand in the line with the focus.
    pub(super) async fn types_over(&self, words: &str) -> Result<()> {
        let all = self.window().action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        Ok(all.send_keys(words).perform().await?)
    }

    /// Moves items with the arrow keys on one of their buttons.
    async fn arranges_by_arrows(&self, wanted: &[String]) -> Result<()> {
        for (place, item) in wanted.iter().enumerate() {
            let at =
                |now: &[String]| now.iter().position(|other| other == item).with_context(|| format!("no “{item}”"));
            let mut here = at(&self.items().await?)?;
            if here <= place {
                continue;
            }
            self.tabs_to(Role::Button, &move_up(item)).await?;
            while here > place {
                self.presses(Key::Up).await?;
                let moved = || async { Ok((at(&self.items().await?)? == here - 1).then_some(())) };
                until(format!("“{item}” to move up"), async || moved().await).await?;
                here -= 1;
                let focus = self.focus().await?.map(|focus| focus.name);
                ensure!(focus.as_deref() == Some(move_up(item).as_str()), "the focus fell off “{item}”: {focus:?}");
            }
        }
        ensure!(self.items().await? == wanted, "the items stand in another order");
        Ok(())
    }

    async fn tabs_to_one_of(&self, role: Role, names: &[String]) -> Result<Focus> {
        self.tabs(|focus| focus.role == role.as_str() && names.contains(&focus.name)).await
    }
}
