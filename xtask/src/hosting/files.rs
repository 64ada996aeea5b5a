//! Owns which files a site has, which of them never change under their name, and what their types are.
//! Never reads what is in them.

use crate::failure::{Explain, Failure, Outcome};
use std::path::Path;
use verbatim_offline::HOSTING;

/// What Netlify and Cloudflare Pages read, in the root of what they publish.
pub const HEADERS: &str = "_headers";
/// What a server of nginx includes.
pub const NGINX: &str = "hosting/nginx.conf";
/// What CloudFront takes as a policy of response headers.
pub const CLOUDFRONT: &str = "hosting/cloudfront.json";

/// The endings of the compressed files that stand beside others.
pub const COMPRESSED: [&str; 2] = [".br", ".gz"];

/// How many hexadecimal digits a name has at least that tells of its file's content.
const DIGITS: usize = 12;
/// The endings of files that are named so.
const HASHED: [&str; 3] = ["bin", "js", "wasm"];

/// The types of what may be in a site, by ending.
pub const TYPES: [(&str, &str); 12] = [
    ("bin", "application/octet-stream"),
    ("css", "text/css"),
    ("html", "text/html"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("mjs", "text/javascript"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// The names of a site's own files from its folder on, with `/`, in order: without those that are for hosts alone, and
/// without the compressed ones.
///
/// # Errors
/// When a folder cannot be read.
pub fn of(site: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    gather(site, "", &mut names)?;
    names.sort();
    Ok(names)
}

/// Whether a file has another name as soon as it has another content: 12 or more hexadecimal digits stand between `-`
/// and an ending of those that the build names so. A page has the name of its set, which may look like that.
pub fn is_hashed(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let digits = stem.rsplit_once('-').map_or("", |(_, digits)| digits);
    HASHED.contains(&ending)
        && digits.len() >= DIGITS
        && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The same as [`is_hashed`], as a regular expression for the end of a path.
pub fn hashed_pattern() -> String {
    format!("-[0-9a-f]{{{DIGITS},}}\\.({})$", HASHED.join("|"))
}

/// The type of a file.
///
/// # Errors
/// When its ending is not in the table.
pub fn type_of(name: &str) -> Outcome<&'static str> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = TYPES.iter().find(|(known, _)| *known == ending);
    known.map(|(_, kind)| *kind).ok_or_else(|| {
        Failure::new(format!("hosts are told no type for `{name}`"))
            .advise("add its ending to the table of types in xtask/src/hosting/files.rs")
    })
}

fn gather(folder: &Path, within: &str, names: &mut Vec<String>) -> Outcome<()> {
    let read = || format!("read {}", folder.display());
    for entry in std::fs::read_dir(folder).explain(read)? {
        let path = entry.explain(read)?.path();
        let name = format!("{within}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            gather(&path, &format!("{name}/"), names)?;
        } else if is_of_site(&name) {
            names.push(name);
        }
    }
    Ok(())
}

fn is_of_site(name: &str) -> bool {
    let for_hosts = name == HEADERS || name.starts_with(HOSTING);
    !for_hosts && !COMPRESSED.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, hashed: bool) {
        assert_eq!(is_hashed(name), hashed, "{name}");
    }

    #[test]
    fn names_with_the_hash_of_their_content_never_change() {
        check("player-b7ec84bc6c74d254.js", true);
        check("player-rest-b7ec84bc6c74d254.wasm", true);
        check("data/wuzhen-2015/concepts-b58343593b94.bin", true);
        check("data/tour/_glossary-0d1c249372f8.bin", true);
    }

    #[test]
    fn all_other_names_may_change() {
        for name in
            ["index.html", "data/catalogue.bin", "sw.js", "a-facade.js", "a-b58343593b9.bin", "b58343593b94.bin"]
        {
            check(name, false);
        }
        // A set whose name ends in a moment.
        check("exams/civics-202601151030.html", false);
        check("exams/civics-202601151030.2.html", false);
    }

    #[test]
    fn a_type_that_hosts_are_not_told_is_a_failure() {
        assert_eq!(type_of("a/b.wasm"), Ok("application/wasm"));
        assert!(type_of("a.exe").unwrap_err().happened().contains("a.exe"));
        assert!(type_of("README").is_err());
    }

    #[test]
    fn what_is_for_hosts_alone_is_none_of_the_site() {
        for name in ["_headers", "hosting/nginx.conf", "hosting/player.wasm", "index.html.br", "index.html.gz"] {
            assert!(!is_of_site(name), "{name}");
        }
        assert!(is_of_site("data/catalogue.bin"));
    }
}
