//! Owns working the controls by touch: taps of a finger, as the browser takes them from a screen.
//!
//! Never uses the mouse. The system's own picker of a list is no page's, so that an entry is chosen in its stead.

use anyhow::{Context, Result, ensure};
use thirtyfour::WebElement;
use thirtyfour::components::SelectElement;

use super::Step;
use crate::browser::devtools;
use crate::person::{Person, Role};
use crate::wait::until_true;

/// Writes down what pointers the page hears of.
const LISTEN: &str = "window.pointers = [];
    addEventListener('pointerup', (event) => window.pointers.push(event.pointerType), true);";

impl Person {
    /// Takes a device with a touch screen of this width, from now on.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn takes_a_touch_screen(&self, width: u32) -> Result<()> {
        devtools::touch_screen(self.window(), width).await?;
        devtools::run_before_pages(self.window(), LISTEN).await
    }

    /// Checks that the page has heard of fingers and of nothing else.
    ///
    /// # Errors
    ///
    /// What else it has heard of.
    pub async fn only_touched(&self) -> Result<()> {
        let heard: Vec<String> = self.window().execute("return window.pointers", Vec::new()).await?.convert()?;
        let touched = !heard.is_empty() && heard.iter().all(|kind| kind == "touch");
        ensure!(touched, "the page heard of these pointers: {heard:?}");
        Ok(())
    }

    /// Taps on what has a role and a name.
    ///
    /// # Errors
    ///
    /// That it is not there, or that something lies over it.
    pub async fn taps(&self, role: Role, name: &str) -> Result<()> {
        let element = self.finds(role, name).await?;
        self.taps_on(&element).await.with_context(|| format!("tapping the {role} “{name}”"))
    }

    async fn taps_on(&self, element: &WebElement) -> Result<()> {
        self.scrolls_to(element).await?;
        ensure!(self.has_in_view(element).await?, "it is hidden");
        let script = "const box = arguments[0].getClientRects()[0];
            return [box.left + box.width / 2, box.top + box.height / 2]";
        let (x, y): (f64, f64) = self.window().execute(script, vec![element.to_json()?]).await?.convert()?;
        devtools::tap(self.window(), x, y).await
    }

    pub(super) async fn does_by_touch(&self, step: &Step) -> Result<()> {
        match step {
            Step::Choose(name) => {
                self.taps(Role::Radio, name).await?;
                self.is_checked(Role::Radio, name, true).await
            }
            Step::Check(names) => {
                for name in self.names(Role::Checkbox).await? {
                    let wanted = names.contains(&name);
                    if self.finds(Role::Checkbox, &name).await?.is_selected().await? != wanted {
                        self.taps(Role::Checkbox, &name).await?;
                    }
                    self.is_checked(Role::Checkbox, &name, wanted).await?;
                }
                Ok(())
            }
            Step::Select(list, entry) => self.picks(list, entry).await,
            Step::Write(line, words) => self.taps_and_writes(line, words).await,
            Step::Arrange(items) => self.arranges(items, async |button| self.taps(Role::Button, button).await).await,
        }
    }

    async fn is_checked(&self, role: Role, name: &str, wanted: bool) -> Result<()> {
        let what = format!("the {role} “{name}” to be checked: {wanted}");
        until_true(what, async || Ok(self.finds(role, name).await?.is_selected().await? == wanted)).await
    }

    async fn picks(&self, list: &str, entry: &str) -> Result<()> {
        let list = self.finds(Role::Combobox, list).await?;
        let select = SelectElement::new(&list).await?;
        select.select_by_exact_text(entry).await.with_context(|| format!("no entry “{entry}”"))
    }

    async fn taps_and_writes(&self, line: &str, words: &str) -> Result<()> {
        self.taps(Role::Textbox, line).await?;
        let focused = || async { Ok(self.focus().await?.is_some_and(|focus| focus.name == line)) };
        until_true(format!("the line “{line}” to take the focus"), async || focused().await).await?;
        self.types_over(words).await?;
        self.has_written(line, words).await
    }
}
