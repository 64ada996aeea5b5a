//! Owns `cargo xtask bench`: what is measured, and the table that two commits are compared by.
//! Never judges a figure: a time on one machine is nothing on another.

use crate::disk;
use crate::failure::{Explain, Failure, Outcome};
use crate::kit::Kit;
use crate::process;
use crate::say::say;
use crate::site;
use crate::size::{self, Weight};
use crate::table::columns;
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// Sets and questions a set of the bank that is large.
const LARGE: (u32, u32) = (1_000, 100);

/// How often a running program is asked how much memory it has.
const ASKED: Duration = Duration::from_millis(20);

/// One figure.
#[derive(Clone, Debug, PartialEq)]
struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
}

/// Measures everything, writes it down under the commit's name, and shows it beside an earlier run.
///
/// # Errors
/// When something cannot be built or run, or the earlier run is not there.
pub fn run(workspace: &Workspace, kit: &Kit, against: Option<&str>) -> Outcome<()> {
    let folder = workspace.scratch().join("bench");
    // Asked first, so that nobody waits for a comparison that cannot be made.
    let earlier = against.map(|against| earlier(&folder, against)).transpose()?;
    let begun = Instant::now();
    let weights = site::build(workspace, kit)?;
    let mut figures =
        vec![Figure { name: "build of the site".into(), value: begun.elapsed().as_secs_f64(), unit: "s" }];
    figures.extend(sizes(&weights));
    figures.extend(large(workspace, &folder)?);
    figures.extend(speed(workspace)?);
    let path = folder.join(format!("{}.json", commit(workspace)));
    disk::write(&path, &json(&figures).to_string())?;
    say(format!("\n{}\n\nwritten to {}", table(&figures, earlier.as_ref()), path.display()));
    Ok(())
}

/// What a student's device gets, in bytes of brotli.
fn sizes(weights: &[Weight]) -> Vec<Figure> {
    let bytes = |name: &str, is_meant: &dyn Fn(&str) -> bool| {
        let value = f64::from(u32::try_from(size::brotli(weights, is_meant)).unwrap_or(u32::MAX));
        Figure { name: name.into(), value, unit: "bytes" }
    };
    vec![
        bytes("the player's first part", &|name| is_player(name, ".wasm") && !is_rest(name)),
        bytes("the player's rest", &is_rest),
        bytes("the player's script", &|name| is_player(name, ".js")),
        bytes("the catalogue's page", &|name| name == "index.html"),
        bytes("the pages of all sets", &|name| name.contains('/') && name.ends_with(".html")),
        bytes("all data", &|name| name.starts_with("data/")),
    ]
}

fn is_player(name: &str, ending: &str) -> bool {
    name.starts_with("player-") && name.ends_with(ending)
}

fn is_rest(name: &str) -> bool {
    name.starts_with("player-rest-")
}

/// How a large bank is checked, and its data and pages written.
fn large(workspace: &Workspace, folder: &Path) -> Outcome<Vec<Figure>> {
    let (sets, questions) = LARGE;
    let place = folder.join("large");
    let site = folder.join("site");
    let texts = [&place, &place.join("source.txt"), &place.join("large"), &site].map(|path| path.display().to_string());
    let [all, source, bank, out] = texts.each_ref().map(String::as_str);
    let (sets, questions) = (sets.to_string(), questions.to_string());
    process::run(workspace.run("verbatim-bench").args([all, "--sets", &sets, "--questions", &questions]))?;
    process::run(workspace.run("verbatim-cli").args(["fingerprint", source, "--bank", bank]))?;
    fs::create_dir_all(&site).explain(|| format!("create {}", site.display()))?;
    let page = workspace.dist().join("index.html");
    fs::copy(&page, site.join("index.html")).explain(|| format!("copy {}", page.display()))?;
    let name = |what: &str| format!("{what} of {sets} sets with {questions} questions");
    let program = workspace.tool("verbatim");
    let mut figures = measured(Command::new(&program).args(["check", all]), &name("check"))?;
    figures.extend(measured(Command::new(&program).args(["site", all, "--out", out]), &name("data"))?);
    // Built before it is measured.
    process::run(workspace.run("verbatim-pages").arg(out))?;
    figures.extend(measured(Command::new(workspace.tool("verbatim-pages")).arg(out), &name("pages"))?);
    for folder in [&place, &site] {
        disk::remove(folder)?;
    }
    Ok(figures)
}

/// Runs a program: how long it took, and how much memory it had at most where the system tells.
fn measured(command: &mut Command, name: &str) -> Outcome<Vec<Figure>> {
    let begun = Instant::now();
    let mut child = command.spawn().explain(|| format!("start {}", process::shown(command)))?;
    let mut most = None;
    let status = loop {
        most = most.max(memory(&child));
        match child.try_wait().explain(|| format!("wait for {}", process::shown(command)))? {
            Some(status) => break status,
            None => std::thread::sleep(ASKED),
        }
    };
    if !status.success() {
        return Err(process::ended_badly(command, status));
    }
    let time = Figure { name: name.into(), value: begun.elapsed().as_secs_f64(), unit: "s" };
    let memory =
        most.map(|megabytes| Figure { name: format!("memory of that {name}"), value: megabytes.into(), unit: "MB" });
    Ok([Some(time), memory].into_iter().flatten().collect())
}

