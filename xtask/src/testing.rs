//! Owns `cargo xtask test`: which programs each step runs, with which surroundings.
//! Never reads what they print; `libtest` does, and `report` adds it up.

use crate::browser;
use crate::cli::Host;
use crate::failure::Outcome;
use crate::kit::{Kit, Part};
use crate::libtest::Reader;
use crate::plan::{Engine, Run};
use crate::process::{self, Ear};
use crate::report::{Report, RunEnd};
use crate::say::say;
use crate::site;
use crate::size::{self, Weight};
use crate::workspace::Workspace;
use std::path::Path;
use std::process::Command;

/// Seconds that the runner gives its driver to start, and all wasm tests together. Its own 5 and 20 are few for a slow
/// machine that reads its browser from the disk for the first time.
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

/// The most tests of a run that a driver may be to blame for.
const FEW: usize = 5;

/// What is set up for a run.
pub fn parts(run: Run) -> Vec<Part> {
    let servers = if let Run::Site(_) = run { Part::SERVERS } else { &[] };
    [needed(run).as_slice(), servers].concat()
}

/// What a run cannot do without.
fn needed(run: Run) -> Vec<Part> {
    match run {
        Run::Unit => Part::UNIT.to_vec(),
        Run::Wasm => Part::WASM.to_vec(),
        Run::Site(engine) => [Part::BUILD, Part::site_tests(engine)].concat(),
    }
}

/// Does all runs, each one whatever became of those before it. The site is built once.
pub fn run(workspace: &Workspace, kit: &Kit, runs: &[Run], host: Host, filter: Option<&str>) -> Report {
    let mut built = None;
    let ends = runs.iter().map(|&run| {
        say(format!("\n== {} tests ==", run.name()));
        if let Err(failure) = kit.need(&needed(run)) {
            // The set-up has said all about it; here it only has to be seen that this run is left out.
            say(format!("not run: {}", failure.happened()));
            return RunEnd::not_run(run, failure.happened());
        }
        let end = match run {
            Run::Unit => unit(workspace, filter),
            Run::Wasm => wasm(workspace, kit, filter),
            Run::Site(engine) => match built.get_or_insert_with(|| site::build(workspace, kit)) {
                Ok(weights) => browser(workspace, kit, engine, host, weights, filter),
                Err(failure) => Err(failure.clone()),
            },
        };
        end.unwrap_or_else(|failure| {
            say(&failure);
            RunEnd::not_run(run, failure.happened())
        })
    });
    Report::new(ends.collect(), filter)
}

fn unit(workspace: &Workspace, filter: Option<&str>) -> Outcome<RunEnd> {
    let mut command = cargo_test(workspace);
    command.args(["--workspace", "--exclude", "verbatim-tests", "--exclude", "verbatim-bench"]);
    listen(Run::Unit, command, filter)
}

