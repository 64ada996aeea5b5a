//! Owns answers as a person gives them, step by step, whatever the kind of question.
//!
//! Never knows how a control is worked: `given/<way>.rs` does; nor which controls say an answer: `kind/<kind>.rs` does.
//! Never marks.

mod keyboard;
mod mouse;
pub mod step;
mod touch;

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;
use verbatim_core::{Answer, Question};

use crate::kind::played;
use crate::person::{Person, Role};
use crate::wait::until_true;

pub use step::Step;

/// The button for the verdict.
const CHECK: &str = "Check answer";

/// What a person works the controls with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A mouse, and keys for what is written.
    Mouse,
    /// Keys alone.
    Keyboard,
    /// A finger, and keys for what is written.
    Touch,
}

impl Person {
    /// Gives an answer by mouse, without asking for the verdict.
    ///
    /// # Errors
    ///
    /// What stands in the way, or that the answer does not fit the question.
    pub async fn gives(&self, question: &Question, answer: &Answer) -> Result<()> {
        self.gives_by(By::Mouse, question, answer).await
    }

    /// Gives an answer, without asking for the verdict.
    ///
    /// # Errors
    ///
    /// What stands in the way, or that the answer does not fit the question.
    pub async fn gives_by(&self, by: By, question: &Question, answer: &Answer) -> Result<()> {
        let given = async {
            for step in played(&question.kind).steps(answer)? {
                match by {
                    By::Mouse => self.does(&step).await?,
                    By::Keyboard => self.does_by_keyboard(&step).await?,
                    By::Touch => self.does_by_touch(&step).await?,
                }
            }
            Ok(())
        };
        let given: Result<()> = given.await;
        given.with_context(|| format!("giving {answer:?} to `{}` by {by:?}", question.id))
    }
}

impl Person {
    /// Gives an answer and asks for the verdict: by keyboard with Enter from within the form where a control takes it,
    /// and from its button otherwise.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn answers_by(&self, by: By, question: &Question, answer: &Answer) -> Result<()> {
        self.gives_by(by, question, answer).await?;
        self.submits_by(by, CHECK).await
    }

    /// Uses the button of this name.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn submits_by(&self, by: By, button: &str) -> Result<()> {
        match by {
            By::Mouse => self.clicks(Role::Button, button).await,
            By::Touch => self.taps(Role::Button, button).await,
            By::Keyboard => {
                let role = self.focus().await?.map(|focus| focus.role).unwrap_or_default();
                if !["radio", "checkbox", "textbox"].contains(&role.as_str()) {
                    self.tabs_to(Role::Button, button).await?;
                }
                self.presses(Key::Enter).await
            }
        }
    }
}

/// What the button of an item is called that moves it up.
pub(crate) fn move_up(item: &str) -> String {
    format!("Move up: {item}")
}

impl Person {
    /// Moves items up, each by as many presses of its button as it takes, until they stand in an order.
    async fn arranges(&self, wanted: &[String], press: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
        for (place, item) in wanted.iter().enumerate() {
            loop {
                let now = self.items().await?;
                let at = now.iter().position(|other| other == item).with_context(|| format!("no item “{item}”"))?;
                if at <= place {
                    break;
                }
                press(&move_up(item)).await?;
                let moved = || async { Ok(self.items().await?.get(at - 1) == Some(item)) };
                until_true(format!("“{item}” to move up"), async || moved().await).await?;
            }
        }
        ensure!(self.items().await? == wanted, "the items stand in another order");
        Ok(())
    }

    /// The items of an order as they stand on screen.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn items(&self) -> Result<Vec<String>> {
        let names = self.names(Role::Button).await?;
        Ok(names.iter().filter_map(|name| name.strip_prefix(&move_up("")).map(str::to_owned)).collect())
    }
}
