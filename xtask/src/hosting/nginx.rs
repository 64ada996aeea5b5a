//! Owns what nginx is told: the headers, the types, the compressed files, in a form to include.
//! Never names a place on a host: it works in any `server` or `location`.

use super::files::{self, TYPES};
use super::headers::{ASK, FOR_EVER, Headers};
use crate::failure::Outcome;

/// The file that a `server` or a `location` includes.
///
/// # Errors
/// When a file of the site has a type that is not in the table.
pub fn snippet(headers: &Headers, names: &[String]) -> Outcome<String> {
    names.iter().try_for_each(|name| files::type_of(name).map(|_| ()))?;
    let types: String = TYPES.iter().map(|(ending, kind)| format!("    {kind} {ending};\n")).collect();
    let always = headers.always().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).concat();
    let pattern = files::hashed_pattern();
    Ok(format!(
        "# Written by Verbatim's build. Include it in the `server` or `location` that serves the site (see\n\
         # docs/hosting.md); headers set outside of that place are not inherited by it.\n\n\
         index index.html;\n\
         types {{\n{types}}}\n\
         charset utf-8;\n\
         charset_types text/javascript text/plain text/css application/manifest+json;\n\n\
         # The compressed files that stand beside the others.\n\
         gzip_static on;\n\
         gzip_vary on;\n\
         # With the module ngx_brotli:\n\
         # brotli_static on;\n\n\
         # A file whose name tells of its content never changes; for any other it is asked whether it did.\n\
         set $verbatim_cache \"{ASK}\";\n\
         if ($uri ~ \"{pattern}\") {{\n    set $verbatim_cache \"{FOR_EVER}\";\n}}\n\
         add_header Cache-Control $verbatim_cache;\n\n\
         {always}"
    ))
}

#[cfg(test)]
mod tests {
    use super::super::page::Page;
    use super::super::policy::Policy;
    use super::*;

    #[test]
    fn every_header_is_told_and_the_types_too() {
        let headers = Headers::of(&Policy::of(&Page::default()));
        let text = snippet(&headers, &["index.html".to_owned()]).unwrap();
        for (name, value) in headers.always() {
            assert!(text.contains(&format!("add_header {name} \"{value}\" always;\n")), "{text}");
        }
        assert!(text.contains("    application/wasm wasm;\n"), "{text}");
        assert!(text.contains(r#"if ($uri ~ "-[0-9a-f]{12,}\.(bin|js|wasm)$") {"#), "{text}");
        assert!(snippet(&headers, &["a.exe".to_owned()]).is_err());
    }
}
