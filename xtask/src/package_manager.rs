//! Owns the package managers: how each is called, and what it calls what is wanted.
//! Never chooses whether to run them; `packages` does.

use crate::system::Rights;

/// What the system's packages are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A browser with its WebDriver, for tests.
    Browser,
    /// npm, for the tools that come as npm packages.
    Npm,
    /// A C compiler, which Rust links with.
    Compiler,
    /// Python 3, for tests.
    Python,
    /// nginx, for tests.
    Nginx,
    /// xmllint, for tests.
    Xmllint,
    /// Firefox, for tests.
    Firefox,
    /// WebKitGTK with its WebDriver and its small browser, for tests.
    Webkit,
    /// Xvfb, for tests.
    Screen,
}

/// The package managers that the set-up can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manager {
    /// Debian and its like; Ubuntu calls the browser by another name.
    Apt {
        /// Whether this is Ubuntu or derives from it.
        ubuntu: bool,
    },
    /// Fedora and its like.
    Dnf,
    /// Arch and its like.
    Pacman,
    /// Alpine.
    Apk,
    /// macOS, and Linux for some.
    Brew,
}

impl Manager {
    /// Every manager, in the order in which they are looked for.
    pub fn all(ubuntu: bool) -> [Self; 5] {
        let apt = Self::Apt { ubuntu };
        [apt, Self::Dnf, Self::Pacman, Self::Apk, Self::Brew]
    }

    /// The program that is called.
    pub fn program(self) -> &'static str {
        match self {
            Self::Apt { .. } => "apt-get",
            Self::Dnf => "dnf",
            Self::Pacman => "pacman",
            Self::Apk => "apk",
            Self::Brew => "brew",
        }
    }

    /// The commands that install what is wanted, asking nothing; none where there is no package.
    pub fn commands(self, rights: Rights, wanted: Wanted) -> Option<Vec<Vec<String>>> {
        let sudo: &[&str] = match (self, rights) {
            (Self::Brew, _) | (_, Rights::Root) => &[],
            (_, Rights::Sudo | Rights::Plain) => &["sudo", "-n"],
        };
        let names = self.names(wanted)?;
        let mut commands = Vec::new();
        if let Self::Apt { .. } = self {
            // A fresh machine or container has no package lists, and then knows no package.
            commands.push(words(&[sudo, &["apt-get", "update"]]));
        }
        commands.push(words(&[sudo, self.install(), names]));
        Some(commands)
    }

    fn install(self) -> &'static [&'static str] {
        match self {
            Self::Apt { .. } => {
                &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "--no-install-recommends"]
            }
            Self::Dnf => &["dnf", "install", "-y"],
            Self::Pacman => &["pacman", "-S", "--noconfirm", "--needed"],
            Self::Apk => &["apk", "add"],
            Self::Brew => &["brew", "install"],
        }
    }

    /// What the packages are called. Fonts are named where the browser does not bring any, because
    /// text without glyphs has no size, and tests that look at sizes then fail.
    fn names(self, wanted: Wanted) -> Option<&'static [&'static str]> {
        Some(match (self, wanted) {
            (Self::Apt { ubuntu: true }, Wanted::Browser) => {
                &["chromium-browser", "chromium-chromedriver", "fonts-liberation"]
            }
            (Self::Apt { ubuntu: false }, Wanted::Browser) => &["chromium", "chromium-driver", "fonts-liberation"],
            (Self::Dnf, Wanted::Browser) => &["chromium", "chromedriver"],
            (Self::Pacman, Wanted::Browser) => &["chromium", "ttf-liberation"],
            (Self::Apk, Wanted::Browser) => &["chromium", "chromium-chromedriver", "font-liberation"],
            (Self::Brew, Wanted::Browser) => &["--cask", "google-chrome", "chromedriver"],
            (Self::Apt { .. } | Self::Pacman | Self::Apk, Wanted::Npm) => &["nodejs", "npm"],
            (Self::Dnf, Wanted::Npm) => &["nodejs-npm"],
            (Self::Brew, Wanted::Npm) => &["node"],
            (Self::Apt { .. }, Wanted::Compiler) => &["build-essential"],
            (Self::Dnf, Wanted::Compiler) => &["gcc"],
            (Self::Pacman, Wanted::Compiler) => &["base-devel"],
            (Self::Apk, Wanted::Compiler) => &["build-base"],
            (Self::Brew, Wanted::Compiler) => return None,
            (Self::Apt { .. } | Self::Dnf | Self::Apk, Wanted::Python) => &["python3"],
            (Self::Pacman | Self::Brew, Wanted::Python) => &["python"],
            (Self::Apt { .. }, Wanted::Nginx) => &["nginx-light"],
            (Self::Dnf, Wanted::Nginx) => &["nginx-core"],
            (Self::Pacman | Self::Apk | Self::Brew, Wanted::Nginx) => &["nginx"],
            (Self::Apt { .. } | Self::Apk, Wanted::Xmllint) => &["libxml2-utils"],
            (Self::Dnf | Self::Pacman | Self::Brew, Wanted::Xmllint) => &["libxml2"],
            (Self::Apt { ubuntu: false }, Wanted::Firefox) => &["firefox-esr"],
            (Self::Apt { ubuntu: true } | Self::Dnf | Self::Pacman | Self::Apk, Wanted::Firefox) => &["firefox"],
            (Self::Brew, Wanted::Firefox) => &["--cask", "firefox"],
            (Self::Apt { .. }, Wanted::Webkit) => &["webkit2gtk-driver"],
            (Self::Apt { .. } | Self::Apk, Wanted::Screen) => &["xvfb"],
            (Self::Dnf, Wanted::Screen) => &["xorg-x11-server-Xvfb"],
            (Self::Pacman, Wanted::Screen) => &["xorg-server-xvfb"],
            (Self::Dnf | Self::Pacman | Self::Apk | Self::Brew, Wanted::Webkit) | (Self::Brew, Wanted::Screen) => {
                return None;
            }
        })
    }
}

