//! Owns the browser that tests run in: finding it with its driver, and how it is started.
//! Never installs it and never drives it.

use crate::disk;
use crate::failure::{Failure, Outcome};
use crate::find;
use crate::version::Version;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

/// Names and places that a browser may have; the systems' own packages come first.
const BROWSERS: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// Names that a driver may have; the second is what Ubuntu's snap calls it.
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// A program and the version it tells, if it tells one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Where it is.
    pub path: PathBuf,
    /// Its version; Chrome for Windows tells none.
    pub version: Option<Version>,
}

/// A browser and the driver that speaks its version's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// Chromium or Chrome.
    pub chrome: Program,
    /// Its WebDriver.
    pub driver: Program,
}

/// Looks for a browser and a driver that match, where CHROME and CHROMEDRIVER say or else on PATH.
///
/// # Errors
/// When CHROME or CHROMEDRIVER names no file, or when no browser matches any driver. There is no
/// browser at all, and that is no error, when the answer is `None`.
pub fn find() -> Outcome<Option<Browser>> {
    let browsers = programs("CHROME", &BROWSERS)?;
    let drivers = programs("CHROMEDRIVER", &DRIVERS)?;
    if browsers.is_empty() || drivers.is_empty() {
        return Ok(None);
    }
    pair(&browsers, &drivers).map(Some)
}

/// Writes the capabilities that the runner of wasm tests starts the browser with.
///
/// # Errors
/// When the file cannot be written.
pub fn write_capabilities(workspace: &Workspace, browser: &Browser) -> Outcome<PathBuf> {
    let path = workspace.scratch().join("webdriver.json");
    let text = capabilities(&browser.chrome.path, crate::system::is_root());
    disk::write(&path, &text)?;
    Ok(path)
}

fn capabilities(chrome: &Path, root: bool) -> String {
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    if root {
        arguments.push("--no-sandbox");
    }
    let options = serde_json::json!({ "binary": chrome, "args": arguments });
    serde_json::json!({ "goog:chromeOptions": options }).to_string()
}

/// Every program of these names that there is, or the one that the variable names.
fn programs(variable: &str, names: &[&str]) -> Outcome<Vec<Program>> {
    let program = |path: PathBuf| {
        // Asked for its version, Chrome for Windows opens a window instead.
        let version = (!cfg!(windows)).then(|| find::version_of(&path)).flatten();
        Program { path, version }
    };
    if let Some(named) = std::env::var_os(variable).filter(|value| !value.is_empty()) {
        let path = which::which(&named).map_err(|_| {
            let named = named.to_string_lossy();
            Failure::new(format!("{variable} is set to {named}, which is no program"))
                .advise(format!("set {variable} to the program's path, or unset it"))
        })?;
        return Ok(vec![program(path)]);
    }
    let paths = names.iter().filter_map(|name| which::which(name).ok());
    Ok(paths.map(program).collect())
}

/// The first browser that has a driver of its version.
fn pair(browsers: &[Program], drivers: &[Program]) -> Outcome<Browser> {
    let pairs = browsers.iter().flat_map(|chrome| drivers.iter().map(move |driver| (chrome, driver)));
    let mut fitting = pairs.filter(|(chrome, driver)| match (&chrome.version, &driver.version) {
        (Some(chrome), Some(driver)) => chrome.major() == driver.major(),
        (None, _) | (_, None) => true,
    });
    if let Some((chrome, driver)) = fitting.next() {
        return Ok(Browser { chrome: chrome.clone(), driver: driver.clone() });
    }
    let all: Vec<_> = browsers.iter().chain(drivers).map(told).collect();
    Err(Failure::new(format!("no browser here has a driver of its version: {}", all.join(", ")))
        .advise("update the browser and chromedriver together")
        .advise("or set CHROME and CHROMEDRIVER to two programs of one version"))
}

fn told(program: &Program) -> String {
    let place = program.path.display();
    match &program.version {
        Some(version) => format!("{place} is {version}"),
        None => format!("{place} tells no version"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(name: &str) -> Program {
        Program { path: PathBuf::from(name), version: Version::find(&name.replace('-', " ")) }
    }

    fn check(browsers: &[&str], drivers: &[&str], expected: Result<(&str, &str), &str>) {
        let programs = |names: &[&str]| -> Vec<_> { names.iter().map(|n| program(n)).collect() };
        let found = pair(&programs(browsers), &programs(drivers));
        let found = found.map(|browser| (browser.chrome.path, browser.driver.path));
        let expected = expected.map(|(a, b)| (PathBuf::from(a), PathBuf::from(b)));
        match (found, expected) {
            (Err(failure), Err(part)) => assert!(failure.happened().contains(part), "{failure}"),
            (found, expected) => assert_eq!(found.ok(), expected.ok()),
        }
    }

    #[test]
    fn a_browser_is_taken_with_the_driver_of_its_version() {
        let browsers = ["chromium-120.0", "chrome-131.0"];
        check(&browsers, &["driver-131.9"], Ok(("chrome-131.0", "driver-131.9")));
    }

    #[test]
    fn a_browser_that_tells_no_version_is_taken_on_trust() {
        check(&["chrome"], &["driver-131"], Ok(("chrome", "driver-131")));
    }

    #[test]
    fn versions_that_do_not_match_are_both_named() {
        let part = "chromium-120 is 120, driver-131 is 131";
        check(&["chromium-120"], &["driver-131"], Err(part));
    }

    #[test]
    fn root_starts_the_browser_without_a_sandbox_and_others_with_it() {
        let path = Path::new("/usr/bin/chromium");
        assert!(capabilities(path, true).contains("--no-sandbox"));
        let plain = capabilities(path, false);
        assert!(!plain.contains("--no-sandbox"));
        assert!(plain.contains(r#""binary":"/usr/bin/chromium""#), "{plain}");
    }
}
