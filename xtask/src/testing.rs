//! Owns `cargo xtask test`: which programs each step runs, with which surroundings.
//! Never reads what they print; `libtest` does, and `report` adds it up.

use crate::browser;
use crate::cli::{Host, Step};
use crate::failure::Outcome;
use crate::kit::{Kit, Part};
use crate::libtest::Reader;
use crate::process::{self, Ear};
use crate::report::{Report, StepEnd};
use crate::say::say;
use crate::site;
use crate::size;
use crate::workspace::Workspace;
use std::process::Command;

/// Seconds that the runner gives all wasm tests together; its own 20 are few for a slow machine.
const WASM_PATIENCE: &str = "180";

/// The surroundings that would make the wasm runner take another browser, or none.
const MISLEADING: [&str; 9] = [
    "GECKODRIVER",
    "SAFARIDRIVER",
    "MSEDGEDRIVER",
    "CHROMEDRIVER_REMOTE",
    "GECKODRIVER_REMOTE",
    "SAFARIDRIVER_REMOTE",
    "MSEDGEDRIVER_REMOTE",
    "NO_HEADLESS",
    "WASM_BINDGEN_TEST_ONLY_NODE",
];

/// What is set up for a step.
pub fn parts(step: Step) -> Vec<Part> {
    let servers = if step == Step::Browser { Part::SERVERS } else { &[] };
    [needed(step).as_slice(), servers].concat()
}

/// What a step cannot do without.
fn needed(step: Step) -> Vec<Part> {
    match step {
        Step::Unit => Part::UNIT.to_vec(),
        Step::Wasm => Part::WASM.to_vec(),
        Step::Browser => [Part::BUILD, Part::SITE_TESTS].concat(),
    }
}

/// Runs the steps, each one whatever became of those before it.
pub fn run(workspace: &Workspace, kit: &Kit, steps: &[Step], host: Host, filter: Option<&str>) -> Report {
    let ends = steps.iter().map(|&step| {
        say(format!("\n== {} tests ==", step.name()));
        if let Err(failure) = kit.need(&needed(step)) {
            // The set-up has said all about it; here it only has to be seen that this step is left out.
            say(format!("not run: {}", failure.happened()));
            return StepEnd::not_run(step, failure.happened());
        }
        let end = match step {
            Step::Unit => unit(workspace, filter),
            Step::Wasm => wasm(workspace, kit, filter),
            Step::Browser => browser(workspace, kit, host, filter),
        };
        end.unwrap_or_else(|failure| {
            say(&failure);
            StepEnd::not_run(step, failure.happened())
        })
    });
    Report::new(ends.collect(), filter)
}

fn unit(workspace: &Workspace, filter: Option<&str>) -> Outcome<StepEnd> {
    let mut command = cargo_test(workspace);
    command.args(["--workspace", "--exclude", "verbatim-tests"]);
    listen(Step::Unit, command, filter)
}

fn wasm(workspace: &Workspace, kit: &Kit, filter: Option<&str>) -> Outcome<StepEnd> {
    let browser = kit.browser()?;
    let capabilities = browser::write_capabilities(workspace, browser)?;
    let mut command = cargo_test(workspace);
    command
        .args(["-p", "verbatim", "--lib"])
        .args(["--target", "wasm32-unknown-unknown"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &kit.tool(Part::TestRunner)?.path)
        .env("CHROMEDRIVER", &browser.driver.path)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", WASM_PATIENCE);
    for name in MISLEADING {
        command.env_remove(name);
    }
    listen(Step::Wasm, command, filter)
}

/// Measures which functions of the player come first, and writes their list.
///
/// # Errors
/// When the player cannot be built in parts, or a first answer not be given.
pub fn profile(workspace: &Workspace, kit: &Kit) -> Outcome<()> {
    let marked = site::build_marked(workspace, kit)?;
    let browser = kit.browser()?;
    let mut command = workspace.cargo();
    command
        .args(["run", "--quiet", "--package", "verbatim-tests", "--bin", "first", "--"])
        .arg(&marked.names)
        .arg(workspace.file("crates/split/src/first.txt"))
        .env("VERBATIM_DIST", &marked.site)
        .env("CHROME", &browser.chrome.path)
        .env("CHROMEDRIVER", &browser.driver.path);
    process::run(&mut command)
}

fn browser(workspace: &Workspace, kit: &Kit, host: Host, filter: Option<&str>) -> Outcome<StepEnd> {
    let weights = site::build(workspace, kit)?;
    let browser = kit.browser()?;
    let mut command = cargo_test(workspace);
    command
        .args(["-p", "verbatim-tests"])
        .env("VERBATIM_DIST", workspace.dist())
        .env("VERBATIM_AXE", kit.file(Part::Axe)?)
        .env("VERBATIM_HOST", host.name())
        .env("CHROME", &browser.chrome.path)
        .env("CHROMEDRIVER", &browser.driver.path);
    // The tests that need a server which is not there fail, and say so.
    for (part, variable) in [(Part::Python, "VERBATIM_PYTHON"), (Part::Nginx, "VERBATIM_NGINX")] {
        command.env_remove(variable).envs(kit.file(part).map(|path| (variable, path)));
    }
    let mut end = listen(Step::Browser, command, filter)?;
    // A site that is too heavy still works, so its tests are run all the same.
    if let Err(failure) = size::keep_budget(&weights) {
        say(&failure);
        end.trouble(failure.happened());
    }
    Ok(end)
}

/// `cargo test` that goes on when a test program fails, so that all tests are counted.
fn cargo_test(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo();
    command.args(["test", "--no-fail-fast"]);
    command
}

/// Runs the tests and counts them while their output goes by.
fn listen(step: Step, mut command: Command, filter: Option<&str>) -> Outcome<StepEnd> {
    if let Some(filter) = filter {
        command.args(["--", filter]);
    }
    let mut reader = Reader::default();
    let status = process::overhear(&mut command, Ear::Stdout, |line| reader.read(line))?;
    Ok(StepEnd::ran(step, reader.finish(), status.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(step: Step, part: Part, expected: bool) {
        assert_eq!(parts(step).contains(&part), expected);
    }

    #[test]
    fn tests_on_this_machine_wait_for_no_browser() {
        check(Step::Unit, Part::Browser, false);
        check(Step::Wasm, Part::Browser, true);
    }

    #[test]
    fn only_tests_of_the_site_wait_for_trunk() {
        check(Step::Wasm, Part::Trunk, false);
        check(Step::Browser, Part::Trunk, true);
        check(Step::Browser, Part::Axe, true);
    }

    #[test]
    fn a_server_that_is_missing_stops_only_the_tests_that_need_it() {
        check(Step::Browser, Part::Nginx, true);
        assert!(!needed(Step::Browser).contains(&Part::Nginx));
    }
}
