//! Owns the built page as a parser reads it: the scripts and styles that stand in it, and what no policy could allow.
//! Never says what is allowed; `policy` does.

use super::policy::Policy;
use crate::failure::{Explain, Failure, Outcome};
use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str, text};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

/// What trunk puts into a page that it serves, and fills in at each request.
const FILLED_IN: &str = "{{__TRUNK_ADDRESS__}}";

/// What a policy has to know of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The scripts in the page, in order; those of other files are not among them.
    pub scripts: Vec<String>,
    /// The styles in the page, in order.
    pub styles: Vec<String>,
}

impl Page {
    /// Reads a page of this name within its site.
    ///
    /// # Errors
    /// When something in it would be refused under every policy of ours: a script or a style in an attribute, an
    /// address that leaves the site.
    pub fn read(html: &str, name: &str) -> Outcome<Self> {
        let depth = name.matches('/').count();
        let (scripts, styles) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
        let refused = RefCell::new(Vec::new());
        let handlers = vec![
            element!("*", |element| {
                refused.borrow_mut().extend(refusals(element, depth));
                Ok(())
            }),
            // Data is no script: nothing runs it.
            element!("script:not([src]):not([data-file])", |_| begin(&scripts)),
            text!("script:not([src]):not([data-file])", |part| go_on(&scripts, part.as_str())),
            element!("style", |_| begin(&styles)),
            text!("style", |part| go_on(&styles, part.as_str())),
        ];
        rewritten(html, handlers).explain(|| "read the built page".into())?;
        match refused.into_inner().first() {
            Some(what) => Err(Failure::new(format!("the page's policy would refuse {what}"))
                .advise("see index.html: scripts and styles stand in elements, addresses within the site")),
            None => Ok(Self { scripts: scripts.into_inner(), styles: styles.into_inner() }),
        }
    }

    /// Adds what stands in another page of the site.
    pub fn add(&mut self, other: Self) {
        for (known, more) in [(&mut self.scripts, other.scripts), (&mut self.styles, other.styles)] {
            let new: Vec<String> = more.into_iter().filter(|text| !known.contains(text)).collect();
            known.extend(new);
        }
    }

    /// Whether this is a page that trunk serves while its files are written on.
    pub fn reloads_itself(&self) -> bool {
        self.scripts.iter().any(|script| script.contains(FILLED_IN))
    }
}

/// The page with all its styles in one element, where the first one was: one hash instead of many.
///
/// # Errors
/// When the page cannot be read.
pub fn with_one_style(html: &str) -> Outcome<String> {
    let styles = Page::read(html, super::PAGE)?.styles;
    let first = Cell::new(true);
    let joined = element!("style", |style| {
        if first.replace(false) {
            style.set_inner_content(&styles.join("\n"), ContentType::Html);
        } else {
            style.remove();
        }
        Ok(())
    });
    rewritten(html, vec![joined]).explain(|| "join the styles of the built page".into())
}

/// The page with one script more, at the end of its head.
///
/// # Errors
/// When the page cannot be read.
pub fn with_script(html: &str, script: &str) -> Outcome<String> {
    let whole = format!("<script>\n{script}</script>");
    let put = element!("head", |head| {
        head.append(&whole, ContentType::Html);
        Ok(())
    });
    rewritten(html, vec![put]).explain(|| "write a script into the page".into())
}

/// The page with its policy, behind the charset, which has to be among the first bytes and asks for nothing. A policy
/// that it has already is taken out.
///
/// # Errors
/// When the page has no charset for the policy to stand behind, or something stands in front of that.
pub fn with_policy(html: &str, policy: &Policy) -> Outcome<String> {
    // The policy holds no character that would end an attribute: see its tests.
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let (before, put) = (Cell::new(0_u32), Cell::new(None));
    let handlers = vec![
        element!("head > *", |_| {
            before.set(before.get().saturating_add(1));
            Ok(())
        }),
        element!("meta[http-equiv='Content-Security-Policy' i]", |old| {
            old.remove();
            Ok(())
        }),
        element!("head > meta[charset]", |charset| {
            charset.after(&meta, ContentType::Html);
            put.set(Some(before.get()));
            Ok(())
        }),
    ];
    let html = rewritten(html, handlers).explain(|| "write the policy into the page".into())?;
    if put.get() == Some(1) {
        return Ok(html);
    }
    Err(Failure::new("the page has no place for its policy").advise("`<meta charset>` has to be the first in `<head>`"))
}

/// What handles an element or its text.
type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);

fn rewritten(html: &str, handlers: Vec<Handler<'_>>) -> Result<String, RewritingError> {
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), |settings, handler| settings.append_element_content_handler(handler));
    rewrite_str(html, settings)
}

fn begin(texts: &RefCell<Vec<String>>) -> lol_html::HandlerResult {
    texts.borrow_mut().push(String::new());
    Ok(())
}

fn go_on(texts: &RefCell<Vec<String>>, part: &str) -> lol_html::HandlerResult {
    if let Some(text) = texts.borrow_mut().last_mut() {
        text.push_str(part);
    }
    Ok(())
}

/// What of an element no policy of ours allows.
fn refusals(element: &Element<'_, '_>, depth: usize) -> Vec<String> {
    let tag = element.tag_name();
    let refused = |name: &str, value: &str| match name {
        "style" => true,
        "src" | "data" | "poster" | "action" | "formaction" | "srcdoc" => leaves_site(value, depth),
        // A link that a reader may follow leads wherever it wants.
        "href" => tag != "a" && leaves_site(value, depth),
        _ => name.starts_with("on"),
    };
    let attributes = element.attributes().iter().map(|attribute| (attribute.name(), attribute.value()));
    let attributes = attributes.filter(|(name, value)| refused(name, value));
    attributes.map(|(name, value)| format!("`{name}=\"{value}\"` of a `<{tag}>`")).collect()
}

/// Whether an address leads out of the site's folder, wherever that lies: with a host, from the host's root, or up by
/// more folders than its page stands in.
fn leaves_site(address: &str, depth: usize) -> bool {
    let address = (0..depth).fold(address.trim_start(), |address, _| address.strip_prefix("../").unwrap_or(address));
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let scheme = scheme.filter(|scheme| !scheme.contains(['/', '?', '#']));
    address.starts_with('/') || address.starts_with("..") || scheme.is_some_and(|scheme| scheme != "data")
}

#[cfg(test)]
mod tests;