fn wasm(workspace: &Workspace, kit: &Kit, filter: Option<&str>) -> Outcome<RunEnd> {
    let browser = kit.browser()?;
    let capabilities = browser::write_capabilities(workspace, browser)?;
    let mut command = cargo_test(workspace);
    command
        .args(["-p", "verbatim", "--lib"])
        .args(["--target", "wasm32-unknown-unknown"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &kit.tool(Part::TestRunner)?.path)
        .env("CHROMEDRIVER", &browser.driver.path)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", WASM_PATIENCE)
        .env("WASM_BINDGEN_TEST_TIMEOUT", WASM_PATIENCE);
    for name in MISLEADING {
        command.env_remove(name);
    }
    // The runner takes one part of a name: of several, it plays everything, which does not take long.
    choose(&mut command, filter.filter(|filter| !filter.contains(',')));
    let end = hear(Run::Wasm, &mut command)?;
    if filter.is_some() || end.has_played() {
        return Ok(end);
    }
    // The runner gives up where its driver or its browser does not start at once. What failed as a test is not repeated.
    say("no test began; trying once more");
    hear(Run::Wasm, &mut command)
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

fn browser(
    workspace: &Workspace,
    kit: &Kit,
    engine: Engine,
    host: Host,
    weights: &[Weight],
    filter: Option<&str>,
) -> Outcome<RunEnd> {
    let run = Run::Site(engine);
    let first = listen(run, suite(workspace, kit, engine, host)?, filter)?;
    let mut end =
        if engine == Engine::Chromium { first } else { again(run, first, suite(workspace, kit, engine, host)?)? };
    // A site that is too heavy still works, so its tests are run all the same.
    if let Err(failure) = size::keep_budget(weights) {
        say(&failure);
        end.trouble(failure.happened());
    }
    Ok(end)
}

/// The suite with its surroundings.
fn suite(workspace: &Workspace, kit: &Kit, engine: Engine, host: Host) -> Outcome<Command> {
    let mut command = cargo_test(workspace);
    command
        .args(["-p", "verbatim-tests"])
        .env("VERBATIM_DIST", workspace.dist())
        .env("VERBATIM_AXE", kit.file(Part::Axe)?)
        .env("VERBATIM_SCORM", kit.file(Part::Scorm)?)
        .env("VERBATIM_HOST", host.name())
        .env("VERBATIM_BROWSER", engine.name())
        .envs(programs(kit, engine)?);
    // The tests that need something which is not there fail, and say so.
    let few = [
        (Part::Python, "VERBATIM_PYTHON"),
        (Part::Nginx, "VERBATIM_NGINX"),
        (Part::Xmllint, "VERBATIM_XMLLINT"),
        (Part::Schemas, "VERBATIM_SCHEMAS"),
        (Part::Node, "VERBATIM_NODE"),
        (Part::Validator, "VERBATIM_XAPI"),
    ];
    for (part, variable) in few {
        command.env_remove(variable).envs(kit.file(part).map(|path| (variable, path)));
    }
    Ok(command)
}

/// Plays what failed once more, one test after the other: the drivers of these browsers lose a click or a key now and then.
/// What passes then is told by name.
fn again(run: Run, first: RunEnd, mut suite: Command) -> Outcome<RunEnd> {
    if first.failed().is_empty() || first.failed().len() > FEW {
        return Ok(first);
    }
    say("\nplaying once more what failed");
    suite.args(["--test", "browser", "--", "--exact", "--test-threads=1"]).args(first.failed());
    let second = hear(run, &mut suite)?;
    Ok(first.played_again(&second))
}

/// The browser and its driver, as the suite asks for them.
fn programs(kit: &Kit, engine: Engine) -> Outcome<Vec<(&'static str, &Path)>> {
    Ok(match engine {
        Engine::Chromium => {
            let browser = kit.browser()?;
            vec![("CHROME", browser.chrome.path.as_path()), ("CHROMEDRIVER", browser.driver.path.as_path())]
        }
        Engine::Firefox => {
            let driver = kit.tool(Part::Geckodriver)?.path.as_path();
            vec![("FIREFOX", kit.file(Part::Firefox)?), ("GECKODRIVER", driver)]
        }
        Engine::Webkit => vec![("WEBKITDRIVER", kit.file(Part::Webkit)?), ("XVFB", kit.file(Part::Screen)?)],
    })
}

/// `cargo test` that goes on when a test program fails, so that all tests are counted.
fn cargo_test(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo();
    command.args(["test", "--no-fail-fast"]);
    command
}

/// Runs the tests and counts them while their output goes by.
fn listen(run: Run, mut command: Command, filter: Option<&str>) -> Outcome<RunEnd> {
    choose(&mut command, filter);
    hear(run, &mut command)
}

/// Leaves of the tests those whose names have a part of the filter.
fn choose(command: &mut Command, filter: Option<&str>) {
    command.args(filter.into_iter().flat_map(|filter| ["--"].into_iter().chain(filter.split(','))));
}

fn hear(run: Run, command: &mut Command) -> Outcome<RunEnd> {
    let mut reader = Reader::default();
    let status = process::overhear(command, Ear::Stdout, |line| reader.read(line))?;
    Ok(RunEnd::ran(run, reader.finish(), status.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHROMIUM: Run = Run::Site(Engine::Chromium);
    const FIREFOX: Run = Run::Site(Engine::Firefox);
    const WEBKIT: Run = Run::Site(Engine::Webkit);

    fn check(run: Run, part: Part, expected: bool) {
        assert_eq!(parts(run).contains(&part), expected);
    }

    #[test]
    fn tests_on_this_machine_wait_for_no_browser() {
        check(Run::Unit, Part::Browser, false);
        check(Run::Wasm, Part::Browser, true);
    }

    #[test]
    fn only_tests_of_the_site_wait_for_trunk() {
        check(Run::Wasm, Part::Trunk, false);
        check(CHROMIUM, Part::Trunk, true);
        check(CHROMIUM, Part::Axe, true);
    }

    #[test]
    fn each_browser_waits_for_its_own_driver_alone() {
        check(FIREFOX, Part::Geckodriver, true);
        check(FIREFOX, Part::Browser, false);
        check(WEBKIT, Part::Screen, true);
        check(WEBKIT, Part::Firefox, false);
        check(CHROMIUM, Part::Webkit, false);
    }

    #[test]
    fn a_filter_may_name_several_parts() {
        let arguments = |filter| {
            let mut command = Command::new("cargo");
            choose(&mut command, filter);
            command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(arguments(None), Vec::<String>::new());
        assert_eq!(arguments(Some("early::")), ["--", "early::"]);
        assert_eq!(arguments(Some("early::,focus::")), ["--", "early::", "focus::"]);
    }

    #[test]
    fn a_server_that_is_missing_stops_only_the_tests_that_need_it() {
        check(CHROMIUM, Part::Nginx, true);
        assert!(!needed(CHROMIUM).contains(&Part::Nginx));
    }
}
