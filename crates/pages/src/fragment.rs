//! Owns the markup of a document: what Yew's server renderer makes of it, with its links turned from addresses of the
//! player to those of pages.
//!
//! Never knows what stands around it.

use std::cell::RefCell;

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use verbatim_app::document;
use verbatim_app::part::element::Node;
use verbatim_app::route::Route;
use yew::{Component, Context, Html, LocalServerRenderer, Properties};

use crate::failure::Failure;

/// A view that is there already.
struct Ready;

#[derive(Clone, PartialEq, Properties)]
struct View {
    html: Html,
}

impl Component for Ready {
    type Message = ();
    type Properties = View;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().html.clone()
    }
}

/// The markup of what views have made, in a page from which `root` leads to the site's folder.
pub(crate) fn markup(node: Node, root: &str) -> Result<String, Failure> {
    let view = View { html: node.html() };
    let renderer = LocalServerRenderer::<Ready>::with_props(view).hydratable(false);
    let markup = futures::executor::block_on(renderer.render());
    let link = element!("a[href^='#']", |link| {
        let route = Route::read(&link.get_attribute("href").unwrap_or_default());
        if let Some((file, place)) = document::file(&route) {
            link.set_attribute("href", &format!("{root}{file}{place}"))?;
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(link);
    rewrite_str(&markup, settings).map_err(|why| Failure::new(format!("could not turn the links of a page: {why}")))
}

/// The same, where there are several questions: each control's id begins with that of its question, since the player
/// shows one at a time and calls them all alike.
pub(crate) fn markup_of_many(node: Node, root: &str) -> Result<String, Failure> {
    let question = RefCell::new(String::new());
    let article = element!("article[id]", |article| {
        *question.borrow_mut() = article.get_attribute("id").unwrap_or_default();
        Ok(())
    });
    let rename = |name: &'static str| {
        let question = &question;
        move |element: &mut Element<'_, '_>| {
            let id = element.get_attribute(name).unwrap_or_default();
            Ok(element.set_attribute(name, &format!("{}/{id}", question.borrow()))?)
        }
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(article)
        .append_element_content_handler(element!("form [id]", rename("id")))
        .append_element_content_handler(element!("form [for]", rename("for")));
    let markup = markup(node, root)?;
    rewrite_str(&markup, settings)
        .map_err(|why| Failure::new(format!("could not tell a page's questions apart: {why}")))
}