/// The most memory that a program has had so far, in megabytes; Linux alone tells.
fn memory(child: &Child) -> Option<u32> {
    let told = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u32>().ok().map(|kilobytes| kilobytes.div_ceil(1_000))
}

/// What criterion measures of the core.
fn speed(workspace: &Workspace) -> Outcome<Vec<Figure>> {
    let results = workspace.scratch().join("criterion");
    disk::remove(&results)?;
    let mut command = workspace.cargo();
    command.args(["bench", "--package", "verbatim-bench", "--profile", "tool"]).env("CRITERION_HOME", &results);
    process::run(&mut command)?;
    let entries = fs::read_dir(&results).explain(|| format!("read {}", results.display()))?;
    let folders = entries.filter_map(|entry| entry.ok().map(|entry| entry.path().join("new")));
    let mut figures: Vec<Figure> = folders.filter_map(|folder| estimate(&folder)).collect();
    figures.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(figures)
}

/// The median of one of criterion's measurements.
fn estimate(folder: &Path) -> Option<Figure> {
    let read = |name: &str| serde_json::from_slice::<Value>(&fs::read(folder.join(name)).ok()?).ok();
    let name = read("benchmark.json")?.get("title")?.as_str()?.to_owned();
    let nanoseconds = read("estimates.json")?.get("median")?.get("point_estimate")?.as_f64()?;
    Some(Figure { name, value: nanoseconds / 1_000.0, unit: "µs" })
}

/// The commit that is checked out, with a mark where something is not committed.
fn commit(workspace: &Workspace) -> String {
    let git = |arguments: &[&str]| process::ask(workspace.command("git").args(arguments));
    let id = git(&["rev-parse", "--short=12", "HEAD"]).unwrap_or_else(|| "unknown".into());
    let is_clean = git(&["status", "--porcelain"]).is_some_and(|changes| changes.trim().is_empty());
    format!("{}{}", id.trim(), if is_clean { "" } else { "-changed" })
}

fn json(figures: &[Figure]) -> Value {
    figures.iter().map(|figure| (figure.name.clone(), json!(figure.value))).collect::<serde_json::Map<_, _>>().into()
}

/// An earlier run, by its commit or by its file.
fn earlier(folder: &Path, against: &str) -> Outcome<Value> {
    let kept = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let is_meant = |path: &std::path::PathBuf| {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        path.extension().is_some_and(|ending| ending == "json") && name.starts_with(against)
    };
    let mut named: Vec<_> = kept.filter(is_meant).collect();
    named.sort();
    let path = named.into_iter().next().unwrap_or_else(|| against.into());
    let bytes = fs::read(&path).map_err(|_| {
        Failure::new(format!("no run of `{against}` is known here")).advise(format!(
            "check that commit out and run `cargo xtask bench`, which writes into {}",
            folder.display()
        ))
    })?;
    serde_json::from_slice(&bytes).explain(|| format!("read {}", path.display()))
}

fn table(figures: &[Figure], earlier: Option<&Value>) -> String {
    let header = ["measured", "now", "before", "now / before"];
    let width = if earlier.is_some() { 4 } else { 2 };
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    rows.extend(figures.iter().map(|figure| {
        let before = earlier.and_then(|run| run.get(&figure.name)).and_then(Value::as_f64);
        let shown = |value: f64| format!("{} {}", number(value), figure.unit);
        let ratio = before.filter(|before| *before > 0.0).map(|before| format!("{:.2}", figure.value / before));
        vec![figure.name.clone(), shown(figure.value), before.map(shown).unwrap_or_default(), ratio.unwrap_or_default()]
    }));
    rows.iter_mut().for_each(|row| row.truncate(width));
    columns(&rows)
}

/// Three figures, or all before the point.
fn number(value: f64) -> String {
    let decimals = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures() -> Vec<Figure> {
        let figure = |name: &str, value, unit| Figure { name: name.into(), value, unit };
        vec![figure("check", 4.0, "s"), figure("all data", 1_234.0, "bytes"), figure("new", 12.34, "µs")]
    }

    fn check(earlier: Option<&Value>, expected: &[&str]) {
        let table = table(&figures(), earlier);
        let lines: Vec<_> = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(lines[1..], *expected);
    }

    #[test]
    fn a_run_alone_has_no_column_to_compare_with() {
        check(None, &["check 4.00 s", "all data 1234 bytes", "new 12.3 µs"]);
    }

    #[test]
    fn what_an_earlier_run_lacks_is_left_open() {
        let earlier = json!({ "check": 8.0, "all data": 1_234.0 });
        check(Some(&earlier), &["check 4.00 s 8.00 s 0.50", "all data 1234 bytes 1234 bytes 1.00", "new 12.3 µs"]);
    }

    #[test]
    fn a_run_is_found_by_the_beginning_of_its_commit_and_a_stranger_is_told() {
        let folder = tempfile::tempdir().unwrap();
        disk::write(&folder.path().join("0123456789ab.json"), &json(&figures()).to_string()).unwrap();
        let run = earlier(folder.path(), "01234567").unwrap();
        assert_eq!(run.get("check").and_then(Value::as_f64), Some(4.0));
        assert!(earlier(folder.path(), "ffff").unwrap_err().happened().contains("`ffff`"));
    }
}
