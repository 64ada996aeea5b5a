//! Owns making a built site ready for its hosts: the page's policy, the header files, the compressed files.
//! Never builds the site, and never knows what the player does.
//!
//! Whatever else is to become part of a site has to be there before `finish` looks at its files.

pub mod compressed;
pub mod files;
mod headers;
mod nginx;
mod page;
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
/// When the page asks for what its policy would refuse, or a file has a type that hosts are not told of.
pub fn finish(site: &Path, profile: Profile) -> Outcome<()> {
    if profile == Profile::Debug {
        return Ok(());
    }
    let path = site.join(PAGE);
    let html = std::fs::read_to_string(&path).explain(|| format!("read {}", path.display()))?;
    let html = page::with_one_style(&html)?;
    let page = Page::read(&html)?;
    if page.reloads_itself() {
        say("the site is served for writing on it, so that it gets no policy and no files for hosts");
        return Ok(());
    }
    let policy = Policy::of(&page);
    write(&path, &page::with_policy(&html, &policy)?)?;
    let names = files::of(site)?;
    let headers = Headers::of(&policy);
    write(&site.join(files::HEADERS), &headers.by_path(&names))?;
    write(&site.join(files::NGINX), &nginx::snippet(&headers, &names)?)?;
    write(&site.join(files::CLOUDFRONT), &headers.for_cloudfront())?;
    compressed::beside(site, &names)
}

fn write(path: &Path, text: &str) -> Outcome<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, text))
        .explain(|| format!("write {}", path.display()))
}

#[cfg(test)]
mod tests;
