//! Owns the command line: which commands and options there are and how they are described.
//! Never does any of the work.

use clap::{Parser, Subcommand, ValueEnum};
use std::net::IpAddr;
use std::path::PathBuf;

/// Sets up, serves, builds and tests Verbatim. Each command first installs what it lacks.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands of people, and the one that Trunk runs.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Build the quiz and serve it on this machine, rebuilding it after each change
    Serve {
        /// The port to serve on
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
        /// The address to serve on; 0.0.0.0 lets other machines in
        #[arg(long, default_value = "127.0.0.1")]
        address: IpAddr,
        /// Open a browser once the quiz is there
        #[arg(long)]
        open: bool,
    },
    /// Build the release site into dist/ and show the size of every file
    Build,
    /// Run every test: unit, property, wasm and browser
    Test {
        /// Run one of the three steps alone
        #[arg(long, value_enum)]
        only: Option<Step>,
        /// Run the browser tests in these browsers, one after the other
        #[arg(long, value_enum, value_delimiter = ',', default_value = "chromium")]
        browser: Vec<Browsers>,
        /// Serve the site by this server in the browser tests
        #[arg(long, value_enum, default_value_t = Host::Own)]
        host: Host,
        /// Run only the tests whose name contains this, or one of several parts separated by commas
        filter: Option<String>,
    },
    /// Measure which functions of the player a first answer needs: a release has them in a file of their own
    Profile,
    /// Measure bytes, build time, checking, marking and replaying, and compare with an earlier run
    Bench {
        /// A commit that was measured on this machine, or a file that such a run has written
        #[arg(long)]
        against: Option<String>,
    },
    /// Install every tool that the other commands need, and nothing else
    Tools,
    /// Make a built site ready for its hosts; Trunk runs this at the end of a build
    #[command(hide = true)]
    Finish {
        /// The site's folder
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        site: PathBuf,
        /// What the site was built for: only a release goes to hosts
        #[arg(long, env = "TRUNK_PROFILE")]
        profile: Profile,
    },
}

/// What a site was built for, in Trunk's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Profile {
    /// To be looked at on this machine
    Debug,
    /// To be put on a host
    Release,
}

/// The steps of `cargo xtask test`, in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Step {
    /// Unit, property and doc tests, on this machine
    Unit,
    /// Tests of the app compiled to WebAssembly, in a browser
    Wasm,
    /// Tests of the whole site, driven in a browser as a person would
    Browser,
}

/// Browsers that the browser tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browsers {
    /// Chromium or Chrome
    Chromium,
    /// Firefox
    Firefox,
    /// WebKitGTK's small browser
    Webkit,
    /// All of them, one after the other
    All,
}

/// The server behind which the site stands in the browser tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Host {
    /// The suite's own
    Own,
    /// `python3 -m http.server`
    Python,
    /// nginx, with the file that the site brings for it
    Nginx,
    /// None: the site is one exported file, opened from disk
    File,
}

impl Host {
    /// The word that names it on the command line and to the suite.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Python => "python",
            Self::Nginx => "nginx",
            Self::File => "file",
        }
    }
}

impl Step {
    /// Every step, in the order in which they run.
    pub const ALL: [Self; 3] = [Self::Unit, Self::Wasm, Self::Browser];

    /// The word that names the step on the command line and in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Wasm => "wasm",
            Self::Browser => "browser",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn check(line: &str, expected: &Command) {
        let cli = Cli::try_parse_from(line.split(' ')).unwrap();
        assert_eq!(&cli.command, expected);
    }

    fn test(only: Option<Step>, filter: Option<&str>) -> Command {
        let filter = filter.map(str::to_owned);
        Command::Test { only, browser: vec![Browsers::Chromium], host: Host::Own, filter }
    }

    #[test]
    fn the_description_of_the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn serve_stays_on_this_machine_unless_told_otherwise() {
        let serve = Command::Serve { port: 8080, address: IpAddr::from([127, 0, 0, 1]), open: false };
        check("xtask serve", &serve);
    }

    #[test]
    fn a_filter_may_stand_behind_two_dashes() {
        check("xtask test -- marks", &test(None, Some("marks")));
        check("xtask test marks", &test(None, Some("marks")));
        check("xtask test --only wasm", &test(Some(Step::Wasm), None));
    }

    #[test]
    fn tests_run_in_chromium_unless_told_otherwise() {
        check("xtask test", &test(None, None));
        let all = Command::Test { only: None, browser: vec![Browsers::All], host: Host::Own, filter: None };
        check("xtask test --browser all", &all);
        let two = vec![Browsers::Chromium, Browsers::Firefox];
        let two = Command::Test { only: None, browser: two, host: Host::Own, filter: None };
        check("xtask test --browser chromium,firefox", &two);
        assert!(Cli::try_parse_from(["xtask", "test", "--browser", "lynx"]).is_err());
    }

    #[test]
    fn port_nought_is_refused() {
        assert!(Cli::try_parse_from(["xtask", "serve", "--port", "0"]).is_err());
    }
}
