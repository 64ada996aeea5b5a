//! Owns the choice of how something of the system's is installed: without asking, or by telling.
//! Never runs a command.

use crate::package_manager::{Manager, Wanted};
use crate::system::{Facts, Os, Rights};

/// What to do about something that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Run these commands, in order; they ask nothing.
    Run(Vec<Vec<String>>),
    /// Nothing can be run without asking: tell the person these lines.
    Tell(Vec<String>),
}

/// Chooses what to do on a machine with these facts.
pub fn plan(facts: &Facts, wanted: Wanted) -> Plan {
    let allowed = match (facts.manager, facts.rights) {
        // Homebrew works without rights, and refuses to work with them.
        (Some(Manager::Brew), rights) => rights != Rights::Root,
        (Some(_), Rights::Root | Rights::Sudo) => true,
        (Some(_), Rights::Plain) | (None, _) => false,
    };
    match commands(facts, wanted) {
        Some(commands) if allowed => Plan::Run(commands),
        Some(_) | None => Plan::Tell(advice(facts, wanted)),
    }
}

/// Lines that tell a person what to install on this machine, and with which command.
pub fn advice(facts: &Facts, wanted: Wanted) -> Vec<String> {
    if let Some(commands) = commands(facts, wanted) {
        let run = commands.iter().map(|words| format!("run `{}`", typed(words)));
        return run.collect();
    }
    let by_hand = by_hand(facts.os, wanted).to_owned();
    match facts.os {
        Os::Other(name) => vec![format!("the set-up does not know {name}, so this has to be done by hand:"), by_hand],
        Os::Linux | Os::Mac | Os::Windows => vec![by_hand],
    }
}

/// What to do where no package manager that we know can do it.
fn by_hand(os: Os, wanted: Wanted) -> &'static str {
    match (os, wanted) {
        (Os::Mac, Wanted::Compiler) => "run `xcode-select --install`",
        (Os::Mac, Wanted::Browser) => "install Google Chrome, and chromedriver of its version",
        (Os::Windows, Wanted::Browser) => "run `winget install Google.Chrome Chromium.ChromeDriver`",
        (Os::Windows, Wanted::Npm) => "run `winget install OpenJS.NodeJS.LTS`",
        (Os::Windows, Wanted::Compiler) => {
            "install the Visual Studio Build Tools with \"Desktop development with C++\""
        }
        (Os::Linux | Os::Other(_), Wanted::Browser) => "install Chromium, and chromedriver of its version",
        (Os::Linux | Os::Mac | Os::Other(_), Wanted::Npm) => "install Node.js with npm",
        (Os::Windows, Wanted::Python) => "run `winget install Python.Python.3.13`",
        (Os::Linux | Os::Mac | Os::Other(_), Wanted::Python) => "install Python 3, callable as `python3`",
        (Os::Linux | Os::Mac | Os::Windows | Os::Other(_), Wanted::Nginx) => "install nginx, and put it on PATH",
        (Os::Linux | Os::Mac | Os::Windows | Os::Other(_), Wanted::Xmllint) => {
            "install xmllint (libxml2), and put it on PATH"
        }
        (Os::Windows, Wanted::Firefox) => "run `winget install Mozilla.Firefox`",
        (Os::Linux | Os::Mac | Os::Other(_), Wanted::Firefox) => "install Firefox, and put it on PATH",
        (Os::Linux | Os::Other(_), Wanted::Webkit) => "install WebKitGTK with WebKitWebDriver, and put that on PATH",
        (Os::Linux | Os::Other(_), Wanted::Screen) => "install Xvfb, and put it on PATH",
        (Os::Mac | Os::Windows, Wanted::Webkit | Wanted::Screen) => {
            "WebKitGTK runs on Linux: leave it out by `--browser chromium` or `--browser firefox`"
        }
        (Os::Linux | Os::Other(_), Wanted::Compiler) => "install a C compiler, callable as `cc`",
    }
}

fn commands(facts: &Facts, wanted: Wanted) -> Option<Vec<Vec<String>>> {
    facts.manager?.commands(facts.rights, wanted)
}

/// A command without what only a script needs.
fn typed(words: &[String]) -> String {
    let script_only = ["-n", "env", "DEBIAN_FRONTEND=noninteractive"];
    let words = words.iter().map(String::as_str);
    let kept: Vec<_> = words.filter(|word| !script_only.contains(word)).collect();
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const APT: Option<Manager> = Some(Manager::Apt { ubuntu: false });

    fn facts(os: Os, manager: Option<Manager>, rights: Rights) -> Facts {
        Facts { os, rights, manager }
    }

    fn check_run(facts: &Facts, wanted: Wanted, expected: &[&str]) {
        let Plan::Run(commands) = plan(facts, wanted) else {
            panic!("{facts:?} runs nothing");
        };
        let lines: Vec<_> = commands.iter().map(|words| words.join(" ")).collect();
        assert_eq!(lines, expected);
    }

    fn check_tell(facts: &Facts, wanted: Wanted, expected: &[&str]) {
        let expected = expected.iter().map(|&line| line.to_owned()).collect();
        assert_eq!(plan(facts, wanted), Plan::Tell(expected));
    }

    #[test]
    fn root_and_sudo_install_without_asking() {
        let dnf = Some(Manager::Dnf);
        let root = facts(Os::Linux, dnf, Rights::Root);
        check_run(&root, Wanted::Npm, &["dnf install -y nodejs-npm"]);
        let sudo = facts(Os::Linux, dnf, Rights::Sudo);
        check_run(&sudo, Wanted::Npm, &["sudo -n dnf install -y nodejs-npm"]);
    }

    #[test]
    fn without_rights_the_person_is_told_the_command() {
        let expected =
            ["run `sudo apt-get update`", "run `sudo apt-get install -y --no-install-recommends nodejs npm`"];
        check_tell(&facts(Os::Linux, APT, Rights::Plain), Wanted::Npm, &expected);
    }

    #[test]
    fn homebrew_needs_no_rights_and_takes_none() {
        let brew = Some(Manager::Brew);
        let plain = facts(Os::Mac, brew, Rights::Plain);
        check_run(&plain, Wanted::Npm, &["brew install node"]);
        let root = facts(Os::Mac, brew, Rights::Root);
        check_tell(&root, Wanted::Npm, &["run `brew install node`"]);
    }

    #[test]
    fn every_desktop_system_is_told_of_its_own_compiler() {
        let told = "run `xcode-select --install`";
        let mac = facts(Os::Mac, Some(Manager::Brew), Rights::Plain);
        check_tell(&mac, Wanted::Compiler, &[told]);
        let windows = advice(&facts(Os::Windows, None, Rights::Plain), Wanted::Compiler);
        assert!(windows.concat().contains("Visual Studio Build Tools"));
        let debian = advice(&facts(Os::Linux, APT, Rights::Plain), Wanted::Compiler);
        assert!(debian.concat().contains("build-essential"));
    }

    #[test]
    fn a_system_that_nobody_tried_is_named() {
        let expected = [
            "the set-up does not know freebsd, so this has to be done by hand:",
            "install Chromium, and chromedriver of its version",
        ];
        let other = facts(Os::Other("freebsd"), None, Rights::Root);
        check_tell(&other, Wanted::Browser, &expected);
    }
}