fn words(parts: &[&[&str]]) -> Vec<String> {
    parts.concat().into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(manager: Manager, rights: Rights, wanted: Wanted, expected: &[&str]) {
        let commands = manager.commands(rights, wanted).unwrap_or_default();
        let lines: Vec<_> = commands.iter().map(|words| words.join(" ")).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn apt_reads_its_lists_first_and_asks_nothing() {
        let install = "env DEBIAN_FRONTEND=noninteractive apt-get install -y \
                       --no-install-recommends chromium chromium-driver fonts-liberation";
        let apt = Manager::Apt { ubuntu: false };
        check(apt, Rights::Root, Wanted::Browser, &["apt-get update", install]);
    }

    #[test]
    fn ubuntu_calls_the_browser_by_its_own_name() {
        let names = Manager::Apt { ubuntu: true }.names(Wanted::Browser).unwrap();
        assert!(names.contains(&"chromium-browser"));
    }

    #[test]
    fn debian_has_the_firefox_of_long_support_and_others_the_latest() {
        assert_eq!(Manager::Apt { ubuntu: false }.names(Wanted::Firefox), Some(["firefox-esr"].as_slice()));
        check(Manager::Brew, Rights::Plain, Wanted::Firefox, &["brew install --cask firefox"]);
    }

    #[test]
    fn where_no_package_is_known_to_drive_webkit_none_is_named() {
        check(Manager::Pacman, Rights::Root, Wanted::Webkit, &[]);
    }

    #[test]
    fn sudo_stands_in_front_of_all_but_homebrew() {
        let dnf = "sudo -n dnf install -y nodejs-npm";
        check(Manager::Dnf, Rights::Sudo, Wanted::Npm, &[dnf]);
        check(Manager::Brew, Rights::Sudo, Wanted::Npm, &["brew install node"]);
    }

    #[test]
    fn homebrew_has_no_compiler() {
        check(Manager::Brew, Rights::Plain, Wanted::Compiler, &[]);
    }
}
