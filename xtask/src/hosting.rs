//! Owns making a built site ready for its hosts: the page's policy, the header files, the compressed files.
//! Never builds the site, and never knows what the player does.
//!
//! Whatever else is to become part of a site has to be there before `finish` looks at its files.

pub mod compressed;
pub mod files;
mod headers;
mod nginx;
mod page;
mod pages;
mod policy;

use crate::cli::Profile;
use crate::failure::{Explain, Outcome};
use crate::say::say;
use headers::Headers;
use page::Page;
use policy::Policy;
use std::path::Path;

/// The page of a site.
const PAGE: &str = "index.html";

/// Finishes a release. What is only looked at on this machine stays as it is: its page has a script that changes with
/// each request, to build and load it anew.
///
/// # Errors
/// When a page asks for what its policy would refuse, or a file has a type that hosts are not told of.
pub fn finish(site: &Path, profile: Profile) -> Outcome<()> {
    if profile == Profile::Debug {
        return Ok(());
    }
    let path = site.join(PAGE);
    let html = page::with_one_style(&read(&path)?)?;
    if Page::read(&html, PAGE)?.reloads_itself() {
        say("the site is served for writing on it, so that it gets no pages, no policy and no files for hosts");
        return Ok(());
    }
    write(&path, &html)?;
    pages::write(site)?;
    seal(site)
}

/// Gives the pages of a site their policy, and all its files what hosts want.
fn seal(site: &Path) -> Outcome<()> {
    let names = files::of(site)?;
    let policy = protect(site, &names)?;
    let headers = Headers::of(&policy);
    write(&site.join(files::HEADERS), &headers.by_path(&names))?;
    write(&site.join(files::NGINX), &nginx::snippet(&headers, &names)?)?;
    write(&site.join(files::CLOUDFRONT), &headers.for_cloudfront())?;
    compressed::beside(site, &names)
}

/// Writes into each page one policy that allows what stands in any of them.
fn protect(site: &Path, names: &[String]) -> Outcome<Policy> {
    let pages: Vec<&String> = names.iter().filter(|name| name.ends_with(".html")).collect();
    let mut all = Page::default();
    for name in &pages {
        all.add(Page::read(&read(&site.join(name))?, name)?);
    }
    let policy = Policy::of(&all);
    for name in pages {
        let path = site.join(name);
        write(&path, &page::with_policy(&read(&path)?, &policy)?)?;
    }
    Ok(policy)
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).explain(|| format!("read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Outcome<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, text))
        .explain(|| format!("write {}", path.display()))
}

#[cfg(test)]
mod tests;
