//! Owns making a built site ready for visitors' devices and its hosts: the page's policy, what keeps the site without a
//! network, the header files, the compressed files.
//! Never builds the site, and never knows what the player does.

pub mod compressed;
pub mod files;
mod headers;
mod nginx;
mod page;
mod policy;
mod tools;

use crate::cli::Profile;
use crate::disk::write;
use crate::failure::{Explain, Failure, Outcome};
use crate::say::say;
use headers::Headers;
use page::Page;
use policy::Policy;
use std::path::Path;
pub use tools::{Player, whole};
use verbatim_offline::Worker;

/// The page of a site.
const PAGE: &str = "index.html";

/// What a page says while it is served and its build fails.
const SERVED: &str = include_str!("hosting/served.js");

/// Finishes a release. What is only looked at on this machine gets no policy, since its page has a script that changes
/// with each request, and is not kept: whoever writes a set and looks at it wants its newest state.
///
/// # Errors
/// When a page asks for what its policy would refuse, a file has a type that hosts are not told of, or an icon is none.
pub fn finish(site: &Path, profile: Profile, player: Player<'_>) -> Outcome<()> {
    let path = site.join(PAGE);
    let html = read(&path)?;
    if Page::read(&html, PAGE)?.reloads_itself() {
        say("the site is served for writing on it, so that it gets no pages, no policy and no files for hosts");
        write(&path, &page::with_script(&html, SERVED)?)?;
        return keep(site, Worker::Retired);
    }
    if profile == Profile::Debug {
        return keep(site, Worker::Retired);
    }
    write(&path, &page::with_one_style(&html)?)?;
    tools::split(site, player)?;
    verbatim_offline::lighten(site)?;
    tools::write_pages(site)?;
    seal(site)
}

/// Gives the pages of a site their policy, and all its files what hosts want.
fn seal(site: &Path) -> Outcome<()> {
    let policy = protect(site, &files::of(site)?)?;
    // The list of what is kept names the pages by their hashes: they may not change any more.
    keep(site, Worker::Keeping)?;
    let names = files::of(site)?;
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

/// Writes what keeps the site on visitors' devices.
fn keep(site: &Path, worker: Worker) -> Outcome<()> {
    Ok(verbatim_offline::write(site, worker)?)
}

impl From<verbatim_offline::Failure> for Failure {
    fn from(failure: verbatim_offline::Failure) -> Self {
        Self::new(failure.to_string())
    }
}

#[cfg(test)]
mod tests;
