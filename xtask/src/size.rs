//! Owns how heavy the built site is: every file raw, by gzip and by brotli, and the budget.
//! Never builds the site.

use crate::failure::{Explain, Failure, Outcome};
use crate::hosting::compressed::{Coding, Effort};
use crate::hosting::files;
use crate::table::{columns, grouped};
use std::path::Path;

/// The most that JavaScript and WebAssembly may take together, in bytes of brotli 11.
pub const BUDGET: u64 = 150_000;

/// So many files of one kind in one folder are still told one by one.
const MANY: usize = 20;

/// One file of the site, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Weighs every file of a site, in the order of their names; those for hosts alone are none of them.
///
/// # Errors
/// When a file or folder cannot be read.
pub fn weigh(site: &Path) -> Outcome<Vec<Weight>> {
    files::of(site)?.into_iter().map(|name| weight(site, name)).collect()
}

/// How many bytes of brotli the files take that a part of the site's names singles out.
pub fn brotli(weights: &[Weight], is_meant: impl Fn(&str) -> bool) -> u64 {
    total("", weights.iter().filter(|weight| is_meant(&weight.name))).brotli
}

/// A line for every file, or for all of a kind in a folder that has many; their total, and what the budget is for.
pub fn table(weights: &[Weight]) -> String {
    let header = ["file", "raw", "gzip", "brotli"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for of_a_kind in weights.chunk_by(|a, b| kind(&a.name) == kind(&b.name)) {
        if of_a_kind.len() > MANY {
            let (folder, ending) = of_a_kind.first().map(|first| kind(&first.name)).unwrap_or_default();
            rows.push(row(&total(&format!("{folder}*.{ending}, {} files", of_a_kind.len()), of_a_kind.iter())));
        } else {
            rows.extend(of_a_kind.iter().map(row));
        }
    }
    rows.push(row(&total("total", weights.iter())));
    let code = weights.iter().filter(|weight| is_code(weight));
    rows.push(row(&total("JavaScript plus WebAssembly", code)));
    columns(&rows)
}

/// Makes sure that there is WebAssembly and that it is within the budget with its JavaScript.
///
/// # Errors
/// When it is not.
pub fn keep_budget(weights: &[Weight]) -> Outcome<()> {
    if !weights.iter().any(|weight| weight.name.ends_with(".wasm")) {
        return Err(Failure::new("the built site holds no WebAssembly")
            .advise("index.html should have a `<link data-trunk rel=\"rust\">`"));
    }
    let code = total("", weights.iter().filter(|weight| is_code(weight))).brotli;
    let Some(over) = code.checked_sub(BUDGET).filter(|over| *over > 0) else {
        return Ok(());
    };
    let (code, over, budget) = (grouped(code), grouped(over), grouped(BUDGET));
    Err(Failure::new(format!(
        "JavaScript plus WebAssembly take {code} bytes of brotli 11, {over} over the budget of {budget}"
    ))
    .advise("`cargo tree -p verbatim --target wasm32-unknown-unknown -e normal` shows what is in it")
    .advise("the parsers of what authors write belong in the tool, not in the app"))
}

/// A file's folder and ending.
fn kind(name: &str) -> (&str, &str) {
    let folder = name.rfind('/').map_or(0, |slash| slash + 1);
    let (folder, file) = name.split_at(folder);
    (folder, file.rsplit_once('.').map_or("", |(_, ending)| ending))
}

fn weight(site: &Path, name: String) -> Outcome<Weight> {
    let path = site.join(&name);
    let bytes = std::fs::read(&path).explain(|| format!("read {}", path.display()))?;
    let [gzip, brotli] = Coding::ALL.map(|coding| compressed(coding, &path, &bytes));
    Ok(Weight { name, raw: length(&bytes), gzip: gzip?, brotli: brotli? })
}

/// How many bytes a file takes compressed: those of the one beside it, or those that there would be.
fn compressed(coding: Coding, path: &Path, bytes: &[u8]) -> Outcome<u64> {
    if let Ok(beside) = std::fs::metadata(coding.beside(path)) {
        return Ok(beside.len());
    }
    Ok(length(&coding.encode(bytes, Effort::Best).explain(|| format!("compress {}", path.display()))?))
}

fn length(bytes: &[u8]) -> u64 {
    // A length in memory fits 64 bits on every system that Rust has.
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// Not what brings the same player once more, to pages that can load no modules.
fn is_code(weight: &Weight) -> bool {
    !weight.name.starts_with(verbatim_offline::WHOLE)
        && [".js", ".mjs", ".wasm"].iter().any(|ending| weight.name.ends_with(ending))
}

fn total<'a>(name: &str, weights: impl Iterator<Item = &'a Weight>) -> Weight {
    let start = Weight { name: name.into(), raw: 0, gzip: 0, brotli: 0 };
    weights.fold(start, |sum, weight| Weight {
        name: sum.name,
        raw: sum.raw + weight.raw,
        gzip: sum.gzip + weight.gzip,
        brotli: sum.brotli + weight.brotli,
    })
}

fn row(weight: &Weight) -> Vec<String> {
    let numbers = [weight.raw, weight.gzip, weight.brotli].map(grouped);
    std::iter::once(weight.name.clone()).chain(numbers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(name: &str, brotli: u64) -> Weight {
        Weight { name: name.into(), raw: 3 * brotli, gzip: 2 * brotli, brotli }
    }

    fn check(script: u64, wasm: u64, expected: Option<&str>) {
        let weights = [weight("a.js", script), weight("a.wasm", wasm), weight("a.css", BUDGET)];
        let happened = keep_budget(&weights).map_err(|failure| failure.happened().to_owned());
        match expected {
            None => assert_eq!(happened, Ok(())),
            Some(part) => assert!(happened.unwrap_err().contains(part)),
        }
    }

    #[test]
    fn the_budget_is_for_scripts_and_wasm_together_and_nothing_else() {
        check(10_000, 100_000, None);
        check(50_001, 100_000, Some("take 150,001 bytes of brotli 11, 1 over the budget"));
    }

    #[test]
    fn a_site_without_wasm_is_no_site() {
        assert!(keep_budget(&[weight("index.html", 1)]).is_err());
    }

    #[test]
    fn the_table_ends_with_the_total_and_what_the_budget_is_for() {
        let table = table(&[weight("a.css", 7), weight("a.js", 400), weight("a.wasm", 600)]);
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(lines[4].split_whitespace().last(), Some("1,007"));
        assert!(lines[5].starts_with("JavaScript plus WebAssembly "));
        assert_eq!(lines[5].split_whitespace().last(), Some("1,000"));
    }

    #[test]
    fn many_files_of_a_kind_share_a_line() {
        let names = (0..=MANY).map(|number| format!("b/s{number:02}.html"));
        let weights: Vec<_> = names.chain(["b/s.js".into()]).map(|name| weight(&name, 1)).collect();
        let table = table(&weights);
        let lines: Vec<_> = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
        assert_eq!(lines[1], ["b/*.html,", "21", "files", "63", "42", "21"]);
        assert_eq!(lines[2], ["b/s.js", "3", "2", "1"]);
    }

    #[test]
    fn files_are_weighed_in_folders_too_and_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("sets")).unwrap();
        std::fs::write(folder.path().join("sets/a.txt"), "word ".repeat(1_000)).unwrap();
        std::fs::write(folder.path().join("b.txt"), "").unwrap();
        std::fs::write(folder.path().join("b.txt.br"), "1").unwrap();
        let weights = weigh(folder.path()).unwrap();
        assert_eq!((weights.len(), weights[0].brotli), (2, 1));
        assert_eq!(weights[0].name, "b.txt");
        assert_eq!((weights[1].name.as_str(), weights[1].raw), ("sets/a.txt", 5_000));
        assert!(weights[1].gzip < 100 && weights[1].brotli < weights[1].gzip);
    }
}
