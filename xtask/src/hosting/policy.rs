//! Owns the content security policy: what the page may do, and that it may do nothing else. Its one source.
//! Never says who may show the page in a frame: whoever wants to, as a teacher does.

use super::page::Page;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt;

/// The policy of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy(String);

impl Policy {
    /// The policy that allows the scripts and styles which stand in this page, and no others than the site's own files.
    pub fn of(page: &Page) -> Self {
        let directives = [
            "default-src 'none'".to_owned(),
            // What WebAssembly needs to be compiled; it allows no `eval`.
            format!("script-src 'self' 'wasm-unsafe-eval'{}", hashes(&page.scripts)),
            format!("style-src 'self'{}", hashes(&page.styles)),
            // The page's icon stands in its own address.
            "img-src 'self' data:".to_owned(),
            "connect-src 'self'".to_owned(),
            // A teacher looks at a set as her page would show it.
            "frame-src 'self'".to_owned(),
            "manifest-src 'self'".to_owned(),
            "worker-src 'self'".to_owned(),
            "object-src 'none'".to_owned(),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
            "require-trusted-types-for 'script'".to_owned(),
        ];
        Self(directives.join("; "))
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn hashes(texts: &[String]) -> String {
    texts.iter().map(|text| format!(" '{}'", hash(text))).collect()
}

/// The hash of a text as a browser takes it, which reads every line end as one line feed.
fn hash(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(scripts: &[&str], styles: &[&str]) -> String {
        let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        Policy::of(&Page { scripts: owned(scripts), styles: owned(styles) }).to_string()
    }

    #[test]
    fn a_hash_is_that_of_the_standards_own_example() {
        // CSP 3, 8.1: the hash of `doSomething();`, reckoned by openssl.
        assert_eq!(hash("doSomething();"), "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=");
    }

    #[test]
    fn line_ends_are_hashed_as_browsers_read_them() {
        assert_eq!(hash("a\r\nb\rc"), hash("a\nb\nc"));
    }

    #[test]
    fn exactly_what_stands_in_the_page_is_hashed() {
        let policy = policy(&["one()", "two()"], &["p{}"]);
        let scripts = format!("script-src 'self' 'wasm-unsafe-eval' '{}' '{}';", hash("one()"), hash("two()"));
        assert!(policy.contains(&scripts), "{policy}");
        assert!(policy.contains(&format!("style-src 'self' '{}';", hash("p{}"))), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 3);
    }

    #[test]
    fn nothing_is_allowed_that_is_unsafe_but_compiling_wasm() {
        let policy = policy(&[], &[]);
        assert!(!policy.contains("'unsafe-"), "{policy}");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(!policy.contains("http") && !policy.contains('*') && !policy.contains('"'), "{policy}");
    }
}
