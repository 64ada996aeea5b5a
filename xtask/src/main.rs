//! Owns the commands `cargo xtask serve | build | test | profile | bench | tools` and their exit codes, and `finish` for Trunk.
//! Never does the work of a command itself; each has a file of its own.

mod bench;
mod browser;
mod cache;
mod cli;
mod disk;
mod failure;
mod find;
mod hosting;
mod install;
mod kit;
mod libtest;
mod lms;
mod package_manager;
mod packages;
mod plan;
mod port;
mod process;
mod ready;
mod report;
mod saved;
mod say;
mod serve;
mod setup;
mod site;
mod size;
mod small;
mod system;
mod table;
mod testing;
mod tool;
mod trunk;
mod version;
mod workspace;

use clap::Parser;
use cli::{Browsers, Cli, Command};
use failure::Outcome;
use kit::Part;
use plan::Run;
use say::say;
use setup::{OnFailure, prepare};
use std::process::ExitCode;
use workspace::Workspace;

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Outcome<ExitCode> {
    let workspace = Workspace::find()?;
    match command {
        Command::Serve { port, address, open } => {
            // Asked first, so that nobody waits for a build that cannot be served.
            port::check(address, port)?;
            let kit = prepare(&workspace, Part::SERVE, OnFailure::Stop)?;
            serve::serve(&workspace, &kit, address, port, open)?;
        }
        Command::Build => {
            let kit = prepare(&workspace, Part::BUILD, OnFailure::Stop)?;
            size::keep_budget(&site::build(&workspace, &kit)?)?;
        }
        Command::Test { only, browser, host, filter } => {
            return test(&workspace, &plan::runs(only, &browser), host, filter.as_deref());
        }
        Command::Profile => {
            let parts = [Part::BUILD, &[Part::Browser]].concat();
            let kit = prepare(&workspace, &parts, OnFailure::Stop)?;
            testing::profile(&workspace, &kit)?;
        }
        Command::Bench { against } => {
            let kit = prepare(&workspace, Part::BUILD, OnFailure::Stop)?;
            bench::run(&workspace, &kit, against.as_deref())?;
        }
        Command::Tools => {
            let parts: Vec<_> = plan::runs(None, &[Browsers::All]).into_iter().flat_map(testing::parts).collect();
            prepare(&workspace, &parts, OnFailure::Stop)?;
        }
        Command::Finish { site, profile } => hosting::finish(&site, profile, hosting::Player::Parts)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn test(workspace: &Workspace, runs: &[Run], host: cli::Host, filter: Option<&str>) -> Outcome<ExitCode> {
    let parts: Vec<_> = runs.iter().copied().flat_map(testing::parts).collect();
    let kit = prepare(workspace, &parts, OnFailure::GoOn)?;
    let report = testing::run(workspace, &kit, runs, host, filter);
    say(format!("\n{}", report.text()));
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
