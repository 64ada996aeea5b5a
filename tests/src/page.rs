//! Owns reading the built site's files: which there are, and the policy that its page has.
//!
//! Never changes them; what a host serves in their place is the host's.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The policy in a page, as it stands there.
///
/// # Errors
///
/// That there is none.
pub fn policy(html: &str) -> Result<String> {
    let (_, rest) = html.split_once("http-equiv=\"Content-Security-Policy\" content=\"").context("no policy")?;
    let (policy, _) = rest.split_once('"').context("the policy has no end")?;
    Ok(policy.to_owned())
}

/// The names of all files of a site from its folder on, without those that stand compressed beside others.
///
/// # Errors
///
/// That a folder cannot be read.
pub fn files(site: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(site.join(&folder))? {
            let entry = entry?;
            let name = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(format!("{name}/"));
            } else if ![".br", ".gz"].iter().any(|end| name.ends_with(end)) {
                names.push(name);
            }
        }
    }
    Ok(names)
}
