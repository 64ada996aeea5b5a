//! Owns roles and names, as the browser computes them for assistive technology.
//!
//! Never guesses them from the markup: what the markup says only narrows down which elements are asked.

use std::fmt;

use anyhow::Result;
use http::Method;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebElement};

use super::one_line;
use crate::browser::Browser;

/// A role of ARIA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What is said at once.
    Alert,
    /// A quotation.
    Blockquote,
    /// A button.
    Button,
    /// A check box.
    Checkbox,
    /// A list to choose one of.
    Combobox,
    /// What stands above the page until it is closed.
    Dialog,
    /// A figure.
    Figure,
    /// A heading of any level.
    Heading,
    /// A link.
    Link,
    /// An entry of a list.
    ListItem,
    /// The main part of the page.
    Main,
    /// Words that are marked.
    Mark,
    /// A radio button.
    Radio,
    /// A line to write in what is looked for.
    Searchbox,
    /// What is said when there is time.
    Status,
    /// What unfolds something.
    Summary,
    /// A line to write in.
    Textbox,
}

impl Role {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Blockquote => "blockquote",
            Self::Button => "button",
            Self::Checkbox => "checkbox",
            Self::Combobox => "combobox",
            Self::Dialog => "dialog",
            Self::Figure => "figure",
            Self::Heading => "heading",
            Self::Link => "link",
            Self::ListItem => "listitem",
            Self::Main => "main",
            Self::Mark => "mark",
            Self::Radio => "radio",
            Self::Searchbox => "searchbox",
            Self::Status => "status",
            // ARIA has no role for it; this is what Chromium calls it, and others nothing.
            Self::Summary => "DisclosureTriangle",
            Self::Textbox => "textbox",
        }
    }

    /// The elements that can have it.
    pub(super) fn candidates(self) -> &'static str {
        match self {
            Self::Alert => "[role=alert]",
            Self::Blockquote => "blockquote, [role=blockquote]",
            Self::Button => "button, [role=button]",
            Self::Checkbox => "input[type=checkbox], [role=checkbox]",
            Self::Combobox => "select, [role=combobox]",
            Self::Dialog => "dialog, [role=dialog]",
            Self::Figure => "figure, [role=figure]",
            Self::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Self::Link => "a[href], [role=link]",
            Self::ListItem => "li, [role=listitem]",
            Self::Main => "main, [role=main]",
            Self::Mark => "mark, [role=mark]",
            Self::Radio => "input[type=radio], [role=radio]",
            Self::Searchbox => "input[type=search], [role=searchbox]",
            Self::Status => "output, [role=status]",
            Self::Summary => "summary",
            Self::Textbox => "input[type=text], textarea, [role=textbox]",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// An element's role.
pub(super) async fn role(element: &WebElement) -> Result<String> {
    let role = computed(element, "computedrole").await?;
    if role.is_empty() && element.tag_name().await? == Role::Summary.candidates() {
        return Ok(Role::Summary.as_str().to_owned());
    }
    // WebKit takes the closed list for the button that opens it.
    if role == "button" && Browser::chosen()? == Browser::Webkit && element.tag_name().await? == "select" {
        return Ok(Role::Combobox.as_str().to_owned());
    }
    Ok(role)
}

/// An element's name.
pub(super) async fn name(element: &WebElement) -> Result<String> {
    let name = one_line(&computed(element, "computedlabel").await?);
    if Browser::chosen()? == Browser::Webkit { name_in_webkit(element, name).await } else { Ok(name) }
}

/// WebKit leaves out a space behind words that are marked up, and puts what is chosen behind the name of a list.
async fn name_in_webkit(element: &WebElement, name: String) -> Result<String> {
    let script = "return [arguments[0].innerText, arguments[0].selectedOptions?.[0]?.text ?? null]";
    let seen = element.handle().execute(script, vec![element.to_json()?]).await?;
    let (read, chosen): (String, Option<String>) = seen.convert()?;
    if let Some(chosen) = chosen {
        return Ok(name.strip_suffix(one_line(&chosen).as_str()).map_or(name.as_str(), str::trim).to_owned());
    }
    let read = one_line(&read);
    let letters = |text: &str| text.replace(' ', "");
    Ok(if letters(&read) == letters(&name) { read } else { name })
}

async fn computed(element: &WebElement, property: &'static str) -> Result<String> {
    let command = Computed { element: element.element_id().to_string(), property };
    Ok(element.handle().cmd(command).await?.value()?)
}

/// A command of the standard that the library does not have.
#[derive(Debug)]
struct Computed {
    element: String,
    property: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self { element, property } = self;
        RequestData::new(Method::GET, format!("/session/{session}/element/{element}/{property}"))
    }
}
