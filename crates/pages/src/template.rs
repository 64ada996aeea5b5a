//! Owns filling the built page with a document: title, description, addresses, what is shown, and the data.
//!
//! Never adds a script that runs: those of the built page serve all pages that the player takes over, and others have none.

use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};
use verbatim_app::boot;
use verbatim_app::document::Document;
use verbatim_app::route::Route;

use crate::failure::Failure;
use crate::fragment::{markup, markup_of_many};

/// What the addresses of a built page begin with.
const HERE: &str = "./";

/// The built page.
pub(crate) struct Template {
    /// As it was built.
    played: String,
    /// Without any script, and without what only scripts use.
    bare: String,
}

/// What a page has for the player.
pub(crate) struct Played<'a> {
    /// The address that the page stands for.
    pub route: &'a Route,
    /// The file of its data.
    pub file: &'a str,
    pub data: &'a [u8],
}

impl Template {
    /// Takes the built page, which has to have places for all that it is filled with.
    pub fn read(html: &str) -> Result<Self, Failure> {
        let places = ["id=\"boot\"", "id=\"app\"", "name=\"description\"", "<title>", "</body>"];
        match places.iter().find(|place| !html.contains(**place)) {
            Some(place) => Err(Failure::new(format!("index.html has no `{place}` for pages to be filled in"))),
            None => Ok(Self { played: html.to_owned(), bare: bare(html)? }),
        }
    }

    /// The page of a document, by its name within the site. Where the player does not take it over, no script is in it.
    pub fn fill(&self, name: &str, played: Option<Played<'_>>, document: Document) -> Result<String, Failure> {
        let Document { title, about, language, first, rest } = document;
        let root = "../".repeat(name.matches('/').count());
        let first = if played.is_some() { markup(first, &root) } else { markup_of_many(first, &root) }?;
        let hidden = |part| markup_of_many(part, &root).map(|part| format!("<noscript>{part}</noscript>"));
        let rest = rest.into_iter().map(hidden).collect::<Result<String, _>>()?;
        let data = played.as_ref().map(data_element).unwrap_or_default();
        let link = played.as_ref().map(|played| link(played.route));
        let built = if played.is_some() { &self.played } else { &self.bare };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("html", |html| {
                html.set_attribute("lang", &language)?;
                Ok(html.set_attribute("data-root", &root)?)
            }))
            .append_element_content_handler(element!("title", |element| {
                element.set_inner_content(&title, ContentType::Text);
                Ok(())
            }))
            .append_element_content_handler(element!("meta[name='description']", |meta| {
                // What sets attributes escapes quotation marks alone.
                Ok(meta.set_attribute("content", &about.replace('&', "&amp;"))?)
            }))
            .append_element_content_handler(element!("link[href]", turned("href", &root)))
            .append_element_content_handler(element!("script[src]", turned("src", &root)))
            .append_element_content_handler(element!("#boot", |boot| {
                link.iter().try_for_each(|link| boot.set_attribute("data-route", link))?;
                boot.set_inner_content(&first, ContentType::Html);
                Ok(())
            }))
            // What an earlier filling has put there.
            .append_element_content_handler(element!("#data, body > noscript", removed))
            // Whoever runs the player needs the data and not the rest, which is read after it.
            .append_element_content_handler(element!("#app", |app| {
                app.after(&data, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("body", |body| {
                body.append(&rest, ContentType::Html);
                Ok(())
            }));
        rewrite_str(built, settings).map_err(|why| Failure::new(format!("could not fill {name}: {why}")))
    }
}

/// A built page without any script, and without what only scripts use. Those who search shall find the page with the player.
fn bare(html: &str) -> Result<String, Failure> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("script, template, #app, body > noscript", removed))
        .append_element_content_handler(element!("html, #boot", |element| {
            ["data-first", "data-whole", "data-route"].iter().for_each(|name| element.remove_attribute(name));
            Ok(())
        }))
        .append_element_content_handler(element!("head", |head| {
            head.append("<meta name=\"robots\" content=\"noindex\">", ContentType::Html);
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|why| Failure::new(format!("index.html cannot be read: {why}")))
}

fn removed(element: &mut Element<'_, '_>) -> HandlerResult {
    element.remove();
    Ok(())
}

/// The data, which the player reads when it starts.
fn data_element(Played { file, data, .. }: &Played<'_>) -> String {
    let data = boot::escape(data);
    format!("<script type=\"application/octet-stream\" id=\"data\" data-file=\"{file}\">{data}</script>")
}

/// Turns an address within the site to one from a page from which `root` leads to the site's folder.
fn turned(name: &'static str, root: &str) -> impl Fn(&mut Element<'_, '_>) -> HandlerResult {
    let here = here(root);
    move |element| {
        let address = element.get_attribute(name).unwrap_or_default();
        let within = address.strip_prefix(HERE).unwrap_or(&address);
        // What begins with a scheme, as the data of an icon, is an address from anywhere.
        if within.contains(':') {
            return Ok(());
        }
        Ok(element.set_attribute(name, &format!("{here}{within}"))?)
    }
}

fn here(root: &str) -> String {
    if root.is_empty() { HERE.to_owned() } else { root.to_owned() }
}

/// The address of the player that a page stands for.
fn link(route: &Route) -> String {
    match route {
        Route::Set(address, _) => address.start(),
        Route::Glossary(bank, _) => verbatim_app::route::glossary(bank),
        Route::Catalogue | Route::Progress | Route::Unknown => verbatim_app::route::CATALOGUE.to_owned(),
    }
}
