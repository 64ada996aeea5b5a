//! Owns the headers that a host sends with a site's files, and the files in which hosts are told them.
//! Never says what the policy allows; `policy` does. For nginx see `nginx`.
//!
//! No Cross-Origin header is among them: they would part the site from the pages that show it or open it.

use super::files;
use super::policy::Policy;
use serde_json::json;
use std::collections::BTreeSet;

/// For files whose names tell of their content.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For all others: kept, and asked for each time whether they are still the same.
pub const ASK: &str = "no-cache";

/// Links to sources lead away; where from is nobody's business.
const REFERRER: &str = "no-referrer";
/// What the player never asks a device for.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// The headers of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headers {
    policy: String,
}

impl Headers {
    /// The headers of the site whose page has this policy.
    pub fn of(policy: &Policy) -> Self {
        Self { policy: policy.to_string() }
    }

    /// What is sent with every file, by name.
    pub fn always(&self) -> [(&'static str, &str); 4] {
        [
            ("Content-Security-Policy", &self.policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", REFERRER),
            ("Permissions-Policy", PERMISSIONS),
        ]
    }

    /// The file that Netlify and Cloudflare Pages read. Both join the values of rules that hold for the same file, so
    /// that no two rules name the same header for one. Cloudflare reads the first 100 rules: those of pages come last,
    /// which hosts have asked for anyway.
    pub fn by_path(&self, names: &[String]) -> String {
        let always = self.always().map(|(name, value)| format!("  {name}: {value}\n")).concat();
        let head = "# For Netlify and Cloudflare Pages, with the site in the root of its host: see docs/hosting.md.\n";
        let cached = |path: &str, how: &str| format!("/{path}\n  Cache-Control: {how}\n");
        let asked = names.iter().filter(|name| !files::is_hashed(name));
        let (pages, asked): (Vec<_>, Vec<_>) = asked.partition(|name| name.contains('/') && name.ends_with(".html"));
        let asking = |names: Vec<&String>| names.iter().map(|name| cached(name, ASK)).collect::<String>();
        let (folders, single) = for_ever(names);
        let single: String = single.iter().map(|name| cached(name, FOR_EVER)).collect();
        let folders: String = folders.iter().map(|folder| cached(&format!("{folder}/*"), FOR_EVER)).collect();
        let (first, asked, pages) = (cached("", ASK), asking(asked), asking(pages));
        format!("{head}/*\n{always}{first}{asked}{single}{folders}{pages}")
    }

    /// The policy of response headers that CloudFront takes.
    pub fn for_cloudfront(&self) -> String {
        let policy = json!({
            "Name": "verbatim",
            "Comment": "Written by Verbatim's build; new with each release, since it holds hashes of the page",
            "SecurityHeadersConfig": {
                "ContentSecurityPolicy": { "Override": true, "ContentSecurityPolicy": self.policy },
                "ContentTypeOptions": { "Override": true },
                "ReferrerPolicy": { "Override": true, "ReferrerPolicy": REFERRER },
            },
            "CustomHeadersConfig": {
                "Quantity": 1,
                "Items": [{ "Header": "Permissions-Policy", "Value": PERMISSIONS, "Override": true }],
            },
        });
        format!("{policy:#}\n")
    }
}

/// The folders that hold nothing but files with hashed names, and such files in other folders.
fn for_ever(names: &[String]) -> (BTreeSet<&str>, Vec<&str>) {
    let folder = |name: &str| name.rfind('/').unwrap_or_default();
    let folder_of = |name| str::get(name, ..folder(name)).unwrap_or_default();
    // A rule for a folder holds for those in it, too.
    let mixed = |within: &str| {
        let inside = |name: &&String| name.strip_prefix(within).is_some_and(|rest| rest.starts_with('/'));
        within.is_empty() || names.iter().filter(inside).any(|name| !files::is_hashed(name))
    };
    let hashed: Vec<&str> = names.iter().map(String::as_str).filter(|name| files::is_hashed(name)).collect();
    let (single, inside): (Vec<&str>, Vec<&str>) = hashed.into_iter().partition(|name| mixed(folder_of(name)));
    (inside.into_iter().map(folder_of).collect(), single)
}

#[cfg(test)]
mod tests {
    use super::super::page::Page;
    use super::*;

    fn headers() -> Headers {
        Headers::of(&Policy::of(&Page::default()))
    }

    fn rules(names: &[&str]) -> Vec<String> {
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        let text = headers().by_path(&names);
        let lines: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let rule = |pair: &[&str]| format!("{}{}", pair[0], pair[1].replace("  Cache-Control:", ""));
        lines[5..].chunks(2).map(rule).collect()
    }

    #[test]
    fn every_file_is_told_once_how_long_it_may_be_kept() {
        let names = ["app-0123456789abcdef.js", "data/a/x-0123456789ab.bin", "data/catalogue.bin", "index.html"];
        let expected = [
            "/ no-cache".to_owned(),
            "/data/catalogue.bin no-cache".to_owned(),
            "/index.html no-cache".to_owned(),
            format!("/app-0123456789abcdef.js {FOR_EVER}"),
            format!("/data/a/* {FOR_EVER}"),
        ];
        assert_eq!(rules(&names), expected);
    }

    #[test]
    fn a_folder_with_a_file_that_may_change_is_not_kept_as_a_whole() {
        let rules = rules(&["a/b/c.bin", "a/x-0123456789ab.bin"]);
        assert_eq!(rules[1..], ["/a/b/c.bin no-cache".to_owned(), format!("/a/x-0123456789ab.bin {FOR_EVER}")]);
    }

    #[test]
    fn no_line_is_longer_than_cloudflare_reads() {
        let text = headers().by_path(&[]);
        assert!(text.lines().all(|line| line.len() <= 2_000), "{text}");
        assert!(text.contains("\n/*\n  Content-Security-Policy: default-src 'none'; "), "{text}");
    }

    #[test]
    fn cloudfront_gets_the_same_policy() {
        let value: serde_json::Value = headers().for_cloudfront().parse().unwrap();
        let policy = &value["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"];
        assert_eq!(policy.as_str().unwrap(), headers().policy);
    }
}
