//! Owns making scripts and styles smaller: without the lines that are comments, and without what stands before the others.
//!
//! Never touches a script with a text of several lines, in which such lines could mean something.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::{Failure, icons, put};

/// The page that loads the scripts.
const PAGE: &str = "index.html";
/// The script of the player as a whole, which no page loads: it is packed into files of other kinds.
const WHOLE: &str = "hosting/player.js";

/// A script without comments and indentation; as it is where a text of several lines could be in it, or where code
/// stands on a line with the beginning or the end of a comment that is at home on lines of its own.
pub(crate) fn bare(script: &str) -> String {
    let is_text = |line: &str| line.matches('`').count() % 2 == 1;
    let is_mixed = |line: &str| {
        let behind = line.split_once("*/").is_some_and(|(_, behind)| !behind.is_empty());
        (line.starts_with("/*") || !line.contains("/*")) && behind
    };
    if script.lines().map(str::trim).any(|line| is_text(line) || is_mixed(line)) {
        return script.to_owned();
    }
    let mut in_comment = false;
    let is_code = |line: &&str| {
        let begins = line.starts_with("/*");
        let was_in = in_comment;
        in_comment = (was_in || begins) && !line.ends_with("*/");
        !line.is_empty() && !was_in && !begins && !line.starts_with("//")
    };
    script.lines().map(str::trim).filter(is_code).flat_map(|line| [line, "\n"]).collect()
}

/// Styles without comments, without the space between rules and declarations, and with what never changes in its place.
fn bare_style(style: &str) -> String {
    let mut bare = self::bare(style);
    for (spaced, close) in
        [("{\n", "{"), (";\n}", "}"), (";\n", ";"), ("}\n", "}"), (",\n", ","), (" {", "{"), (": ", ":")]
    {
        bare = bare.replace(spaced, close);
    }
    settled(&bare)
}

/// Styles with values in the places of those properties that only the first rule of `:root` sets, and nothing anywhere
/// else: browsers look up and read a property's value anew for each element that it is used of. The rule itself stays,
/// since scripts that bring styles of their own use it.
fn settled(style: &str) -> String {
    let root = style.split_once(":root{").and_then(|(_, behind)| behind.split_once('}')).map_or("", |(rule, _)| rule);
    let sets = |name: &str, before: char| style.matches(&format!("{before}{name}:")).count();
    let mut settled = style.to_owned();
    for (name, value) in root.split(';').filter_map(|set| set.split_once(':')) {
        let is_set_once = sets(name, '{') + sets(name, ';') == 1;
        if name.starts_with("--") && is_set_once && !value.contains("var(") {
            settled = settled.replace(&format!("var({name})"), value);
        }
    }
    settled
}

/// The page with what stands in such an element made smaller.
fn within(page: &str, element: &str, smaller: fn(&str) -> String) -> String {
    let (begin, end) = (format!("<{element}>"), format!("</{element}>"));
    let part = |part: &str| match part.split_once(&end) {
        Some((text, behind)) => format!("{begin}{}{end}{behind}", smaller(text)),
        None => format!("{begin}{part}"),
    };
    let mut parts = page.split(&begin);
    let before = parts.next().unwrap_or_default().to_owned();
    parts.map(part).fold(before, |page, part| page + &part)
}

/// Makes the scripts in the page and beside it smaller, and its styles; the page's word on their bytes goes with them.
pub(crate) fn write(site: &Path) -> Result<(), Failure> {
    let path = site.join(PAGE);
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error));
    let mut page = read(&path)?;
    for script in scripts(site)?.into_iter().chain(Some(site.join(WHOLE)).filter(|whole| whole.is_file())) {
        let before = read(&script)?;
        let after = bare(&before);
        page = page.replace(&integrity(&before), &integrity(&after));
        put(&script, after.as_bytes())?;
    }
    let page = within(&within(&page, "style", bare_style), "script", bare);
    put(&path, icons::within(&page).as_bytes())
}

/// The scripts in a folder.
fn scripts(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error| Failure::file("read", folder, &error);
    let entries = fs::read_dir(folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let paths = entries.iter().map(fs::DirEntry::path);
    Ok(paths.filter(|path| path.extension().is_some_and(|end| end == "js")).collect())
}

/// What a page says of a script that it vouches for.
fn integrity(script: &str) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(script.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, expected: &str) {
        assert_eq!(bare(script), expected);
    }

    #[test]
    fn comments_and_indentation_go() {
        check("// Owns.\nif (a) {\n  b(); // stays\n\n}\n", "if (a) {\nb(); // stays\n}\n");
        check("/**\n * Says.\n */\n/* one */\na();\n", "a();\n");
    }

    #[test]
    fn styles_keep_what_they_say() {
        let style = "/* Owns. */\na,\nb > c {\n  color: var(--d);\n  margin: 0 auto;\n}\n\n@media (width < 9em) {\n  a:hover {\n    top: 0;\n  }\n}\n";
        let bare = "a,b > c{color:var(--d);margin:0 auto}@media (width < 9em){a:hover{top:0}}";
        assert_eq!(bare_style(style), bare);
        assert_eq!(
            within(&format!("<head><style>{style}</style></head><style>"), "style", bare_style),
            format!("<head><style>{bare}</style></head><style>")
        );
    }

    #[test]
    fn what_never_changes_stands_in_its_place() {
        let style = ":root {\n  --a: 1px;\n  --b: 2px;\n  --c: var(--b);\n}\n\n.d {\n  top: var(--a);\n  left: var(--b);\n  right: var(--c);\n}\n\n@media print {\n  :root {\n    --b: 3px;\n  }\n}\n";
        let bare =
            ":root{--a:1px;--b:2px;--c:var(--b)}.d{top:1px;left:var(--b);right:var(--c)}@media print{:root{--b:3px}}";
        assert_eq!(bare_style(style), bare);
    }

    #[test]
    fn a_script_with_a_text_of_several_lines_stays_as_it_is() {
        check("a(`\n  // b\n`)\n", "a(`\n  // b\n`)\n");
        check("  a(`b`)\n", "a(`b`)\n");
    }

    #[test]
    fn a_script_with_code_beside_a_comment_s_end_stays_as_it_is() {
        check("  /* pure */ a();\n", "  /* pure */ a();\n");
        check("/* one\n two */ a();\n", "/* one\n two */ a();\n");
    }

    #[test]
    fn what_only_looks_like_a_script_of_the_page_stays_as_it_is() {
        let page = "<script>\n  // Owns.\n  a();\n</script><script type=x>\n  // data\n</script>";
        assert_eq!(within(page, "script", bare), "<script>a();\n</script><script type=x>\n  // data\n</script>");
    }

    #[test]
    fn the_page_vouches_for_the_script_as_it_is_now() {
        let site = tempfile::tempdir().unwrap();
        let (page, script) = (site.path().join(PAGE), site.path().join("a.js"));
        let before = "// Owns.\n  a();\n";
        fs::write(&script, before).unwrap();
        fs::write(&page, format!("<script integrity=\"{}\">", integrity(before))).unwrap();
        write(site.path()).unwrap();
        assert_eq!(fs::read_to_string(script).unwrap(), "a();\n");
        assert_eq!(fs::read_to_string(page).unwrap(), format!("<script integrity=\"{}\">", integrity("a();\n")));
    }
}
